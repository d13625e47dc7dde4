"""What a line of a usual file looks like, and the pieces between braces and brackets."""

from __future__ import annotations

import re

from factcheck.lazily import expression

_PRINTED = r"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
"""What must not stand between quotes, nor in a comment: escapes, line ends, and what YAML forbids."""

_KEY = r"\w[\w .%()（）·/—-]{0,100}(?<! )"
_FIRST = r"(?:[\w(（“《.+$€£¥≥≤<=]|-(?=\w))"
_WITHIN = r"\w .%‰+*/=<>()~$€£¥×÷±°℃²³·≥≤，、；：。！？（）《》“”‘’「」—–～…\-"
_PLAIN = rf"{_FIRST}[{_WITHIN},;|@^\"'`]*(?<! )"
_PLAIN_IN_BRACES = rf"{_FIRST}[{_WITHIN}]*(?<! )"
_DOUBLE = rf'"([^"{_PRINTED}]*)"'
_SINGLE = rf"'([^'{_PRINTED}]*)'"

LINE = expression(
    rf"^(?:( *)(- )?(?:({_KEY}):(?: |$))?"
    rf"(?:({_PLAIN})|{_DOUBLE}|{_SINGLE}|\{{([^{{}}\n]*)\}}|\[([^\[\]\n]*)\])?)?"
    rf"(?:(?:^| ) *#[^{_PRINTED}]*| *)(?:\n|\Z)",
    re.MULTILINE,
)
"""One line to its end: indentation, the dash of an item, a key, a value (plain, in double or single quotes, in braces, in brackets), a comment."""

_VALUE = rf"(?:({_PLAIN_IN_BRACES})|{_DOUBLE}|{_SINGLE}"

PAIR = expression(rf" *({_KEY}): {_VALUE}|\[([^\[\]]*)\]) *(?:,|\Z)")
"""A key and its value between braces, to the comma."""

ITEM = expression(rf" *{_VALUE}) *(?:,|\Z)")
"""An item between brackets, to the comma."""
