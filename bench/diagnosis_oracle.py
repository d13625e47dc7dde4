"""Whether a slip could be noticed by anyone: asked of Z3 over the strict readings, apart from the engine."""

from __future__ import annotations

import sys
from pathlib import Path

import z3

from factcheck.claims import Project
from factcheck.engine import Network
from factcheck.judgement import Judgement, lower

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))


def detectable(project: Project, judgement: Judgement, fact: str) -> bool:
    """Whether the checks that hang together with the fact cannot all hold as printed (unsure counts as not)."""
    from engine.oracle import Translation

    lowered = lower(project)
    aside = {conflict.primary for conflict in judgement.conflicts}
    network = Network(lowered.strict, lowered.network.constraints)
    translation = Translation(network, timeout=1000)
    for constraint in _reached(network, lowered.variable_of[fact]):
        if lowered.check_of[constraint] not in aside:
            translation.require(constraint)
    return bool(translation.solver.check() == z3.unsat)


def _reached(network: Network, start: int) -> list[int]:
    from factcheck.engine import Solver

    solver = Solver(network)
    of: dict[int, list[int]] = {}
    for constraint in range(len(network.constraints)):
        for variable in solver.variables_of(constraint):
            of.setdefault(variable, []).append(constraint)
    found: set[int] = set()
    waiting = [start]
    seen = {start}
    while waiting:
        for constraint in of.get(waiting.pop(), ()):
            found.add(constraint)
            for variable in solver.variables_of(constraint):
                domain = network.domains[variable]
                if variable not in seen and not (domain.low is not None and domain.low == domain.high):
                    seen.add(variable)
                    waiting.append(variable)
    return sorted(found)
