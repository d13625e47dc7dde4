"""Engine against oracle on one seed: a disagreement comes back as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from engine import oracle
from engine.networks import network_from
from factcheck.engine import Decision, Network, Solver, State
from factcheck.engine.verification import verify
from factcheck.quantities.interval import Interval


@dataclass(slots=True)
class Outcome:
    """What became of one seed. ``problem`` is empty where all is well; ``oracle_knows`` tells whether there was an answer to compare."""

    status: str
    oracle_knows: bool
    problem: str = ""


def compare(seed: int, timeout: int = 2000) -> Outcome:
    """Decide the network of a seed and hold the answer against the oracle and the verifier."""
    network = network_from(seed)
    constraints = range(len(network.constraints))
    decision = Solver(network).decide(constraints)
    truth = oracle.satisfiable_by_enumeration(network)
    if truth is None:
        truth = oracle.satisfiable(network, timeout)
    outcome = Outcome(decision.status, truth is not None)
    if decision.status == "undecided":
        return outcome
    if truth is not None and truth != (decision.status == "satisfiable"):
        outcome.problem = (
            f"seed {seed}: {decision.status}, the oracle says {'' if truth else 'un'}satisfiable"
        )
    elif not verify(network, constraints, None, decision):
        outcome.problem = f"seed {seed}: {decision.status}, but the proof does not verify"
    return outcome


def range_problems(seed: int, timeout: int = 1000) -> list[str]:
    """Where the ranges of a seed's network are unsound, or called tight and are not."""
    network = network_from(seed)
    constraints = range(len(network.constraints))
    solver = Solver(network)
    if solver.decide(constraints).status != "satisfiable":
        return []
    problems = []
    for variable, found in solver.ranges(constraints, range(len(network.domains))).items():
        bounds = found.bounds
        for side, end, is_open in (
            ("low", bounds.low, bounds.low_open),
            ("high", bounds.high, bounds.high_open),
        ):
            if end is None:
                continue
            where = f"seed {seed}: variable {variable}, {side} end {end}"
            beyond = oracle.can_exceed(network, variable, Fraction(end), side, not is_open, timeout)
            if beyond:
                problems.append(f"{where} can be exceeded")
            if found.tight and beyond is False:
                inward = Fraction(1 if side == "low" else -1, 10**6) if is_open else Fraction(0)
                if (
                    oracle.can_exceed(network, variable, Fraction(end) + inward, side, False, timeout)
                    is False
                ):
                    problems.append(f"{where} is not reached")
    return problems


def state_problems(seed: int, edits: int = 6) -> list[str]:
    """Where a state after random edits differs from deciding everything anew."""
    network = network_from(seed)
    random = Random(seed)
    if not network.constraints:
        return []
    state = State(Solver(network))
    active = set(range(len(network.constraints)))
    problems = []
    for step in range(edits):
        edit(random, network, state, active)
        status = whole(state)
        fresh = Solver(network).decide(sorted(active), domains=state.domains).status
        if status != fresh and "undecided" not in (status, fresh):
            problems.append(f"seed {seed}, edit {step}: {status}, anew {fresh}")
        for members, decision in state.decisions():
            if not verify(network, members, state.domains, decision):
                problems.append(f"seed {seed}, edit {step}: {decision.status} of {members} does not verify")
    return problems


def whole(state: State) -> str:
    """The components' statuses taken together."""
    statuses = {decision.status for _, decision in state.decisions()}
    for status in ("unsatisfiable", "undecided"):
        if status in statuses:
            return status
    return "satisfiable"


def edit(random: Random, network: Network, state: State, active: set[int]) -> None:
    """Change one domain, or switch one constraint."""
    choice = random.random()
    if choice < 0.5:
        variable = random.randrange(len(network.domains))
        domain = state.domains.get(variable, network.domains[variable])
        low = domain.low if domain.low is not None else 3
        fresh = random.choice(
            [
                domain,
                Interval(0, None, integer=domain.integer),
                Interval(low, low),
                Interval(low - 1, low + random.choice((2, 5)), integer=domain.integer),
            ]
        )
        state.change_domain(variable, fresh)
    elif choice < 0.75 and active:
        constraint = random.choice(sorted(active))
        active.discard(constraint)
        state.deactivate(constraint)
    elif len(active) < len(network.constraints):
        constraint = random.choice(sorted(set(range(len(network.constraints))) - active))
        active.add(constraint)
        state.activate(constraint)


def conflict_problems(seed: int) -> list[str]:
    """Where a conflict is not minimal, or giving up a needed domain does not help."""
    network = network_from(seed)
    solver = Solver(network)
    conflict = solver.conflict(range(len(network.constraints)))
    if conflict is None:
        return []
    problems = []
    if solver.decide(conflict.constraints).status != "unsatisfiable" and conflict.constraints:
        problems.append(f"seed {seed}: the conflict {conflict.constraints} is none")
    for left_out in conflict.constraints:
        rest: Decision = solver.decide([c for c in conflict.constraints if c != left_out])
        if conflict.minimal and rest.status != "satisfiable":
            problems.append(f"seed {seed}: {left_out} is not needed in {conflict.constraints}")
    return problems
