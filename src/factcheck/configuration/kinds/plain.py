"""A choice of names, yes or no, a whole number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.claims.names import nearest
from factcheck.configuration.kinds.interface import Mistake, Object, expected, hint
from factcheck.findings import say
from factcheck.records import record

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})


@record(frozen=True, slots=True)
class Choice:
    """One of some names."""

    names: tuple[str, ...]

    def from_toml(self, value: object) -> object:
        """The name."""
        if not isinstance(value, str):
            return expected("文字", "a text", value)
        if value not in self.names:
            return Mistake(
                say(
                    "没有“{value}”这一项{hint}（可用：{names}）",
                    'there is no "{value}"{hint} (known: {names})',
                    value=value,
                    hint=hint(nearest(value, self.names)),
                    names=", ".join(self.names),
                )
            )
        return value

    def from_words(self, words: Sequence[str]) -> object:
        """The last word counts."""
        return self.from_toml(words[-1])

    def schema(self) -> Object:
        """An enumeration."""
        return {"type": "string", "enum": list(self.names)}

    def plain(self, value: Any) -> object:
        """The name."""
        return str(value)


@record(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def from_toml(self, value: object) -> object:
        """The value."""
        return value if isinstance(value, bool) else expected("true 或 false", "true or false", value)

    def from_words(self, words: Sequence[str]) -> object:
        """1, true, yes, on; 0, false, no, off."""
        word = words[-1].strip().lower()
        if word in TRUE:
            return True
        return False if word in FALSE else expected("true 或 false", "true or false", words[-1])

    def schema(self) -> Object:
        """A boolean."""
        return {"type": "boolean"}

    def plain(self, value: Any) -> object:
        """The value."""
        return bool(value)


@record(frozen=True, slots=True)
class Whole:
    """A whole number from ``least`` on."""

    least: int

    def from_toml(self, value: object) -> object:
        """The number."""
        if not isinstance(value, int) or isinstance(value, bool) or value < self.least:
            return expected(f"不小于 {self.least} 的整数", f"a whole number of at least {self.least}", value)
        return value

    def from_words(self, words: Sequence[str]) -> object:
        """The last word counts."""
        word = words[-1].strip()
        return self.from_toml(int(word) if word.isascii() and word.isdigit() and len(word) < 19 else word)

    def schema(self) -> Object:
        """An integer."""
        return {"type": "integer", "minimum": self.least}

    def plain(self, value: Any) -> object:
        """The number."""
        return value
