"""What stands between braces or brackets on one line, where it is as usual: plain and quoted values, lists of them."""

from __future__ import annotations

from collections.abc import Sequence as Offsets

from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.claims.syntax.usual_patterns import ITEM, PAIR

_KEY, _PLAIN, _DOUBLE, _SINGLE, _BRACKETS = range(1, 6)

_scalar = tuple.__new__


def plain_mapping(written: str, start: int, at: Offsets[int]) -> Mapping:
    """The mapping of ``key: value, key: value`` between the braces around ``start``, nothing in it quoted, a space after each comma."""
    result = Mapping(at[start - 1], True)
    pairs = result.pairs
    for pair in written.split(", "):
        key, _, value = pair.partition(": ")
        key_end, end = start + len(key), start + len(pair)
        pairs.append(
            (
                _scalar(Scalar, (key, at[start], at[key_end], "")),
                _scalar(Scalar, (value, at[key_end + 2], at[end], "")),
            )
        )
        start = end + 2
    result.end = at[start - 1]
    return result


def flow_mapping(text: str, start: int, end: int, at: Offsets[int]) -> Mapping | None:
    """The mapping between the braces around ``start`` to ``end``; ``None`` where it is not as usual."""
    result = Mapping(at[start - 1], True)
    pairs = result.pairs
    reached = start
    for found in PAIR.finditer(text, start, end):
        if found.start() != reached:
            return None
        reached = found.end()
        first, last = found.span(_KEY)
        key = _scalar(Scalar, (found[_KEY], at[first], at[last], ""))
        kind = found.lastindex
        first, last = found.span(kind)  # type: ignore[arg-type]
        if kind == _PLAIN:
            pairs.append((key, _scalar(Scalar, (found[_PLAIN], at[first], at[last], ""))))
        elif kind == _BRACKETS:
            items = flow_list(text, first, last, at)
            if items is None:
                return None
            pairs.append((key, items))
        else:
            pairs.append((key, Scalar(found[kind], at[first - 1], at[last + 1], text[last])))  # type: ignore[index]
    result.end = at[end + 1]
    return result if reached == end else None


def flow_list(text: str, start: int, end: int, at: Offsets[int]) -> Sequence | None:
    """The list between the brackets around ``start`` to ``end``; ``None`` where it is not as usual."""
    result = Sequence(at[start - 1], True)
    items: list[Node] = result.items
    reached = start
    for found in ITEM.finditer(text, start, end):
        if found.start() != reached:
            return None
        reached = found.end()
        kind = found.lastindex
        first, last = found.span(kind)  # type: ignore[arg-type]
        if kind == _PLAIN - 1:
            items.append(Scalar(found[1], at[first], at[last]))
        else:
            items.append(Scalar(found[kind], at[first - 1], at[last + 1], text[last]))  # type: ignore[index]
    result.end = at[end + 1]
    return result if reached == end else None
