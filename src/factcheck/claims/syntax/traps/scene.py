"""A broken text and what went wrong in it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.syntax.composing import SyntaxProblem
from factcheck.claims.syntax.lines import Line, line_at, line_before
from factcheck.findings import Message, say
from factcheck.records import record


@record(frozen=True, slots=True)
class Slip:
    """What went wrong: code, words, place; ``line`` is the one to set aside (alone when ``alone``, else with what hangs below it)."""

    code: str
    message: Message
    start: int
    end: int
    line: Line
    advice: Message | None = None
    alone: bool = False


@record(frozen=True, slots=True)
class Scene:
    """The broken text and where the parser gave up: ``here`` is that line, ``opened`` the one where what it was reading began."""

    text: str
    problem: SyntaxProblem
    here: Line
    opened: Line | None

    def suspects(self) -> Iterator[Line]:
        """The lines to look at, likeliest first."""
        yield self.here
        before = line_before(self.text, self.here)
        if before is not None:
            yield before
        seen = (self.here.start, before.start if before else -1)
        if self.opened is not None and self.opened.start not in seen:
            yield self.opened


def scene_of(text: str, problem: SyntaxProblem) -> Scene:
    """The lines that matter to a problem."""
    here = line_at(text, problem.offset)
    if here.blank:
        here = line_before(text, here) or here
    opened = line_at(text, problem.context_offset) if problem.context_offset is not None else None
    return Scene(text, problem, here, opened)


def corrected(line: str) -> Message:
    """The corrected line as advice."""
    return say("改为：{line}", "write: {line}", line=line.strip())
