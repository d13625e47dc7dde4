"""Arithmetic on linear forms."""

from __future__ import annotations

from factcheck.engine.arithmetic import normal
from factcheck.engine.definitions import Form
from factcheck.quantities.interval import Rational


def total_of(forms: list[Form]) -> Form:
    """The sum, gathered in the longest of the forms, so a chain of additions takes linear time."""
    longest = max(forms, key=lambda form: len(form[0]))
    terms = longest[0]
    constant = longest[1]
    for form in forms:
        if form is longest:
            continue
        constant += form[1]
        for variable, coefficient in form[0].items():
            total = normal(terms.get(variable, 0) + coefficient)
            if total:
                terms[variable] = total
            else:
                del terms[variable]
    return terms, normal(constant)


def combined(left: Form, right: Form, factor: Rational) -> Form:
    """``left`` plus ``factor`` times ``right``."""
    terms = dict(left[0])
    for variable, coefficient in right[0].items():
        total = normal(terms.get(variable, 0) + coefficient * factor)
        if total:
            terms[variable] = total
        else:
            del terms[variable]
    return terms, normal(left[1] + right[1] * factor)


def scaled(form: Form, factor: Rational) -> Form:
    """A multiple."""
    if not factor:
        return {}, 0
    return {v: normal(c * factor) for v, c in form[0].items()}, normal(form[1] * factor)
