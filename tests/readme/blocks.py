"""The parts of the README that the program writes. In the folder ``tests``: ``python -m readme.blocks --update`` writes them anew."""

from __future__ import annotations

import re
import sys

from program import ROOT, printed_by

README = ROOT / "README.md"
SHORT = ("run", "examples/grain-2025.yaml", "--width", "80")
ONLY_CONTRADICTIONS = ("run", "claims/", "--profile", "draft")
COMMANDS: dict[str, tuple[str, ...]] = {
    "short": (*SHORT, "--lang", "zh"),
    "short-en": (*SHORT, "--lang", "en"),
    "commands": ("--help", "--lang", "zh"),
    "commands-en": ("--help", "--lang", "en"),
    "help": ("run", "--help", "--lang", "zh"),
    "help-en": ("run", "--help", "--lang", "en"),
    "rules": ("rules", "--lang", "zh"),
    "rules-en": ("rules", "--lang", "en"),
    "report": (*ONLY_CONTRADICTIONS, "--lang", "zh", "--width", "80"),
    "report-en": (*ONLY_CONTRADICTIONS, "--lang", "en", "--width", "80"),
    "report-wide": (*ONLY_CONTRADICTIONS, "--lang", "zh", "--width", "140"),
    "report-wide-en": (*ONLY_CONTRADICTIONS, "--lang", "en", "--width", "140"),
}


def output(name: str) -> str:
    """What the command of a block prints."""
    return printed_by(*COMMANDS[name]).replace("python -m factcheck", "factcheck").rstrip()


def pattern(name: str) -> re.Pattern[str]:
    """The block with its markers: everything between the fences is the program's."""
    return re.compile(rf"(<!-- {name}:start -->\n+```\w*\n)(.*?)(\n?```\n+<!-- {name}:end -->)", re.DOTALL)


def printed(name: str, readme: str) -> str | None:
    """What the README shows in a block; ``None`` where there is no such block."""
    found = pattern(name).search(readme)
    return found[2] if found else None


def updated(readme: str) -> str:
    """The README with all its blocks as the program writes them now."""
    for name in COMMANDS:
        found = pattern(name).search(readme)
        if found:
            readme = (
                readme[: found.start(2)] + output(name) + "\n```" + readme[found.end(2) :].partition("```")[2]
            )
    return readme


def main() -> None:
    """Write all blocks anew with ``--update``."""
    if "--update" in sys.argv[1:]:
        text = updated(README.read_text(encoding="utf-8"))
        README.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
