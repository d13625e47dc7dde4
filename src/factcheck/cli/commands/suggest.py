"""``factcheck suggest``: relations that hold and that no check states, as YAML."""

from __future__ import annotations

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption, PathsArgument, default_paths
from factcheck.cli.speech import described


@described("找出成立而没有写下的关系。", "Find relations that hold and that no check states.")
def suggest(
    paths: PathsArgument = None,
    output_format: AnswerFormatOption = "terminal",
    lang: LanguageOption = None,
) -> None:
    """Suggest checks."""
    from factcheck.cli.answers.suggest import as_json, as_text
    from factcheck.cli.judged import print_json, project_of, wants_json
    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.diagnosis import suggest as find_relations

    for_programs = wants_json(output_format)
    found = find_relations(project_of(default_paths(paths)))
    if for_programs:
        print_json(as_json(found))
    else:
        print_text(as_text(found, spoken_language()))
