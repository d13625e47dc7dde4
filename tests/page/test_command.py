from __future__ import annotations

from pathlib import Path

from page.making import written
from program import run_program


def test_a_run_writes_one_file_or_a_folder(tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    claims.mkdir()
    written(claims)
    done = run_program(
        "run",
        "claims",
        "--report",
        "html=page.html",
        "--report",
        "html=pages",
        "--lang",
        "zh",
        folder=tmp_path,
    )
    assert (done.returncode, done.stderr) == (1, "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "改错一位会不会被发现" in page
    assert "怎样推得" in page
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["index.html", "夏粮.html"]


def test_the_page_on_standard_output(tmp_path: Path) -> None:
    written(tmp_path)
    done = run_program("run", ".", "--output-format", "html", "--lang", "en", folder=tmp_path)
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert '<html lang="en">' in done.stdout
