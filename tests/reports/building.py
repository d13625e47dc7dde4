"""Small builders for reports made by hand."""

from __future__ import annotations

from factcheck.check.model import Diagnosis, Guard, Report, in_reading_order, summarize
from factcheck.claims.expressions import Node, Reference
from factcheck.claims.model import Article, Check, CheckKind, ClaimsFile, Fact, Project
from factcheck.findings import Finding, Label, Message
from factcheck.judgement.model import CheckVerdict, Implied, Judgement, Verdict
from factcheck.quantities.interval import Interval, Rational
from factcheck.quantities.model import Readings, Unit
from factcheck.text import SourceText


def label(
    source: SourceText,
    fragment: str,
    letter: str | None = None,
    *,
    primary: bool = False,
    note: Message | None = None,
    after: str = "",
) -> Label:
    """The label on the first ``fragment`` of a text, looked for behind ``after``."""
    start = source.text.index(fragment, source.text.index(after))
    return Label(source, start, start + len(fragment), letter, note, primary)


def reference(file: str, source: SourceText, name: str, after: str) -> Reference:
    """A fact's name as a check writes it."""
    start = source.text.index(name, source.text.index(after))
    return Reference(name, f"{file}.{name}", start, start + len(name))


def fact(
    stem: str, source: SourceText, name: str, printed: str | None, unit: Unit, low: Rational, high: Rational
) -> Fact:
    """A fact whose readings are the same interval."""
    start = source.text.index(name)
    value = source.text.index(printed, start) if printed else start
    interval = Interval(low, high, integer=unit.is_count)
    return Fact(
        id=f"{stem}.{name}",
        name=name,
        name_start=start,
        name_end=start + len(name),
        value_start=value,
        value_end=value + len(printed or name),
        readings=Readings(interval, interval),
        printed=printed,
        unit=unit,
        hidden=printed is None,
    )


def check(
    stem: str,
    source: SourceText,
    written: str,
    kind: CheckKind,
    fields: dict[str, tuple[str, ...]],
    ignore: str | None = None,
) -> Check:
    """A check that is written ``written`` in the file and names these facts."""
    start = source.text.index(written)
    line = source.position(start).line
    named: dict[str, tuple[Node, ...]] = {
        name: tuple(reference(stem, source, fact, written) for fact in facts)
        for name, facts in fields.items()
    }
    return Check(
        id=f"{stem}:{line}",
        kind=kind,
        start=start,
        end=start + len(written),
        line=line,
        fields=named,
        ignore=ignore,
    )


def report_of(
    files: list[ClaimsFile],
    findings: list[Finding],
    verdicts: dict[str, CheckVerdict],
    *,
    implied: dict[str, Implied] | None = None,
    diagnoses: tuple[Diagnosis, ...] = (),
    guards: dict[str, Guard] | None = None,
    unread: tuple[str, ...] = (),
    duration: float | None = 0.09,
    exit_code: int = 1,
) -> Report:
    """A report of these parts, counted and sorted."""
    project = Project(files)
    paths = (*(file.path for file in files), *unread)
    judgement = Judgement(verdicts=verdicts, implied=implied or {})
    return Report(
        files=paths,
        project=project,
        findings=in_reading_order(findings),
        judgement=judgement,
        diagnoses=diagnoses,
        guards=guards,
        summary=summarize(
            files=paths, project=project, findings=findings, judgement=judgement, exit_code=exit_code
        ),
        duration=duration,
    )


def claims_file(stem: str, source: SourceText, facts: list[Fact], checks: list[Check]) -> ClaimsFile:
    """A claims file of these facts and checks."""
    return ClaimsFile(
        stem=stem,
        path=source.path,
        source=source,
        article=Article(),
        facts={fact.name: fact for fact in facts},
        checks=checks,
    )


def verdict(check: Check, kind: Verdict, **more: object) -> CheckVerdict:
    """A verdict on a check."""
    return CheckVerdict(check=check.id, verdict=kind, **more)  # type: ignore[arg-type]
