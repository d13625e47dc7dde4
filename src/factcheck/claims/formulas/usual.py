"""Formulas of the usual kind, ``a + b = c``: names and whole numbers between single spaces, read without cutting them into tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.claims.expressions import Comparison, Node, Number, Operation, Reference
from factcheck.claims.formulas.tokens import is_one_name, is_whole_number
from factcheck.claims.model import Fact

LONGEST = 200
"""Names and signs at most; longer chains are made flat by the parser."""

_COMPARISONS = {"=": "=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">="}
_RANKS = {"+": 1, "-": 1, "*": 2, "×": 2, "/": 2, "÷": 2}
_SHARED: dict[tuple[Any, ...], tuple[Any, ...]] = {(sign,): (sign,) for sign in ("=", "<", ">", "<=", ">=")}
"""The signs of formulas with one comparison, shared by all of them."""
_FOLDED = {"×": "*", "÷": "/"}


def usual_comparison(
    formula: str, start: int, facts: Mapping[str, Fact], offsets: Sequence[int]
) -> Comparison | None:
    """The comparison that :func:`factcheck.claims.formulas.parser.parse_formula` makes of a formula of the usual kind; ``None`` says nothing.

    ``start`` is the formula's offset in the file, where it stands letter by letter; ``offsets[i]`` is ``i``. Each side has signs of one
    rank only, so that it is read from left to right. Parsing such a formula takes four times as long.
    """
    pieces = formula.split(" ")
    if not 3 <= len(pieces) <= LONGEST:
        return None
    operands: list[Node] = []
    operators: list[Any] = []
    side: Node | None = None
    sign = ""
    rank, at, operand_due = 0, start, True
    for piece in pieces:
        end = at + len(piece)
        if operand_due:
            fact = facts.get(piece)
            node: Node
            if fact is not None and is_one_name(piece):
                node = Reference(fact.name, fact.id, offsets[at], offsets[end])
            elif fact is None and is_whole_number(piece) and (sign != "/" or piece.strip("0")):
                node = Number(int(piece), None, piece, offsets[at], offsets[end])
            else:
                return None
            side = node if side is None else Operation(sign, side, node, side.start, node.end)  # type: ignore[arg-type]
        elif piece in _COMPARISONS:
            operands.append(side)  # type: ignore[arg-type]
            operators.append(_COMPARISONS[piece])
            side, sign, rank = None, "", 0
        else:
            own = _RANKS.get(piece, 0)
            if not own or rank not in (0, own):
                return None
            sign, rank = _FOLDED.get(piece, piece), own
        at = end + 1
        operand_due = not operand_due
    if operand_due or side is None or not operators:
        return None
    operands.append(side)
    signs = tuple(operators)
    return Comparison(tuple(operands), _SHARED.get(signs, signs), operands[0].start, side.end)
