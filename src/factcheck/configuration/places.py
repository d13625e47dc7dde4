"""Where in a TOML text a key stands: the library that reads TOML does not say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from factcheck.text import Position


def place_of(text: str, steps: Sequence[str | int]) -> Position:
    """The line and column of the key that the steps lead to.

    The shortest beginning of the text that is valid TOML and holds the key ends with the statement that sets it; the statement begins
    where the longest shorter valid beginning ends.

    >>> place_of('[a]\\nb = 1\\n"c" = [\\n  2,\\n]\\n', ["a", "c"])
    Position(line=3, column=2)
    """
    lines = text.splitlines()
    keys = [step for step in steps if isinstance(step, str)]
    begin = 0
    for end in range(1, len(lines) + 1):
        document = _read(lines[:end])
        if document is None:
            continue
        if _holds(document, keys):
            return _in_statement(lines, begin, end, steps)
        begin = end
    return Position(1, 1)


def _read(lines: Sequence[str]) -> dict[str, object] | None:
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _holds(document: object, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(document, dict) or key not in document:
            return False
        document = document[key]
    return True


def _in_statement(lines: Sequence[str], begin: int, end: int, steps: Sequence[str | int]) -> Position:
    """The key within its statement."""
    last_key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    found = re.compile(rf"(?<![\w-]){re.escape(last_key)}(?![\w-])")
    for number in range(begin, end):
        if lines[number].lstrip().startswith("#"):
            continue
        if match := found.search(lines[number]):
            return Position(number + 1, match.start() + 1)
    return Position(begin + 1, 1)
