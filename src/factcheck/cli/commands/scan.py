"""``factcheck scan DRAFT``: every number of a text, as the program reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.judged import AnswerFormatOption
from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either


@described("列出草稿里的每个数和它的读法。", "List every number of a draft and how it is read.")
def scan(
    text: Annotated[
        Path,
        typer.Argument(
            metavar=either("草稿", "DRAFT"),
            help=either("草稿；- 读标准输入。", "The draft; - reads standard input."),
        ),
    ],
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option(
            "--language",
            help=either("草稿的语言（默认自动辨认）。", "Language of the draft (default: detected)."),
            show_default=False,
        ),
    ] = None,
    output_format: AnswerFormatOption = "terminal",
    lang: LanguageOption = None,
) -> None:
    """List the numbers of a draft."""
    from factcheck.cli.answers.scan import as_json, as_text
    from factcheck.cli.draft_input import draft_file, numbers_or_fail
    from factcheck.cli.judged import print_json, wants_json
    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language

    for_programs = wants_json(output_format)
    with draft_file(text) as path:
        draft = numbers_or_fail(path, text, language)
    if for_programs:
        print_json(as_json(draft))
    else:
        print_text(as_text(draft, spoken_language()))
