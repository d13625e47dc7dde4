"""How many suggested relations are chance: ``python bench/diagnosis_suggestions.py [RUNS]``.

The facts of ``claims/`` without their checks are searched as they are, and again with the digits of every number drawn anew: what is then
found is chance, and should be as many as the program says it expects.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

from factcheck.claims import Project, read_project
from factcheck.diagnosis import suggest
from factcheck.diagnosis.edits import edited
from factcheck.diagnosis.slips import as_printed, numeral_of

CLAIMS = Path(__file__).parent.parent / "claims"


def without_checks(project: Project) -> Project:
    """The facts alone."""
    return Project([replace(file, checks=[]) for file in project.files])


def drawn_anew(random: Random, project: Project) -> Project:
    """Every printed number with other digits: as long, as precise, in its unit."""
    forms = {}
    for name, fact in project.facts().items():
        numeral = numeral_of(fact.quantity) if fact.quantity is not None else None
        if numeral is not None and fact.quantity is not None:
            least = 0 if len(numeral.whole) == 1 else 1
            digits = str(random.randint(least, 9)) + "".join(
                str(random.randint(0, 9)) for _ in numeral.digits[1:]
            )
            forms[name] = as_printed(fact.quantity, numeral, replace(numeral, digits=digits))
    return edited(project, forms)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    bare = without_checks(read_project([CLAIMS]))
    true = suggest(bare)
    print(f"as printed: {len(true.found)} found, {float(true.expected_by_chance):.2f} expected by chance")
    for found in true.found:
        print(f"  {found.yaml}   (chance: {float(found.expected_by_chance):.3f})")
    random = Random(20)
    hits, expected = 0, Fraction(0)
    for _ in range(runs):
        result = suggest(drawn_anew(random, bare))
        hits += len(result.found)
        expected += result.expected_by_chance
    print(
        f"digits drawn anew, {runs} times: {hits / runs:.2f} found, {float(expected / runs):.2f} expected by chance"
    )


if __name__ == "__main__":
    main()
