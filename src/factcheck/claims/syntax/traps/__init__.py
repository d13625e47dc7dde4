"""YAML's traps: for each slip that stops the parser, its own message and the corrected line. An explicit table, most telling first."""

from collections.abc import Callable

from factcheck.claims.syntax.composing import SyntaxProblem
from factcheck.claims.syntax.traps import brackets, entries, indentation, keys, quotes
from factcheck.claims.syntax.traps.otherwise import unexplained
from factcheck.claims.syntax.traps.scene import Scene, Slip, scene_of

TRAPS: tuple[Callable[[Scene], Slip | None], ...] = (
    brackets.too_deep,
    indentation.tab,
    indentation.wide_space,
    quotes.unknown_escape,
    entries.begins_with_quote,
    entries.begins_with_backquote,
    entries.begins_as_block,
    entries.fields_after_string,
    quotes.inner_quote,
    quotes.unclosed_quote,
    keys.full_width_colon,
    keys.no_space_after_colon,
    brackets.unclosed_bracket,
)


def find_slip(text: str, problem: SyntaxProblem) -> Slip:
    """The slip that explains why the parser gave up; the parser's own words where no trap fits."""
    scene = scene_of(text, problem)
    for look in TRAPS:
        slip = look(scene)
        if slip is not None:
            return slip
    return unexplained(scene)


__all__ = ["TRAPS", "Scene", "Slip", "find_slip"]
