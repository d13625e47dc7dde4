"""A project with some printed forms replaced, as if the editor had changed them: nothing on disk is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from factcheck.claims.model import Fact, Project
from factcheck.quantities import PrintedQuantity
from factcheck.quantities.readings import readings


def edited(
    project: Project, forms: Mapping[str, PrintedQuantity], *, checks: Collection[str] | None = None
) -> Project:
    """The project with other printed forms by fact id; with only the named ``checks`` where they are given."""
    files = []
    for file in project.files:
        facts = file.facts
        if any(fact.id in forms for fact in facts.values()):
            rounding = file.article.rounding or "nearest"
            facts = {
                name: reprinted(fact, forms[fact.id], rounding) if fact.id in forms else fact
                for name, fact in facts.items()
            }
        kept = file.checks if checks is None else [check for check in file.checks if check.id in checks]
        files.append(replace(file, facts=facts, checks=kept))
    return Project(files)


def reprinted(fact: Fact, quantity: PrintedQuantity, rounding: str) -> Fact:
    """The fact as the claims would have it with this printed form; the unit stays unless the form brings another kind of unit."""
    same = fact.quantity is None or fact.quantity.unit == quantity.unit
    unit = fact.unit if same and fact.unit is not None else quantity.unit
    read = readings(quantity, rounding=rounding, whole_of_all=fact.whole_of_all, unit=unit)  # type: ignore[arg-type]
    return replace(fact, quantity=quantity, printed=quantity.text, readings=read, unit=unit, hidden=False)
