"""The walk over a text that both scanners share: from one numeral to the next, addresses of web pages set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from factcheck.lazily import expression
from factcheck.quantities.model import Embedded, ScannedItem

URL = expression(
    r"(?:https?://|www\.)[\w./?=&%#:~+,;@!$'()*-]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+", re.ASCII | re.IGNORECASE
)
SIGNS = ("://", "www.", "WWW.", "@")

ItemAt = Callable[[int, int], ScannedItem | None]
"""Reads the item at a place; the second number is the end of the item before, which it may not reach back over."""


def items(original: str, places: Iterable[int], item_at: ItemAt) -> Iterator[ScannedItem]:
    """The items at the given places, in order; a place inside the item before is passed over."""
    urls = _urls(original)
    url = next(urls, None)
    done = 0
    for at in places:
        if at < done:
            continue
        while url is not None and url[1] <= at:
            url = next(urls, None)
        if url is not None and url[0] <= at:
            start = max(url[0], done)
            item: ScannedItem | None = Embedded(original[start : url[1]], start, url[1], "url")
        else:
            item = item_at(at, done)
        if item is not None:
            yield item
            done = item.end


def _urls(text: str) -> Iterator[tuple[int, int]]:
    if not any(sign in text for sign in SIGNS):
        return iter(())
    return (match.span() for match in URL.finditer(text))
