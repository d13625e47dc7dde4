"""Braces and brackets: never closed, or too many inside each other."""

from __future__ import annotations

from factcheck.claims.syntax.traps.scene import Scene, Slip
from factcheck.findings import say

_CLOSING = {"{": "}", "[": "]"}


def too_deep(scene: Scene) -> Slip | None:
    """Containers in containers in containers."""
    if "nesting depth" not in scene.problem.problem:
        return None
    at = scene.problem.offset
    return Slip("FC029", say("嵌套太深", "nested too deep"), at, min(at + 1, scene.here.end), scene.here)


def unclosed_bracket(scene: Scene) -> Slip | None:
    """A brace or bracket that is never closed."""
    if "flow" not in scene.problem.context:
        return None
    line, at = scene.opened or scene.here, scene.problem.context_offset
    if at is None or scene.text[at : at + 1] not in _CLOSING:
        line, at = scene.here, _open_before(scene)
    if at is None:
        return None
    mark = scene.text[at]
    return Slip(
        "FC031",
        say("“{mark}”没有闭合", "“{mark}” is not closed", mark=mark),
        at,
        at + 1,
        line,
        say("补上“{mark}”", "add the missing “{mark}”", mark=_CLOSING[mark]),
    )


def _open_before(scene: Scene) -> int | None:
    """The innermost bracket that is open where the parser gave up, if something else closes there."""
    if scene.text[scene.problem.offset : scene.problem.offset + 1] not in _CLOSING.values():
        return None
    still_open: list[int] = []
    for at in range(scene.here.start, scene.problem.offset):
        if scene.text[at] in _CLOSING:
            still_open.append(at)
        elif still_open and scene.text[at] == _CLOSING[scene.text[still_open[-1]]]:
            still_open.pop()
    return still_open[-1] if still_open else None
