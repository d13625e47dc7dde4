"""The nearest right name, for what was misspelt on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.cli.speech import either


def nearest(name: str, known: Iterable[str]) -> str:
    """``（是否指 …？）`` or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), n=1) or get_close_matches(name.upper(), list(known), n=1)
    return either(f"；是否指 {found[0]}？", f"; did you mean {found[0]}?") if found else ""
