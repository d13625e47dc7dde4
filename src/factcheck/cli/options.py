"""Options that several commands take, so that they mean the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.speech import either

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATHS…",
        help=either(
            "claims 文件或文件夹（默认 claims/，没有则当前文件夹）。",
            "Claims files or folders (default: claims/, else the current folder).",
        ),
        show_default=False,
    ),
]

LanguageOption = Annotated[
    Literal["zh", "en"] | None,
    typer.Option(
        "--lang",
        help=either(
            "报告的语言（默认取 FACTCHECK_LANG、系统区域）。",
            "Language of the report (default: FACTCHECK_LANG, locale).",
        ),
        show_default=False,
    ),
]

ProfileOption = Annotated[
    Literal["draft", "desk", "strict"] | None,
    typer.Option(
        "--profile",
        help=either(
            "报出多少：只报矛盾、另报疑点、另报缺漏。",
            "How much to report: contradictions; also doubts; also gaps.",
        ),
    ),
]

FailOnOption = Annotated[
    Literal["error", "warning", "info", "never"] | None,
    typer.Option(
        "--fail-on", help=either("从哪一级起退出码为 1。", "Severity from which the exit code is 1.")
    ),
]

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--output-format",
        "-f",
        metavar="FORMAT",
        help=either(
            "标准输出的格式：terminal、concise、json 等。",
            "Format on standard output: terminal, concise, json …",
        ),
    ),
]

ReportOption = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=FILE",
        help=either("另把报告写入文件；可重复。", "Also write a report to a file; repeatable."),
        show_default=False,
    ),
]

ShowPassedOption = Annotated[
    bool | None,
    typer.Option("--show-passed", help=either("也列出成立的关系。", "Also list the checks that hold.")),
]

AsciiOption = Annotated[
    bool | None, typer.Option("--ascii", help=either("边框只用 ASCII 字符。", "Draw frames from ASCII only."))
]

WidthOption = Annotated[
    int | None,
    typer.Option(
        "--width",
        min=40,
        metavar="COLUMNS",
        help=either("报告的宽度。", "Width of the report."),
        show_default=False,
    ),
]

ColourOption = Annotated[
    Literal["auto", "always", "never"] | None,
    typer.Option("--color", help=either("是否用颜色。", "Whether to use colour.")),
]


def default_paths(paths: list[Path] | None) -> list[Path]:
    """The paths given, else the folder ``claims``, else the current one."""
    if paths:
        return paths
    claims = Path("claims")
    return [claims] if claims.is_dir() else [Path()]
