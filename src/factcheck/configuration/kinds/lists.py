"""Lists of words: paths, patterns, reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.claims.names import nearest
from factcheck.configuration.kinds.interface import Mistake, Object, expected, hint, parts
from factcheck.findings import say
from factcheck.records import record


@record(frozen=True, slots=True)
class Words:
    """Any texts."""

    def from_toml(self, value: object) -> object:
        """The list, each item a text that :meth:`item` takes."""
        if not isinstance(value, list):
            return expected("列表", "a list", value)
        items: list[object] = []
        for index, each in enumerate(value):
            item = self.item(each)
            if isinstance(item, Mistake):
                return item.under(index)
            items.append(item)
        return tuple(items)

    def item(self, value: object) -> object:
        """One text of the list."""
        if not isinstance(value, str) or not value:
            return expected("文字", "a text", value)
        return value

    def from_words(self, words: Sequence[str]) -> object:
        """Several in one word stand with commas between."""
        return self.from_toml(parts(words))

    def schema(self) -> Object:
        """An array of strings."""
        return {"type": "array", "items": {"type": "string", "minLength": 1}}

    def plain(self, value: Any) -> object:
        """The list."""
        return [str(each) for each in value]


@record(frozen=True, slots=True)
class Reports(Words):
    """Reports into files: ``FORMAT=FILE``."""

    formats: tuple[str, ...]

    def item(self, value: object) -> object:
        """One report."""
        if not isinstance(value, str) or not all(value.partition("=")):
            return expected("格式=文件", "FORMAT=FILE", value)
        name = value.partition("=")[0]
        if name not in self.formats:
            return Mistake(
                say(
                    "没有输出格式 {name}{hint}（可用：{names}）",
                    "there is no output format {name}{hint} (known: {names})",
                    name=name,
                    hint=hint(nearest(name, self.formats)),
                    names=", ".join(self.formats),
                )
            )
        return value

    def from_words(self, words: Sequence[str]) -> object:
        """A path may hold commas: in the environment reports stand on lines of their own."""
        return self.from_toml([line for word in words for line in word.splitlines() if line.strip()])


@record(frozen=True, slots=True)
class PathText:
    """One path."""

    def from_toml(self, value: object) -> object:
        """The path as written."""
        return value if isinstance(value, str) and value else expected("路径", "a path", value)

    def from_words(self, words: Sequence[str]) -> object:
        """The last word counts."""
        return self.from_toml(words[-1])

    def schema(self) -> Object:
        """A string."""
        return {"type": "string", "minLength": 1}

    def plain(self, value: Any) -> object:
        """The path."""
        return str(value)
