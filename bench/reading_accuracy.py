"""How many numbers of the shared data sets are read right: ``python bench/reading_accuracy.py [--misses]``.

Needs ``../shared/data``, which is no part of the repository; each measurement is a function that the tests call too.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.quantities import PrintedQuantity, ScannedItem, hedge_meaning, read_quantity, scan

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"


@dataclass
class Score:
    """Right answers of all, and what was missed."""

    name: str
    right: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, right: bool, miss: str = "") -> None:
        self.total += 1
        self.right += right
        if not right:
            self.misses.append(miss)

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 1.0


def load(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def close(value: Fraction, expected: float) -> bool:
    return abs(value - Fraction(expected)) <= Fraction(1, 10**9) * max(1, abs(Fraction(expected)))


def quantities(text: str, language: str) -> list[PrintedQuantity]:
    return [item for item in scan(text, language) if isinstance(item, PrintedQuantity)]  # type: ignore[arg-type]


# --- the seed article and the stress phrases ---

KINDS = {"power": "measure", "area": "measure", "mass": "measure", "length": "measure", "energy": "measure"}


def matches(item: ScannedItem, gold: dict[str, Any]) -> bool:
    """Whether a scanned item has the value, unit and kind of a hand-made record."""
    if not isinstance(item, PrintedQuantity):
        return False
    value, kind, unit = gold["value"], gold["kind"], gold["unit"]
    if kind == "date":
        digits = int(value.replace("-", ""))
        return item.kind == "date" and item.value == digits
    measure = {"percentage_point": "个百分点"}.get(item.kind, item.measure)
    if unit == "%" and item.measure in ("成", "折"):
        measure = "%"
    if unit != measure and not (unit == "个百分点" and item.kind == "percentage_point"):
        return False
    if kind == "range":
        return item.upper is not None and [item.value, item.upper] == value
    expected_kind = KINDS.get(kind, kind)
    if unit == "个百分点":
        expected_kind = "percentage_point"
    return item.upper is None and close(item.value, value) and item.kind == expected_kind


def seed_gold() -> tuple[Score, Score]:
    """The core numbers of the article; and false hits on its embedded numerals and idioms."""
    text = (SHARED / "article" / "liuhe-2020.txt").read_text(encoding="utf-8")
    items = scan(text, "zh")
    core, false_hits = (
        Score("seed-gold core (value, unit, kind)"),
        Score("seed-gold embedded not read as quantities"),
    )
    for gold in load("seed-gold.json")["items"]:
        start, end = gold["num_start"], gold["num_end"]
        covering = [item for item in items if item.start < end and item.end > start]
        if gold["tier"] == "core":
            core.add(any(matches(item, gold) for item in covering), f"{gold['quote']}: {covering}")
        elif gold["kind"] in ("embedded", "idiom"):
            hit = any(isinstance(item, PrintedQuantity) for item in covering)
            false_hits.add(not hit, f"{gold['quote']}: {covering}")
    return core, false_hits


def stress() -> Score:
    """The phrases of stress.json: value, unit, hedge and kind, or no quantity at all."""
    score = Score("stress.json")
    for gold in load("stress.json"):
        start = gold["text"].index(gold["quote"])
        end = start + len(gold["quote"])
        covering = [item for item in scan(gold["text"], "zh") if item.start < end and item.end > start]
        if gold["kind"] == "embedded":
            right = not any(isinstance(item, PrintedQuantity) for item in covering)
        else:
            right = any(
                matches(item, gold) and (item.hedge or None) == gold["hedge"]  # type: ignore[union-attr]
                for item in covering
                if isinstance(item, PrintedQuantity)
            )
        score.add(right, f"{gold['text']}: {covering}")
    return score


# --- Recognizers-Text ---


def simplified_and_unspaced(text: str) -> bool:
    """The cases that the aim speaks of: no traditional characters, no spaces inside numerals."""
    from factcheck.quantities.characters import TRADITIONAL

    return (
        not any(character in TRADITIONAL for character in text) and " " not in text and "\u3000" not in text
    )


# Where our reading differs on purpose: a pattern of the input, and the reason.
DELIBERATE: tuple[tuple[str, str], ...] = (
    (
        r"不是|另一种",
        "zh: a single Chinese digit without a measure word is part of a name or idiom in running text",
    ),
    (r"年.*月.*日", "zh: a date is read as one date, not as three numbers"),
    (r"第.*第", "zh: ordinals do not form ranges of amounts"),
    (r"^1502222", "zh: a fraction that breaks off is no number"),
    (
        r"比.*大一些|<\s=|万多亿",
        "zh: no bound is read from 比…大, from spaced signs, from two hedges in one numeral",
    ),
    (r"百点两|十千", "zh: not a form in use"),
    (r"銭|\$\d+，", "zh: yen with sen; a full-width comma between digits groups them"),
    (
        r"(?:twenty|hundred|thousand|thirty|and three)[-\w ]*(?:ths?|firsts?)\b",
        "en: fractions with long numerators in words",
    ),
    (
        r"phone|^Exercises|1,3\.|nought-four|^10G|dozs",
        "en: telephone numbers, lists without spaces, decimal commas",
    ),
    (r"billion and .* million", "en: fractions of a million added to a billion"),
    (r"^per ?cent of", "en: percent of 10 says no share"),
    (
        r"(?:dollars?|USD|mao) (?:\d+|forty|five)|USD million|MEUR|\$ 30 \$",
        "en: unnamed cents, scales after the currency",
    ),
    (
        r'10 "|\[kg\]|<kg>|2 pm|° C',
        "en: inch marks, bracketed units; 2 pm is a time; degrees Celsius are read",
    ),
    (r"m 2 dm", "en: 12 m 2 dm is one length"),
    (r"2 in 5", "en: more than 2 in 5 is a share"),
)


def deliberate(case: dict[str, Any]) -> bool:
    """Whether a case is one of those that are read differently on purpose."""
    return any(re.search(pattern, case["Input"]) for pattern, _ in DELIBERATE)


def recognizers(
    language: str, model: str, read: Callable[[dict[str, Any], str], bool]
) -> tuple[Score, Score]:
    """All cases of a model, and those that count: not deliberately different, for Chinese simplified and unspaced."""
    every = Score(f"Recognizers {language} {model}, all")
    plain = Score(f"Recognizers {language} {model}, that count")
    for case in load(f"recognizers-{language}/{model}Model.json"):
        right = read(case, language)
        miss = f"{case['Input'][:120]} => {[(r['Text'], _resolution(r)) for r in case['Results']]}"
        every.add(right, miss)
        if (language == "en" or simplified_and_unspaced(case["Input"])) and (right or not deliberate(case)):
            plain.add(right, miss)
    return every, plain


def _resolution(result: dict[str, Any]) -> Any:
    return (result["Resolution"] or {}).get("value")


def candidates(case: dict[str, Any], language: str) -> list[PrintedQuantity]:
    """What we read in a case; a text that is one number as a whole is read as a fact's value is."""
    whole = read_quantity(case["Input"], language=language)  # type: ignore[arg-type]
    found = quantities(case["Input"], language)
    if whole is not None and not found:
        return [whole]
    return found


def covering(
    items: list[PrintedQuantity], case: dict[str, Any], result: dict[str, Any]
) -> list[PrintedQuantity]:
    start = result.get("Start", case["Input"].lower().find(result["Text"].lower()))
    end = result.get("End", start + len(result["Text"]) - 1)
    return [item for item in items if item.start <= end and item.end > start]


def values_of(item: PrintedQuantity) -> Iterator[Fraction]:
    yield item.value
    yield item.value * item.unit.factor
    if item.upper is not None:
        yield item.upper


def right_number(case: dict[str, Any], language: str) -> bool:
    """Every number that the case names is read with its value, and nothing is read where it names none."""
    items = candidates(case, language)
    if not case["Results"]:
        return not [item for item in items if item.kind == "number"]
    for result in case["Results"]:
        expected = _resolution(result)
        if expected is None or case.get("IgnoreResolution"):
            continue
        number = float(str(expected).rstrip("%"))
        near = covering(items, case, result) or ([items[0]] if len(items) == 1 else [])
        if not any(close_enough(value, number) for item in near for value in values_of(item)):
            return False
    return True


def close_enough(value: Fraction, expected: float) -> bool:
    return (
        abs(value - Fraction(expected)) <= Fraction(1, 10**6) * abs(Fraction(expected))
        or value == 0 == expected
    )


def right_percent(case: dict[str, Any], language: str) -> bool:
    items = candidates(case, language)
    if not case["Results"]:
        return not [item for item in items if item.kind == "percent" and item.upper is None]
    for result in case["Results"]:
        expected = _resolution(result)
        if expected in (None, "null"):
            continue
        number = float(expected.rstrip("%"))
        near = covering(items, case, result)
        if not any(
            close_enough(value, number)
            for item in near
            for value in (
                item.value * item.unit.factor * 100 if item.unit.factor < 1 else item.value,
                item.upper or item.value,
            )
            if item.kind in ("percent", "percentage_point")
        ):
            return False
    return True


def right_range(case: dict[str, Any], language: str) -> bool:
    """Both bounds are read with their values, joined as one range or each with its hedge."""
    items = candidates(case, language)
    for result in case["Results"]:
        low, high = _resolution(result)[1:-1].split(",")
        near = covering(items, case, result)
        found = [value for item in near for value in values_of(item)]
        for bound in (low, high):
            if bound and not any(close_enough(value, float(bound)) for value in found):
                return False
        if low and high and low != high and not any(_bounds_both(near)):
            return False
        if bool(low) != bool(high) and not any(item.hedge for item in near):
            return False
    return True


def _bounds_both(near: list[PrintedQuantity]) -> Iterator[bool]:
    yield any(item.upper is not None for item in near)
    yield len(near) > 1 and all(item.hedge for item in near)


def right_money(case: dict[str, Any], language: str) -> bool:
    return right_unit(case, language, "money")


def right_measure(case: dict[str, Any], language: str) -> bool:
    return right_unit(case, language, "measure")


def right_unit(case: dict[str, Any], language: str, sort: str) -> bool:
    """Value and a unit of the right sort (money for currencies, a measure for dimensions)."""
    items = candidates(case, language)
    if not case["Results"]:
        return not [item for item in items if item.kind == sort]
    for result in case["Results"]:
        expected = _resolution(result)
        if expected is None:
            continue
        near = covering(items, case, result)
        number = float(expected)
        scaled = (
            (number, number * 1000)
            if "ilobi" in str(result["Resolution"]) or "iloby" in str(result["Resolution"])
            else (number,)
        )
        if not any(
            close_enough(value, each)
            for item in near
            if item.unit.dimension
            for value in values_of(item)
            for each in scaled
        ):
            return False
    return True


# --- NewsQuant ---


def newsquant() -> tuple[Score, Score, float]:
    """F1 of the values in news sentences, and the hedge of those found (up and down are no hedges: they count as plain)."""
    hits = expected_total = found_total = 0
    hedges, values = Score("NewsQuant hedge of the values found"), Score("NewsQuant recall of values")
    for sentence in load("newsquant-half.json"):
        found = [
            item
            for item in quantities(sentence["text"], "en")
            if item.kind not in ("year", "date", "ordinal")
        ]
        found_total += len(found)
        left = list(found)
        for gold in sentence["quantities"]:
            expected_total += 1
            item = next((item for item in left if _same_values(item, gold["value"])), None)
            values.add(item is not None, f"{gold['value']} {gold['unit']} | {sentence['text']}")
            if item is None:
                continue
            hits += 1
            left.remove(item)
            hedges.add(
                _change(item) == {"up": "=", "down": "="}.get(gold["change"], gold["change"]),
                f"{gold['change']} {item.text!r} | {sentence['text']}",
            )
        values.misses.extend(f"extra {item.text!r} | {sentence['text']}" for item in left)
    precision, recall = hits / found_total, hits / expected_total
    return values, hedges, 2 * precision * recall / (precision + recall)


def _same_values(item: PrintedQuantity, expected: str) -> bool:
    parts = expected.strip().lstrip("-").split("-")
    try:
        numbers = [abs(float(part)) for part in parts if part]
    except ValueError:
        return False
    own = [abs(value) for value in ((item.value,) if item.upper is None else (item.value, item.upper))]
    own_scaled = [value * item.unit.factor for value in own] if item.kind == "fraction" else own
    return len(own) == len(numbers) and all(
        close_enough(one, number) or close_enough(two, number)
        for one, two, number in zip(own, own_scaled, numbers, strict=True)
    )


def _change(item: PrintedQuantity) -> str:
    meaning = hedge_meaning(item.hedge)
    if meaning in ("about", "nearly") and meaning == "about":
        return "~"
    if meaning in ("more_than", "odd", "at_least"):
        return ">"
    if meaning in ("less_than", "at_most", "nearly"):
        return "<" if meaning != "nearly" else "~"
    return "="


# --- the reports ---


def reports() -> Score:
    """Every Arabic token of the five reports lies in some item."""
    score = Score("reports-2026: Arabic tokens covered")
    for path in sorted((DATA / "reports-2026").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        covered = bytearray(len(text))
        for item in scan(text, "zh"):
            covered[item.start : item.end] = b"\x01" * (item.end - item.start)
        for token in re.finditer(r"[0-9０-９][0-9０-９.,]*", text):
            end = token.start() + len(token[0].rstrip(".,"))
            around = text[max(0, token.start() - 15) : token.end() + 15].replace("\n", " ")
            score.add(all(covered[token.start() : end]), f"{path.name}: {token[0]} in {around}")
    return score


READERS = {
    "Number": right_number,
    "Percent": right_percent,
    "NumberRange": right_range,
    "Currency": right_money,
    "Dimension": right_measure,
}


def main() -> None:
    if not DATA.exists():
        sys.exit("bench/reading_accuracy.py needs ../shared/data")
    scores: list[Score] = [*seed_gold(), stress()]
    for language in ("zh", "en"):
        for model, reader in READERS.items():
            every, plain = recognizers(language, model, reader)
            scores += [plain, every]
    values, hedges, f1 = newsquant()
    scores += [values, hedges, reports()]
    for score in scores:
        print(f"{score.name:55} {score.right:5} / {score.total:5}  {score.share:7.1%}")
    print(f"{'NewsQuant F1 of values':55} {f1:22.3f}")
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    if "--misses" in sys.argv:
        for score in scores:
            if score.misses and wanted in score.name:
                print(f"\n== {score.name}")
                print("\n".join(f"  {miss[:400]}" for miss in score.misses))


if __name__ == "__main__":
    main()
