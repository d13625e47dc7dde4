"""A run from the cache says what the run itself says; whatever is wrong with the cache, the run goes on without it."""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from factcheck.cache.store import KEPT, Store
from program import DURATION, run_program

CLAIMS = """\
article: {text: article.txt}
uses: {other: reference.yaml}
facts:
  甲: {value: 3人, quote: 来了3人}
  乙: 4人
checks:
  - 甲 = 乙
  - 乙 = other.丙
"""
REFERENCE = "facts:\n  丙: 4人\nchecks: []\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "claims" / "reference.yaml").write_text(REFERENCE, encoding="utf-8")
    (tmp_path / "claims" / "article.txt").write_text("会上来了3人。\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = run_program("run", *(arguments or ("claims/a.yaml",)), folder=folder)
    assert "Traceback" not in done.stderr
    return done.returncode, DURATION.sub("", done.stdout)


def kept(folder: Path) -> list[Path]:
    return sorted((folder / ".factcheck_cache").glob("*.txt"))


@pytest.fixture
def tampered(folder: Path) -> Path:
    """The folder with a result in its cache that shows where a report comes from: its text was exchanged."""
    run(folder)
    (entry,) = kept(folder)
    store = Store(entry.parent)
    text = store.read(entry.name)
    assert text is not None
    assert store.write(entry.name, re.sub(r'"texts": .*', '"texts": [["from the cache"]]}', text))
    return folder


def is_reused(folder: Path) -> bool:
    return run(folder) == (1, "from the cache")


@pytest.mark.parametrize(
    "name", ["terminal", "json", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "concise"]
)
def test_the_same_bytes_with_and_without(folder: Path, name: str) -> None:
    arguments = ("-f", name, "--report", f"{name}=out.txt", "claims")
    plain = run(folder, "--no-cache", *arguments), DURATION.sub("", (folder / "out.txt").read_text("utf-8"))
    assert not (folder / ".factcheck_cache").exists()
    for _ in range(2):
        (folder / "out.txt").unlink()
        assert (run(folder, *arguments), DURATION.sub("", (folder / "out.txt").read_text("utf-8"))) == plain
    assert len(kept(folder)) == 1


def test_an_unchanged_project_is_not_judged_again(tampered: Path) -> None:
    assert is_reused(tampered)
    assert run(tampered, "--no-cache", "claims/a.yaml")[1] != "from the cache"


@pytest.mark.parametrize("name", ["a.yaml", "reference.yaml", "article.txt"])
def test_a_change_of_any_file_is_seen(tampered: Path, name: str) -> None:
    path = tampered / "claims" / name
    before = path.read_bytes()
    path.write_bytes(before + b"\n")
    assert not is_reused(tampered)
    path.write_bytes(before)
    if (
        name == "a.yaml"
    ):  # what the named files hold tells results apart; what these use, only whether the one kept still fits
        assert is_reused(tampered)
    path.unlink()
    assert not is_reused(tampered)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--profile", "strict"],
        ["--fail-on", "never"],
        ["--lang", "en"],
        ["--ignore", "FC2"],
        ["--width", "60"],
        ["-f", "json"],
    ],
)
def test_a_change_of_settings_is_seen(tampered: Path, arguments: list[str]) -> None:
    assert run(tampered, *arguments, "claims/a.yaml")[1] != "from the cache"


def test_another_version_does_not_reuse(tampered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.cache import program
    from factcheck.cache.inputs import inputs_of
    from factcheck.check.settings import Settings

    monkeypatch.chdir(tampered)
    before = inputs_of([Path("claims")], Settings(), [])
    assert before == inputs_of([Path("claims")], Settings(), [])
    monkeypatch.setattr(program, "__version__", "99")
    assert before != inputs_of([Path("claims")], Settings(), [])


class Harmful:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch harm",)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b"{}", b"0" * 64 + b"\n{}", pickle.dumps(Harmful()), b"\n" * 10_000],
    ids=["empty", "bytes", "json", "hash", "pickle", "lines"],
)
def test_a_file_of_another_kind_is_no_result(tampered: Path, data: bytes) -> None:
    (entry,) = kept(tampered)
    entry.write_bytes(data)
    assert run(tampered) == run(tampered, "--no-cache", "claims/a.yaml")
    assert not (tampered / "harm").exists()


@pytest.mark.parametrize("text", ["{}", "[]", "null", '{"key": 1}', "x"])
def test_a_well_kept_text_that_is_no_result(tampered: Path, text: str) -> None:
    (entry,) = kept(tampered)
    assert Store(entry.parent).write(entry.name, text)
    assert run(tampered) == run(tampered, "--no-cache", "claims/a.yaml")


def test_a_cut_file_is_no_result(tampered: Path) -> None:
    (entry,) = kept(tampered)
    data = entry.read_bytes()
    for length in (10, 65, len(data) // 2, len(data) - 1):
        entry.write_bytes(data[:length])
        assert not is_reused(tampered)


def test_the_result_of_another_run_under_this_name_is_none(tampered: Path) -> None:
    (entry,) = kept(tampered)
    text = Store(entry.parent).read(entry.name)
    assert text is not None
    assert Store(entry.parent).write(entry.name, re.sub(r'"key": "\w+"', '"key": "0"', text))
    assert not is_reused(tampered)


def test_a_folder_that_cannot_be_written_keeps_nothing(folder: Path) -> None:
    plain = run(folder)
    blocked = folder / "blocked"
    blocked.write_text("a file where the folder should be")
    assert run(folder, "--cache-dir", "blocked", "claims/a.yaml") == plain
    assert run(folder, "--cache-dir", "/proc/nowhere", "claims/a.yaml") == plain


def test_the_folder_keeps_itself_out_of_version_control(folder: Path) -> None:
    run(folder)
    assert (folder / ".factcheck_cache" / ".gitignore").read_text() == "*\n"
    assert (
        (folder / ".factcheck_cache" / "CACHEDIR.TAG")
        .read_text()
        .startswith("Signature: 8a477f597d28d172789f06886806bc55")
    )


def test_a_missing_used_file_is_not_kept(folder: Path) -> None:
    (folder / "claims" / "reference.yaml").unlink()
    assert run(folder)[0] == 1
    assert not kept(folder)


def test_a_missing_article_is_not_kept(folder: Path) -> None:
    (folder / "claims" / "article.txt").unlink()
    run(folder, "--ignore", "FC113", "claims/a.yaml")
    assert not kept(folder)


def test_runs_at_the_same_time(folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        results = set(pool.map(lambda _: run(folder), range(6)))
    assert len(results) == 1
    assert len(kept(folder)) == 1
    assert not list((folder / ".factcheck_cache").glob(".*.part"))


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    for number in range(KEPT + 5):
        assert store.write(f"{number}.txt", str(number))
        os.utime(tmp_path / "cache" / f"{number}.txt", (number, number))
    assert store.write("last.txt", "last")
    names = {path.name for path in (tmp_path / "cache").glob("*.txt")}
    assert len(names) == KEPT
    assert "last.txt" in names
    assert "0.txt" not in names
