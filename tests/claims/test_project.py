"""Projects on disk: which files are read, how they use each other, and what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claims.reading_cases import codes, marked
from factcheck.claims import Project, claims_files, read_project


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(path.name + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def found(project: Project) -> list[tuple[str, str, str]]:
    return [(Path(each.primary.source.path).name, each.code, marked(each)) for each in project.findings]


def test_a_folder_is_read_in_order_and_hidden_folders_are_not(tmp_path: Path) -> None:
    write(tmp_path, b="facts: {x: 1人}\n", a="facts: {x: 1人}\n", sub__c="facts: {x: 1人}\n")
    write(tmp_path / ".factcheck", cache="nonsense: 1\n")
    (tmp_path / "d.yml").write_text("facts: {x: 1人}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no claims", encoding="utf-8")
    assert [path.name for path in claims_files([tmp_path])] == ["a.yaml", "b.yaml", "d.yml", "c.yaml"]
    assert claims_files([tmp_path / "b.yaml", tmp_path])[0].name == "b.yaml"
    assert len(claims_files([tmp_path / "b.yaml", tmp_path])) == 4


def test_an_empty_folder(tmp_path: Path) -> None:
    assert read_project([tmp_path]).files == []


def test_facts_of_another_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="uses: {census: ref/census.yaml}\nfacts: {x: 3人}\nchecks:\n  - x <= census.人口\n  - x = census.`人 口`\n",
        ref__census="facts: {人口: 30人, 人 口: 3人}\n",
    )
    project = read_project([tmp_path / "main.yaml"], root=tmp_path)
    assert not project.findings
    assert [file.stem for file in project.files] == ["main", "census"]
    assert list(project.facts()) == ["main.x", "census.人口", "census.人 口"]
    first = project.files[0]
    assert first.uses == {"census": project.files[1].path}
    assert first.checks[0].comparison is not None
    side = first.checks[0].comparison.operands[1]
    assert getattr(side, "fact", "") == "census.人口"


def test_a_name_that_the_used_file_has_not(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="uses: {c: census.yaml}\nfacts: {x: 3人}\nchecks:\n  - x <= c.人囗\n  - x = d.人口\n  - x <= 3\n",
        census="facts: {人口: 30人}\n",
    )
    project = read_project([tmp_path / "main.yaml"], root=tmp_path)
    assert found(project) == [("main.yaml", "FC006", "c.人囗"), ("main.yaml", "FC006", "d")]
    assert project.findings[0].help is not None
    assert project.findings[0].help.en == "did you mean c.人口?"
    assert len(project.files[0].checks) == 1


def test_a_used_file_that_is_missing(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="uses:\n  c: cencus.yaml\nfacts: {x: 3人}\nchecks:\n  - x <= c.y\n",
        census="facts: {y: 1人}\n",
    )
    project = read_project([tmp_path / "main.yaml"], root=tmp_path)
    assert found(project) == [("main.yaml", "FC014", "cencus.yaml")]
    assert project.findings[0].help is not None
    assert project.findings[0].help.en == "did you mean census.yaml?"
    assert project.files[0].checks == []


@pytest.mark.parametrize("path", ["../outside.yaml", "sub/../../outside.yaml", "link.yaml"])
def test_a_used_file_outside_the_project(tmp_path: Path, path: str) -> None:
    write(tmp_path, outside="facts: {y: 1人}\n")
    folder = write(tmp_path / "project", main=f"uses: {{c: {path}}}\nfacts: {{x: 3人}}\n")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    project = read_project([folder / "main.yaml"], root=folder)
    assert found(project) == [("main.yaml", "FC016", path)]
    assert len(project.files) == 1


def test_an_absolute_path_outside(tmp_path: Path) -> None:
    folder = write(tmp_path / "project", main=f"uses: {{c: {tmp_path}/x.yaml}}\nfacts: {{x: 3人}}\n")
    assert found(read_project([folder], root=folder))[0][1] == "FC016"


def test_a_ring_is_reported_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        a="uses: {b: b.yaml}\nfacts: {x: 3人}\nchecks:\n  - x = b.x\n",
        b="uses: {c: c.yaml}\nfacts: {x: 3人}\n",
        c="uses: {a: a.yaml, me: c.yaml}\nfacts: {x: 3人}\n",
    )
    project = read_project([tmp_path], root=tmp_path)
    assert found(project) == [("c.yaml", "FC015", "a.yaml"), ("c.yaml", "FC015", "c.yaml")]
    assert "a.yaml → " in project.findings[0].message.en
    assert len(project.checks()) == 1


def test_files_of_the_same_name_stay_apart(tmp_path: Path) -> None:
    write(
        tmp_path,
        y2019__report="facts: {x: 1人}\n",
        y2020__report="facts: {x: 2人}\n",
        other="facts: {x: 2人}\n",
    )
    project = read_project([tmp_path], root=tmp_path)
    assert len(project.facts()) == 3
    assert len({file.stem for file in project.files}) == 3
    assert project.files[0].stem == "other"


def test_a_used_file_of_a_name_that_is_taken(tmp_path: Path) -> None:
    write(
        tmp_path,
        x="uses: {old: old/x.yaml}\nfacts: {a: 1人}\nchecks:\n  - a = old.a\n",
        old__x="facts: {a: 2人}\n",
    )
    project = read_project([tmp_path / "x.yaml"], root=tmp_path)
    assert not project.findings
    assert len(project.facts()) == 2


def test_a_broken_file_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, a="facts: {x: [}\n", c="facts: {x: 3人}\nchecks:\n  - x = y\n")
    (tmp_path / "b.yaml").write_bytes("facts: {甲: 3人}\n".encode("gb18030"))
    (tmp_path / "d.yaml").symlink_to(tmp_path / "nowhere.yaml")
    project = read_project([tmp_path, tmp_path / "e.yaml"], root=tmp_path)
    assert [row[:2] for row in found(project)] == [
        ("a.yaml", "FC031"),
        ("b.yaml", "FC003"),
        ("c.yaml", "FC006"),
        ("d.yaml", "FC001"),
        ("e.yaml", "FC001"),
    ]
    assert list(project.facts()) == ["c.x"]
    wrong = project.findings[1].primary
    assert (wrong.position.line, wrong.position.column) == (1, 9)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    write(tmp_path, a="facts: {x: 1人}\n")
    (tmp_path / "a.yaml").chmod(0)
    assert [row[1] for row in found(read_project([tmp_path], root=tmp_path))] == ["FC001"]


def test_a_byte_order_mark_shifts_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufefffacts:\n  x: 3人\nchecks:\n  - x = 乙\n".encode())
    project = read_project([tmp_path], root=tmp_path)
    assert codes(project.files[0]) == ["FC006"]
    assert marked(project.findings[0]) == "乙"
    assert project.findings[0].primary.position.column == 9


def test_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("facts:\r\n  x: 3人\r\nchecks:\r\n  - x = 乙\r\n  - x = 3\r\n".encode())
    project = read_project([tmp_path], root=tmp_path)
    assert marked(project.findings[0]) == "乙"
    assert project.findings[0].primary.position.line == 4
    assert project.checks()[0].line == 5
