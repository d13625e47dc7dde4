"""Braces and brackets: never closed, or too many inside each other."""

from __future__ import annotations

from factcheck.claims.syntax.traps.scene import Scene, Slip
from factcheck.findings import say


def too_deep(scene: Scene) -> Slip | None:
    """Containers in containers in containers."""
    if "nesting depth" not in scene.problem.problem:
        return None
    at = scene.problem.offset
    return Slip("FC029", say("嵌套太深", "nested too deep"), at, min(at + 1, scene.here.end), scene.here)


def unclosed_bracket(scene: Scene) -> Slip | None:
    """A brace or bracket that is never closed."""
    at = scene.problem.context_offset
    if at is None or scene.opened is None or "flow" not in scene.problem.context:
        return None
    mark = scene.text[at : at + 1]
    if mark not in ("{", "["):
        return None
    return Slip(
        "FC031",
        say("“{mark}”没有闭合", "“{mark}” is not closed", mark=mark),
        at,
        at + 1,
        scene.opened,
        say("补上“{mark}”", "add the missing “{mark}”", mark="}" if mark == "{" else "]"),
    )
