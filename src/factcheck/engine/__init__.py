"""Exact joint judgement of relations over intervals: arithmetic only, no articles."""

from typing import TYPE_CHECKING

from factcheck.lazily import exports

if TYPE_CHECKING:
    from factcheck.engine.incremental import State
    from factcheck.engine.limits import Limits
    from factcheck.engine.model import (
        Absolute,
        Conflict,
        Constant,
        Constraint,
        Decision,
        Expression,
        Extreme,
        Network,
        Power,
        Product,
        Quotient,
        Range,
        Relation,
        Step,
        Sum,
        Variable,
    )
    from factcheck.engine.solver import Solver
else:
    __getattr__ = exports(
        "factcheck.engine",
        {
            "incremental": "State",
            "limits": "Limits",
            "model": "Absolute Conflict Constant Constraint Decision Expression Extreme Network Power Product Quotient Range Relation Step Sum Variable",
            "solver": "Solver",
        },
    )

__all__ = [
    "Absolute",
    "Conflict",
    "Constant",
    "Constraint",
    "Decision",
    "Expression",
    "Extreme",
    "Limits",
    "Network",
    "Power",
    "Product",
    "Quotient",
    "Range",
    "Relation",
    "Solver",
    "State",
    "Step",
    "Sum",
    "Variable",
]
