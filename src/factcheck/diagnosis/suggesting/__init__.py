"""The search for relations that no check states yet."""

from factcheck.diagnosis.suggesting.search import facts_of_check, in_words, suggest

__all__ = ["facts_of_check", "in_words", "suggest"]
