"""Codes by number, slug or family: lists of them, severities for them, patterns with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.check.selection import selector_of
from factcheck.claims.names import nearest
from factcheck.configuration.kinds.interface import Mistake, Object, expected, hint, parts
from factcheck.findings import Severity, say
from factcheck.findings.codes import CODES
from factcheck.records import record

SEVERITIES = tuple(severity.value for severity in Severity)


def selector(value: object) -> str | Mistake:
    """The code or family that a word means."""
    if not isinstance(value, str):
        return expected("代码", "a code", value)
    found = selector_of(value)
    if found is not None:
        return found
    guess = nearest(value.upper(), CODES) or nearest(value, (code.slug for code in CODES.values()))
    return Mistake(
        say(
            "没有代码、短名或代码族“{value}”{hint}",
            'there is no code, slug or family "{value}"{hint}',
            value=value,
            hint=hint(guess),
        )
    )


@record(frozen=True, slots=True)
class Selectors:
    """A list of codes."""

    def from_toml(self, value: object) -> object:
        """The codes and families meant."""
        if not isinstance(value, list):
            return expected("代码的列表", "a list of codes", value)
        found: list[str] = []
        for index, each in enumerate(value):
            meant = selector(each)
            if isinstance(meant, Mistake):
                return meant.under(index)
            found.append(meant)
        return tuple(found)

    def from_words(self, words: Sequence[str]) -> object:
        """Codes with commas between."""
        return self.from_toml(parts(words))

    def schema(self) -> Object:
        """An array of codes; slugs and families too."""
        return {"type": "array", "items": {"type": "string", "examples": ["FC201", "sum-impossible", "FC2"]}}

    def plain(self, value: Any) -> object:
        """The codes."""
        return list(value)


@record(frozen=True, slots=True)
class Severities:
    """A severity for each of some codes."""

    def from_toml(self, value: object) -> object:
        """Severities by code or family."""
        if not isinstance(value, dict):
            return expected("表：代码 = 级别", "a table: code = severity", value)
        found: dict[str, Severity] = {}
        for key, severity in value.items():
            meant = selector(key)
            if isinstance(meant, Mistake):
                return meant.under(key)
            if severity not in SEVERITIES:
                return expected(
                    "、".join(SEVERITIES) + " 之一", "one of " + ", ".join(SEVERITIES), severity
                ).under(key)
            found[meant] = Severity(severity)
        return found

    def from_words(self, words: Sequence[str]) -> object:
        """``FC330=error``, several with commas between."""
        return self.from_toml(dict(_pair(part) for part in parts(words)))

    def schema(self) -> Object:
        """A table."""
        return {"type": "object", "additionalProperties": {"type": "string", "enum": list(SEVERITIES)}}

    def plain(self, value: Any) -> object:
        """The table."""
        return {code: str(severity) for code, severity in value.items()}


@record(frozen=True, slots=True)
class InFiles:
    """Codes to ignore for each of some patterns."""

    def from_toml(self, value: object) -> object:
        """Pairs of a pattern and its codes."""
        if not isinstance(value, dict):
            return expected("表：模式 = 代码的列表", "a table: pattern = list of codes", value)
        found: list[tuple[str, object]] = []
        for pattern, codes in value.items():
            meant = Selectors().from_toml(codes)
            if isinstance(meant, Mistake):
                return meant.under(pattern)
            found.append((pattern, meant))
        return tuple(found)

    def from_words(self, words: Sequence[str]) -> object:
        """``PATTERN=CODE``, several with commas between."""
        table: dict[str, list[str]] = {}
        for pattern, code in (_pair(part) for part in parts(words)):
            table.setdefault(pattern, []).append(code)
        return self.from_toml(table)

    def schema(self) -> Object:
        """A table."""
        return {"type": "object", "additionalProperties": Selectors().schema()}

    def plain(self, value: Any) -> object:
        """The table."""
        return {pattern: list(codes) for pattern, codes in value}


def _pair(part: str) -> tuple[str, str]:
    key, _, value = part.rpartition("=")
    return key.strip(), value.strip()
