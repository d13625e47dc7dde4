"""Word lists written as plain text, so that people can read and extend them."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text, split at white space."""
    return tuple(text.split())
