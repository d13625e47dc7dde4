"""The finding: a small document with spans, a derivation, a gap and repairs. Every report is a function of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from factcheck.findings.messages import Message
from factcheck.records import record
from factcheck.text import Position, SourceText


class Severity(StrEnum):
    """How much a finding matters, from most to least."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for infos: the order in which reports sort them."""
        return list(Severity).index(self)


@record(frozen=True, slots=True)
class Label:
    """A marked stretch of a text: code-point offsets ``start`` to ``end`` (exclusive) of ``source``.

    The same quantity carries the same ``letter`` (A, B, C …) wherever it is shown. ``note`` stands beside the caret.
    ``primary`` marks the place the finding is about (``^^^``); the others are secondary (``---``).
    """

    source: SourceText
    start: int
    end: int
    letter: str | None = None
    note: Message | None = None
    primary: bool = False

    @property
    def position(self) -> Position:
        """Where the label begins."""
        return self.source.position(self.start)

    @property
    def end_position(self) -> Position:
        """Where the label ends (exclusive)."""
        return self.source.position(self.end)


@record(frozen=True, slots=True)
class Bounds:
    """An interval as reports print it: exact strings (integer, decimal or ``p/q``), ``None`` where unbounded.

    ``unit`` is the unit the numbers are in, as the article prints it.
    """

    low: str | None
    high: str | None
    unit: str
    low_open: bool = False
    high_open: bool = False


@record(frozen=True, slots=True)
class Repair:
    """One edit that would restore consistency: arithmetic, not truth; never applied by the program.

    ``fact`` is the fact's id, ``printed`` its text now, ``suggested`` the text it could have. ``kind`` names the slip:
    digit, transposition, scale, sign, unit, dropped-digit, doubled-digit, swap, base or free. ``clears`` holds the codes
    that the edit removes; ``allowed`` all values that the other facts leave; ``reason`` says why it is ranked here.
    ``also`` holds further edits needed at the same time (fact id, printed, suggested).
    """

    fact: str
    printed: str
    suggested: str | None
    kind: str
    clears: tuple[str, ...] = ()
    allowed: Bounds | None = None
    letter: str | None = None
    reason: Message | None = None
    also: tuple[tuple[str, str, str], ...] = ()


@record(frozen=True, slots=True)
class Finding:
    """What the program found at one place.

    ``labels`` hold the places in the claims file, primary first; ``article`` the places in the article's text (empty when
    the text is not at hand). ``check`` is the id of the check concerned, ``facts`` the ids of the facts in the order of
    their letters. ``stated``, ``implied`` and ``gap`` are in the reading (``loose`` or ``strict``) that decided. ``key``
    tells findings of the same code apart by meaning, never by line: it feeds the fingerprint, as does ``subject``, which
    says what ``check`` means where its id is only its line. ``ignored`` holds the reason under which the finding is kept
    but not counted against the run; ``ignored_in`` says where that reason stands: beside the check (``source``), in the
    ``baseline``, or in an earlier ``revision`` that has the finding too. ``diagnosis`` marks a summary of several
    findings with a common cause; ``causes`` then lists their fingerprints. ``instead`` is what should stand at the primary place
    where the program knows what was meant (a misspelt key).
    """

    code: str
    slug: str
    severity: Severity
    message: Message
    labels: tuple[Label, ...]
    article: tuple[Label, ...] = ()
    check: str | None = None
    facts: tuple[str, ...] = ()
    reading: str | None = None
    stated: Bounds | None = None
    implied: Bounds | None = None
    gap: str | None = None
    derivation: tuple[Message, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notes: tuple[Message, ...] = ()
    help: Message | None = None
    key: str = ""
    ignored: str | None = None
    subject: str = ""
    ignored_in: Literal["source", "baseline", "revision"] = "source"
    instead: str = ""

    @property
    def primary(self) -> Label:
        """The place the finding is about, in the claims file."""
        return self.labels[0]

    @property
    def fingerprint(self) -> str:
        """Tells the finding apart between runs, whatever lines it moves to: 16 hex digits over code, file and key."""
        import hashlib  # costs more than all else here, and only reports with findings need it

        meaning = "\0".join(
            (self.code, self.primary.source.path, self.subject or self.check or "", *self.facts, self.key)
        )
        return hashlib.sha256(meaning.encode("utf-8", "surrogatepass")).hexdigest()[:16]
