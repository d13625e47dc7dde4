"""A formula cut into tokens, full-width and typographic forms folded to plain ones."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.lazily import expression

_TOKEN = expression(
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


LONGEST_NUMBER = 60
"""Digits of a number that is not looked at more closely."""

_SIGNS = frozenset(("=", "<", ">", "<=", ">=", "+", "-", "*", "/", *_PLAIN))
_token = tuple.__new__


def tokens(formula: str) -> list[Token]:
    """All tokens of the formula, closed by an ``end``; a character that begins none is a token of kind ``wrong``."""
    return _spaced_tokens(formula) or _any_tokens(formula)


def is_one_name(text: str) -> bool:
    """Whether a text between spaces is one token, a name; ``False`` also where that takes a closer look."""
    return text.isidentifier() and (text.isalnum() or text.replace("_", "").isalnum())


def is_whole_number(text: str) -> bool:
    """Whether a text between spaces is one token, a whole number of a size that people print."""
    return text.isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER


def _spaced_tokens(formula: str) -> list[Token] | None:
    """The tokens of a formula whose names, whole numbers and signs all stand between single spaces, as most do."""
    result: list[Token] = []
    at = 0
    for text in formula.split(" "):
        end = at + len(text)
        if is_one_name(text):
            result.append(_token(Token, ("name", text, at, end)))
        elif text in _SIGNS:
            result.append(_token(Token, ("operator", _PLAIN.get(text, text), at, end)))
        elif is_whole_number(text):
            result.append(_token(Token, ("number", text, at, end)))
        else:
            return None
        at = end + 1
    result.append(Token("end", "", len(formula), len(formula)))
    return result


def _any_tokens(formula: str) -> list[Token]:
    result: list[Token] = []
    at = 0
    for found in _TOKEN.finditer(formula):
        start, end = found.span()
        if start != at:
            break
        at = end
        group = found.lastgroup
        if group == "name":
            result.append(Token("name", found[0], start, end))
        elif group == "operator":
            text = found[0]
            result.append(Token("operator", _PLAIN.get(text, text), start, end))
        elif group == "number":
            result.append(Token("number", found[0].translate(_DIGITS), start, end))
        elif group is not None and group != "space":
            result.append(Token(_KIND[group], found[group], start, end))
    if at < len(formula):
        result.append(Token("wrong", formula[at], at, at + 1))
    result.append(Token("end", "", at, at))
    return result
