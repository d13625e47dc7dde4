"""In which language to speak: the option, then FACTCHECK_LANG, then the locale; known before the options are parsed, for ``--help``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from factcheck.findings.messages import Language

Command = TypeVar("Command", bound=Callable[..., None])

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


_of_the_settings: list[Language] = []


def speak_by_default(language: Language) -> None:
    """What the settings file says: it goes before the locale, after the option and FACTCHECK_LANG."""
    _of_the_settings[:] = [language]
    spoken_language.cache_clear()
    chosen_language.cache_clear()


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language to speak, Chinese where nothing says otherwise.

    >>> language_of(["run", "--lang", "en"], {}), language_of(["run", "--lang=zh"], {"FACTCHECK_LANG": "en"})
    ('en', 'zh')
    >>> language_of([], {"LANG": "en_GB.UTF-8"}), language_of([], {"LANG": "C.UTF-8"})
    ('en', 'zh')
    """
    return (
        _from_option(arguments)
        or _known(environment.get("FACTCHECK_LANG", ""))
        or next(iter(_of_the_settings), None)
        or _from_locale(environment)
        or "zh"
    )


def _from_option(arguments: Sequence[str]) -> Language | None:
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return _known(arguments[index + 1])
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
    return None


def _from_locale(environment: Mapping[str, str]) -> Language | None:
    for variable in _LOCALE_VARIABLES:
        if value := environment.get(variable, ""):
            return _known(value)
    return None


def _known(name: str) -> Language | None:
    name = name.lower()
    if name.startswith("zh"):
        return "zh"
    return "en" if name.startswith("en") else None


@cache
def chosen_language() -> Language | None:
    """The language that was asked for by name, by option, FACTCHECK_LANG or settings; the locale does not count."""
    return (
        _from_option(sys.argv[1:])
        or _known(os.environ.get("FACTCHECK_LANG", ""))
        or next(iter(_of_the_settings), None)
    )


@cache
def spoken_language() -> Language:
    """The language of this process."""
    return language_of(sys.argv[1:], os.environ)


def either(zh: str, en: str) -> str:
    """The sentence in the language of this process."""
    return zh if spoken_language() == "zh" else en


def described(zh: str, en: str) -> Callable[[Command], Command]:
    """Give a command its description in the language of this process."""

    def describe(command: Command) -> Command:
        command.__doc__ = either(zh, en)
        return command

    return describe
