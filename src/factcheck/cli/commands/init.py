"""``factcheck init DRAFT``: a claims file with one fact for each number of a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either


@described(
    "由草稿生成 claims 文件：每个数一条事实。", "Write a claims file from a draft: one fact for each number."
)
def init(
    text: Annotated[
        Path,
        typer.Argument(
            metavar=either("草稿", "DRAFT"),
            help=either(
                "草稿：.txt .md .html .docx；- 读标准输入。",
                "The draft: .txt .md .html .docx; - reads standard input.",
            ),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=either("文件", "FILE"),
            help=either(
                "写到哪里（默认 claims/草稿名.yaml；- 写标准输出）。",
                "Where to write (default: claims/NAME-OF-THE-DRAFT.yaml; - is standard output).",
            ),
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=either("文件已有也覆盖。", "Overwrite a file that exists."))
    ] = False,
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option(
            "--language",
            help=either("草稿的语言（默认自动辨认）。", "Language of the draft (default: detected)."),
            show_default=False,
        ),
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Write a claims file from a draft."""
    from factcheck.check.scaffolding import new_claims
    from factcheck.cli.answers.init import as_text
    from factcheck.cli.draft_input import draft_file, numbers_or_fail, path_from
    from factcheck.cli.output import fail, print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.cli.writing import write_new

    target = output or Path("claims") / f"{text.stem if text.as_posix() != '-' else 'draft'}.yaml"
    to_screen = target.as_posix() == "-"
    if not to_screen and target.exists() and not force:
        fail(either(f"{target} 已有；要覆盖请加 --force", f"{target} exists; --force overwrites it"))
    with draft_file(text) as path:
        draft = numbers_or_fail(path, text, language)
        claims = new_claims(draft, target.as_posix(), path_from(target, text))
    if not draft.numbers:
        fail(either(f"{text} 里没有数", f"there is no number in {text}"))
    if to_screen:
        print_text(claims.text)
        return
    write_new(target, claims.text, force)
    print_text(as_text(claims, target.as_posix(), spoken_language()))
