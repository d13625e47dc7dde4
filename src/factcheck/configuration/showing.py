"""Settings as text: as TOML with the origin of each, as JSON Schema, as a table for the documentation."""

from __future__ import annotations

import json
from typing import Any

from factcheck.configuration.resolving import Configuration
from factcheck.configuration.table import SETTINGS, Setting
from factcheck.findings import Language, Message

DEFAULT = Message("默认", "default")


def settings_text(configuration: Configuration, language: Language) -> str:
    """One line for each setting, TOML, with where it comes from: ``profile = "strict"  # pyproject.toml``."""
    lines = []
    for setting in SETTINGS.values():
        origin = configuration.origins.get(setting.name, DEFAULT.in_language(language))
        value = getattr(configuration.values, setting.field)
        written = (
            f"{setting.name} = {toml(plain(setting, value))}" if value is not None else f"# {setting.name} ="
        )
        lines.append(f"{written}  # {origin}\n")
    return "".join(lines)


def plain(setting: Setting, value: object) -> object:
    """The value as TOML and JSON hold it."""
    return None if value is None else setting.kind.plain(value)


def toml(value: Any) -> str:
    """A value in TOML.

    >>> toml({"FC2": ["a", 1, True]})
    '{ "FC2" = ["a", 1, true] }'
    """
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{toml(key)} = {toml(each)}" for key, each in value.items()) + " }"
            if value
            else "{}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )  # JSON takes it as it is, TOML does not


def schema() -> dict[str, Any]:
    """The JSON Schema of ``factcheck.toml`` and of ``tool.factcheck`` in ``pyproject.toml``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck settings",
        "type": "object",
        "additionalProperties": False,
        "properties": {setting.name: _property(setting) for setting in SETTINGS.values()},
    }


def _property(setting: Setting) -> dict[str, Any]:
    described = {"description": f"{setting.meaning.en}\n{setting.meaning.zh}"}
    default = plain(setting, setting.default)
    return setting.kind.schema() | described | ({} if default is None else {"default": default})


def documentation(language: Language) -> str:
    """The settings as a Markdown table."""
    head = Message("| 设置 | 默认 | 含义 |", "| setting | default | meaning |").in_language(language)
    rows = [
        f"| `{setting.name}` | {_default(setting)} | {setting.meaning.in_language(language)} |"
        for setting in SETTINGS.values()
    ]
    return "\n".join([head, "| --- | --- | --- |", *rows]) + "\n"


def _default(setting: Setting) -> str:
    default = plain(setting, setting.default)
    return "" if default is None else f"`{toml(default)}`"
