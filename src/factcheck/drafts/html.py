"""The text that a reader of an HTML page sees, with the place of every character in the file."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "template", "head", "noscript", "svg"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)


def visible_text(page: str) -> tuple[str, tuple[int, ...]]:
    """What the page shows and, for each of its characters and the end, the offset in the page it comes from.

    Tags that begin a block begin a line; scripts, styles and the head are left out; a character reference is one character at
    the place of its ``&``.

    >>> visible_text("<p>合计<b>5&#20803;</b></p>")[0]
    '\\n合计5元\\n'
    """
    reader = _VisibleText(page)
    reader.feed(page)
    reader.close()
    return "".join(reader.characters), (*reader.offsets, len(page))


class _VisibleText(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.characters: list[str] = []
        self.offsets: list[int] = []
        self._hidden: list[str] = []
        self._starts = [0]
        at = 0
        while (at := page.find("\n", at) + 1) > 0:
            self._starts.append(at)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            start = self._offset()
            self.characters.extend(data)
            self.offsets.extend(range(start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        if not self._hidden:
            shown = unescape(written)
            self.characters.extend(shown)
            self.offsets.extend([self._offset()] * len(shown))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS and not self._hidden:
            self.characters.append("\n")
            self.offsets.append(self._offset())

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
