"""Values written as YAML: bare where nothing in them means anything to YAML, else in quotes."""

from __future__ import annotations

import json
import re

from factcheck.claims.syntax.quoting import quoted
from factcheck.lazily import expression

_PLAIN = expression(r"[\w£€$¥%‰·+./：；。、“”‘’《》（）—–~～−×°℃ -]+")
_MEANT_OTHERWISE = expression(r"[-?:~ ]|.*(?: #|: | $)|(?:true|false|null|yes|no|on|off|~)$", re.IGNORECASE)


def scalar(text: str) -> str:
    r"""A text as a YAML value, in flow form or not.

    >>> scalar("35个贫困村"), scalar("1,200元"), scalar("a\nb")
    ('35个贫困村', '"1,200元"', '"a\\nb"')
    """
    if _PLAIN.fullmatch(text) and not _MEANT_OTHERWISE.match(text):
        return text
    return quoted(text) if text.isprintable() else json.dumps(text, ensure_ascii=False)
