"""The answer of ``factcheck suggest``: YAML ready to paste."""

from __future__ import annotations

from factcheck.diagnosis import Suggestions
from factcheck.diagnosis.suggesting import in_words
from factcheck.findings import Language, say


def as_text(suggestions: Suggestions, language: Language) -> str:
    """A list of checks, each under a comment that says why it is believed."""
    expected = in_words(suggestions.expected_by_chance)
    head = say(
        "# {n} 条没有写下的关系；其中凭巧合预期有 {e} 条，请逐条判断后再用\n",
        "# {n} relations that no check states; chance would bring {e} of them: think before you paste\n",
        n=len(suggestions.found),
        e=expected,
    ).in_language(language)
    body = "".join(
        f"  # {found.message.in_language(language)}\n  {found.yaml}\n" for found in suggestions.found
    )
    return head + (f"checks:\n{body}" if body else "")


def as_json(suggestions: Suggestions) -> dict[str, object]:
    """The same for programs."""
    return {
        "version": 1,
        "expected_by_chance": in_words(suggestions.expected_by_chance),
        "suggestions": [
            {
                "form": found.form,
                "facts": list(found.facts),
                "yaml": found.yaml,
                "expected_by_chance": in_words(found.expected_by_chance),
            }
            for found in suggestions.found
        ],
    }
