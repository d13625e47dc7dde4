"""What stands directly before an English number: its sign and its hedge."""

from __future__ import annotations

from factcheck.quantities.atom import Atom
from factcheck.quantities.english import grammar
from factcheck.quantities.hedges import BEFORE_EN

WIDEST_HEDGE = 32


def signed(original: str, lower: str, start: int, floor: int) -> tuple[int, bool]:
    """Where the number begins with its sign, and whether it is negative; a dash is no sign."""
    match = grammar.SIGN_BEFORE.search(lower, max(floor, start - 9), start)
    if match is None:
        return start, False
    sign = original[match.start() : match.end()].strip()
    if sign in "–—‐‑~" and sign:
        return start, False
    return match.start(), True


def hedge_before(lower: str, start: int, floor: int, atom: Atom) -> tuple[int, str]:
    """The hedge directly before the number; over and under are none after a verb (sued over $2) or before an age (under 18)."""
    match = grammar.BEFORE.search(lower, max(floor, start - WIDEST_HEDGE), start)
    if match is None:
        return start, ""
    hedge = _hedge_word(match[0])
    if _is_none_after(lower, match.start(), hedge):
        return start, ""
    if hedge in ("over", "under", "above", "below"):
        bare = not atom.measure and not atom.numeral.scale and atom.numeral.value < 100
        if grammar.NOT_OVER.search(lower, max(0, match.start() - 12), match.start()) or (
            bare and hedge in ("under", "over")
        ):
            return start, ""
    return match.start(), hedge


def _is_none_after(lower: str, at: int, hedge: str) -> bool:
    """Whether the word before makes the hedge something else: asked about 3, back up to 4.8."""
    guard = {"about": grammar.NOT_ABOUT, "up to": grammar.NOT_UP_TO}.get(hedge)
    return guard is not None and guard.search(lower, max(0, at - 14), at) is not None


def _hedge_word(text: str) -> str:
    compact = " ".join(text.split())
    while compact and compact not in BEFORE_EN:
        compact = compact.rpartition(" ")[0]
    return compact or text.strip()
