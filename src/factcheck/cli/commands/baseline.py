"""``factcheck baseline write|prune``: keep the findings of today out of the way."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli.options import LanguageOption, PathsArgument, ProfileOption
from factcheck.cli.setting_options import BaselineOption, ConfigOption, IsolatedOption
from factcheck.cli.speech import described, either


@described(
    "把现有问题记入基线，或从基线中删去过时的。",
    "Write today's findings to the baseline, or prune stale entries.",
)
def baseline(
    action: Annotated[
        Literal["write", "prune"],
        typer.Argument(
            metavar="write|prune",
            help=either(
                "write 记入全部现有问题；prune 删去过时的条目。", "write all findings; prune stale entries."
            ),
        ),
    ],
    paths: PathsArgument = None,
    lang: LanguageOption = None,
    profile: ProfileOption = None,
    baseline: BaselineOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Write or prune the baseline."""
    from factcheck.cli.baselines import prune, write
    from factcheck.cli.configured import configured, words_of

    given = words_of(lang=lang, profile=profile, baseline=None if baseline is None else str(baseline))
    configuration = configured(paths, given, config, isolated)
    raise typer.Exit(write(configuration, paths) if action == "write" else prune(configuration, paths))
