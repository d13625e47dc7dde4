"""The report on ``claims/`` against the stored one, so that a change in judgement is seen.

In the folder ``tests``: ``python -m snapshots.claims_report`` compares, with ``--update`` it stores the report anew.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from program import ROOT, printed_by

VARIANTS = [(language, width) for language in ("zh", "en") for width in (80, 140)]


def report(language: str, width: int) -> str:
    """What the program says of ``claims/`` now."""
    return printed_by("run", "claims/", "--lang", language, "--width", str(width))


def stored(language: str, width: int) -> Path:
    """Where the report of one language and width is kept."""
    return Path(__file__).parent / f"claims-report.{language}-{width}.txt"


def difference(language: str, width: int) -> list[str]:
    """The lines in which the report is not as stored."""
    path = stored(language, width)
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    after = report(language, width).splitlines()
    return list(difflib.unified_diff(before, after, str(path.relative_to(ROOT)), "now", lineterm=""))


def main() -> None:
    """Compare, or store with ``--update``."""
    if "--update" in sys.argv[1:]:
        for language, width in VARIANTS:
            stored(language, width).write_text(report(language, width), encoding="utf-8", newline="\n")
        return
    lines = [line for language, width in VARIANTS for line in difference(language, width)]
    if lines:
        print("\n".join(lines))
        sys.exit("the report on claims/ has changed; if that is meant: .ci/run --update")


if __name__ == "__main__":
    main()
