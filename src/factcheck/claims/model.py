"""Facts, checks, files and projects as decoded: plain data, no judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from typing import Any, Literal

from factcheck.claims.expressions import Comparison, Node
from factcheck.findings import Finding, Severity
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import PrintedQuantity, Readings, Unit
from factcheck.records import keep_rare, record
from factcheck.text import SourceText

CheckKind = Literal[
    "expression", "sum", "share", "average", "change", "times", "within", "shares", "per_year", "same"
]
Rounding = Literal["nearest", "truncate", "either"]

NO_FIELDS: Mapping[str, tuple[Node, ...]] = {}
"""The fields of a check that has none, shared by all of them."""


@record(frozen=True, slots=True)
class Extent:
    """A stretch of the claims file: code-point offsets, end exclusive."""

    start: int
    end: int


@record(frozen=True, slots=True)
class Quote:
    """A fragment of the article around the number (a W3C TextQuoteSelector), and where the claims file writes it."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    extent: Extent = Extent(0, 0)


@record(frozen=True, slots=True)
class Period:
    """ISO 8601 dates as written; ``None`` is an open end. ``as_of`` has both ends the same."""

    start: str | None
    end: str | None


@record(slots=True, kw_only=True)
class Fact:
    """One number that the article states, or a hidden quantity that it implies.

    ``id`` is the file's stem, a dot and the name. ``quantity`` is the printed form, ``readings`` what it may be in ``unit``
    (hidden: both readings are what ``between`` allows, by default ≥ 0). ``unit`` is ``None`` for a hidden quantity whose unit has to be
    inferred from the checks. Places are offsets in the claims file, kept as numbers: an archive has a million of them.
    """

    _rare = (
        "period", "cumulative", "source", "trusted", "alone", "note", "because", "between", "whole_of_all", "reading", "precision",
    )  # fmt: skip

    id: str
    name: str
    readings: Readings
    quantity: PrintedQuantity | None = None
    printed: str | None = None
    unit: Unit | None = None
    name_start: int = 0
    name_end: int = 0
    value_start: int = 0
    value_end: int = 0
    hidden: bool = False
    quotes: tuple[Quote, ...] = ()
    per: str | None = None  # the divisor that the quote names: 户 from 户均, 人 from 人均, X from 每X, per X
    is_ratio: bool = (
        False  # the ``is`` of an average or a times, or "每…1至2名": never a whole number by nature
    )
    period: Period | None = None
    cumulative: bool = False
    source: str = ""
    trusted: bool = False
    alone: bool = False
    note: str = ""
    because: str = ""
    between: Interval | None = None
    whole_of_all: bool = False  # 100% beside 全部, 全覆盖, 均, all: exactly 1 in both readings
    reading: Literal["exact", "strict", "loose"] | Interval | None = None  # the override, in ``unit``
    precision: Fraction | None = None  # the digit unit that overrides the printed one, in ``unit``

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - the field's name
        name: str,
        readings: Readings,
        quantity: PrintedQuantity | None = None,
        printed: str | None = None,
        unit: Unit | None = None,
        name_start: int = 0,
        name_end: int = 0,
        value_start: int = 0,
        value_end: int = 0,
        hidden: bool = False,
        quotes: tuple[Quote, ...] = (),
        per: str | None = None,
        is_ratio: bool = False,
        **rare: Any,
    ) -> None:
        self.id = id
        self.name = name
        self.readings = readings
        self.quantity = quantity
        self.printed = printed
        self.unit = unit
        self.name_start = name_start
        self.name_end = name_end
        self.value_start = value_start
        self.value_end = value_end
        self.hidden = hidden
        self.quotes = quotes
        self.per = per
        self.is_ratio = is_ratio
        if rare:
            keep_rare(self, rare)

    @property
    def name_extent(self) -> Extent:
        """The place of the name."""
        return Extent(self.name_start, self.name_end)

    @property
    def value_extent(self) -> Extent:
        """The place of the printed value (or the number in the quote, or the name when hidden)."""
        return Extent(self.value_start, self.value_end)


@record(frozen=True, slots=True)
class Tolerance:
    """How far a comparison may be off: ``relative`` (a share of the larger side, 1/100 for 1%) or an absolute amount in a unit."""

    amount: Node
    relative: bool


@record(slots=True, kw_only=True)
class Check:
    """One relation that must hold.

    ``id`` is the check's own ``id`` with the file's stem before it, or ``stem:line``. ``fields`` maps each field of a named kind to its
    expressions (one, or several for lists such as ``parts``); the list of ``same`` stands under ``of``, as that of ``shares`` does.
    ``comparison`` is the formula of an expression check.
    """

    _rare = ("severity", "tolerance", "assumption", "ignore", "ignore_extent")

    id: str
    kind: CheckKind
    line: int
    start: int = 0
    end: int = 0
    comparison: Comparison | None = None
    fields: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    because: str = ""
    severity: Severity | None = None
    tolerance: Tolerance | None = None
    assumption: bool = False
    ignore: str | None = None
    ignore_extent: Extent | None = None

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - the field's name
        kind: CheckKind,
        line: int,
        start: int = 0,
        end: int = 0,
        comparison: Comparison | None = None,
        fields: Mapping[str, tuple[Node, ...]] = NO_FIELDS,
        because: str = "",
        **rare: Any,
    ) -> None:
        self.id = id
        self.kind = kind
        self.line = line
        self.start = start
        self.end = end
        self.comparison = comparison
        self.fields = fields
        self.because = because
        if rare:
            keep_rare(self, rare)

    @property
    def extent(self) -> Extent:
        """The place of the whole check in the claims file."""
        return Extent(self.start, self.end)


@record(slots=True, kw_only=True)
class Article:
    """What a file says of its article."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    language: Literal["zh", "en"] = "zh"
    text: str | None = None
    text_extent: Extent | None = None
    rounding: Rounding | None = None


@record(slots=True, kw_only=True)
class ClaimsFile:
    """One claims file: what could be decoded of it, and the findings about what could not."""

    stem: str
    path: str
    source: SourceText
    article: Article
    facts: dict[str, Fact]
    checks: list[Check]
    uses: dict[str, str] = field(
        default_factory=dict
    )  # local name -> path of the used file as in Project.files
    uses_extents: dict[str, Extent] = field(default_factory=dict)
    broken: set[str] = field(
        default_factory=set
    )  # names of facts that stand in the file but could not be decoded
    findings: list[Finding] = field(default_factory=list)


@record(slots=True)
class Project:
    """Files that are judged together; facts of all of them by id."""

    files: list[ClaimsFile] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """Everything that reading found, file by file."""
        return [finding for file in self.files for finding in file.findings]

    def facts(self) -> dict[str, Fact]:
        """All facts by id."""
        return {fact.id: fact for file in self.files for fact in file.facts.values()}

    def checks(self) -> list[Check]:
        """All checks in the order of the files."""
        return [check for file in self.files for check in file.checks]
