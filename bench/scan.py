"""Characters per second of the scanner: ``python bench/scan.py [--oracle]``.

Without ``../shared`` a made-up text is scanned. With ``--oracle`` the number model of Recognizers-Text
(``recognizers-text-number``) reads the same text in the same run, and the ratio is printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from factcheck.quantities import scan

SHARED = Path(__file__).resolve().parents[2] / "shared"
MADE_UP = "全县共有3267名贫困人口享受政策,占51.8%,累计投资2.23亿元,建成13个产业园,带动约1800户增收。" * 70


def texts() -> dict[str, tuple[str, str]]:
    """Name, text and language of what is scanned."""
    article = SHARED / "article" / "liuhe-2020.txt"
    if not article.exists():
        return {"made-up text": (MADE_UP, "zh")}
    reports = sorted((SHARED / "data" / "reports-2026").glob("*.txt"))
    return {
        "seed article": (article.read_text(encoding="utf-8"), "zh"),
        "five reports": ("\n".join(path.read_text(encoding="utf-8") for path in reports), "zh"),
        "English news": (english(), "en"),
    }


def english() -> str:
    import json

    sentences = json.loads((SHARED / "data" / "newsquant-half.json").read_text(encoding="utf-8"))
    return "\n".join(sentence["text"] for sentence in sentences)


def speed(read: Callable[[str], object], text: str, least: float = 0.5) -> float:
    """Characters per second of processor time, the best of several runs."""
    best, spent = float("inf"), 0.0
    while spent < least:
        start = time.process_time()
        read(text)
        took = time.process_time() - start
        best, spent = min(best, took), spent + took
    return len(text) / best


def main() -> None:
    for name, (text, language) in texts().items():
        own = speed(lambda text, language=language: scan(text, language), text)  # type: ignore[misc]
        line = f"{name:15} {len(text):8} characters  {own / 1e6:6.2f} M characters/s"
        if "--oracle" in sys.argv:
            other = speed(oracle(language), text, 0.1)
            line += f"  Recognizers-Text number model {other / 1e6:6.3f} M/s  ratio {own / other:5.1f}"
        print(line)


def oracle(language: str) -> Callable[[str], object]:
    from recognizers_number import Culture, NumberRecognizer  # type: ignore[import-not-found]

    culture = Culture.Chinese if language == "zh" else Culture.English
    model = NumberRecognizer(culture).get_number_model()
    return lambda text: model.parse(text)


if __name__ == "__main__":
    main()
