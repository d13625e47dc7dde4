"""Numbers that left their paragraph: told with the earlier text, not guessed without it."""

from __future__ import annotations

import pytest

from drafts.edits import scanned
from drafts.outcomes import Bench
from factcheck.drafts.states import State
from factcheck.drafts.verification import verify

LIUHE = Bench.named("liuhe")
SENTENCE = "疫情期间又设扶贫特岗418人。"
MOVED = LIUHE.text.replace(SENTENCE, "").replace("## 收入\n", f"## 收入\n\n{SENTENCE}\n")


def moved(text: str, with_earlier: bool) -> list[str]:
    check = verify([LIUHE.file], scanned(text, "zh"), LIUHE.earlier if with_earlier else None)
    assert all(quote.state is State.VERIFIED for quote in check.quotes)
    return [quote.fact.name for quote in check.quotes if quote.moved]


@pytest.mark.parametrize("with_earlier", [True, False])
def test_nothing_moved(with_earlier: bool) -> None:
    assert moved(LIUHE.text, with_earlier) == []


def test_a_sentence_moved_to_another_paragraph() -> None:
    assert moved(MOVED, True) == ["扶贫特岗"]
    assert moved(MOVED, False) == []


def test_a_paragraph_moved_as_a_whole_is_the_same_paragraph() -> None:
    paragraphs = LIUHE.text.split("\n\n")
    assert moved("\n\n".join(reversed(paragraphs)), True) == []


def test_a_moved_number_can_also_have_changed() -> None:
    check = verify([LIUHE.file], scanned(MOVED.replace("418人", "481人"), "zh"), LIUHE.earlier)
    found = [
        (quote.fact.name, quote.state, quote.moved)
        for quote in check.quotes
        if quote.state is not State.VERIFIED
    ]
    assert found == [("扶贫特岗", State.CHANGED, True)]
