"""Diagnosis: which number is wrong, and what it could be; what an edit would do; what the checks protect and what they miss."""

from typing import TYPE_CHECKING

from factcheck.lazily import exports

if TYPE_CHECKING:
    from factcheck.diagnosis.coverage import guard_coverage as guard_coverage
    from factcheck.diagnosis.diagnosing import diagnose as diagnose
    from factcheck.diagnosis.enumerating import ConflictSets as ConflictSets
    from factcheck.diagnosis.enumerating import MinimalSet as MinimalSet
    from factcheck.diagnosis.enumerating import all_conflict_sets as all_conflict_sets
    from factcheck.diagnosis.enumerating import conflict_sets as conflict_sets
    from factcheck.diagnosis.model import CheckChange as CheckChange
    from factcheck.diagnosis.model import Coverage as Coverage
    from factcheck.diagnosis.model import DerivedRange as DerivedRange
    from factcheck.diagnosis.model import Diagnosis as Diagnosis
    from factcheck.diagnosis.model import DigitGuard as DigitGuard
    from factcheck.diagnosis.model import Explanation as Explanation
    from factcheck.diagnosis.model import Follower as Follower
    from factcheck.diagnosis.model import GuardLevel as GuardLevel
    from factcheck.diagnosis.model import Suggestion as Suggestion
    from factcheck.diagnosis.model import Suggestions as Suggestions
    from factcheck.diagnosis.model import Suspect as Suspect
    from factcheck.diagnosis.model import WhatIf as WhatIf
    from factcheck.diagnosis.solving import solve as solve
    from factcheck.diagnosis.solving import solve_all as solve_all
    from factcheck.diagnosis.suggesting import suggest as suggest
    from factcheck.diagnosis.trying import Trials as Trials
    from factcheck.diagnosis.trying import what_if as what_if

__getattr__ = exports(
    __name__,
    {
        "coverage": "guard_coverage",
        "diagnosing": "diagnose",
        "enumerating": "ConflictSets MinimalSet all_conflict_sets conflict_sets",
        "model": "CheckChange Coverage DerivedRange Diagnosis DigitGuard Explanation Follower GuardLevel Suggestion Suggestions Suspect WhatIf",
        "solving": "solve solve_all",
        "suggesting": "suggest",
        "trying": "Trials what_if",
    },
)
