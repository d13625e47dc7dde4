"""Options that stand for settings: what is checked and reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.speech import either

SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help=either("只报这些代码、短名或族。", "Report only these codes, slugs or families."),
        show_default=False,
    ),
]

ExtendSelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--extend-select",
        metavar="CODES",
        help=either("在 profile 之外另报这些代码。", "Report these codes besides the profile's."),
        show_default=False,
    ),
]

IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help=either("不报这些代码、短名或族。", "Do not report these codes, slugs or families."),
        show_default=False,
    ),
]

SeverityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar="CODE=LEVEL",
        help=either("改变某些代码的级别。", "Change the severity of codes."),
        show_default=False,
    ),
]

ExcludeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN",
        help=either(
            "文件夹里不检查的文件（写法同 .gitignore）。", "Files in folders left out, as in .gitignore."
        ),
        show_default=False,
    ),
]

ForceExcludeOption = Annotated[
    bool | None,
    typer.Option(
        "--force-exclude",
        help=either("直接指定的文件也受 exclude 约束。", "Hold exclude against named files, too."),
        show_default=False,
    ),
]

AmbiguousWidthOption = Annotated[
    Literal["auto", "1", "2"] | None,
    typer.Option(
        "--ambiguous-width",
        help=either("“”—… 占几列。", "Columns that “ ” — … take."),
        show_default=False,
    ),
]

SolverOption = Annotated[
    Literal["own", "z3"] | None,
    typer.Option(
        "--solver",
        help=either("判不了的交给谁。", "Who is asked about what stays undecided."),
        show_default=False,
    ),
]

CacheOption = Annotated[
    bool | None,
    typer.Option(
        "--cache/--no-cache",
        help=either("是否重用未变内容的结果。", "Whether to reuse results of unchanged content."),
        show_default=False,
    ),
]

CacheFolderOption = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir", metavar="FOLDER", help=either("缓存文件夹。", "Cache folder."), show_default=False
    ),
]

BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help=either("基线文件。", "Baseline file."), show_default=False
    ),
]

FixOption = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=either(
            "先改正 claims 文件里抄错的地方（不改文章）。",
            "First correct what was copied wrongly into the claims (never the article).",
        ),
    ),
]

DiffOption = Annotated[
    bool, typer.Option("--diff", help=either("只列出 --fix 会改什么。", "Only show what --fix would change."))
]

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help=either(
            "配置文件（默认向上找 factcheck.toml、pyproject.toml）。",
            "Settings file (default: factcheck.toml or pyproject.toml, looked for upwards).",
        ),
        show_default=False,
    ),
]

IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help=either("不读配置文件。", "Read no settings file."))
]

ShowSettingsOption = Annotated[
    bool,
    typer.Option(
        "--show-settings",
        help=either("列出各设置及其来源，不检查。", "List the settings and where each is from."),
    ),
]

ShowFilesOption = Annotated[
    bool,
    typer.Option("--show-files", help=either("列出要检查的文件，不检查。", "List the files to be checked.")),
]

SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REV",
        help=either(
            "只检查自该 git 版本以来的改动所能影响的，并与之比较。",
            "Check only what changed since a git revision can affect, and compare with it.",
        ),
        show_default=False,
    ),
]

AddIgnoreOption = Annotated[
    str | None,
    typer.Option(
        "--add-ignore",
        metavar="REASON",
        help=either(
            "给报出问题的关系写上 ignore 及此理由。",
            "Write ignore with this reason to the checks that are reported.",
        ),
        show_default=False,
    ),
]

StdinFilenameOption = Annotated[
    Path | None,
    typer.Option(
        "--stdin-filename",
        metavar="FILE",
        help=either(
            "从标准输入（路径 -）读到的是哪个文件。", "Which file standard input (the path -) stands for."
        ),
        show_default=False,
    ),
]

WatchOption = Annotated[
    bool, typer.Option("--watch", help=either("文件一变就重新检查。", "Check again whenever a file changes."))
]
