"""``factcheck diff REV``: an edit in words."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption, PathsArgument
from factcheck.cli.setting_options import ConfigOption, IsolatedOption
from factcheck.cli.speech import described, either


@described(
    "说明自某版本以来哪些数字变了，判定因此怎样变。",
    "Say which numbers changed since a revision, and what that did.",
)
def diff(
    revision: Annotated[
        str,
        typer.Argument(
            metavar="REV",
            help=either(
                "git 版本；REV... 是本分支离开 REV 处。",
                "A git revision; REV... is where the branch left REV.",
            ),
        ),
    ],
    paths: PathsArgument = None,
    lang: LanguageOption = None,
    output_format: AnswerFormatOption = "terminal",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Say what an edit did."""
    from factcheck.changes.since import compared, since_report
    from factcheck.changes.words import edit_of
    from factcheck.cli.answers.diff import as_json, as_text
    from factcheck.cli.comparing import accepted
    from factcheck.cli.configured import configured, words_of
    from factcheck.cli.judged import print_json, wants_json
    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.configuration.running import paths_to_check, run_settings

    configuration = configured(paths, words_of(lang=lang), config, isolated)
    machine = wants_json(output_format)
    settings = run_settings(configuration)
    both = accepted(compared(paths_to_check(configuration, paths), settings, revision))
    edit, report = edit_of(both), since_report(both, settings)
    if machine:
        print_json(as_json(edit, report))
    else:
        print_text(as_text(edit, report, spoken_language()))
    raise typer.Exit(report.summary.exit_code if report.files else 0)
