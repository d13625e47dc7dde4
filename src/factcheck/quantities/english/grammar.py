"""The grammar of numbers in English text, matched against lower-case text."""

from __future__ import annotations

import re

from factcheck.lazily import expression
from factcheck.quantities.english.numerals import ORDINALS, SMALL, TENS, VULGAR
from factcheck.quantities.hedges import AFTER_EN, BEFORE_EN
from factcheck.quantities.words import words


def one_of(choices: object) -> str:
    """A pattern of literal alternatives, longest first."""
    return "|".join(sorted((re.escape(str(choice)) for choice in choices), key=len, reverse=True))  # type: ignore[attr-defined]


CARDINALS = [word for word in (*SMALL, *TENS) if word not in ("a", "an", "nil")]
MULTIPLES = {
    "doubled": 2, "doubling": 2, "doubles": 2, "twice": 2, "tripled": 3, "tripling": 3, "triples": 3, "thrice": 3, "trebled": 3,
    "quadrupled": 4, "quadrupling": 4, "quintupled": 5, "double": 2, "triple": 3,
}  # fmt: skip
STARTERS = ["half", "quarter", "hundred", "thousand", "million", "billion", "trillion", "dozen", *MULTIPLES]
FRACTION_STARTERS = [word for word in ORDINALS if word not in ("half", "halve", "quarter")]


def _standing_alone(starters: set[str]) -> list[str]:
    """Patterns for words that no letter precedes, each beginning with a literal: ``t(?<![a-z]t)(?:hree|wo)``."""
    by_letter: dict[str, list[str]] = {}
    for word in starters:
        by_letter.setdefault(word[0], []).append(word[1:])
    return [
        rf"{letter}(?<![a-z0-9'’]{letter})(?:{one_of(rests)})" for letter, rests in sorted(by_letter.items())
    ]


# Every alternative begins with a literal, so that the search can skip from one possible first character to the next.
CANDIDATE = expression(
    "|".join([*"0123456789", *VULGAR, *_standing_alone({*CARDINALS, *STARTERS, *FRACTION_STARTERS})])
)
BIG = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.,])|\d+(?:\.\d+)?|\.\d+)"
_CARDINAL = rf"(?:{one_of(CARDINALS)})"
_SEPARATOR = r"(?:\s*-\s*|\s+)"
_ORDINAL = rf"(?:{one_of(o for o in ORDINALS if o not in ('half', 'halve'))}|half|halve)s?"
_UNITS = one_of(word for word, value in SMALL.items() if value < 10 and word not in ("a", "an"))
_TEENS = one_of(word for word, value in SMALL.items() if value >= 10)
_LARGE = r"(?:thousand|million|billion|trillion|lakh|crore)s?"
_BELOW_100 = rf"(?:(?:{one_of(TENS)})(?:{_SEPARATOR}(?:{_UNITS})(?![a-z]))?|{_TEENS}|{_UNITS})(?![a-z])"
_BELOW_1000 = rf"(?:(?:(?:an?|{_BELOW_100})\s+)?hundred(?![a-z])(?:\s+(?:and\s+)?{_BELOW_100})?|{_BELOW_100})"
_GROUP = rf"(?:(?:an?\s+|{_BELOW_1000}\s+)?{_LARGE}(?:\s+{_LARGE}){{0,3}}(?![a-z]))"
SPELLED = expression(
    rf"(?:{_GROUP}(?:,?\s+(?:and\s+)?(?:{_GROUP}|{_BELOW_1000}(?!{_SEPARATOR}{_ORDINAL}(?![a-z])))){{0,8}}|{_BELOW_1000}|(?:a\s+)?dozen(?![a-z]))"
    rf"(?:\s+point(?:(?:\s+|-){_BELOW_100}){{1,20}}(?:\s+{_LARGE})?)?(?:\s+dozen(?![a-z]))?"
)
NUMBER = expression(rf"{ARABIC}(?!\d)")
SCALE = expression(
    r"\s?(?:-\s?)?((?:hundred\s+)?(?:thousand|million|billion|trillion)|hundred|lakhs?(?:\s+crores?)?|crores?|dozens?|mln|bln|tln|bn|mn|tn|trn|mil)(?![a-z])"
)
SHORT_SCALE = expression(r"\s?([kmbt])(?![a-z0-9'’])")
SLASH = expression(r"(?:(?P<whole>\d{1,12})\s+)?(?P<top>\d{1,12})\s?/\s?(?P<bottom>\d{1,12})(?![\d/])")
SPELLED_FRACTION = expression(
    rf"(?P<top>a|an|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s*-\s*|\s+)(?P<bottom>{_ORDINAL})\b(?!\s*(?:-\s*)?(?:of\s+(?:19|20)\d\d|place|time|year|day|grade))"
)
AND_FRACTION = expression(
    rf"\s+and\s+(?P<top>a|an|one|two|three|four|five|six|seven)(?:\s*-\s*|\s+)(?P<bottom>{_ORDINAL})\b"
)
HALF = expression(
    r"half(?=\s+(?:of|the|its|their|his|her|our|that|those|these|all|a|an|in|to|as|were|was|are|is|said|have|had)\b|\s*[.,;:)]|\s*$|-)"
)
HALF_MILLION = expression(
    rf"(?P<part>half|(?:three[\s-]+)?quarters?)(?:\s+of)?(?:\s+an?)?[\s-]+(?P<big>{BIG})\b"
)
HALF_UNIT = expression(r"half(?:\s+|-)an?\s+|half-an?-|half-")
NOT_HALF_BEFORE = expression(
    r"(?:first|second|latter|other|opening|final|better|top|bottom|back|front|my|mid|one)[\s-]\Z"
)
ONE_IN = expression(
    rf"\s+(?:in|out\s+of|in\s+every|out\s+of\s+every|of\s+every)\s+(?P<n>\d{{1,3}}(?:,\d{{3}})*(?![\d,.]\d)|(?:an?|{_BELOW_100})\s+hundred|{_CARDINAL}(?:-{_CARDINAL})?|a\s+thousand)\b(?!\s*(?:-|%|per\s?cent|years?|days?|months?|weeks?|hours?|minutes?|seconds?|million|billion|thousand|boxes|cities|countries|states|places|games))"
)
ARABIC_OR_SPELLED = expression(rf"\d{{1,12}}(?![\d.,])|{_BELOW_1000}")
OVER = expression(rf"\s+over\s+(?P<n>\d{{1,12}}|{_BELOW_1000})(?=\s*(?:[.,;:)]|\Z|of(?![a-z])))")
POWER = expression(r"e[+-]?\d{1,3}(?![\da-z])|\s?x\s?10\^?[+-]?\d{1,3}(?!\d)|\^[+-]*\d{1,3}(?!\d)")
SCORE = expression(r"(\d{1,3})-(\d{1,3})(?![\d-]|\s?%|\.\d|,\d{3})")
VAGUE_BEFORE = expression(
    r"\b(?:several|few|many|some|tens of|hundreds of|thousands of|couple)\s+(?:of\s+)?\Z"
)
VAGUE = expression(r"(?:hundreds|thousands|millions|billions|trillions|dozens)(?![a-z])")
SMALLER = expression(r"\s+(?:and\s+)?(?=\d|[a-z])")
OR = expression(r"\s+or\s+(?=\d|[a-z])")
BY_BEFORE = expression(r"\bby\s+(?:[a-z]{0,3}\$|[$€£¥])?\s*\Z")
CONNECTOR = expression(r"\s*(?:--?|~|to|through)\s*(?=[$€£¥]?\s*(?:\d|\.\d|[a-z]))")
BETWEEN = expression(r"\bbetween\s+(?:about\s+)?(?:[a-z]{0,3}\$|[$€£¥])?\s*\Z")
AND = expression(r"\s+(?:and|to)\s+")
CHANGE_BEFORE = expression(
    r"\b(?:rose|rise[ns]?|rising|fell|falls?|fallen|falling|grew|grow[ns]?|growing|increas\w+|decreas\w+|dropp?\w*|climb\w*|improv\w+|cut\w*|rais\w+|went|goes|jump\w*|soar\w*|surg\w+|plung\w+|plummet\w+|declin\w+|slipp?\w*|sank|narrow\w*|widen\w*|up|down|advanc\w+|slid\w*|reduc\w+|expand\w*|lower\w*|shr[aiu]nk|chang\w+|doubl\w+|sw[aiu]ng)\b[^.;]{0,40}\bfrom\s+(?:[a-z]{0,3}\$|[$€£¥])?\s*\Z"
)
FROM = expression(r"\bfrom\s+(?:[a-z]{0,3}\$|[$€£¥])?\s*\Z")

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
MONTHS = {
    name: number
    for number, names in enumerate(
        words(
            "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec"
        ),
        start=1,
    )
    for name in names.split("|")
}
DAY_MONTH = expression(
    rf"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTHS})\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d)\b(?!,\d))?"
)
MONTH_BEFORE = expression(rf"\b(?P<month>{_MONTHS})\b\.?\s+\Z")
AFTER_MONTH = expression(
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:]|,\d{3}|\.\d)(?:\s*,?\s+(?P<year>(?:19|20)\d\d)\b)?|(?P<only>(?:19|20)\d\d)\b"
)
ISO = expression(
    r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>3[01]|[12]\d|0?[1-9])(?![\d-])"
)
YEAR = expression(r"(?:1[89]|20)\d\d(?!\d|,\d|\.\d|[a-rt-z%])")
YEARS = expression(r"(?P<low>(?:19|20)\d\d)\s*(?:-|to|through)\s*(?P<high>(?:19|20)\d\d|\d\d)(?!\d|,\d|\.\d)")
YEAR_BEFORE = expression(
    r"\b(?:in|since|by|of|from|until|till|during|before|after|fiscal|financial|year|years|early|late|mid|spring|summer|autumn|winter|fall|and|to|through|between|for|around|circa|back|election|quarter|[a-z]+'s|fy|half|than)[\s-]+\Z"
)
TIME = expression(
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?)?(?![\d%])|(?:1[0-2]|[1-9])(?::[0-5]\d)?\s?[ap]\.?m\b\.?|\d{1,2}\s?o['’]clock"
)
CLOCK = expression(r"\d{1,2}\.\d\d(?!\s?[ap]\.?m)")
# Digits that something special may follow: most numbers end before a space and need no further look.
SPECIAL = expression(r"[\d.,]+(?:[-:+/a-z’']|\s\d|\s[ap]\.?m|\so)")
PHONE = expression(
    r"\+?\d{1,3}[- ]\d{3}[- ]\d{3,4}[-/ ]\d{4}|\d{3}-\d{3}-\d{4}|\(\d{3}\)\s?\d{3}-\d{4}|\d{3}-\d{4}(?![\d-])"
)
CODE = expression(
    r"\d+(?:\+\d+)+|\d+:\d+|\d+(?:\.\d+){2,}|\d+[a-z]{1,4}\d[a-z\d]*|(?:19|20)?\d\ds\b|\d+(?:gb/\d+gb)|\d+/\d+/\d+"
)
ORDINAL = expression(r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b")
PERCENT = expression(
    r"\s?(%|‰)|(?:\s|-)(percentage[\s-]points?|percent(?:age)?(?!\w)s?|per\s?cents?|pct|basis\s+points?|bps|pp)\b|(pc|pp|bps|pct)\b"
)
MONEY_BEFORE = expression(
    r"((?:\b(?:us|u\.s\.|a|au|aud|c|cad|ca|can|hk|nt|nz|s|mex|mxn|r)\s?)?\$|\$(?:us|a|c|nz|hk|s)(?=\d|\Z)|[€£¥₩₹₿]|\b(?:usd|gbp|eur|cny|rmb|jpy|aud|cad|hkd|chf|inr|krw|ps|rm|meur|maud|sen|dollar)(?=[\s\d]|\Z))\s*-?\Z"
)
SIGN_BEFORE = expression(r"(?:(?<![\w%).-])-|(?:minus|negative)[\s-]|\A-\s)\Z")
BEFORE = expression(
    rf"(?:(?<![a-z])(?:{one_of(word for word in BEFORE_EN if word[0].isalpha())})\s+(?:an?\s+|only\s+|the\s+equivalent\s+of\s+)?|(?:{one_of(word for word in BEFORE_EN if not word[0].isalpha())})\s*)\Z"
)
AFTER = expression(
    rf"\s+(?:{one_of(word for word in AFTER_EN if word[0].isalpha())})\b(?!\s*[\d$£€])|\+(?!\d)|-(?:odd|plus)\b"
)
NOT_OVER = expression(
    r"\b(?:sued|suing|sue|dispute[ds]?|argu\w+|fight\w*|fought|row|lawsuits?|battle[ds]?|protest\w*|concerns?|concerned|worr\w+|questions?|divided|fears?|anger|debate[ds]?|clash\w*|spread|won|win|wins|victory|take[ns]?|took|ruled?|turn\w*|carr\w+|hand\w*|mull\w*|all|flew|fly|jumped|game|left)\s+\Z"
)
NOT_ABOUT = expression(
    r"\b(?:talk\w*|worr\w+|concern\w*|ask\w*|th(?:ink|inking|ought)|kn[eo]w\w*|complain\w*|sp[eo]\w*k\w*|wr[io]t\w+|stor(?:y|ies)|books?|debate\w*"
    r"|questions?|learn\w*|hear\w*|tell\w*|told|said|says|discuss\w*|articles?|all)\s+\Z"
)
NOT_UP_TO = expression(
    r"\b(?:back|caught|catch|liv\w+|went|go\w*|mov\w+|rose|ris\w+|climb\w*|lead\w*|led|add\w*|wak\w+)\s+\Z"
)
FOLD = expression(r"(?:\s*-\s*)?fold\b")
