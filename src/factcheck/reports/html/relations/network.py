"""Facts and checks as a graph, cut into its components, those with contradictions first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import rustworkx

from factcheck.check.model import Report
from factcheck.claims.model import Check, ClaimsFile, Fact
from factcheck.judgement.model import Verdict
from factcheck.reports.html.states import State, States
from factcheck.reports.html.wording import mark_of
from factcheck.reports.relations import facts_of

GRAVITY = (State.CONTRADICTORY, State.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class FactNode:
    """A number in the picture."""

    fact: Fact
    state: State


@dataclass(frozen=True, slots=True)
class CheckNode:
    """A check in the picture."""

    check: Check
    verdict: Verdict
    facts: tuple[str, ...]

    @property
    def state(self) -> State:
        """The tick mark of its verdict."""
        return mark_of(self.verdict)


Node = FactNode | CheckNode
Graph = rustworkx.PyGraph[Node, State]


def components(files: Sequence[ClaimsFile], report: Report, states: States) -> list[Graph]:
    """The connected parts with at least one check, contradictory ones first, then the larger ones. Facts of other files that a check uses belong to them."""
    whole = _graph(files, report, states)
    parts: list[Graph] = [whole.subgraph(sorted(nodes)) for nodes in rustworkx.connected_components(whole)]
    return sorted((part for part in parts if part.num_edges()), key=_rank)


def _rank(part: Graph) -> tuple[int, int]:
    found = {node.state for node in part.nodes()}
    return (
        next((at for at, state in enumerate(GRAVITY) if state in found), len(GRAVITY)),
        -part.num_nodes(),
    )


def _graph(files: Sequence[ClaimsFile], report: Report, states: States) -> Graph:
    facts = report.project.facts()
    graph: Graph = rustworkx.PyGraph(multigraph=False)
    places: dict[str, int] = {}
    for check in (check for file in files for check in file.checks):
        judged = report.judgement.verdicts.get(check.id)
        named = tuple(fact for fact in facts_of(check) if fact in facts)
        node = CheckNode(check, judged.verdict if judged else Verdict.NOT_JUDGED, named)
        at = graph.add_node(node)
        for fact in named:
            if fact not in places:
                places[fact] = graph.add_node(FactNode(facts[fact], states.of(facts[fact])))
            graph.add_edge(at, places[fact], node.state)
    return graph


def facts_in(part: Graph) -> Iterator[FactNode]:
    """The numbers of a component."""
    return (node for node in part.nodes() if isinstance(node, FactNode))
