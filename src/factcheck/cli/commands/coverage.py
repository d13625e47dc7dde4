"""``factcheck coverage``: which printed numbers the checks protect, and down to which digit."""

from __future__ import annotations

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption, PathsArgument, default_paths
from factcheck.cli.speech import described


@described("每个数字受检查保护到哪一位。", "Down to which digit the checks protect each number.")
def coverage(
    paths: PathsArgument = None,
    output_format: AnswerFormatOption = "terminal",
    lang: LanguageOption = None,
) -> None:
    """Show what is guarded."""
    from factcheck.cli.answers.coverage import as_json, as_text
    from factcheck.cli.judged import print_json, project_of, wants_json
    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.diagnosis import guard_coverage
    from factcheck.judgement import judge

    for_programs = wants_json(output_format)
    project = project_of(default_paths(paths))
    guards = guard_coverage(project, judge(project))
    if for_programs:
        print_json(as_json(guards))
    else:
        print_text(as_text(guards, project, spoken_language()))
