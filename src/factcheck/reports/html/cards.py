"""One number opened: how it may be read, what the others imply, by which steps, its checks, its source, its repairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from factcheck.check.model import Report
from factcheck.claims.model import Check, ClaimsFile, Fact, Period
from factcheck.diagnosis.model import Coverage, DerivedRange, DigitGuard
from factcheck.findings import Language, Message, Repair, say
from factcheck.judgement.model import Verdict
from factcheck.quantities import Interval
from factcheck.records import record
from factcheck.reports.html.axis import Axis, axis_of
from factcheck.reports.html.states import State, States
from factcheck.reports.html.wording import VERDICTS, change_sentence
from factcheck.reports.phrases.repairs import repair_sentence
from factcheck.reports.phrases.steps import shown, step_line
from factcheck.reports.relations import facts_of

SHOWN_REPAIRS = 4


@record(frozen=True, slots=True)
class FactLink:
    """Another number of the page, by the anchor of its card."""

    card: str
    name: str
    printed: str
    state: State


@record(frozen=True, slots=True)
class CheckView:
    """One check on a number: its formula with names and with the numbers as printed, and what came of it."""

    id: str
    name: str
    formula: str
    printed: str
    verdict: Verdict
    word: str
    mark: State
    assumption: bool
    because: str
    place: str
    others: tuple[FactLink, ...]


@record(frozen=True, slots=True)
class Card:
    """All that the page says of one number."""

    anchor: str
    fact: str
    name: str
    printed: str
    state: State
    readings: list[tuple[str, str]]
    implied: list[tuple[str, str]]
    axis: Axis | None
    steps: list[str]
    pinned: list[FactLink]
    digits: tuple[DigitGuard, ...]
    checks: list[CheckView]
    repairs: list[str]
    findings: list[str]
    quotes: tuple[str, ...]
    change: str
    source: str
    period: str
    remarks: list[str]
    place: str


class Cards:
    """Makes the cards of one report."""

    def __init__(self, report: Report, states: States, language: Language) -> None:
        self.report = report
        self.states = states
        self._language = language
        self.facts = report.project.facts()
        self._checks = {check.id: check for check in report.project.checks()}
        self.anchors = {fact: f"n-{number}" for number, fact in enumerate(self.facts, 1)}

    def card(self, file: ClaimsFile, fact: Fact) -> Card:
        """The card of one fact."""
        explained = self.report.explanations.get(fact.id)
        told = (explained.strict or explained.loose) if explained else None
        coverage = self.report.coverages.get(fact.id)
        return Card(
            anchor=self.anchors[fact.id],
            fact=fact.id,
            name=fact.name,
            printed=fact.printed or "",
            state=self.states.of(fact),
            readings=[] if fact.hidden else self._readings(fact),
            implied=self._implied(fact),
            axis=self._axis(fact),
            steps=self._steps(told),
            pinned=[
                self.link(pin) for pin in (explained.pinned_by if explained else ()) if pin in self.facts
            ],
            digits=_digits(coverage),
            checks=[self._check(file_of, check, fact) for file_of, check in self._checks_of[fact.id]],
            repairs=self._repairs_of(fact),
            findings=self._findings_of[fact.id],
            quotes=tuple(quote.exact for quote in fact.quotes),
            change=self._changes.get(fact.id, ""),
            source=fact.source,
            period=self._period(fact.period, fact.cumulative),
            remarks=[remark for remark in (fact.note, fact.because) if remark],
            place=f"{file.path}:{file.source.position(fact.name_extent.start).line}",
        )

    def link(self, fact: str) -> FactLink:
        """A link to the card of a fact."""
        known = self.facts[fact]
        return FactLink(self.anchors[fact], known.name, known.printed or "", self.states.of(known))

    def _readings(self, fact: Fact) -> list[tuple[str, str]]:
        strict, loose = shown(fact.readings.strict, fact), shown(fact.readings.loose, fact)
        if strict == loose:
            return [(self._say("读作", "read as"), strict)]
        return [(self._say("按四舍五入", "rounded"), strict), (self._say("放宽", "loosely"), loose)]

    def _implied(self, fact: Fact) -> list[tuple[str, str]]:
        explained = self.report.explanations.get(fact.id)
        if explained is None:
            return []
        strict, loose = (
            shown(derived.bounds, fact, explained.unit) if derived else ""
            for derived in (explained.strict, explained.loose)
        )
        if strict == loose or not loose:
            return [(self._say("按所印数字", "as printed"), strict)] if strict else []
        rows = [(self._say("按所印数字", "as printed"), strict), (self._say("放宽", "loosely"), loose)]
        return [row for row in rows if row[1]]

    def _axis(self, fact: Fact) -> Axis | None:
        explained = self.report.explanations.get(fact.id)
        if explained is None:
            return None
        implied = [derived.bounds for derived in (explained.loose, explained.strict) if derived]
        stated: list[Interval] = [] if fact.hidden else [fact.readings.loose, fact.readings.strict]
        return axis_of(list(dict.fromkeys(stated)), list(dict.fromkeys(implied)))

    def _steps(self, told: DerivedRange | None) -> list[str]:
        return [
            step_line(step, self.facts, self._checks).in_language(self._language)
            for step in (told.steps if told else ())
        ]

    @cached_property
    def _checks_of(self) -> Mapping[str, list[tuple[ClaimsFile, Check]]]:
        found: dict[str, list[tuple[ClaimsFile, Check]]] = defaultdict(list)
        for file in self.report.project.files:
            for check in file.checks:
                for fact in facts_of(check):
                    found[fact].append((file, check))
        return found

    def _check(self, file: ClaimsFile, check: Check, fact: Fact) -> CheckView:
        from factcheck.rules.kinds import KINDS
        from factcheck.rules.wording.formulas import Naming

        judged = self.report.judgement.verdicts.get(check.id)
        verdict = judged.verdict if judged else Verdict.NOT_JUDGED
        relation = KINDS[check.kind].relation
        return CheckView(
            id=check.id,
            name=check.id.removeprefix(f"{file.stem}."),
            formula=relation(check, Naming(self.facts, lambda each: each.name)),
            printed=relation(check, Naming(self.facts, lambda each: each.printed or each.name)),
            verdict=verdict,
            word=VERDICTS[verdict].in_language(self._language),
            mark=self.states.of_check(check),
            assumption=check.assumption,
            because=check.because,
            place=f"{file.path}:{check.line}",
            others=tuple(
                self.link(each) for each in facts_of(check) if each != fact.id and each in self.facts
            ),
        )

    @cached_property
    def _repairs(self) -> Mapping[str, list[Repair]]:
        found: dict[str, list[Repair]] = defaultdict(list)
        own = (repair for finding in self.report.findings for repair in finding.repairs)
        ranked = (repair for diagnosis in self.report.diagnoses for repair in diagnosis.repairs)
        for repair in (*ranked, *own):
            for fact in (repair.fact, *(each for each, _, _ in repair.also)):
                found[fact].append(repair)
        return found

    def _repairs_of(self, fact: Fact) -> list[str]:
        sentences = (
            repair_sentence(repair, self.report, {}, self._language) for repair in self._repairs[fact.id]
        )
        return list(dict.fromkeys(sentences))[:SHOWN_REPAIRS]

    @cached_property
    def _findings_of(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for finding in self.report.findings:
            if finding.ignored is None:
                for fact in finding.facts:
                    found[fact].append(f"f-{finding.fingerprint}")
        return found

    @cached_property
    def _changes(self) -> Mapping[str, str]:
        return {
            state.fact.id: sentence.in_language(self._language)
            for drafted in self.report.drafts
            for state in drafted.quotes
            if (sentence := change_sentence(state, drafted)) is not None
        }

    def _period(self, period: Period | None, cumulative: bool) -> str:
        parts = list(_dates(period))
        if cumulative:
            parts.append(Message("累计", "cumulative"))
        return self._say("，", ", ").join(part.in_language(self._language) for part in parts)

    def _say(self, zh: str, en: str) -> str:
        return Message(zh, en).in_language(self._language)


def _dates(period: Period | None) -> Iterator[Message]:
    if period is None:
        return
    if period.start == period.end:
        yield Message(period.start or "", period.start or "")
    else:
        yield say("{a} 至 {b}", "{a} to {b}", a=period.start or "…", b=period.end or "…")


def _digits(coverage: Coverage | None) -> tuple[DigitGuard, ...]:
    return tuple(digit for digit in coverage.digits if digit.edits) if coverage else ()
