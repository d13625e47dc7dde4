"""The settings of a command: its options over the environment over the settings file; mistakes in any of them end the run with exit code 2."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.speech import either, speak_by_default, spoken_language

if TYPE_CHECKING:
    from factcheck.cli.rendering import Look
    from factcheck.configuration.finding import SettingsFile
    from factcheck.configuration.resolving import Configuration

Option = str | int | bool | Sequence[object] | None


def words_of(**options: Option) -> dict[str, list[str]]:
    """The options that were given, as words by the name of their setting.

    >>> words_of(fail_on="error", width=None, select=["FC2"], ascii=True)
    {'fail-on': ['error'], 'select': ['FC2'], 'ascii': ['true']}
    """
    return {name.replace("_", "-"): _words(value) for name, value in options.items() if value is not None}


def _words(value: Option) -> list[str]:
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(value)] if isinstance(value, (str, int)) else [str(each) for each in value or ()]


def configured(
    paths: Sequence[Path] | None,
    given: dict[str, list[str]],
    config: Path | None = None,
    isolated: bool = False,
) -> Configuration:
    """The settings for these paths; ``config`` names their file, ``isolated`` reads none."""
    from factcheck.configuration.resolving import resolve

    result = resolve(None if isolated else _file(paths, config), os.environ, given)
    if result.values.lang is not None:
        speak_by_default(result.values.lang)
    if result.problems:
        _refuse(result)
    return result


def _file(paths: Sequence[Path] | None, config: Path | None) -> SettingsFile | None:
    from factcheck.cli.output import fail
    from factcheck.configuration.finding import named_file, settings_file

    named = config or (Path(os.environ["FACTCHECK_CONFIG"]) if os.environ.get("FACTCHECK_CONFIG") else None)
    if named is None:
        return settings_file([path for path in paths or () if path.as_posix() != "-"])
    try:
        return named_file(named, named.read_bytes())
    except OSError as error:
        fail(
            either(
                f"无法读取配置 {named}：{error.strerror}",
                f"cannot read the settings {named}: {error.strerror}",
            )
        )


def _refuse(configuration: Configuration) -> None:
    from factcheck.cli.output import fail

    language = spoken_language()
    colon = either("：", ": ")
    fail(
        "\n".join(
            f"{each.place}{colon}{each.message.in_language(language)}" for each in configuration.problems
        )
    )


def look_of(configuration: Configuration) -> Look:
    """How reports look under these settings."""
    from factcheck.cli.rendering import Look
    from factcheck.configuration.running import run_settings

    values = configuration.values
    return Look(
        width=values.width,
        ascii=values.ascii,
        colour=values.color,
        show_passed=values.show_passed,
        fail_on=run_settings(configuration).fail_on,
        ambiguous_width=values.ambiguous_width,
    )
