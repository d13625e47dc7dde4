"""What the asking commands have in common: claims read and judged, a fact found by name, an answer printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.speech import either

if TYPE_CHECKING:
    from factcheck.claims.model import Fact, Project

AnswerFormatOption = Annotated[
    str,
    typer.Option(
        "--output-format",
        "-f",
        metavar="terminal|json",
        help=either("回答的格式。", "Format of the answer."),
    ),
]


def project_of(paths: list[Path]) -> Project:
    """The claims at these paths; exits where there are none or where a file has mistakes that hide its facts."""
    from factcheck.claims import read_project
    from factcheck.cli.output import fail

    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        fail(either(f"找不到 {missing[0]}", f"{missing[0]} not found"))
    project = read_project(paths)
    if not project.files:
        fail(either("没有 claims 文件", "no claims file"), 3)
    _tell_mistakes(project)
    return project


def _tell_mistakes(project: Project) -> None:
    """Mistakes in the claims are told in short: the answer is about what could be read."""
    import sys

    from factcheck.cli.output import print_text
    from factcheck.cli.speech import spoken_language
    from factcheck.findings import Severity

    for finding in project.findings:
        if finding.severity is Severity.ERROR:
            at = finding.primary.position
            place = f"{finding.primary.source.path}:{at.line}:{at.column}"
            message = finding.message.in_language(spoken_language())
            print_text(f"{place}: {finding.code} {message}\n", sys.stderr)


def fact_named(project: Project, name: str) -> Fact:
    """The fact of this name or id; exits where there is none or more than one."""
    from factcheck.cli.output import fail
    from factcheck.cli.suggestions import nearest

    facts = project.facts()
    if name in facts:
        return facts[name]
    found = [fact for fact in facts.values() if fact.name == name]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(fact.id for fact in found)
        fail(either(f"{name} 不止一个：{ids}", f"{name} is not unique: {ids}"))
    near = nearest(name, [fact.name for fact in facts.values()])
    return fail(either(f"没有名为 {name} 的事实{near}", f"there is no fact {name}{near}"))


def print_json(answer: dict[str, object]) -> None:
    """The answer for programs."""
    import json

    from factcheck.cli.output import print_text

    print_text(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")


def wants_json(output_format: str) -> bool:
    """Whether the answer is for programs; exits on another format."""
    from factcheck.cli.output import fail
    from factcheck.cli.suggestions import nearest

    if output_format not in ("terminal", "json"):
        near = nearest(output_format, ["terminal", "json"])
        fail(either(f"没有格式 {output_format}{near}", f"there is no format {output_format}{near}"))
    return output_format == "json"
