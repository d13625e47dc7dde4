"""``factcheck explain CODE``: what a finding means, why it matters, the formula, a wrong and a right example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either, spoken_language

if TYPE_CHECKING:
    from factcheck.rules.documents import Case, Document


@described(
    "解释一个代码：含义、公式、例子、如何忽略。",
    "Explain a code: meaning, formula, examples, how to ignore it.",
)
def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE",
            help=either("代码或名称：FC201、sum-impossible。", "Code or slug: FC201, sum-impossible."),
        ),
    ],
    lang: LanguageOption = None,
) -> None:
    """Explain a code."""
    from factcheck.cli.output import fail, print_text
    from factcheck.cli.suggestions import nearest
    from factcheck.findings.codes import CODES
    from factcheck.rules.documents import document_of

    wanted = code.strip()
    name = wanted.upper() if wanted.upper() in CODES else wanted.lower()
    try:
        document = document_of(name)
    except KeyError:
        known = [*CODES, *(each.slug for each in CODES.values())]
        fail(
            either(
                f"没有代码 {wanted}{nearest(wanted, known)}",
                f"there is no code {wanted}{nearest(wanted, known)}",
            )
        )
    print_text(_written(document))


def _written(document: Document) -> str:
    language = spoken_language()
    code = document.code
    severity = _SEVERITIES[code.severity.value]
    title = code.title.in_language(language)
    sections = (
        (either("含义", "Meaning"), document.meaning.in_language(language)),
        (either("为何要紧", "Why it matters"), document.why.in_language(language)),
        (either("公式", "Formula"), document.formula.in_language(language)),
        (either("会报出的例子", "Reported"), _example(document.fails)),
        (either("不会报出的例子", "Not reported"), _example(document.passes)),
        (either("如何忽略", "How to ignore it"), document.ignoring.in_language(language)),
    )
    head = f"{code.code} {code.slug} · {either(*severity)} · {title}\n"
    return head + "".join(f"\n{name}\n{_indented(text)}\n" for name, text in sections if text.strip())


_SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}


def _example(cases: tuple[Case, ...]) -> str:
    return cases[0].text if cases else ""


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())
