"""FC330: possible, but only if many roundings all lean the same way. FC331: possible only by an exact tie."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.findings import Finding, say
from factcheck.judgement.model import Verdict
from factcheck.quantities.formatting import exact_string
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import at_check, relation_of
from factcheck.rules.wording.numbers import Display, magnitude, readable


class ImplausibleRule:
    """FC330: the residual is too large for independent roundings (see the judgement's plausibility)."""

    codes = ("FC330",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each implausible check."""
        for verdict in context.judgement.verdicts.values():
            found = verdict.implausible
            if found is None or verdict.check not in context.checks:
                continue
            check = context.checks[verdict.check]
            residual = Display(found.unit.name).with_unit(readable(magnitude(found.residual), 0, up=True))
            yield at_check(
                context,
                "FC330",
                check,
                say(
                    "两边相差 {residual}，只有各数的取整都偏向同一边才可能（{sigmas} 个标准差）：{relation}",
                    "the sides differ by {residual}, possible only if all roundings lean the same way ({sigmas} standard deviations): {relation}",
                    residual=residual,
                    sigmas=found.sigmas,
                    relation=relation_of(context, check),
                ),
                reading="strict",
                gap=exact_string(magnitude(found.residual)),
            )


class TieRule:
    """FC331: nothing but a tie, rounded the other way than most people round, saves the check."""

    codes = ("FC331",)

    def findings(self, context: Context) -> Iterable[Finding]:
        """One finding for each check that a tie saves."""
        for verdict in context.judgement.verdicts.values():
            if verdict.tie_only and verdict.verdict is Verdict.HOLDS and verdict.check in context.checks:
                check = context.checks[verdict.check]
                yield at_check(
                    context,
                    "FC331",
                    check,
                    say(
                        "只有恰好在舍入的分界点上才成立：{relation}",
                        "holds only at the exact point between rounding up and down: {relation}",
                        relation=relation_of(context, check),
                    ),
                )
