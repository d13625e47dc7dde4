"""Pages made of claims and texts written by a test."""

from __future__ import annotations

from pathlib import Path

from factcheck.check.model import Report
from factcheck.check.run import check
from factcheck.check.settings import Profile, Settings
from factcheck.findings import Language
from factcheck.reports.formats import render
from factcheck.reports.interface import RenderOptions

ROOT = Path(__file__).parents[2]

HARVEST = """\
article: {title: 夏粮, language: zh, text: 夏粮.md}
facts:
  小麦: {value: 12.6万吨, quote: 小麦12.6万吨}
  稻谷: {value: 8.3万吨, quote: 稻谷8.3万吨}
  合计: {value: 21.5万吨, quote: 合计21.5万吨}
  乡镇: {value: 9个, quote: 9个乡镇}
checks:
  - sum: {whole: 合计, parts: [小麦, 稻谷]}
    because: 只收这两种
"""
HARVEST_TEXT = "# 夏粮\n\n全县9个乡镇收购小麦12.6万吨、稻谷8.3万吨，合计21.5万吨，另有3座粮库。\n"


def written(folder: Path, claims: str = HARVEST, text: str | None = HARVEST_TEXT, stem: str = "夏粮") -> Path:
    """Claims, and their article where there is one, in a folder."""
    if text is not None:
        (folder / f"{stem}.md").write_text(text, encoding="utf-8")
    (folder / f"{stem}.yaml").write_text(claims, encoding="utf-8")
    return folder


def report_of(path: Path, draft: Path | None = None) -> Report:
    """What a run for the page finds."""
    return check([path], Settings(profile=Profile.DESK, draft=draft, derivations=True))


def page_of(report: Report, language: Language = "zh") -> str:
    """The page in a language."""
    return render("html", report, RenderOptions(language=language))
