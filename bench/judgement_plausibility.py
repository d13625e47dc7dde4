"""How often ordinary rounding is called implausible: ``python bench/judgement_plausibility.py [TABLES]``.

Tables of 6 to 60 true numbers and their true total, all rounded to the same digit; every table's residual is put to the 4 σ test. The test
may be wrong once in 10,000. A second line puts one error of so many σ into the total, to show what is seen.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from random import Random

from factcheck.judgement.plausibility import SIGMAS, residual_in_sigmas


def residual(random: Random, rows: int) -> int:
    """Total less parts, in thousandths of the printed digit: numbers uniform over many digits, rounded to the nearest."""
    parts = [random.randrange(10**6) for _ in range(rows)]
    printed = sum(round(Fraction(part, 1000)) for part in parts)
    return (round(Fraction(sum(parts), 1000)) - printed) * 1000


def main() -> None:
    tables = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    random = Random(20)
    false = seen = possible = 0
    for _ in range(tables):
        rows = random.randint(6, 60)
        off = residual(random, rows)
        widths = [1000] * (rows + 1)
        square = residual_in_sigmas(off, widths)
        false += square is not None and square > SIGMAS**2
        slip = residual_in_sigmas(off + 5000, widths)
        if slip is not None and abs(off + 5000) <= 500 * (rows + 1):
            possible += 1
            seen += slip > SIGMAS**2
    print(
        f"{tables} tables of 6 to 60 rounded rows: {false} false warnings (1 in 10,000 would be {tables / 10_000:.0f})"
    )
    print(f"a total 5 digits off that the roundings could just hide: {seen} of {possible} seen")


if __name__ == "__main__":
    main()
