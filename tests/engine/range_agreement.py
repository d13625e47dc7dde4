"""Implied ranges against Z3 on one seed: no model beyond an end, and a model at it (or as near to it as is promised)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import z3

from engine.networks import network_from
from engine.oracle import Translation
from factcheck.engine import Network, Range, Solver

NEAR = Fraction(1, 1 << 30)
"""How near to an end that is not reached a model is looked for, as a share of its size: Z3 gets slow with longer numbers."""


@dataclass(slots=True)
class Ends:
    """What became of the ends of one network. ``unknown``: ends on which Z3 gave no answer in its time."""

    ranges: int = 0
    tight: int = 0
    checked: int = 0
    unknown: int = 0
    outer: list[int] = field(default_factory=list)
    loose: int = 0
    """Outer bounds of which Z3 found that they are not the true ones."""
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0
    oracle_seconds: float = 0.0


class RangeOracle:
    """Z3 on the whole network, asked about one end after the other."""

    def __init__(self, network: Network, timeout: int) -> None:
        self.translation = Translation(network, timeout)
        for index in range(len(network.constraints)):
            self.translation.require(index)
        self.solver = self.translation.solver

    def exists(
        self, variable: int, low: tuple[Fraction, bool] | None, high: tuple[Fraction, bool] | None
    ) -> bool | None:
        """Whether there is a model with the variable between two ends (value, open); ``None`` where Z3 gives up."""
        self.solver.push()
        term = self.translation.variables[variable]
        if low is not None:
            self.solver.add(term > _real(low[0]) if low[1] else term >= _real(low[0]))
        if high is not None:
            self.solver.add(term < _real(high[0]) if high[1] else term <= _real(high[0]))
        answer = self.solver.check()
        self.solver.pop()
        return None if answer == z3.unknown else bool(answer == z3.sat)


def _real(value: Fraction) -> Any:
    return z3.RealVal(str(Fraction(value)))


def compare_ranges(seed: int, timeout: int = 1000) -> Ends:
    """The ranges of a seed's network held against Z3, end by end."""
    return compare_network(network_from(seed), f"seed {seed}", timeout)


def compare_network(network: Network, name: str, timeout: int = 1000) -> Ends:
    """The ranges of all variables that constraints use; nothing to compare where the network is not satisfiable."""
    found = Ends()
    constraints = range(len(network.constraints))
    solver = Solver(network)
    if solver.decide(constraints).status != "satisfiable":
        return found
    used = sorted({v for constraint in constraints for v in solver.variables_of(constraint)})
    started = time.process_time()
    ranges = solver.ranges(constraints, used)
    found.seconds = time.process_time() - started
    started = time.process_time()
    oracle = RangeOracle(network, timeout)
    for variable, left in ranges.items():
        found.ranges += 1
        found.tight += left.tight
        if not left.tight:
            found.outer.append(variable)
        for side in ("low", "high"):
            _compare_end(found, oracle, variable, left, side, name)
    found.oracle_seconds = time.process_time() - started
    return found


def _compare_end(found: Ends, oracle: RangeOracle, variable: int, left: Range, side: str, name: str) -> None:
    bounds = left.bounds
    end, is_open = (bounds.low, bounds.low_open) if side == "low" else (bounds.high, bounds.high_open)
    where = f"{name}: variable {variable}, {side} end {end}"
    if end is None:
        far = (Fraction(10**12 if side == "high" else -(10**12)), False)
        reached = _toward(oracle, variable, side, far)
        if left.tight and reached is False:
            found.problems.append(f"{where} is bounded")
        found.checked += reached is not None
        found.unknown += reached is None
        return
    value = Fraction(end)
    beyond = _toward(oracle, variable, side, (value, not is_open))
    if beyond:
        found.problems.append(f"{where} can be exceeded")
    there = _at(oracle, variable, side, value, is_open, bounds.integer)
    if there is False:
        found.loose += not left.tight
        if left.tight:
            found.problems.append(f"{where} is not reached")
    known = beyond is not None and there is not None
    found.checked += known
    found.unknown += not known


def _toward(oracle: RangeOracle, variable: int, side: str, end: tuple[Fraction, bool]) -> bool | None:
    return oracle.exists(variable, end if side == "high" else None, end if side == "low" else None)


def _at(
    oracle: RangeOracle, variable: int, side: str, value: Fraction, is_open: bool, integer: bool
) -> bool | None:
    """Whether the end is reached, or else (an open or an irrational one) models come near."""
    if not is_open:
        reached = oracle.exists(variable, (value, False), (value, False))
        if reached or integer:
            return reached
    margin = max(abs(value), 1) * NEAR
    if side == "low":
        return oracle.exists(variable, (value, is_open), (value + margin, False))
    return oracle.exists(variable, (value - margin, False), (value, is_open))
