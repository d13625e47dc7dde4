"""``factcheck solve FILE [NAME]``: what the others imply for a quantity, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either


@described("由其余数字推算一个量。", "What all other facts imply for a quantity.")
def solve(
    file: Annotated[
        Path,
        typer.Argument(
            metavar=either("文件", "FILE"), help=either("claims 文件或文件夹。", "Claims file or folder.")
        ),
    ],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=either("名称", "NAME"),
            help=either("事实的名称（默认所有隐藏量）。", "Name of a fact (default: all hidden quantities)."),
            show_default=False,
        ),
    ] = None,
    output_format: AnswerFormatOption = "terminal",
    lang: LanguageOption = None,
) -> None:
    """Explain a quantity."""
    from factcheck.cli.answers.solve import as_json, as_text
    from factcheck.cli.judged import fact_named, print_json, project_of, wants_json
    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.diagnosis import solve_all
    from factcheck.judgement import judge

    for_programs = wants_json(output_format)
    project = project_of([file])
    if name is None:
        wanted = [fact.id for fact in project.facts().values() if fact.hidden]
    else:
        wanted = [fact_named(project, name).id]
    explanations = solve_all(project, judge(project), wanted)
    if for_programs:
        print_json(as_json(explanations))
    else:
        print_text(as_text(explanations, project, spoken_language()))
