"""Keys whose colon is none to YAML. The same slips inside a text that YAML took for a value are found by :func:`slip_in_line`."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.claims.syntax.lines import Line
from factcheck.claims.syntax.traps.scene import Scene, Slip, corrected
from factcheck.findings import say

_FULL_WIDTH = re.compile(
    r"(?P<lead>\s*(?:- +)?(?:\{ *)?)(?P<key>[^\s\"'`:：#{\[][^:：\"']*)(?P<colon>：)(?P<rest>.*)$"
)
_NO_SPACE = re.compile(r"(?P<lead>\s*(?:- +)?)(?P<key>[^\s\"'`:：#{\[，。,]+):(?P<rest>[^\s/].*)$")


def full_width_colon(scene: Scene) -> Slip | None:
    """``贫困村：35个``: only a plain colon and a space make a key."""
    return _first(scene, _full_width)


def no_space_after_colon(scene: Scene) -> Slip | None:
    """``贫困村:35个``: a colon makes a key only with a space after it."""
    return _first(scene, _no_space)


def slip_in_line(line: Line) -> Slip | None:
    """Either slip in one line."""
    return _full_width(line) or _no_space(line)


def _first(scene: Scene, look: Callable[[Line], Slip | None]) -> Slip | None:
    found = (look(line) for line in scene.suspects())
    return next((slip for slip in found if slip is not None), None)


def _full_width(line: Line) -> Slip | None:
    found = _FULL_WIDTH.match(line.text)
    if found is None:
        return None
    at = line.start + found.start("colon")
    return Slip(
        "FC019",
        say("键后的冒号是全角的“：”，YAML 只认半角“: ”", "the colon is full-width; YAML takes only “: ”"),
        at,
        at + 1,
        line,
        corrected(found["lead"] + found["key"] + ": " + found["rest"].lstrip()),
    )


def _no_space(line: Line) -> Slip | None:
    found = _NO_SPACE.match(line.text)
    if found is None:
        return None
    at = line.start + found.end("key")
    return Slip(
        "FC027",
        say("冒号后要有空格", "a space must follow the colon"),
        at,
        at + 1,
        line,
        corrected(found["lead"] + found["key"] + ": " + found["rest"]),
    )
