"""Facts and checks as a graph, cut into its components, those with contradictions first."""

from __future__ import annotations

from collections.abc import Sequence

import rustworkx

from factcheck.check.model import Report
from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.judgement.model import Verdict
from factcheck.records import record
from factcheck.reports.html.states import State, States
from factcheck.reports.relations import facts_of

GRAVITY = (State.CONTRADICTORY, State.DOUBTFUL)


@record(frozen=True, slots=True)
class FactNode:
    """A number in the picture."""

    fact: Fact
    state: State


@record(frozen=True, slots=True)
class CheckNode:
    """A check in the picture."""

    check: Check
    verdict: Verdict
    state: State


Node = FactNode | CheckNode
Graph = rustworkx.PyGraph[Node, State]


def components(files: Sequence[ClaimsFile], report: Report, states: States) -> list[Graph]:
    """The connected parts, contradictory ones first, then the larger ones.

    Facts of other files that a check uses belong to them. A check that holds and names one number alone relates nothing: it is left out.
    """
    return _parts(_graph(_relating(files, report), report, states))


def cores(files: Sequence[ClaimsFile], report: Report, states: States) -> list[Graph]:
    """The connected parts of the conflicts alone: the checks that cannot hold together, with their numbers."""
    clashing = {check for conflict in report.judgement.conflicts for check in conflict.checks}
    checks = [check for file in files for check in file.checks if check.id in clashing]
    return _parts(_graph(checks, report, states))


def _parts(whole: Graph) -> list[Graph]:
    parts: list[Graph] = [whole.subgraph(sorted(nodes)) for nodes in rustworkx.connected_components(whole)]
    return sorted((part for part in parts if part.num_edges()), key=_rank)


def _relating(files: Sequence[ClaimsFile], report: Report) -> list[Check]:
    verdicts = report.judgement.verdicts
    return [
        check
        for file in files
        for check in file.checks
        if len(facts_of(check)) > 1
        or (check.id in verdicts and verdicts[check.id].verdict is not Verdict.HOLDS)
    ]


def _rank(part: Graph) -> tuple[int, int]:
    found = {node.state for node in part.nodes()}
    return (
        next((at for at, state in enumerate(GRAVITY) if state in found), len(GRAVITY)),
        -part.num_nodes(),
    )


def _graph(checks: Sequence[Check], report: Report, states: States) -> Graph:
    facts = report.project.facts()
    graph: Graph = rustworkx.PyGraph(multigraph=False)
    places: dict[str, int] = {}
    for check in checks:
        judged = report.judgement.verdicts.get(check.id)
        named = tuple(fact for fact in facts_of(check) if fact in facts)
        node = CheckNode(check, judged.verdict if judged else Verdict.NOT_JUDGED, states.of_check(check))
        at = graph.add_node(node)
        for fact in named:
            if fact not in places:
                places[fact] = graph.add_node(FactNode(facts[fact], states.of(facts[fact])))
            graph.add_edge(at, places[fact], node.state)
    return graph
