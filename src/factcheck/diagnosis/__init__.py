"""Diagnosis: which number is wrong, and what it could be; what an edit would do; what the checks protect and what they miss."""

from factcheck.diagnosis.coverage import guard_coverage
from factcheck.diagnosis.diagnosing import diagnose
from factcheck.diagnosis.model import (
    CheckChange,
    Coverage,
    DerivedRange,
    Diagnosis,
    DigitGuard,
    Explanation,
    Follower,
    GuardLevel,
    Suggestion,
    Suggestions,
    Suspect,
    WhatIf,
)
from factcheck.diagnosis.solving import solve, solve_all
from factcheck.diagnosis.suggesting import suggest
from factcheck.diagnosis.what_if import what_if

__all__ = [
    "CheckChange",
    "Coverage",
    "DerivedRange",
    "Diagnosis",
    "DigitGuard",
    "Explanation",
    "Follower",
    "GuardLevel",
    "Suggestion",
    "Suggestions",
    "Suspect",
    "WhatIf",
    "diagnose",
    "guard_coverage",
    "solve",
    "solve_all",
    "suggest",
    "what_if",
]
