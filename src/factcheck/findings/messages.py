"""Text for people, in both languages at once, so that a finding does not depend on who reads it."""

from __future__ import annotations

from typing import Literal

from factcheck.records import record

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@record(frozen=True, slots=True)
class Message:
    """One sentence in Chinese and in English.

    >>> Message("合计不符", "the sum does not add up").in_language("en")
    'the sum does not add up'
    """

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """The sentence in the language asked for."""
        return self.zh if language == "zh" else self.en


def say(zh: str, en: str, /, **values: object) -> Message:
    """Fill both templates with the same values; a value that is a Message is filled in its own language.

    >>> say("{name}为{amount}", "{name} is {amount}", name=Message("合计", "the total"), amount=5).zh
    '合计为5'
    """

    def fill(template: str, language: Language) -> str:
        return template.format(
            **{
                key: value.in_language(language) if isinstance(value, Message) else value
                for key, value in values.items()
            }
        )

    return Message(fill(zh, "zh"), fill(en, "en"))
