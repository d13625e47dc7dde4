"""The known unit that a mistyped one resembles."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.quantities.units.known import SYMBOLS, known_unit
from factcheck.quantities.units.table import NAMES


def nearest_unit(name: str, also: Iterable[str] = ()) -> str | None:
    """The known name closest to an unknown one, or ``None`` where nothing is close or the name is known.

    >>> nearest_unit("平方公哩")
    '平方公里'
    >>> nearest_unit("行政村") is None
    True
    """
    from difflib import get_close_matches

    own = tuple(also)
    if name in own or len(name) < 3 or known_unit(name) is not None:
        return None
    names = [known for known in (*own, *NAMES, *SYMBOLS) if len(known) > 2]
    cutoff = 0.84 if name.isascii() else 0.7
    close = get_close_matches(name, names, n=1, cutoff=cutoff)
    return close[0] if close else None
