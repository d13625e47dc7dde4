"""The templates: every value that reaches them is escaped, and characters that hide or steer are shown by their names."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.findings import Language, Message
from factcheck.text import visible


@lru_cache
def environment(language: Language) -> Environment:
    """The templates in a language. In them ``t(zh, en)`` chooses between two wordings and ``say`` between those of a message."""
    made = Environment(
        loader=PackageLoader("factcheck.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )

    def choose(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    def say(message: Message) -> str:
        return message.in_language(language)

    made.globals.update(t=choose, say=say, language=language)
    return made


def _finalize(value: Any) -> Any:
    return visible(value) if type(value) is str else value


@lru_cache
def asset(name: str) -> Markup:
    """A file of ours that stands in the page as it is: the one style sheet, the one script."""
    return Markup((files("factcheck.reports.html") / "assets" / name).read_text(encoding="utf-8").strip())


def digest(text: str) -> str:
    """The source expression by which a Content-Security-Policy allows exactly this inline text.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """The page's Content-Security-Policy: our style and our script, nothing else, no network."""
    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
