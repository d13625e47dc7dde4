"""The search for relations that no check states yet."""

from factcheck.diagnosis.suggesting.search import in_words, suggest

__all__ = ["in_words", "suggest"]
