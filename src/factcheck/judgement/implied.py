"""What the checks of a cluster leave of its facts."""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction

from factcheck.judgement.bounds import in_unit
from factcheck.judgement.cluster import Cluster, Kept
from factcheck.judgement.lowering.scaling import is_point
from factcheck.judgement.model import (
    Implied,
)


def implied_ranges(
    cluster: Cluster, kept: Kept, *, hidden_only: bool = False, among: Set[str] | None = None
) -> dict[str, Implied]:
    """What the kept checks leave of every fact of the cluster that is not exactly known (or of those ``among`` the named), in its own unit."""
    lowered, solver = cluster.lowered, cluster.solver
    wanted = [
        index
        for index, name in enumerate(lowered.fact_of)
        if name is not None
        and (among is None or name in among)
        and (cluster.facts[name].hidden or not hidden_only)
        and not is_point(lowered.loose[index])
    ]
    if not wanted:
        return {}
    loose = solver.ranges(kept.loose, wanted, domains=cluster.loose)
    strict = solver.ranges(kept.strict, wanted, domains=cluster.strict)
    result = {}
    for index in wanted:
        name = lowered.fact_of[index]
        if name is None:
            continue
        unit = lowered.units.get(name)
        factor = unit.factor if unit is not None else Fraction(1)
        wide, narrow = loose[index], strict[index]
        result[name] = Implied(
            in_unit(narrow.bounds, factor), in_unit(wide.bounds, factor), narrow.tight and wide.tight, unit
        )
    return result
