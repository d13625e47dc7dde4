"""Files written as most are, composed line by line: a key and a value on each, values on one line, nothing escaped.

Composing a hundred thousand facts so takes about half the time of asking the parser for its events. A tag, an anchor, an escape,
a value on two lines, a slip, anything that is not certainly as usual leaves the whole file to the parser; where a tree is returned, it
is the parser's (``tests/claims/test_usual_lines.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Offsets

from factcheck.claims.syntax.flow import flow_list, flow_mapping, plain_mapping
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.claims.syntax.usual_patterns import LINE, lines_are_printable

_INDENT, _DASH, _KEY, _PLAIN, _DOUBLE, _SINGLE, _PAIRS, _LAST_KEY, _LAST, _BRACES, _BRACKETS = range(1, 12)
"""The groups of a line."""

_new = tuple.__new__


def compose_usual(text: str, at: Offsets[int]) -> Mapping | None:
    """The tree of a file whose lines are all as usual, else ``None``; ``at[i]`` is ``i``."""
    if not lines_are_printable(text):
        return None
    tree = _Tree(at)
    reached = 0
    for found in LINE.finditer(text):
        line = found.start()
        if line != reached:
            return None
        reached = found.end()
        kind = found.lastindex
        if kind is None or kind == _INDENT:
            continue  # blank, or a comment
        start, end = found.span(_KEY)
        dash = found.start(_DASH)
        if (dash >= 0 or start - line != tree.column or not tree.in_mapping) and not tree.place(
            line, dash, start
        ):
            return None
        if kind == _KEY:
            tree.waiting = Scalar(found[_KEY], at[start], at[end])
            tree.in_mapping = False
            continue
        if kind == _PLAIN:
            first, last = found.span(_PLAIN)
            node: Node = _new(Scalar, (found[_PLAIN], at[first], at[last], ""))
        else:
            value = _value(text, found, kind, at)
            if value is None:
                return None
            node = value
        if start >= 0:
            tree.pairs.append((_new(Scalar, (found[_KEY], at[start], at[end], "")), node))
        else:
            tree.items.append(node)
    return tree.finished() if reached == len(text) else None


def _value(text: str, found: re.Match[str], kind: int, at: Offsets[int]) -> Node | None:
    """The value of a line that is not plain; ``None`` where it is not as usual or missing."""
    start, end = found.span(kind)
    if kind == _PAIRS:
        return plain_mapping(found[kind], start, at)
    if kind == _LAST:
        return _with_quoted(found, at)
    if kind == _BRACES:
        return flow_mapping(text, start, end, at)
    if kind == _BRACKETS:
        return flow_list(text, start, end, at)
    if kind == _DASH:
        return None
    return Scalar(found[kind], at[start - 1], at[end + 1], text[end])


def _with_quoted(found: re.Match[str], at: Offsets[int]) -> Mapping:
    """Plain pairs in braces with one after them whose value is quoted, as a quote mostly is."""
    result = plain_mapping(found[_PAIRS], found.start(_PAIRS), at)
    start, end = found.span(_LAST_KEY)
    first, last = found.span(_LAST)
    key = Scalar(found[_LAST_KEY], at[start], at[end])
    result.pairs.append((key, Scalar(found[_LAST], at[first - 1], at[last + 1], '"')))
    result.end = at[last + 2]
    return result


class _Tree:
    """The tree while its lines are read: the innermost container, its column, and those around it.

    ``waiting`` is a key whose value begins on the next line; ``in_mapping`` tells whether the next line may be a further key, and then
    ``pairs`` are those of the mapping; ``items`` are those of a list.
    """

    __slots__ = ("around", "at", "column", "in_mapping", "inner", "items", "pairs", "waiting")

    def __init__(self, at: Offsets[int]) -> None:
        self.at = at
        self.around: list[tuple[int, Mapping | Sequence]] = []
        self.inner: Mapping | Sequence | None = None
        self.column = -1
        self.in_mapping = False
        self.pairs: list[tuple[Node, Node]] = []
        self.items: list[Node] = []
        self.waiting: Scalar | None = None

    def place(self, line: int, dash: int, start: int) -> bool:
        """Begin and end containers as the columns of a line's dash and key say; whether they say something usual."""
        if dash < 0:
            return start >= 0 and self._key(start - line, start)
        column = dash - line
        if self.waiting is not None:
            if column < self.column:
                return False
            self._begin(Sequence(self.at[dash], False), column)
        elif not self._back_to(column) or self.inner.__class__ is not Sequence:
            return False
        if start >= 0:
            self._begin(Mapping(self.at[start], False), start - line)
        return True

    def _key(self, column: int, start: int) -> bool:
        if self.inner is None or self.waiting is not None:
            if column <= self.column or (self.inner is None and column):
                return False
            self._begin(Mapping(self.at[start], False), column)
            return True
        if self._back_to(column) and self.inner.__class__ is Sequence:
            self._end()  # a list may stand in the column of the key it belongs to
        return self.column == column and self.in_mapping

    def _begin(self, node: Mapping | Sequence, column: int) -> None:
        """A container that is the waiting key's value, or the next item."""
        if self.waiting is not None:
            self.pairs.append((self.waiting, node))
            self.waiting = None
        elif self.inner is not None:
            self.items.append(node)
        if self.inner is not None:
            self.around.append((self.column, self.inner))
        self._enter(node, column)

    def _enter(self, node: Mapping | Sequence, column: int) -> None:
        self.inner, self.column = node, column
        self.in_mapping = isinstance(node, Mapping)
        if isinstance(node, Mapping):
            self.pairs = node.pairs
        else:
            self.items = node.items

    def _end(self) -> None:
        """The innermost container ends with its last child."""
        self.inner.end = self.pairs[-1][1].end if self.in_mapping else self.items[-1].end  # type: ignore[union-attr]
        column, node = self.around.pop()
        self._enter(node, column)

    def _back_to(self, column: int) -> bool:
        """End what is indented further; whether a container then stands in this column."""
        while self.column > column and self.around:
            self._end()
        return self.column == column

    def finished(self) -> Mapping | None:
        """The whole tree; ``None`` where there is none, or where a key still waits for its value."""
        if self.waiting is not None:
            return None
        self._back_to(-1)
        if not isinstance(self.inner, Mapping):
            return None
        self.inner.end = self.pairs[-1][1].end
        return self.inner
