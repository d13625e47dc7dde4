"""FC2xx and FC3xx of every kind of check: a minimal set of checks that cannot hold, as a finding."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.findings import Finding
from factcheck.records import record
from factcheck.rules.interface import Context
from factcheck.rules.kinds import KINDS, Kind


@record(frozen=True, slots=True)
class ConflictRule:
    """Reports the conflicts whose primary check is of one kind, or those in which no check stands out (220, 320)."""

    codes: tuple[str, ...]

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each conflict under this rule's codes, in the order of the judgement."""
        found = [conflict for conflict in context.conflicts if conflict.code in self.codes]
        if found:
            from factcheck.rules.conflict_findings import conflict_finding

            for conflict in found:
                yield conflict_finding(context, conflict)


def rule_of(kind: Kind) -> ConflictRule:
    """The rule of one kind of check."""
    return ConflictRule((kind.impossible, kind.doubtful))


CONFLICT_RULES = (
    *(rule_of(kind) for kind in KINDS.values()),
    ConflictRule(("FC220", "FC320")),
)
