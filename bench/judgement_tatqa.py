"""Analysts' derivations as claims: ``python bench/judgement_tatqa.py [SHARED FOLDER]``.

718 derivations over real reports (TAT-QA, CC BY 4.0): numbers as printed and the answer. Right answers must raise nothing; edits of one digit, of two
neighbouring digits, or of the scale are counted as caught, beside comparisons of the rounded numbers with a tolerance of 0.1, 1 and 2 %.
Needs ``tatqa-dev-derivations.json`` from the shared data; says so and stops where it is absent. A JSON number has lost its trailing zeros.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from random import Random

from factcheck.claims import Project, read_text
from factcheck.judgement import judge
from factcheck.text import SourceText

NUMBER = re.compile(r"\d[\d,]*\.?\d*%?|\.\d+%?")
TOLERANCES = (Fraction(1, 1000), Fraction(1, 100), Fraction(1, 50))
EXACT = re.compile(r"[1-9]|1[0-2]|100|20[012]\d")
"""Plain small whole numbers are counts of years, factors and years, not cells of a table."""


@dataclass(frozen=True)
class Case:
    """A formula with names for its numbers, the printed numbers, and the printed answer."""

    formula: str
    numbers: tuple[str, ...]
    answer: str

    @property
    def value(self) -> Fraction | None:
        """The formula at the printed numbers; ``None`` where it divides by 0."""
        names = {f"n{index}": value_of(text) for index, text in enumerate(self.numbers)}
        exact = re.sub(r"(?<![\w.])\d+(?![\w.])", lambda match: f"F({match[0]})", self.formula)
        try:
            return Fraction(
                eval(exact, {"__builtins__": {}, "F": Fraction}, names)
            )  # our own formula of + - * / only
        except ZeroDivisionError:
            return None


def value_of(text: str) -> Fraction:
    """The exact value of a printed number."""
    plain = Fraction(text.replace(",", "").rstrip("%"))
    return plain / 100 if text.endswith("%") else plain


def digit_unit(text: str) -> Fraction:
    """The place value of the last printed digit."""
    decimals = len(text.rstrip("%").partition(".")[2])
    return Fraction(1, 10**decimals) / (100 if text.endswith("%") else 1)


def read_case(row: dict[str, object]) -> Case | None:
    """A row as a case; ``None`` where the derivation is in words or its answer is not what it says."""
    text = (
        str(row["derivation"])
        .replace("$", "")
        .replace("[", "(")
        .replace("]", ")")
        .replace("×", "*")
        .replace("–", "-")
    )
    if not re.fullmatch(r"[\d.,%+\-*/()\s]+", text):
        return None
    numbers: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        found = match[0].rstrip(",")
        if EXACT.fullmatch(found):
            return found
        return numbers.setdefault(found, f"n{len(numbers)}")

    formula = NUMBER.sub(name, text).strip()
    answer = f"{row['answer']}"
    if answer.endswith(".0"):
        answer = answer[:-2]
    candidates = [answer, f"{answer}%"] if row["scale"] == "percent" else [answer]
    for printed in candidates:
        case = Case(formula, tuple(numbers), printed)
        try:
            value = case.value
        except (SyntaxError, TypeError, NameError):
            return None
        if value is not None and abs(value - value_of(printed)) * 2 <= digit_unit(printed):
            return case
    return None


def project_of(case: Case) -> Project:
    """The case as an editor would claim it."""
    facts = [f'  n{index}: "{text}"' for index, text in enumerate(case.numbers)]
    text = "\n".join(
        [
            "article: {language: en}",
            "facts:",
            *facts,
            f'  answer: "{case.answer}"',
            "checks:",
            f"  - answer = {case.formula}",
        ]
    )
    file = read_text(SourceText("t.yaml", text + "\n"))
    if file.findings:
        raise ValueError([finding.message.en for finding in file.findings])
    return Project([file])


def verdict_of(case: Case) -> str:
    """The verdict on the one check."""
    return next(iter(judge(project_of(case)).verdicts.values())).verdict.value


def digit_edits(text: str) -> Iterator[str]:
    """Every digit replaced by two others, taken at random (the same ones in every run), but a leading one never by 0."""
    random = Random(text)
    for index, character in enumerate(text):
        if character.isdigit():
            for other in random.sample(sorted(set("0123456789") - {character}), 2):
                if not (other == "0" and index == 0):
                    yield text[:index] + other + text[index + 1 :]


def transpositions(text: str) -> Iterator[str]:
    """Two neighbouring digits exchanged."""
    for index in range(len(text) - 1):
        one, two = text[index], text[index + 1]
        if one.isdigit() and two.isdigit() and one != two and not (index == 0 and two == "0"):
            yield text[:index] + two + one + text[index + 2 :]


def scale_slips(text: str) -> Iterator[str]:
    """Ten and a thousand times the number."""
    plain, percent = text.replace(",", "").rstrip("%"), "%" * text.endswith("%")
    whole, _, decimals = plain.partition(".")
    for places in (1, 3):
        digits = decimals.ljust(places, "0")
        moved = f"{whole}{digits[:places]}".lstrip("0").replace("-0", "-") or "0"
        yield f"{moved}{'.' if digits[places:] else ''}{digits[places:]}{percent}"


def edits(case: Case) -> Iterator[tuple[str, Case]]:
    """Every edit of the answer, and of the first two numbers."""
    slips = {"digit": digit_edits, "transposition": transpositions, "scale": scale_slips}
    for kind, slip in slips.items():
        for text in slip(case.answer):
            if value_of(text) != value_of(case.answer):
                yield f"{kind} of the answer", replace(case, answer=text)
        for index in range(min(2, len(case.numbers))):
            for text in slip(case.numbers[index]):
                changed = (*case.numbers[:index], text, *case.numbers[index + 1 :])
                if text not in case.numbers:
                    yield f"{kind} of an operand", replace(case, numbers=changed)


def within_tolerance(case: Case, tolerance: Fraction) -> bool:
    """What a comparison of the printed numbers with a tolerance says."""
    value = case.value
    answer = value_of(case.answer)
    return value is not None and abs(value - answer) <= tolerance * max(abs(value), abs(answer))


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared"
    source = shared / "data" / "tatqa-dev-derivations.json"
    if not source.exists():
        print(f"not measured: {source.name} is not at hand")
        return
    rows = json.loads(source.read_text(encoding="utf-8"))
    cases = [case for row in rows if (case := read_case(row)) is not None]
    alarms: Counter[str] = Counter(verdict_of(case) for case in cases)
    print(f"{len(rows)} derivations, {len(cases)} with an answer right to its printed digits: {dict(alarms)}")
    for tolerance in TOLERANCES:
        wrong = sum(not within_tolerance(case, tolerance) for case in cases)
        print(f"  a tolerance of {float(tolerance):.1%} raises {wrong} false alarms on them")
    count: Counter[str] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    for case in cases:
        for kind, changed in edits(case):
            count[kind] += 1
            verdict = verdict_of(changed)
            caught[kind, "error"] += verdict == "impossible"
            caught[kind, "reported"] += verdict in ("impossible", "doubtful")
            for tolerance in TOLERANCES:
                caught[kind, f"{float(tolerance):.1%}"] += not within_tolerance(changed, tolerance)
    columns = ["reported", "error", *(f"{float(tolerance):.1%}" for tolerance in TOLERANCES)]
    print(f"{'edit':28}{'edits':>8}" + "".join(f"{column:>10}" for column in columns))
    for kind, edits_made in count.items():
        shares = (f"{caught[kind, column] / edits_made:>10.1%}" for column in columns)
        print(f"{kind:28}{edits_made:8}" + "".join(shares))


if __name__ == "__main__":
    main()
