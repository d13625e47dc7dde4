from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from page.making import ROOT, page_of, report_of

AXE = Path(__file__).parent / "browser" / "node_modules" / "axe-core" / "axe.min.js"
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


@pytest.fixture(scope="session")
def article_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of the claims in this repository, with the draft of the examples as its text, in both languages."""
    report = report_of(ROOT / "claims", ROOT / "examples" / "liuhe-draft.md")
    folder = tmp_path_factory.mktemp("article")
    pages = {}
    for language in ("zh", "en"):
        pages[language] = folder / f"{language}.html"
        pages[language].write_text(page_of(report, language), encoding="utf-8")
    return pages


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium; without one the test says so and is skipped."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("no chromium with chromedriver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
        started.set_script_timeout(120)
        yield started
        started.quit()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility rules; without them the test says so and is skipped."""
    if not AXE.exists():
        pytest.skip("no axe-core: npm install --prefix tests/page/browser")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def shown(browser: object) -> Iterator[Callable[..., object]]:
    """Opens a page in a window of some width; afterwards nothing may stand in the browser's console."""

    def show(path: Path, *, width: int = 1400, dark: bool = False, scripts: bool = True) -> object:
        cdp = browser.execute_cdp_cmd  # type: ignore[attr-defined]
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        cdp("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        cdp("Emulation.setEmulatedMedia", {"features": [scheme]})
        cdp("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        browser.get(path.as_uri())  # type: ignore[attr-defined]
        return browser

    yield show
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})  # type: ignore[attr-defined]
    assert browser.get_log("browser") == []  # type: ignore[attr-defined]
