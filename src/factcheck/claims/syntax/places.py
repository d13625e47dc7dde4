"""Where the characters of a YAML value stand in the file: through quotes, escapes, folded lines and block indentation."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.syntax.nodes import Scalar

_ESCAPE_LENGTHS = {"x": 2, "u": 4, "U": 8}
_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = " \t" + _BREAKS


def places(scalar: Scalar, text: str) -> Sequence[int]:
    """The offset in ``text`` of each character of the scalar's value, and of its end.

    Where the value cannot be traced, every character stands at the scalar's start.

    >>> list(places(Scalar("a b", 3, 10, '"'), 'k: "a\\n  b"'))
    [4, 5, 8, 9]
    """
    value, start, end = scalar.value, scalar.start, scalar.end
    written = text[start:end]
    if not scalar.style and written == value:
        return range(start, end + 1)
    if scalar.style in ("'", '"') and written[1:-1] == value:
        return range(start + 1, end)
    traced = _trace(value, text, *_contents(scalar, text), scalar.style)
    return traced if traced is not None else _Everywhere(start, len(value) + 1)


class _Everywhere(Sequence[int]):
    """The same offset for every character."""

    def __init__(self, offset: int, length: int) -> None:
        self._offset = offset
        self._length = length

    def __getitem__(self, index: int | slice) -> int:  # type: ignore[override]
        if isinstance(index, int) and not -self._length <= index < self._length:
            raise IndexError(index)
        return self._offset

    def __len__(self) -> int:
        return self._length


def span(scalar: Scalar, text: str, first: int, last: int) -> tuple[int, int]:
    """The offsets in ``text`` of the characters ``first`` to ``last`` (exclusive) of the scalar's value."""
    at = places(scalar, text)
    if isinstance(at, _Everywhere):
        return scalar.start, scalar.end
    return at[first], (at[last - 1] + 1 if last > first else at[first])


def _contents(scalar: Scalar, text: str) -> tuple[int, int]:
    """The offsets between which the value is written: without quotes, tag, block header."""
    start, end = scalar.start, scalar.end
    if scalar.style in ("'", '"'):
        opening = text.find(scalar.style, start)  # a refused tag or anchor may stand before it
        return (opening + 1, end - 1) if opening >= 0 else (start, end)
    if scalar.style in ("|", ">"):
        line_end = text.find("\n", start, end)
        return (line_end + 1, end) if line_end >= 0 else (end, end)
    return start, end


def _trace(value: str, text: str, at: int, end: int, style: str) -> list[int] | None:
    """Walk value and text side by side; ``None`` where they part."""
    result: list[int] = []
    index, length = 0, len(value)
    while index < length:
        character = value[index]
        if style == '"' and text[at : at + 1] == "\\":
            step = _escape(text, at)
            if step.breaks_line:
                at = step.end
                continue
            result.append(at)
            at = step.end
            index += 1
        elif at < end and text[at] == character and not (character == "\n" and style != "|"):
            result.append(at)
            at += 2 if style == "'" and character == "'" else 1
            at = _skip_indent(text, at, end, value, index, style)
            index += 1
        elif at < end and text[at] in _BLANKS:
            broken = _fold(text, at, end)
            while index < length and value[index] in " \n":
                result.append(at)
                index += 1
            if broken == at:
                return None
            at = broken
        elif style in ("|", ">") and character == "\n":
            result.append(min(at, end))
            index += 1
        else:
            return None
    result.append(at if at <= end else end)
    return result


class _Step:
    __slots__ = ("breaks_line", "end")

    def __init__(self, end: int, breaks_line: bool) -> None:
        self.end = end
        self.breaks_line = breaks_line


def _escape(text: str, at: int) -> _Step:
    """The extent of the escape at ``at``; an escaped line end joins two lines."""
    kind = text[at + 1 : at + 2]
    if kind and kind in _BREAKS:
        return _Step(_fold(text, at + 1, len(text)), True)
    return _Step(at + 2 + _ESCAPE_LENGTHS.get(kind, 0), False)


def _fold(text: str, at: int, end: int) -> int:
    """Past the blanks and line ends that folding turned into a space or into line ends."""
    while at < end and text[at] in _BLANKS:
        at += 1
    return at


def _skip_indent(text: str, at: int, end: int, value: str, index: int, style: str) -> int:
    """After a kept line end of a literal block: past the indentation, which is no part of the value."""
    if style != "|" or value[index] != "\n":
        return at
    following = value[index + 1 : index + 2]
    while at < end and text[at] == " " and following != " ":
        at += 1
    return at
