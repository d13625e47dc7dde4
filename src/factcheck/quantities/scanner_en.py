"""Every number of an English text."""

from __future__ import annotations

from factcheck.quantities.model import PrintedQuantity, ScannedItem


def scan_en(text: str) -> list[ScannedItem]:
    """All numbers of a text in order."""
    from factcheck.quantities.scanner_zh import scan_zh

    return scan_zh(text)


def whole_en(text: str) -> PrintedQuantity | None:
    """The quantity that a whole text is."""
    from factcheck.quantities.scanner_zh import whole_zh

    return whole_zh(text)
