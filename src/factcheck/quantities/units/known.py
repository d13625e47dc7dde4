"""Units by the names that definitions.txt gives them, looked up without pint."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.quantities.model import Dimension, Unit
from factcheck.quantities.units.table import NAMES, SIZES
from factcheck.quantities.words import words

WILDCARD = "count"
"""The dimension of things whose kind the text does not say: it compares with any count."""

# Signs that pint's grammar cannot hold as names.
SYMBOLS = {
    "%": "percent",
    "％": "percent",
    "per cent": "percent",
    "percentage points": "percentage_point",
    "percentage point": "percentage_point",
    "percent points": "percentage_point",
    "‰": "permille",
    "‱": "permyriad",
    "℃": "celsius",
    "°C": "celsius",
    "℉": "fahrenheit",
    "°F": "fahrenheit",
    "㎡": "square_meter",
    "㎞": "kilometer",
    "㎏": "kilogram",
    "¥": "yuan",
    "￥": "yuan",
    "$": "dollar",
    "US$": "dollar",
    "€": "euro",
    "£": "pound",
    "₩": "won",
    "₹": "rupee",
    "HK$": "hong_kong_dollar",
    "NT$": "taiwan_dollar",
    "A$": "australian_dollar",
    "C$": "canadian_dollar",
    "S$": "singapore_dollar",
    "₿": "bitcoin",
    "₡": "colon",
    "₭": "kip",
}

MEASURED = frozenset(
    words(
        """
    length mass time angle temperature temperature_fahrenheit temperature_kelvin current du score loudness
    luminous_flux information percentage_point date gross_tonnage
    """
    )
)
"""Base dimensions that are measured, not counted in whole things."""

CURRENCIES = frozenset(
    words(
        """
    yuan dollar euro pound_sterling yen won rupee ruble swiss_franc franc mark hong_kong_dollar
    taiwan_dollar macau_pataca australian_dollar canadian_dollar singapore_dollar new_zealand_dollar
    mexican_peso peso brazilian_real rand baht ringgit dong rupiah krona krone_norwegian krone_danish
    turkish_lira lira dirham riyal shekel zloty forint koruna naira shilling taka hryvnia dinar rial leu lev tenge guilder peseta escudo drachma cedi kwacha krone costa_rican_colon kip sen bitcoin
    """
    )
)
"""Base dimensions that are money."""


LOWER_CODES = frozenset(words("usd rmb cny eur gbp jpy hkd aud cad inr chf krw"))
"""Currency codes that articles also write in lower case."""


def counts_whole_things(dimension: Dimension, factor: Fraction) -> bool:
    """Whether a total in such a unit is a whole number: one kind of thing, to the first power, one at a time."""
    if len(dimension) != 1 or factor not in (1, 2, 12):  # one, a pair, a dozen
        return False
    base, exponent = dimension[0]
    return exponent == 1 and base not in MEASURED and base not in CURRENCIES


def make_unit(name: str, dimension: Dimension, factor: Fraction) -> Unit:
    """A unit under the name that the text prints."""
    return Unit(name, dimension, factor, counts_whole_things(dimension, factor))


@lru_cache(maxsize=4096)
def known_unit(name: str) -> Unit | None:
    """The unit of this name, alias or symbol, or ``None``; English names may be plural and their parts joined by spaces.

    >>> known_unit("平方公里").factor
    Fraction(1000000, 1)
    >>> known_unit("square miles").dimension
    (('length', 2),)
    """
    canonical = canonical_name(name)
    if canonical is None:
        return None
    dimension, numerator, denominator = SIZES[canonical]
    return make_unit(name, dimension, Fraction(numerator, denominator))


def canonical_name(name: str) -> str | None:
    """The name under which definitions.txt defines a unit, or ``None``."""
    if found := SYMBOLS.get(name) or NAMES.get(name):
        return found
    if not name.isascii():
        return None
    for spelling in _english_spellings(name):
        if found := NAMES.get(spelling):
            return found
    return None


def _english_spellings(name: str) -> list[str]:
    joined = name.replace(" ", "_").replace("-", "_")
    spellings = [joined, joined.lower()]
    if joined in LOWER_CODES:
        return [joined.upper()]
    if len(joined) > 3 and joined[-1] == "s":
        spellings += [singular(joined), singular(joined.lower())]
    return spellings


def singular(noun: str) -> str:
    """The singular of a regular English plural: households, boxes and cities become household, box and city."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun
