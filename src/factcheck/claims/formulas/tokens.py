"""A formula cut into tokens, full-width and typographic forms folded to plain ones."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<number>(?:[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?|[.．][0-9０-９]+)(?:\s*[%％‰])?)
  | (?P<name>[^\W\d]\w*)
  | (?P<operator><=|>=|==|!=|<>|\*\*|[=<>≤≥≦≧⩽⩾≠＝＜＞+\-*/×÷＋－−＊／^（）(),，、.．])
  | `(?P<backquoted>[^`]*)`
  | 「(?P<bracketed>[^」]*)」
  | "(?P<quoted>[^"]*)"
  | “(?P<curly>[^”]*)”
  | '(?P<single>[^']*)'
    """,
    re.VERBOSE,
)

_KIND = {
    "backquoted": "name",
    "bracketed": "name",
    "quoted": "quantity",
    "curly": "quantity",
    "single": "quantity",
}

_PLAIN = {
    "==": "=", "＝": "=", "＜": "<", "＞": ">", "≤": "<=", "≦": "<=", "⩽": "<=", "≥": ">=", "≧": ">=", "⩾": ">=",
    "×": "*", "＊": "*", "÷": "/", "／": "/", "＋": "+", "－": "-", "−": "-",
    "（": "(", "）": ")", "，": ",", "、": ",", "．": ".", "<>": "≠", "!=": "≠", "^": "**",
}  # fmt: skip

_DIGITS = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


class Token(NamedTuple):
    """``kind``: number, name, quantity, operator, end or wrong; ``text`` folded; ``start`` and ``end`` count in the formula."""

    kind: str
    text: str
    start: int
    end: int


def tokens(formula: str) -> list[Token]:
    """All tokens of the formula, closed by an ``end``; a character that begins none is a token of kind ``wrong``."""
    result: list[Token] = []
    at = 0
    match = _TOKEN.match
    while found := match(formula, at):
        at = found.end()
        group = found.lastgroup or ""
        if group == "space":
            continue
        text = found[group]
        if group == "operator":
            text = _PLAIN.get(text, text)
        elif group == "number":
            text = text.translate(_DIGITS)
        result.append(Token(_KIND.get(group, group), text, found.start(), at))
    if at < len(formula):
        result.append(Token("wrong", formula[at], at, at + 1))
    result.append(Token("end", "", at, at))
    return result
