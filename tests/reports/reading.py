"""Readers for formats that have no reader of their own here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A workflow command as the service understands it."""

    name: str
    properties: dict[str, str]
    message: str


def parse_command(line: str) -> Command:
    """Read ``::name key=value,key=value::message`` as documented: split first, then unescape, the per cent sign last."""
    assert line.startswith("::")
    assert "\n" not in line
    head, _, message = line[2:].partition("::")
    name, _, written = head.partition(" ")
    pairs = [pair.partition("=") for pair in written.split(",") if pair]
    properties = {key: _value(value, {"%3A": ":", "%2C": ","}) for key, _, value in pairs}
    return Command(name, properties, _value(message, {}))


def _value(text: str, more: dict[str, str]) -> str:
    for escape, character in ({"%0D": "\r", "%0A": "\n"} | more).items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")
