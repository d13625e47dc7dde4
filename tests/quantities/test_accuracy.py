"""How much of the shared data sets is read right; skipped where ``../shared`` is not beside the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT.parent / "shared" / "data").exists(), reason="../shared/data is not here"
)


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    import sys

    specification = importlib.util.spec_from_file_location(
        "reading_accuracy", ROOT / "bench" / "reading_accuracy.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["reading_accuracy"] = module
    specification.loader.exec_module(module)
    return module


def test_every_number_of_the_article(bench: ModuleType) -> None:
    core, embedded = bench.seed_gold()
    assert core.misses == []
    assert embedded.misses == []


def test_every_stress_phrase(bench: ModuleType) -> None:
    assert bench.stress().misses == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("model", ["Number", "Percent", "NumberRange", "Currency", "Dimension"])
def test_recognizers(bench: ModuleType, language: str, model: str) -> None:
    """At least 95 % of the cases, those aside that are deliberately read differently."""
    _, counting = bench.recognizers(language, model, bench.READERS[model])
    assert counting.share >= 0.95, counting.misses


def test_news_sentences(bench: ModuleType) -> None:
    _, hedges, f1 = bench.newsquant()
    assert f1 >= 0.90
    assert hedges.share >= 0.95


def test_every_arabic_number_of_the_reports(bench: ModuleType) -> None:
    assert bench.reports().misses == []
