"""The table of settings: name, kind, default and meaning of each. Decoding, help, schema and documentation all come from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import Any, Literal

from factcheck.check.settings import Profile
from factcheck.configuration.kinds.codes import InFiles, Selectors, Severities
from factcheck.configuration.kinds.interface import Kind
from factcheck.configuration.kinds.lists import PathText, Reports, Words
from factcheck.configuration.kinds.plain import Choice, Flag, Whole
from factcheck.findings import Message, Severity
from factcheck.records import record
from factcheck.reports.formats import FORMATS

PREFIX = "FACTCHECK_"
"""Environment variables are the settings' names in capitals with this before them."""


@record(frozen=True, slots=True)
class Setting:
    """One row of the table. ``path``: the value names files, relative to the file that sets it; ``everywhere``: the environment takes it."""

    name: str
    kind: Kind
    meaning: Message
    default: object
    path: bool = False

    @property
    def variable(self) -> str:
        """The environment variable."""
        return PREFIX + self.name.upper().replace("-", "_")

    @property
    def field(self) -> str:
        """The name in :class:`Values`."""
        return self.name.replace("-", "_")


def _row(default: object, kind: Kind, zh: str, en: str, *, path: bool = False) -> Any:
    about = {"kind": kind, "meaning": Message(zh, en), "path": path}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=about)
    return field(default=default, metadata=about)


@record(frozen=True, slots=True, kw_only=True)
class Values:
    """Every setting with its value."""

    paths: tuple[str, ...] = _row(
        (), Words(), "没有在命令行指定时检查哪些文件和文件夹；默认 claims/，没有则当前文件夹", "Files and folders to check where the command line names none; by default claims/, else the current folder", path=True
    )  # fmt: skip
    exclude: tuple[str, ...] = _row(
        (), Words(), "文件夹里不检查的文件，写法同 .gitignore，相对于配置文件所在文件夹", "Files in folders that are not checked, as .gitignore writes them, relative to the configuration file"
    )  # fmt: skip
    force_exclude: bool = _row(
        False, Flag(), "直接指定的文件也受 exclude 约束", "Hold exclude against files that are named, too"
    )
    profile: Profile = _row(
        Profile.DESK, Choice(tuple(Profile)), "报出多少：draft 只报矛盾；desk 另报疑点、单位与措辞；strict 另报缺漏", "How much is reported: draft contradictions only; desk also doubts, units, wording; strict also gaps"
    )  # fmt: skip
    select: tuple[str, ...] = _row(
        (), Selectors(), "只报这些代码（代码、短名或族），取代 profile 的选择；读不懂输入的问题照报", "Report only these codes (codes, slugs or families) in place of the profile's; what cannot be read is still said"
    )  # fmt: skip
    extend_select: tuple[str, ...] = _row(
        (), Selectors(), "在 profile 之外另报这些代码", "Report these codes besides the profile's"
    )
    ignore: tuple[str, ...] = _row(
        (), Selectors(), "不报这些代码；与 select 冲突时更具体的为准", "Do not report these codes; where select says otherwise, the more exact one decides"
    )  # fmt: skip
    severity: Mapping[str, Severity] = _row(
        {}, Severities(), "各代码的级别：error、warning 或 info；关系自己写明的级别优先", "The severity of codes: error, warning or info; a check that states its own keeps it"
    )  # fmt: skip
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = _row(
        (), InFiles(), "某些文件里不报的代码：模式 = 代码的列表", "Codes not reported in some files: pattern = list of codes"
    )  # fmt: skip
    fail_on: Literal["error", "warning", "info", "never"] = _row(
        "error",
        Choice((*Severity, "never")),
        "从哪一级起退出码为 1",
        "Severity from which the exit code is 1",
    )
    baseline: str | None = _row(
        None, PathText(), "基线文件：其中的问题列出并计数，但不算", "Baseline file: what stands in it is counted, not held against the run", path=True
    )  # fmt: skip
    output_format: str = _row(
        "terminal", Choice(tuple(FORMATS)), "标准输出的格式", "Format on standard output"
    )
    report: tuple[str, ...] = _row(
        (),
        Reports(tuple(FORMATS)),
        "另写入文件的报告：格式=文件",
        "Reports written to files: FORMAT=FILE",
        path=True,
    )
    lang: Literal["zh", "en"] | None = _row(
        None,
        Choice(("zh", "en")),
        "报告的语言；默认取系统区域",
        "Language of the report; by default the locale's",
    )
    color: Literal["auto", "always", "never"] = _row(
        "auto", Choice(("auto", "always", "never")), "是否用颜色", "Whether to use colour"
    )
    ascii: bool = _row(False, Flag(), "边框只用 ASCII 字符", "Draw frames from ASCII only")
    width: int | None = _row(None, Whole(40), "报告的宽度（列）", "Width of the report in columns")
    ambiguous_width: Literal["auto", "1", "2"] = _row(
        "auto", Choice(("auto", "1", "2")), "“”—… 等宽度不定的字符占几列", "Columns taken by characters of ambiguous width (“ ” — …)"
    )  # fmt: skip
    show_passed: bool = _row(False, Flag(), "也列出成立的关系", "Also list the checks that hold")
    cache: bool = _row(
        True, Flag(), "内容未变时重用上次的结果", "Reuse the last result where nothing changed"
    )
    cache_dir: str | None = _row(
        None, PathText(), "缓存文件夹；默认在配置文件旁的 .factcheck_cache", "Cache folder; by default .factcheck_cache beside the configuration file", path=True
    )  # fmt: skip
    solver: Literal["own", "z3"] = _row(
        "own",
        Choice(("own", "z3")),
        "判不了的再交给 z3（须安装 factcheck-claims[z3]）；own 只靠自己",
        "z3 is asked about what stays undecided (install factcheck-claims[z3]); own: nothing else is",
    )
    processes: int | None = _row(
        None, Whole(1), "最多几个进程同时判定；默认按处理器数", "Processes that judge at once; by default as many as processors"
    )  # fmt: skip


SETTINGS: dict[str, Setting] = {
    (name := each.name.replace("_", "-")): Setting(
        name,
        each.metadata["kind"],
        each.metadata["meaning"],
        getattr(Values(), each.name),
        each.metadata["path"],
    )
    for each in fields(Values)
}


def path_of(text: str, folder: Path) -> str:
    """A path written in a file of ``folder``, as seen from the working folder."""
    import os

    return Path(os.path.relpath(folder / text)).as_posix()
