"""Consistent articles of 20 to 80 numbers, and slips put into them: the material for measuring the diagnosis.

True values are drawn, derived quantities computed exactly, everything printed rounded the way articles do (people exactly, money in 万元
with two decimals, shares with one). The claims state how the numbers hang together. Nothing is tuned to the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from random import Random

from factcheck.claims import Project, link, read_text
from factcheck.text import SourceText

HALF = Fraction(1, 2)


def rounded(value: Fraction, places: int) -> str:
    """Half up, as people round."""
    scaled = int(value * 10**places + HALF)
    digits = str(scaled).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


@dataclass
class Draft:
    """Facts as printed with their true values, and checks, while an article is written."""

    random: Random
    printed: dict[str, str] = field(default_factory=dict)
    true: dict[str, Fraction] = field(default_factory=dict)
    checks: list[str] = field(default_factory=list)

    def people(self, value: int) -> str:
        return self._add("人", Fraction(value), f"{value}人")

    def money(self, value: Fraction) -> str:
        return self._add("钱", value, f"{rounded(value / 10000, 2)}万元")

    def price(self, value: Fraction) -> str:
        return self._add("均", value, f"{rounded(value, 0)}元")

    def percent(self, value: Fraction) -> str:
        return self._add("率", value, f"{rounded(value * 100, 1)}%")

    def check(self, text: str) -> None:
        self.checks.append(f"  - {text}")

    def _add(self, stem: str, value: Fraction, printed: str) -> str:
        name = f"{stem}{len(self.printed)}"
        self.printed[name], self.true[name] = printed, value
        return name

    def counts(self) -> list[str]:
        return [name for name in self.printed if name.startswith("人") and self.true[name] >= 100]


def _group(draft: Draft) -> None:
    """A total of people with its parts, the share of each, and their sum."""
    sizes = [draft.random.randint(120, 6000) for _ in range(draft.random.randint(2, 4))]
    parts, total = [draft.people(size) for size in sizes], draft.people(sum(sizes))
    draft.check(f"sum: {{whole: {total}, parts: [{', '.join(parts)}]}}")
    for part, size in zip(parts, sizes, strict=True):
        if draft.random.random() < 0.7:
            share = draft.percent(Fraction(size, sum(sizes)))
            draft.check(f"share: {{part: {part}, whole: {total}, is: {share}}}")


def _average(draft: Draft) -> None:
    """Money spread over people that the article has counted already."""
    over = draft.random.choice(draft.counts())
    price = Fraction(draft.random.randint(300, 9000))
    total, average = draft.money(price * draft.true[over]), draft.price(price)
    draft.check(f"average: {{total: {total}, over: {over}, is: {average}}}")


def _growth(draft: Draft) -> None:
    """The year before, and the growth since, of a number that the article has already."""
    now = draft.random.choice(draft.counts())
    before = int(draft.true[now] * Fraction(draft.random.randint(60, 140), 100)) + 1
    old, growth = draft.people(before), draft.percent(draft.true[now] / before - 1)
    if draft.true[growth] < 0:
        draft.printed[growth] = f"-{rounded(-draft.true[growth] * 100, 1)}%"
    draft.check(f"change: {{from: {old}, to: {now}, by: {growth}}}")


def _budget(draft: Draft) -> None:
    """Money in parts, with one share."""
    sizes = [Fraction(draft.random.randint(10_000, 99_999_999), 1) for _ in range(draft.random.randint(2, 4))]
    parts, total = [draft.money(size) for size in sizes], draft.money(sum(sizes, Fraction(0)))
    draft.check(f"sum: {{whole: {total}, parts: [{', '.join(parts)}]}}")
    share = draft.percent(sizes[0] / sum(sizes))
    draft.check(f"share: {{part: {parts[0]}, whole: {total}, is: {share}}}")


def _subset(draft: Draft) -> None:
    """Some of the people counted, without a share."""
    whole = draft.random.choice(draft.counts())
    part = draft.people(draft.random.randint(20, int(draft.true[whole])))
    draft.check(f"within: {{part: {part}, whole: {whole}}}")


_BLOCKS = (_group, _average, _average, _growth, _growth, _budget, _subset)


@dataclass(frozen=True)
class Written:
    """An article: what each fact prints, and its checks as YAML lines."""

    printed: dict[str, str]
    checks: tuple[str, ...]

    def with_printed(self, name: str, text: str) -> Written:
        return Written({**self.printed, name: text}, self.checks)

    def project(self) -> Project:
        facts = "".join(f"  {name}: {text}\n" for name, text in self.printed.items())
        text = "facts:\n" + facts + "checks:\n" + "\n".join(self.checks) + "\n"
        file = read_text(SourceText("a.yaml", text))
        link([file])
        return Project([file])

    def touching(self, name: str) -> int:
        """How many checks use the number."""
        return sum(
            any(part.strip(" ,[]}{") == name for part in check.replace(",", " ").split())
            for check in self.checks
        )


def article(random: Random, numbers: int) -> Written:
    """A consistent article of about so many numbers."""
    draft = Draft(random)
    _group(draft)
    while len(draft.printed) < numbers:
        random.choice(_BLOCKS)(draft)
    return Written(draft.printed, tuple(draft.checks))


Outcomes = dict[str, Fraction]
"""The forms a number can slip to, with the chance of each."""

KINDS = ("digit", "transposition", "dropped-digit", "scale", "sign")


def slipped(random: Random, text: str) -> tuple[str, str] | None:
    """A printed form with one slip, and the kind of it; ``None`` where the kind drawn cannot happen to this number."""
    kind = random.choice(KINDS)
    forms = outcomes(kind, text)
    return (
        (kind, random.choices(list(forms), [float(chance) for chance in forms.values()])[0])
        if forms
        else None
    )


def chance(meant: str, printed: str) -> Fraction:
    """The chance that one slip makes the printed form of the meant one."""
    return sum((outcomes(kind, meant).get(printed, Fraction(0)) for kind in KINDS), Fraction(0)) / len(KINDS)


def outcomes(kind: str, text: str) -> Outcomes:
    """All slips of one kind that a person could overlook (no zero in front), each as likely as it can happen."""
    forms: Outcomes = {}
    for form in _SLIPS[kind](text):
        if form != text and _sound(form):
            forms[form] = forms.get(form, Fraction(0)) + 1
    total = sum(forms.values(), Fraction(0))
    return {form: weight / total for form, weight in forms.items()}


def _places(text: str) -> list[int]:
    return [at for at, character in enumerate(text) if character.isdigit()]


def _digit(text: str) -> Iterator[str]:
    for at in _places(text):
        for other in "0123456789":
            yield text[:at] + other + text[at + 1 :]


def _transposition(text: str) -> Iterator[str]:
    places = _places(text)
    for first, second in pairwise(places):
        characters = list(text)
        characters[first], characters[second] = characters[second], characters[first]
        yield "".join(characters)


def _dropped(text: str) -> Iterator[str]:
    for at in _places(text):
        left = text[:at] + text[at + 1 :]
        yield left.replace(".万", "万").replace(".%", "%").replace(".元", "元")


def _scale(text: str) -> Iterator[str]:
    if "万" in text:
        yield text.replace("万", "亿")
        yield text.replace("万", "")
    places = _places(text)
    if not places:
        return
    number, unit = text[: places[-1] + 1], text[places[-1] + 1 :]
    sign, number = number[: number.startswith("-")], number.lstrip("-")
    if "." not in number:
        yield sign + number + "0" + unit
        return
    whole, part = number.split(".")
    for left, right in ((whole + part[0], part[1:]), (whole[:-1] or "0", whole[-1] + part)):
        yield sign + (left.lstrip("0") or "0") + ("." + right if right else "") + unit


def _sign(text: str) -> Iterator[str]:
    if text.endswith("%"):
        yield text[1:] if text.startswith("-") else "-" + text


def _sound(text: str) -> bool:
    number = text.lstrip("-")
    return number[:1].isdigit() and not (number[0] == "0" and number[1:2].isdigit())


_SLIPS: dict[str, Callable[[str], Iterator[str]]] = {
    "digit": _digit,
    "transposition": _transposition,
    "dropped-digit": _dropped,
    "scale": _scale,
    "sign": _sign,
}
