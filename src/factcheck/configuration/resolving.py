"""Settings put together: the command line over the environment over the file over the defaults; every mistake is told, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from factcheck.claims.names import nearest
from factcheck.configuration.finding import SettingsFile
from factcheck.configuration.kinds.interface import Mistake, Step, hint
from factcheck.configuration.table import PREFIX, SETTINGS, Setting, Values, path_of
from factcheck.findings import Message, say
from factcheck.records import record

NOT_SETTINGS = frozenset({"FACTCHECK_DEBUG", "FACTCHECK_CONFIG"})
"""Variables that mean something to the program and are no settings."""

Given = Mapping[str, Sequence[str]]
"""What the command line gives: the words of each setting's option, by the setting's name."""


@record(frozen=True, slots=True)
class Problem:
    """A mistake in the settings and where it stands: ``pyproject.toml:3:1``, a variable or an option."""

    place: str
    message: Message


@record(slots=True)
class Configuration:
    """The settings of a run, where each that is no default comes from, and what is wrong with them."""

    values: Values = field(default_factory=Values)
    origins: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    file: SettingsFile | None = None

    @property
    def root(self) -> Path:
        """The folder that patterns are relative to."""
        return self.file.path.parent if self.file else Path()


def resolve(file: SettingsFile | None, environment: Mapping[str, str], given: Given) -> Configuration:
    """The settings from all three places."""
    result = Configuration(file=file)
    for layer in (_from_file(file), _from_environment(environment), _from_options(given)):
        _take(result, layer)
    return result


Layer = Iterator["tuple[Setting, object, str] | Problem"]


def _take(result: Configuration, layer: Layer) -> None:
    changes: dict[str, Any] = {}
    for each in layer:
        if isinstance(each, Problem):
            result.problems.append(each)
        else:
            setting, value, origin = each
            changes[setting.field] = value
            result.origins[setting.name] = origin
    result.values = replace(result.values, **changes)


def _from_file(file: SettingsFile | None) -> Layer:
    if file is None:
        return
    import tomllib

    shown = path_of(file.path.name, file.path.parent)
    try:
        text = file.data.decode("utf-8-sig")
        table: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        yield Problem(shown, say("不是 UTF-8 编码", "it is not UTF-8"))
        return
    except tomllib.TOMLDecodeError as error:
        yield Problem(shown, say("TOML 语法有误：{error}", "TOML syntax: {error}", error=error))
        return
    for step in file.tables:
        table = table.get(step, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        yield Problem(shown, say("tool.factcheck 应为一张表", "tool.factcheck has to be a table"))
        return

    def place(*steps: Step) -> str:
        from factcheck.configuration.places import place_of

        position = place_of(text, (*file.tables, *steps))
        return f"{shown}:{position.line}:{position.column}"

    for name, written in table.items():
        setting = SETTINGS.get(name)
        if setting is None:
            yield Problem(place(name), _unknown(name, name.replace("_", "-")))
            continue
        value = setting.kind.from_toml(written)
        if isinstance(value, Mistake):
            yield Problem(place(name, *value.steps), _named(name, value.message))
        else:
            yield setting, _placed(setting, value, file.path.parent), shown


def _from_environment(environment: Mapping[str, str]) -> Layer:
    variables = {setting.variable: setting for setting in SETTINGS.values()}
    for name in sorted(environment):
        if not name.startswith(PREFIX) or name in NOT_SETTINGS:
            continue
        setting = variables.get(name)
        if setting is None:
            yield Problem(name, _unknown(name, name, tuple(variables)))
        elif environment[name]:
            value = setting.kind.from_words([environment[name]])
            yield Problem(name, value.message) if isinstance(value, Mistake) else (setting, value, name)


def _from_options(given: Given) -> Layer:
    for name, words in given.items():
        setting = SETTINGS[name]
        value = setting.kind.from_words(words)
        option = f"--{name}"
        yield Problem(option, value.message) if isinstance(value, Mistake) else (setting, value, option)


def _placed(setting: Setting, value: object, folder: Path) -> object:
    """Paths in a file are relative to the file."""
    if not setting.path:
        return value
    if isinstance(value, str):
        return path_of(value, folder)
    if setting.name == "report" and isinstance(value, tuple):
        return tuple(
            f"{form}={path_of(path, folder)}" for form, _, path in (each.partition("=") for each in value)
        )
    return tuple(path_of(each, folder) for each in value) if isinstance(value, tuple) else value


def _unknown(name: str, compared: str, known: Sequence[str] = tuple(SETTINGS)) -> Message:
    return say(
        "没有“{name}”这个设置{hint}",
        'there is no setting "{name}"{hint}',
        name=name,
        hint=hint(nearest(compared, known)),
    )


def _named(name: str, message: Message) -> Message:
    return say("{name}：{message}", "{name}: {message}", name=name, message=message)
