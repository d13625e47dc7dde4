"""Consistent articles of 20 to 80 numbers, and slips put into them: the material for measuring the diagnosis.

True values are drawn, derived quantities computed exactly, everything printed rounded the way articles do (people exactly, money in 万元
with two decimals, shares with one). The claims state how the numbers hang together. Nothing is tuned to the program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
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


def slipped(random: Random, text: str) -> tuple[str, str] | None:
    """A printed form with one slip, and the kind of it; ``None`` where the kind drawn cannot happen to this number."""
    kind = random.choice(("digit", "transposition", "dropped-digit", "scale", "sign"))
    made = _SLIPS[kind](random, text)
    return (kind, made) if made is not None and made != text else None


def _places(text: str) -> list[int]:
    return [at for at, character in enumerate(text) if character.isdigit()]


def _digit(random: Random, text: str) -> str | None:
    at = random.choice(_places(text))
    other = random.choice([digit for digit in "0123456789" if digit != text[at]])
    return _sound(text[:at] + other + text[at + 1 :])


def _transposition(random: Random, text: str) -> str | None:
    places = _places(text)
    if len(places) < 2:
        return None
    left = random.randrange(len(places) - 1)
    first, second = places[left], places[left + 1]
    characters = list(text)
    characters[first], characters[second] = characters[second], characters[first]
    return _sound("".join(characters))


def _dropped(random: Random, text: str) -> str | None:
    at = random.choice(_places(text))
    left = text[:at] + text[at + 1 :]
    return _sound(left.replace(".万", "万").replace(".%", "%").replace(".元", "元"))


def _scale(random: Random, text: str) -> str | None:
    if "万" in text and random.random() < 0.5:
        return text.replace("万", random.choice(("亿", "")))
    places = _places(text)
    number, unit = text[: places[-1] + 1], text[places[-1] + 1 :]
    sign, number = number[: number.startswith("-")], number.lstrip("-")
    if "." not in number:
        return sign + number + "0" + unit
    whole, part = number.split(".")
    moved = (whole + part[0], part[1:]) if random.random() < 0.5 else (whole[:-1] or "0", whole[-1] + part)
    return _sound(sign + (moved[0].lstrip("0") or "0") + ("." + moved[1] if moved[1] else "") + unit)


def _sign(random: Random, text: str) -> str | None:
    if not text.endswith("%"):
        return None
    return text[1:] if text.startswith("-") else "-" + text


def _sound(text: str) -> str | None:
    """Only forms that a person could overlook: no empty number, no zero in front."""
    number = text.lstrip("-")
    if not number[:1].isdigit() or (number[0] == "0" and number[1:2].isdigit()):
        return None
    return text


_SLIPS = {
    "digit": _digit,
    "transposition": _transposition,
    "dropped-digit": _dropped,
    "scale": _scale,
    "sign": _sign,
}
