"""The page: its size beside the article's text, the time to write it beside the plain run, the time until Chromium can be used.

    python bench/html_page.py

The browser is left out where chromium, chromedriver or selenium is absent, and it says so.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from time import process_time

from factcheck.check.model import Report
from factcheck.check.run import check
from factcheck.check.settings import Settings
from factcheck.reports.formats import render
from factcheck.reports.interface import RenderOptions

ROOT = Path(__file__).parents[1]
DRAFT = ROOT / "examples" / "liuhe-draft.md"
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,1000",
]
FINDINGS = (100, 3000)
IN_ONE_ARTICLE = 100
READY = """
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => setTimeout(() => {
  const load = performance.getEntriesByType('navigation')[0];
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const before = performance.now();
  document.querySelector('.mark').click();
  document.querySelector(':popover-open').getBoundingClientRect();
  done([paint ? paint.startTime : 0, load.domInteractive, load.loadEventEnd, performance.now() - before]);
}));
"""


def main() -> None:
    text = len(DRAFT.read_bytes())
    plain, _ = timed([ROOT / "claims"], Settings(draft=DRAFT))
    asked, report = timed([ROOT / "claims"], Settings(draft=DRAFT, derivations=True))
    started = process_time()
    page = render("html", report, RenderOptions(language="zh"))
    writing = process_time() - started
    print(f"article {text:,} bytes; page {size(page):,} bytes ({size(page) / text:.0f} times)")
    print(
        f"plain run {plain:.2f} s; with guards and derivations {asked:.2f} s; page written in {writing:.2f} s"
    )
    print(f"run and page together: {(asked + writing) / plain:.1f} times the plain run")
    with tempfile.TemporaryDirectory() as folder:
        pages = [made(Path(folder), count) for count in FINDINGS]
        browse(pages)


def timed(paths: list[Path], settings: Settings) -> tuple[float, Report]:
    started = process_time()
    report = check(paths, settings)
    return process_time() - started, report


def size(page: str) -> int:
    return len(page.encode())


def made(folder: Path, count: int) -> Path:
    """A page of so many contradictions: articles of a hundred, one in each paragraph."""
    place = folder / str(count)
    place.mkdir()
    for first in range(1, count + 1, IN_ONE_ARTICLE):
        write_article(place, first)
    seconds, report = timed([place], Settings(derivations=True))
    started = process_time()
    page = render("html", report, RenderOptions(language="zh"))
    writing = process_time() - started
    path = place / "page.html"
    path.write_text(page, encoding="utf-8")
    print(
        f"{len(report.findings)} findings: run with derivations {seconds:.1f} s, "
        f"written in {writing:.1f} s, {size(page) / 1e6:.1f} MB",
        flush=True,
    )
    return path


def write_article(place: Path, first: int) -> None:
    numbers = range(first, first + IN_ONE_ARTICLE)
    facts = "".join(
        f"  全村{n}: {{value: {n + 200}户, quote: 第{n}村共有{n + 200}户}}\n"
        f"  通水{n}: {{value: {n + 300}户, quote: 第{n}村通水{n + 300}户}}\n"
        for n in numbers
    )
    checks = "".join(f"  - within: {{part: 通水{n}, whole: 全村{n}}}\n" for n in numbers)
    claims = f"article: {{title: {first}, language: zh, text: a{first}.md}}\nfacts:\n{facts}checks:\n{checks}"
    (place / f"a{first}.yaml").write_text(claims, encoding="utf-8")
    text = "\n\n".join(f"第{n}村共有{n + 200}户，第{n}村通水{n + 300}户。" for n in numbers)
    (place / f"a{first}.md").write_text(text, encoding="utf-8")


def browse(pages: list[Path]) -> None:
    try:
        from selenium import webdriver
    except ImportError:
        print("selenium is not installed: nothing measured in a browser")
        return
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        print("no chromium with chromedriver: nothing measured in a browser")
        return
    for path in pages:
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            for flag in (*FLAGS, f"--user-data-dir={profile}"):
                options.add_argument(flag)
            browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
            browser.set_script_timeout(300)
            browser.get(path.as_uri())
            paint, interactive, loaded, opening = browser.execute_async_script(READY)
            browser.quit()
        print(
            f"{path.parent.name} findings in Chromium: first paint {paint:.0f} ms, interactive {interactive:.0f} ms, "
            f"loaded {loaded:.0f} ms; a number opens in {opening:.0f} ms"
        )


if __name__ == "__main__":
    sys.exit(main())
