"""A project with some printed forms replaced, as if the editor had changed them: nothing on disk is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from factcheck.claims.model import Fact, Project
from factcheck.diagnosis.board import Board
from factcheck.judgement.units.completion import facts_of
from factcheck.quantities import PrintedQuantity
from factcheck.quantities.readings import readings


def edited(project: Project, forms: Mapping[str, PrintedQuantity]) -> Project:
    """The project with other printed forms by fact id."""
    files = []
    for file in project.files:
        if any(fact.id in forms for fact in file.facts.values()):
            rounding = file.article.rounding or "nearest"
            facts = {
                name: reprinted(fact, forms[fact.id], rounding) if fact.id in forms else fact
                for name, fact in file.facts.items()
            }
            file = replace(file, facts=facts)
        files.append(file)
    return Project(files)


def only(board: Board, checks: Collection[str]) -> Project:
    """The project with the named checks alone, the facts that they mention, and the files in which these stand.

    Of an archive that is little: nothing that it does not hold is looked at.
    """
    mentioned = {name for check in checks for name in facts_of(board.checks_by_id[check])}
    places = {board.file_of_check[check] for check in checks}
    places |= {board.file_of[name] for name in mentioned if name in board.file_of}
    files = []
    for place in sorted(places):
        file = board.project.files[place]
        kept = [check for check in file.checks if check.id in checks]
        facts = {name: fact for name, fact in file.facts.items() if fact.id in mentioned}
        files.append(replace(file, checks=kept, facts=facts))
    return Project(files)


def reprinted(fact: Fact, quantity: PrintedQuantity, rounding: str) -> Fact:
    """The fact as the claims would have it with this printed form; the unit stays unless the form brings another kind of unit."""
    same = fact.quantity is None or fact.quantity.unit == quantity.unit
    unit = fact.unit if same and fact.unit is not None else quantity.unit
    read = readings(quantity, rounding=rounding, whole_of_all=fact.whole_of_all, unit=unit)  # type: ignore[arg-type]
    return replace(fact, quantity=quantity, printed=quantity.text, readings=read, unit=unit, hidden=False)
