"""Text written as a YAML value that reads back the same."""

from __future__ import annotations


def quoted(text: str) -> str:
    """The text as a quoted YAML value, in whichever quotes need no escape.

    >>> quoted("1,200元"), quoted('他说"好"')
    ('"1,200元"', '\\'他说"好"\\'')
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
