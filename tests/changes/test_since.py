"""Edits under git: what they can affect, what is new, fixed and unchanged, and the edit in words."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from factcheck.changes.affected import affected
from program import run_program


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout


A = "facts:\n  甲: 3人\n  乙: 4人\n  丙: 4人\nchecks:\n  - 甲 = 乙\n  - 乙 = 丙\n"
B = "facts:\n  丁: 3人\n  戊: 5人\nchecks:\n  - 丁 = 戊\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, "a.yaml", A)
    write(tmp_path, "b.yaml", B)
    commit(tmp_path)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / "claims" / name).write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "claims")


def since(folder: Path, *arguments: str, revision: str = "HEAD") -> dict[str, Any]:
    done = run_program("run", "-f", "json", "--since", revision, *arguments, folder=folder)
    assert not done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    assert document["summary"]["exit_code"] == done.returncode
    return document


def told(document: dict[str, Any]) -> tuple[list[str], list[str], int, int]:
    """New findings, fixed findings, how many are unchanged, how many files were not checked."""
    new = [f"{each['file']}:{each['line']}" for each in document["findings"]]
    compared = document["since"]
    return (
        new,
        [each["file"] for each in compared["fixed"]],
        compared["unchanged"],
        compared["unaffected_files"],
    )


def test_nothing_changed(folder: Path) -> None:
    document = since(folder)
    assert told(document) == ([], [], 0, 2)
    assert document["summary"]["files"] == document["summary"]["exit_code"] == 0


def test_an_edit_that_mends_one_and_breaks_another(folder: Path) -> None:
    write(folder, "a.yaml", A.replace("甲: 3人", "甲: 4人").replace("丙: 4人", "丙: 5人"))
    assert told(since(folder)) == (["claims/a.yaml:3"], ["claims/a.yaml"], 0, 1)


def test_lines_that_move_change_nothing(folder: Path) -> None:
    write(folder, "a.yaml", "# one\n# two\n" + A)
    document = since(folder)
    assert told(document) == ([], [], 1, 1)
    assert document["summary"]["exit_code"] == 0


def test_a_contradiction_with_other_numbers_is_new(folder: Path) -> None:
    write(folder, "a.yaml", A.replace("甲: 3人", "甲: 2人"))
    assert told(since(folder)) == (["claims/a.yaml:2"], ["claims/a.yaml"], 0, 1)


def test_what_git_does_not_follow_yet_is_new(folder: Path) -> None:
    write(folder, "c.yaml", B)
    new, fixed, unchanged, _ = told(since(folder))
    assert (new, fixed, unchanged) == (["claims/c.yaml:2"], [], 0)
    (folder / ".gitignore").write_text("claims/c.yaml\n")
    assert told(since(folder))[0] == ["claims/c.yaml:2"]


@pytest.mark.parametrize("staged", [True, False])
def test_a_renamed_file_keeps_its_findings(folder: Path, staged: bool) -> None:
    if staged:
        git(folder, "mv", "claims/a.yaml", "claims/甲 乙.yaml")
    else:
        (folder / "claims" / "a.yaml").rename(folder / "claims" / "甲 乙.yaml")
    before = git(folder, "status", "--porcelain")
    assert told(since(folder)) == ([], [], 1, 1)
    assert git(folder, "status", "--porcelain") == before


def test_a_deleted_file_fixes_what_was_wrong_in_it(folder: Path) -> None:
    (folder / "claims" / "a.yaml").unlink()
    assert told(since(folder)) == ([], ["claims/a.yaml"], 0, 1)


def test_an_edit_reaches_the_files_that_use_the_number(folder: Path) -> None:
    write(folder, "user.yaml", "uses: {b: b.yaml}\nfacts:\n  己: 5人\nchecks:\n  - 己 = b.戊\n")
    commit(folder)
    write(folder, "b.yaml", B.replace("5人", "6人"))
    new, fixed, unchanged, rest = told(since(folder))
    assert new == ["claims/b.yaml:2", "claims/user.yaml:3"]
    assert (len(fixed), unchanged, rest) == (1, 0, 1)


def test_an_edit_of_the_article_reaches_its_claims(folder: Path) -> None:
    (folder / "article.txt").write_text("来了9人。\n", encoding="utf-8")
    write(folder, "c.yaml", "article: {text: ../article.txt}\nfacts:\n  庚: {value: 9人, quote: 来了9人}\n")
    commit(folder)
    assert told(since(folder)) == ([], [], 0, 3)
    (folder / "article.txt").write_text("来了8人。\n", encoding="utf-8")
    document = since(folder)
    assert [each["code"] for each in document["findings"]] == ["FC105"]
    assert document["since"]["unaffected_files"] == 2


def test_only_the_paths_named_are_compared(folder: Path) -> None:
    write(folder, "a.yaml", A.replace("甲: 3人", "甲: 2人"))
    assert told(since(folder, "claims/b.yaml")) == ([], [], 0, 1)


def test_from_a_folder_within_and_with_excludes(folder: Path) -> None:
    write(folder, "a.yaml", A.replace("甲: 3人", "甲: 2人"))
    (folder / "factcheck.toml").write_text('exclude = ["b.yaml"]\n')
    assert told(since(folder / "claims")) == (["a.yaml:2"], ["a.yaml"], 0, 0)
    (folder / "other").mkdir()
    new, fixed, _, _ = told(since(folder / "other", "../claims"))
    assert new == [f"{folder}/claims/a.yaml:2"]
    assert fixed == [f"{folder}/claims/a.yaml"]


def test_both_times_agree_with_full_runs(folder: Path) -> None:
    """New and unchanged together are what a run without ``--since`` finds in the affected files."""
    write(folder, "a.yaml", A + "  - 甲 = 丙\n")
    document = since(folder)
    whole = json.loads(run_program("run", "-f", "json", "claims/a.yaml", folder=folder).stdout)
    assert len(document["findings"]) + document["since"]["unchanged"] == len(whole["findings"])


def refused(folder: Path, *arguments: str) -> str:
    for command in (["run", "--since"], ["diff"]):
        done = run_program(*command, *arguments, "--lang", "en", folder=folder)
        assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def test_a_revision_that_is_missing(folder: Path) -> None:
    assert refused(folder, "nowhere") == "error: there is no revision nowhere\n"
    assert refused(folder, "--", "--output=x").startswith("error: there is no revision --output=x")


def test_a_shallow_clone_says_how_to_get_the_revision(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = git(folder, "rev-parse", "HEAD").strip()
    write(folder, "b.yaml", B.replace("3人", "5人"))
    commit(folder)
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    git(folder, "clone", "-q", "--depth", "1", f"file://{folder}", str(clone))
    assert "git fetch --unshallow" in refused(clone, first)
    assert told(since(clone)) == ([], [], 0, 2)
    git(clone, "fetch", "-q", "--unshallow")
    assert told(since(clone, revision=first)) == ([], ["claims/b.yaml"], 0, 1)


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(A, encoding="utf-8")
    assert "is not in the work tree of a git repository" in refused(tmp_path, "HEAD", "a.yaml")


def test_the_merge_base(folder: Path) -> None:
    git(folder, "checkout", "-q", "-b", "edit")
    write(folder, "a.yaml", A.replace("甲: 3人", "甲: 4人"))
    commit(folder)
    git(folder, "checkout", "-q", "main")
    write(folder, "b.yaml", B.replace("5人", "3人"))
    commit(folder)
    git(folder, "checkout", "-q", "edit")
    assert told(since(folder, revision="main...")) == ([], ["claims/a.yaml"], 0, 1)
    assert told(since(folder, revision="main"))[0] == ["claims/b.yaml:2"]


def test_the_edit_in_words(folder: Path) -> None:
    write(folder, "a.yaml", A.replace("甲: 3人", "甲: 4人").replace("丙: 4人", "丙: 5人"))
    write(folder, "c.yaml", "facts:\n  己: 1人\n")
    done = run_program("diff", "HEAD", "--lang", "en", folder=folder)
    assert done.returncode == 1
    assert done.stdout == (
        "claims/a.yaml\n"
        "  甲: 3人 → 4人\n"
        "  丙: 4人 → 5人\n"
        "    甲 = 乙: impossible → holds (because of 甲)\n"
        "    乙 = 丙: holds → impossible (because of 丙)\n"
        "claims/c.yaml\n"
        "  new: 己, 1人\n"
        "\n"
        "new FC209: the article gives 乙 as 4人, but by the relation it can only be exactly 5 人 (claims/a.yaml:3)\n"
        "fixed FC209: the article gives 甲 as 3人, but by the relation it can only be exactly 4 人 (claims/a.yaml:2)\n"
        "beside HEAD: 1 new, 1 fixed, 0 unchanged; 1 files are not affected and were not checked\n"
    )
    answer = json.loads(run_program("diff", "HEAD", "-f", "json", folder=folder).stdout)
    assert [(each["before"], each["after"]) for each in answer["facts"]] == [
        ("3人", "4人"),
        ("4人", "5人"),
        (None, "1人"),
    ]
    assert [(each["before"], each["after"]) for each in answer["verdicts"]] == [
        ("impossible", "holds"),
        ("holds", "impossible"),
    ]


def test_the_states_in_sarif(folder: Path) -> None:
    write(folder, "a.yaml", A + "  - 甲 = 丙\n")
    write(folder, "b.yaml", B.replace("5人", "3人"))
    log = json.loads(run_program("run", "--since", "HEAD", "-f", "sarif", folder=folder).stdout)
    states = [result["baselineState"] for result in log["runs"][0]["results"]]
    assert set(states) <= {"new", "unchanged", "absent"}
    assert "absent" in states


def test_what_an_edit_can_affect() -> None:
    texts = {
        "a.yaml": [b"uses: {r: ref.yaml}"],
        "b.yaml": [b"uses: {r: ../x/ref.yaml}"],
        "ref.yaml": [b"facts:"],
        "c.yaml": ["uses: {r: 别 表.yaml}".encode(), b""],
        "别 表.yaml": [b"article: {text: t.md}"],
        "d.yaml": [b"facts:"],
    }
    assert affected(texts, ["b.yaml"]) == {"a.yaml", "b.yaml", "ref.yaml"}
    assert affected(texts, ["drafts/t.md"]) == {"c.yaml", "别 表.yaml"}
    assert affected(texts, ["d.yaml"]) == {"d.yaml"}
    assert affected(texts, []) == set()
