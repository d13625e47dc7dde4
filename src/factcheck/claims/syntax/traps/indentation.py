"""Lines indented by something else than spaces."""

from __future__ import annotations

import re

from factcheck.claims.syntax.traps.scene import Scene, Slip
from factcheck.findings import say

_WIDE = re.compile(r"[ \t]*([\u3000\u00a0]+)")


def tab(scene: Scene) -> Slip | None:
    """A tab among the blanks before a line."""
    for line in scene.suspects():
        indent = line.text[: line.indent]
        if "\t" in indent:
            at = line.start + indent.index("\t")
            return Slip(
                "FC024",
                say("缩进用了制表符，YAML 只认空格", "the indentation holds a tab; YAML takes only spaces"),
                at,
                line.start + len(indent),
                line,
                say("每个制表符改为两个空格", "write two spaces for each tab"),
                alone=True,
            )
    return None


def wide_space(scene: Scene) -> Slip | None:
    """A full-width or no-break space among the blanks before a line."""
    for line in scene.suspects():
        wide = _WIDE.match(line.text)
        if wide is not None:
            return Slip(
                "FC030",
                say("缩进用了全角空格或不换行空格", "the indentation holds full-width or no-break spaces"),
                line.start + wide.start(1),
                line.start + wide.end(1),
                line,
                say("改用半角空格", "use plain spaces"),
                alone=True,
            )
    return None
