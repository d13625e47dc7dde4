"""``factcheck what-if NAME=VALUE …``: what an edit would break, heal, and drag along."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption, default_paths
from factcheck.cli.speech import described, either


@described("改动之前先看后果；不动文件。", "See what an edit would do; no file is touched.")
def what_if(
    edits: Annotated[
        list[str],
        typer.Argument(
            metavar=either("名称=数值…", "NAME=VALUE…"),
            help=either(
                "要改的数，照原文写法：低保人数=3276名。", "Numbers to change, as they would be printed."
            ),
        ),
    ],
    claims: Annotated[
        list[Path] | None,
        typer.Option(
            "--claims",
            metavar=either("路径", "PATH"),
            help=either(
                "claims 文件或文件夹；可重复（默认 claims/）。",
                "Claims file or folder; repeatable (default: claims/).",
            ),
            show_default=False,
        ),
    ] = None,
    output_format: AnswerFormatOption = "terminal",
    lang: LanguageOption = None,
) -> None:
    """Try an edit."""
    from factcheck.cli.answers.what_if import as_json, as_text
    from factcheck.cli.judged import fact_named, print_json, project_of, wants_json
    from factcheck.cli.output import fail, print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.diagnosis import what_if as try_edits

    for_programs = wants_json(output_format)
    project = project_of(default_paths(claims))
    wanted = {}
    for edit in edits:
        name, equals, value = edit.partition("=")
        if not equals or not value.strip():
            fail(either(f"{edit} 应写成 名称=数值", f"{edit} should read NAME=VALUE"))
        wanted[fact_named(project, name.strip()).id] = value.strip()
    result = try_edits(project, wanted)
    if result.problems:
        fail(result.problems[0].in_language(spoken_language()))
    if for_programs:
        print_json(as_json(result))
    else:
        print_text(as_text(result, project, spoken_language()))
    if result.breaks:
        sys.exit(1)
