"""Which check of a conflict set is its primary: the one whose own field is compared with what the rest implies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcheck.claims.expressions import Node, Number, Reference
from factcheck.claims.model import Check, CheckKind, Fact
from factcheck.judgement.lowering.network import Lowered

RANK: dict[CheckKind, int] = {
    "within": 0,
    "sum": 0,
    "same": 0,
    "share": 1,
    "average": 1,
    "change": 1,
    "times": 1,
    "shares": 1,
    "per_year": 1,
}
"""Named kinds, those first that compare a number with what the others imply for it."""

STATED_FIELDS: dict[CheckKind, tuple[str, ...]] = {
    "within": ("part", "whole"),
    "sum": ("whole", "parts"),
    "same": ("*",),
    "share": ("is", "part", "whole"),
    "average": ("is", "total", "over"),
    "change": ("by", "to", "from"),
    "times": ("is", "a", "b"),
    "per_year": ("by", "to", "from"),
    "shares": ("of",),
}
"""The fields whose printed number can be held against the rest, the natural one first."""

CODES: dict[CheckKind, str] = {
    "sum": "01",
    "share": "02",
    "change": "03",
    "average": "04",
    "times": "05",
    "within": "06",
    "shares": "07",
    "per_year": "08",
    "expression": "09",
    "same": "10",
}
JOINT = "20"


def code_of(kind: CheckKind | None, reading: str) -> str:
    """The code of a conflict under a kind (``None``: no check stands out).

    >>> code_of("sum", "loose"), code_of(None, "strict")
    ('FC201', 'FC320')
    """
    return f"FC{2 if reading == 'loose' else 3}{JOINT if kind is None else CODES[kind]}"


def choose_primary(
    members: Sequence[Check], facts: Mapping[str, Fact], suspicion: Callable[[Sequence[Check]], Check]
) -> tuple[Check, CheckKind | None]:
    """The primary check of ``members`` (in the order written), and the kind whose code the conflict carries.

    ``suspicion`` picks the most suspect of several where none stands out.
    """
    if len(members) == 1:
        return members[0], members[0].kind
    named = [check for check in members if check.kind in RANK and _states_its_field(check, facts)]
    if named:
        best = min(RANK[check.kind] for check in named)
        leading = [check for check in named if RANK[check.kind] == best]
        if len(leading) == 1:
            return leading[0], leading[0].kind
        return suspicion(leading), None
    return suspicion(members), None


def _states_its_field(check: Check, facts: Mapping[str, Fact]) -> bool:
    """Whether the field that the kind is about is printed (or written in the check), not hidden."""
    if check.kind == "within":
        parts = check.fields.get("parts") or field_nodes(check, "part")
        return all(_stated(node, facts) for node in parts) or _stated(check.fields["whole"][0], facts)
    return any(_stated(node, facts) for node in field_nodes(check, STATED_FIELDS[check.kind][0]))


def _stated(node: Node, facts: Mapping[str, Fact]) -> bool:
    if isinstance(node, Reference):
        fact = facts.get(node.fact)
        return fact is not None and not fact.hidden
    return isinstance(node, Number)


def field_nodes(check: Check, name: str) -> tuple[Node, ...]:
    """The expressions of a field; ``*`` stands for the only one that a kind has."""
    if name == "*":
        return next(iter(check.fields.values()), ())
    return check.fields.get(name, ())


def stated_facts(check: Check, facts: Mapping[str, Fact], lowered: Lowered, *, main: bool) -> list[str]:
    """Printed facts of a check that can be held against the rest, the natural one first; ``main``: of the field that the kind is about only."""
    found: dict[str, None] = {}
    for node in _candidate_nodes(check, main=main):
        if isinstance(node, Reference) and node.fact in lowered.variable_of and _stated(node, facts):
            found[node.fact] = None
    return list(found)


def _candidate_nodes(check: Check, *, main: bool) -> list[Node]:
    if check.comparison is not None:
        return list(check.comparison.operands) if main else []
    if check.kind == "within" and "parts" in check.fields:
        return list(check.fields["whole"] if main else check.fields["parts"])
    if check.kind == "same":
        return list(reversed(field_nodes(check, "*"))) if main else []
    if check.kind == "shares":
        return [] if main else list(check.fields["of"])
    names = STATED_FIELDS[check.kind]
    return [node for name in (names[:1] if main else names[1:]) for node in field_nodes(check, name)]
