"""What a line of a usual file looks like, and the pieces between braces and brackets.

The patterns are for texts whose lines are printable (:func:`lines_are_printable`), so that they need not name what YAML forbids.
"""

from __future__ import annotations

import re

from factcheck.lazily import expression

_KEY = r"\w[^:#,\[\]{}\n]{0,100}+(?<! )"
_FIRST = r"(?:[^\s?:,\[\]{}#&*!|>'\"%@`-]|-(?=[^ \n]))"
_PLAIN = rf"{_FIRST}[^:#\n]*(?<! )"
_PLAIN_IN_BRACES = rf"{_FIRST}[^?:#,\[\]{{}}'\"\n]*(?<! )"
_DOUBLE = r'"([^"\\\n]*)"'
_SINGLE = r"'([^'\n]*)'"

_PLAIN_PAIR = f"{_KEY}: {_PLAIN_IN_BRACES}"

LINE = expression(
    rf"^(?:( *)(- )?(?:({_KEY}):(?: |$))?"
    rf"(?:({_PLAIN})|{_DOUBLE}|{_SINGLE}|\{{({_PLAIN_PAIR}(?:, {_PLAIN_PAIR})*)(?:, ({_KEY}): {_DOUBLE})?\}}|\{{([^{{}}\n]*)\}}|\[([^\[\]\n]*)\])?)?"
    rf"(?:(?:^| ) *#[^\n]*| *)(?:\n|\Z)",
    re.MULTILINE,
)
"""One line to its end: indentation, the dash of an item, a key, a value (plain, in double or single quotes, plain pairs in
braces and a quoted one after them, anything in braces, anything in brackets), a comment."""

_VALUE = rf"(?:({_PLAIN_IN_BRACES})|{_DOUBLE}|{_SINGLE}"

PAIR = expression(rf" *({_KEY}): {_VALUE}|\[([^\[\]]*)\]) *(?:,|\Z)")
"""A key and its value between braces, to the comma."""

ITEM = expression(rf" *{_VALUE}) *(?:,|\Z)")
"""An item between brackets, to the comma."""


def lines_are_printable(text: str) -> bool:
    """Whether nothing stands in the text but line feeds and what can be printed: no tabs, no other line ends, nothing that YAML forbids."""
    return text.replace("\n", "").isprintable()
