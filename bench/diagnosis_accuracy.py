"""How often the diagnosis finds the wrong number and what it was: ``python bench/diagnosis_accuracy.py [ARTICLES] [SLIPS EACH]``.

One slip is put into a consistent article; the program is asked. Whether the slip is detectable at all is asked of Z3, which shares no code
with the engine. The ceiling is what an ideal judge could do who knows how the slips were made: it picks the likeliest explanation, and
is right as often as that explanation is.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random

from diagnosis_articles import article, chance, slipped
from diagnosis_oracle import detectable
from factcheck.claims import Project, read_project
from factcheck.diagnosis import Diagnosis, diagnose
from factcheck.diagnosis.candidates import Room
from factcheck.diagnosis.edits import edited
from factcheck.judgement import judge, lower
from factcheck.judgement.units.completion import facts_of
from factcheck.quantities import read_quantity


@dataclass(frozen=True)
class Case:
    """One slip: the project with it, the fact, what it printed before, the kind, how many checks touch it."""

    project: Project
    fact: str
    original: str
    kind: str
    touching: int


@dataclass(frozen=True)
class Outcome:
    """What became of a case; ``place`` is the rank of the culprit, ``offered`` that of the original form, from 0, ``None`` where missing."""

    detected: bool
    possible: bool
    place: int | None = None
    offered: int | None = None
    ceiling: Fraction = Fraction(0)


def cases(random: Random, articles: int, each: int) -> Iterator[Case]:
    """Slips into generated articles of 20 to 80 numbers."""
    for _ in range(articles):
        written = article(random, random.randint(20, 80))
        for name, kind, text in slips_into(random, written.printed, each):
            changed = written.with_printed(name, text)
            yield Case(changed.project(), f"a.{name}", written.printed[name], kind, written.touching(name))


def slips_into(random: Random, printed: dict[str, str], each: int) -> Iterator[tuple[str, str, str]]:
    made = 0
    while made < each:
        name = random.choice(list(printed))
        slip = slipped(random, printed[name])
        if slip is not None:
            made += 1
            yield name, *slip


def cases_of_claims(random: Random, folder: Path, number: int) -> Iterator[Case]:
    """Slips into the numbers of claims files that stand in some check, where nothing is wrong before."""
    project = read_project([folder])
    judgement = judge(project)
    wrong = {fact for conflict in judgement.conflicts for fact in conflict.facts}
    facts = project.facts()
    users = Counter(fact for check in project.checks() for fact in facts_of(check))
    used = {name for name in lower(project).variable_of if users[name]}
    printed = {
        name: fact.printed
        for name, fact in facts.items()
        if fact.printed
        and fact.printed[0].isdigit()
        and name in used
        and name not in wrong
        and "至" not in fact.printed
    }
    for name, kind, text in slips_into(random, printed, number):
        quantity = read_quantity(text)
        if quantity is not None:
            yield Case(edited(project, {name: quantity}), name, printed[name], kind, users[name])


def outcome(case: Case) -> Outcome | None:
    """Ask the program, and look for the fact and its original form in the answer; ``None`` where the unit or value alone betrays it."""
    judgement = judge(case.project)
    if any(problem.blocks and case.fact in problem.facts for problem in judgement.problems):
        return None
    concerned = [each for each in judgement.conflicts if case.fact in each.facts]
    if not concerned:
        return Outcome(False, detectable(case.project, judgement, case.fact))
    found = [
        each
        for each in diagnose(case.project, judgement)
        if any(conflict in each.conflicts for conflict in concerned)
    ]
    if not found:
        return Outcome(True, True)
    first = found[0]
    suspects = [(suspect.fact, *suspect.partners) for suspect in first.suspects]
    forms = [
        [(repair.fact, repair.suggested), *((fact, then) for fact, _, then in repair.also)]
        for repair in first.repairs
    ]
    return Outcome(
        True,
        True,
        _place(suspects, case.fact),
        _place(forms, (case.fact, case.original)),
        _ceiling(case.project, first),
    )


def _place(rows: Sequence[Sequence[object]], item: object) -> int | None:
    """The first row that holds the item: a pair names both its members."""
    return next((at for at, row in enumerate(rows) if item in row), None)


def _ceiling(project: Project, diagnosis: Diagnosis) -> Fraction:
    """The chance that the likeliest suspect is the one, for a judge who knows how the slips were made.

    Each form that a suspect could have had counts with the chance that a slip made the printed one of it, divided by the number of forms
    that the other facts leave: which of them was meant, nobody can know.
    """
    facts = project.facts()
    weights = []
    for suspect in diagnosis.suspects:
        quantity = facts[suspect.fact].quantity
        if suspect.partners or quantity is None:
            continue
        forms = Room(suspect.allowed, None).printable_forms(quantity)
        ways = (
            chance(repair.suggested or "", repair.printed) for repair in suspect.repairs if not repair.also
        )
        weights.append(sum(ways, Fraction(0)) / forms)
    total = sum(weights, Fraction(0))
    return max(weights) / total if total else Fraction(0)


def table(rows: dict[str, list[Outcome]]) -> Iterator[str]:
    yield "| | slips | detectable | detected | culprit first | in first three | ceiling, first | original first | original offered |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, outcomes in rows.items():
        possible = [each for each in outcomes if each.possible]
        seen = [each for each in possible if each.detected]
        cells = (
            len(outcomes),
            len(possible),
            _percent(len(seen), len(possible)),
            _percent(sum(each.place == 0 for each in seen), len(seen)),
            _percent(sum(each.place is not None and each.place < 3 for each in seen), len(seen)),
            _percent(sum((each.ceiling for each in seen), Fraction(0)), len(seen)),
            _percent(sum(each.offered == 0 for each in seen), len(seen)),
            _percent(sum(each.offered is not None for each in seen), len(seen)),
        )
        yield f"| {name} | " + " | ".join(map(str, cells)) + " |"


def _percent(part: Fraction | int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else "–"


def main() -> None:
    given = [int(argument) for argument in sys.argv[1:]]
    articles, each = [*given, *(20, 10)[len(given) :]]
    random = Random(4)
    measure("generated articles", cases(random, articles, each))
    folder = Path(__file__).parent.parent / "claims"
    if folder.is_dir():
        measure("claims/", cases_of_claims(random, folder, articles * each // 2))


def measure(title: str, material: Iterator[Case]) -> None:
    by_touching: dict[str, list[Outcome]] = defaultdict(list)
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for case in material:
        result = outcome(case)
        if result is None:
            continue
        by_touching[
            f"{min(case.touching, 3)}{' or more' if case.touching > 2 else ''} checks touch it"
        ].append(result)
        if case.touching > 1:
            by_touching["two or more together"].append(result)
            by_kind[case.kind].append(result)
    print(f"\n{title}\n")
    print(*table(dict(sorted(by_touching.items()))), sep="\n")
    print("\nby kind, two or more checks\n")
    print(*table(dict(sorted(by_kind.items()))), sep="\n")


if __name__ == "__main__":
    main()
