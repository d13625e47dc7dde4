"""Judgement: checks lowered to the engine's arithmetic, judged jointly, a verdict for each."""

from typing import TYPE_CHECKING

from factcheck.lazily import exports

if TYPE_CHECKING:
    from factcheck.judgement.judging import Options as Options
    from factcheck.judgement.judging import Prepared as Prepared
    from factcheck.judgement.judging import assemble as assemble
    from factcheck.judgement.judging import judge as judge
    from factcheck.judgement.judging import judge_clusters as judge_clusters
    from factcheck.judgement.judging import judge_one as judge_one
    from factcheck.judgement.judging import lower as lower
    from factcheck.judgement.judging import prepare as prepare
    from factcheck.judgement.lowering.network import Lowered as Lowered
    from factcheck.judgement.model import CheckVerdict as CheckVerdict
    from factcheck.judgement.model import Comparison as Comparison
    from factcheck.judgement.model import ConflictSet as ConflictSet
    from factcheck.judgement.model import Convention as Convention
    from factcheck.judgement.model import DerivationStep as DerivationStep
    from factcheck.judgement.model import ExcessDigits as ExcessDigits
    from factcheck.judgement.model import Implausible as Implausible
    from factcheck.judgement.model import Implied as Implied
    from factcheck.judgement.model import Judgement as Judgement
    from factcheck.judgement.model import UnitProblem as UnitProblem
    from factcheck.judgement.model import Verdict as Verdict
    from factcheck.judgement.state import ProjectState as ProjectState
    from factcheck.judgement.state import Update as Update

__getattr__ = exports(
    __name__,
    {
        "judging": "Options Prepared assemble judge judge_clusters judge_one lower prepare",
        "lowering.network": "Lowered",
        "model": "CheckVerdict Comparison ConflictSet Convention DerivationStep ExcessDigits Implausible Implied Judgement UnitProblem Verdict",
        "state": "ProjectState Update",
    },
)
