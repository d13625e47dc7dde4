"""A set of checks as one network, with the way back from variables and constraints to facts and checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from factcheck.claims.model import Check, Fact
from factcheck.engine.model import Network
from factcheck.judgement.lowering.domains import Domains
from factcheck.judgement.lowering.expressions import Variables
from factcheck.judgement.lowering.relations import NotJudgedError, relations_of
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Unit
from factcheck.records import record


@record(slots=True)
class Lowered:
    """Checks as the engine sees them.

    ``network`` has the loose domains; ``strict`` the strict ones by variable, ``inner`` the strict ones without ends that only a tie
    reaches. ``fact_of`` is ``None`` for a hedged quantity written in a check. ``not_judged`` says why a check is not in the network.
    ``units`` are the completed units in which the facts' own numbers stand.
    """

    network: Network
    strict: list[Interval]
    inner: list[Interval]
    variable_of: dict[str, int]
    fact_of: list[str | None]
    units: Mapping[str, Unit | None]
    constraint_of: dict[str, int] = field(default_factory=dict)
    check_of: list[str] = field(default_factory=list)
    not_judged: dict[str, str] = field(default_factory=dict)

    @property
    def loose(self) -> list[Interval]:
        """The loose domains by variable."""
        return self.network.domains


def lower_checks(
    checks: Iterable[Check],
    facts: Mapping[str, Fact],
    domains: Mapping[str, Domains],
    units: Mapping[str, Unit | None],
) -> Lowered:
    """The network of these checks, in their order."""
    variables = Variables(domains, units)
    result = Lowered(
        variables.network, variables.strict, variables.inner, variables.of_fact, variables.fact_of, units
    )
    for check in checks:
        try:
            relations = relations_of(check, facts, variables)
        except NotJudgedError as reason:
            result.not_judged[check.id] = str(reason)
        except KeyError:
            result.not_judged[check.id] = "unknown fact"
        except RecursionError:
            result.not_judged[check.id] = "nested too deep"
        else:
            result.constraint_of[check.id] = variables.network.require(*relations, name=check.id)
            result.check_of.append(check.id)
    return result
