"""How a file shortens its numbers, told from its own residuals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice

from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.engine.arithmetic import size
from factcheck.judgement.lowering.domains import Domains, Habit, is_rounding
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import Convention
from factcheck.judgement.rows import Row, rows_of
from factcheck.judgement.units.completion import facts_of
from factcheck.quantities.interval import Rational
from factcheck.records import record

ENOUGH = 12
"""So many residuals must lean one way: rounding to nearest does that once in two thousand files of twelve."""
TELLING = 3
"""So many residuals that rounding to nearest cannot explain tell as much."""
TOLERATED = 20
"""One in so many may lean the other way."""
MIXED_SHARE = 4
"""One residual in so many lies far out on either side: rounding to nearest puts one in twenty there."""
MOST_CHECKS = 400
PORTION = 40
FIRST_LOOK = 24
"""After so many residuals it is asked whether the file is an ordinary one."""


Term = tuple[Rational, Rational, Rational]
"""The coefficient of a number in a row, and the ends of its strict reading."""


@record(slots=True)
class Evidence:
    """What the residuals of one file say: the checks that lean towards cutting off and towards rounding up, and those that demand it.

    ``needs_truncation`` cannot hold under rounding to nearest but can under truncation; ``needs_up`` likewise; ``refutes_*`` the reverse.
    ``far_truncated`` and ``far_up`` lean further than two standard deviations of rounding to nearest.
    """

    truncated: list[str] = field(default_factory=list)
    upward: list[str] = field(default_factory=list)
    needs_truncation: list[str] = field(default_factory=list)
    needs_up: list[str] = field(default_factory=list)
    refutes_truncation: int = 0
    refutes_up: int = 0
    far_truncated: list[str] = field(default_factory=list)
    far_up: list[str] = field(default_factory=list)
    weighed: int = 0


def weigh(evidence: Evidence, lowered: Lowered, facts: Mapping[str, Fact]) -> None:
    """Add the linear rows of some checks to the evidence.

    Under truncation (or rounding up) every residual leans one way, under rounding to nearest either.
    """
    for row in rows_of(lowered, range(len(lowered.check_of))):
        _weigh(evidence, lowered, facts, row)


def is_ordinary(evidence: Evidence) -> bool:
    """Whether enough residuals were seen, they lean both ways, and few of them far: no habit can come of that."""
    if evidence.weighed < FIRST_LOOK:
        return False
    fewer = min(len(evidence.truncated), len(evidence.upward))
    far = len(evidence.far_truncated) + len(evidence.far_up)
    return fewer * 4 >= evidence.weighed - fewer and far * MIXED_SHARE * 2 <= evidence.weighed


def _weigh(evidence: Evidence, lowered: Lowered, facts: Mapping[str, Fact], row: Row) -> None:
    terms: list[Term] = []
    for index, coefficient in row.coefficients.items():
        fact, domain = facts.get(lowered.fact_of[index] or ""), lowered.strict[index]
        if fact is None or domain.low is None or domain.high is None:
            return
        if not is_point(domain) and not is_rounding(fact, fact.readings.strict):
            return
        terms.append((coefficient, domain.low, domain.high))
    weigh_row(evidence, lowered.check_of[row.constraint], row.fixed, terms)


def weigh_row(evidence: Evidence, name: str, fixed: Rational, terms: Sequence[Term]) -> None:
    """Add what one row says: its residual at the middles of the terms, and how far it would lie were all of them cut off.

    Everything is reckoned twice as large, so that whole numbers and their halves need no fractions.
    """
    residual: Rational = 2 * fixed
    lean: Rational = 0
    half: Rational = 0
    squares: Rational = 0
    for term in terms:
        coefficient, low, high = term
        middle, share = low + high, coefficient * (high - low)
        residual += coefficient * middle
        if share:
            lean -= share if middle > 0 else -share
            half += size(share)
            squares += share * share
    if not half or not lean or size(residual) > 2 * half:
        return
    truncation, upward = size(residual - lean) <= half, size(residual + lean) <= half
    evidence.weighed += 1
    if residual:
        downward = (residual > 0) == (lean > 0)
        (evidence.truncated if downward else evidence.upward).append(name)
        if 3 * residual * residual > 4 * squares:  # each error's variance: a third of its half width squared
            (evidence.far_truncated if downward else evidence.far_up).append(name)
    if size(residual) > half:
        if truncation:
            evidence.needs_truncation.append(name)
        if upward:
            evidence.needs_up.append(name)
    evidence.refutes_truncation += not truncation
    evidence.refutes_up += not upward


def weigh_ratio(evidence: Evidence, name: str, low: Rational, high: Rational) -> None:
    """What :func:`weigh_row` says of ``result − ratio · base``, from ``low`` to ``high`` (not below 0 all), where only the ratio is rounded."""
    over, under = high.numerator * low.denominator, low.numerator * high.denominator
    residual, half = over + under, over - under
    if -2 * half > residual or residual > 2 * half:
        return
    evidence.weighed += 1
    truncation, upward = -half <= residual - half <= half, -half <= residual + half <= half
    if residual:
        (evidence.truncated if residual > 0 else evidence.upward).append(name)
        if 3 * residual * residual > 4 * half * half:
            (evidence.far_truncated if residual > 0 else evidence.far_up).append(name)
        if residual > half or residual < -half:
            if truncation:
                evidence.needs_truncation.append(name)
            if upward:
                evidence.needs_up.append(name)
    evidence.refutes_truncation += not truncation
    evidence.refutes_up += not upward


def convention_of(file: ClaimsFile, evidence: Evidence) -> Convention | None:
    """What to say of a file's habit, ``None`` where there is nothing to say or the file says it itself."""
    rounding = file.article.rounding
    if rounding == "either":
        return None
    far = min(len(evidence.far_truncated), len(evidence.far_up))
    if (
        far >= TELLING
        and (len(evidence.far_truncated) + len(evidence.far_up)) * MIXED_SHARE > evidence.weighed
    ):
        checks = tuple(dict.fromkeys(evidence.far_truncated))
        return _convention(file, "FC503", "mixed", checks, len(evidence.far_up))
    if rounding != "truncate" and _leans(
        evidence.truncated, evidence.upward, evidence.needs_truncation, evidence.refutes_truncation
    ):
        return _convention(
            file, "FC502", "truncate", tuple(dict.fromkeys(evidence.truncated)), len(evidence.upward)
        )
    if _leans(evidence.upward, evidence.truncated, evidence.needs_up, evidence.refutes_up):
        return _convention(
            file, "FC504", "up", tuple(dict.fromkeys(evidence.upward)), len(evidence.truncated)
        )
    return None


def _leans(towards: Sequence[str], away: Sequence[str], needs: Sequence[str], refutes: int) -> bool:
    if len(towards) >= ENOUGH and len(away) * TOLERATED <= len(towards):
        return True
    return len(needs) >= TELLING and not refutes and len(towards) > len(away)


def _convention(file: ClaimsFile, code: str, kind: str, checks: tuple[str, ...], opposed: int) -> Convention:
    return Convention(
        code=code,
        file=file.path,
        kind="truncate" if kind == "truncate" else "up" if kind == "up" else "mixed",
        supporting=len(checks),
        opposed=opposed,
        checks=checks,
        applied=file.article.rounding is None and kind != "mixed",
    )


def habits_of(file: ClaimsFile, convention: Convention | None) -> dict[str, Habit]:
    """The habit under which the facts of a file are read, by fact id."""
    if convention is None or not convention.applied or convention.kind == "mixed":
        return {}
    habit: Habit = "truncate" if convention.kind == "truncate" else "up"
    return {fact.id: habit for fact in file.facts.values()}


def telling_checks(
    checks: Sequence[Check],
    facts: Mapping[str, Fact],
    domains: Mapping[str, Domains],
    plain: Mapping[str, tuple[Rational, Rational, bool, Sequence[str]]],
) -> Iterator[Sequence[Check]]:
    """The checks worth weighing, in portions: plain ones over printed numbers, some of them rounded; so many at most.

    ``plain`` are checks of printed numbers alone, with those of them that are not exactly known.
    """
    found = (
        check
        for check in checks
        if check.kind != "within"
        and (
            _is_rounded(apart[3], domains)
            if (apart := plain.get(check.id)) is not None
            else _tells(check, facts, domains)
        )
    )
    telling = list(islice(found, MOST_CHECKS))
    if len(telling) >= TELLING:
        for start in range(0, len(telling), PORTION):
            yield telling[start : start + PORTION]


def _is_rounded(unknown: Sequence[str], domains: Mapping[str, Domains]) -> bool:
    return bool(unknown) and any(domains[name].rounded for name in unknown)


def _tells(check: Check, facts: Mapping[str, Fact], domains: Mapping[str, Domains]) -> bool:
    if check.ignore is not None or check.assumption or check.tolerance is not None:
        return False
    rounded = False
    for name in facts_of(check):
        fact = facts.get(name)
        if fact is None or fact.hidden:
            return False
        rounded = rounded or domains[name].rounded
    return rounded
