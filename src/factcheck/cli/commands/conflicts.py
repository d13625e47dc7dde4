"""``factcheck conflicts``: every minimal set of checks that cannot hold together, not only the one a report tells."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption, PathsArgument, default_paths
from factcheck.cli.speech import described, either


@described("列出不能同时成立的各组关系。", "List the sets of checks that cannot all hold.")
def conflicts(
    paths: PathsArgument = None,
    most: Annotated[
        int,
        typer.Option("--most", min=1, help=either("每处最多列出几组。", "How many sets to list for each.")),
    ] = 12,
    output_format: AnswerFormatOption = "terminal",
    lang: LanguageOption = None,
) -> None:
    """List conflict sets."""
    from factcheck.cli.answers.conflicts import as_json, as_text
    from factcheck.cli.judged import print_json, project_of, wants_json
    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.diagnosis import all_conflict_sets
    from factcheck.judgement import judge

    for_programs = wants_json(output_format)
    project = project_of(default_paths(paths))
    found = all_conflict_sets(project, judge(project), most=most)
    if for_programs:
        print_json(as_json(found))
    else:
        print_text(as_text(found, project, spoken_language()))
