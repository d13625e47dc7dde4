"""The part of an archive in which a changed form is tried: the checks it bears on, their facts, and no other file."""

from __future__ import annotations

from diagnosis.reading import claims
from factcheck.claims.model import Project
from factcheck.diagnosis.board import Board
from factcheck.diagnosis.edits import only
from factcheck.judgement import judge, lower


def board() -> Board:
    first = claims("facts:\n  a: 5名\n  b: 7名\n  c: 12名\nchecks:\n  - a + b = c\n  - a < b\n", "one")
    second = claims("facts:\n  d: 5名\n  e: 9名\nchecks:\n  - d < e\n", "two")
    third = claims("facts:\n  f: 4名\n  g: 6名\nchecks:\n  - f < g\n", "three")
    project = Project([*first.files, *second.files, *third.files])
    return Board(project, judge(project), lower(project))


def test_only_the_checks_named_their_facts_and_files_are_taken() -> None:
    of = board()
    smaller, larger = [check.id for check in of.project.checks()][1:3]
    part = only(of, {larger, smaller})
    assert [file.path for file in part.files] == ["one.yaml", "two.yaml"]
    assert [check.id for check in part.checks()] == [smaller, larger]
    assert list(part.facts()) == ["one.a", "one.b", "two.d", "two.e"]


def test_the_project_itself_is_left_as_it_was() -> None:
    of = board()
    before = list(of.project.facts()), len(list(of.project.checks()))
    only(of, {next(iter(of.project.checks())).id})
    assert (list(of.project.facts()), len(list(of.project.checks()))) == before
