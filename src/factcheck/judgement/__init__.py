"""Judgement: checks lowered to the engine's arithmetic, judged jointly, a verdict for each."""

from factcheck.judgement.judging import (
    Options,
    Prepared,
    assemble,
    judge,
    judge_clusters,
    judge_one,
    lower,
    prepare,
)
from factcheck.judgement.lowering.network import Lowered
from factcheck.judgement.model import (
    CheckVerdict,
    Comparison,
    ConflictSet,
    Convention,
    DerivationStep,
    ExcessDigits,
    Implausible,
    Implied,
    Judgement,
    UnitProblem,
    Verdict,
)

__all__ = [
    "CheckVerdict",
    "Comparison",
    "ConflictSet",
    "Convention",
    "DerivationStep",
    "ExcessDigits",
    "Implausible",
    "Implied",
    "Judgement",
    "Lowered",
    "Options",
    "Prepared",
    "UnitProblem",
    "Verdict",
    "assemble",
    "judge",
    "judge_clusters",
    "judge_one",
    "lower",
    "prepare",
]
