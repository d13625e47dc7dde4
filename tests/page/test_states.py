from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.reports.html.marking import Mark
from factcheck.reports.html.page import Binder
from factcheck.reports.html.states import State, States
from page.making import ROOT, report_of, written


def marks_of(report: object) -> list[Mark]:
    sheet = next(iter(Binder(report, "zh").sheets()))  # type: ignore[arg-type]
    return [piece for paragraph in sheet.paragraphs for piece in paragraph.pieces if isinstance(piece, Mark)]


def test_every_number_of_the_text_is_marked_once_with_its_state(tmp_path: Path) -> None:
    marks = marks_of(report_of(written(tmp_path)))
    assert [(mark.text, mark.state, mark.tail) for mark in marks] == [
        ("9个", State.UNGUARDED, ""),
        ("12.6万吨", State.CONTRADICTORY, "、"),
        ("8.3万吨", State.CONTRADICTORY, "，"),
        ("21.5万吨", State.CONTRADICTORY, "，"),
        ("3座", State.UNCOVERED, ""),
    ]


def test_the_text_is_kept_word_for_word(tmp_path: Path) -> None:
    sheet = next(iter(Binder(report_of(written(tmp_path)), "zh").sheets()))
    said = [
        "".join(piece if isinstance(piece, str) else piece.text + piece.tail for piece in each.pieces)
        for each in sheet.paragraphs
    ]
    assert said == ["全县9个乡镇收购小麦12.6万吨、稻谷8.3万吨，合计21.5万吨，另有3座粮库。"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("受助学生", State.CONTRADICTORY),
        ("光伏人均增收", State.DOUBTFUL),
        ("行政村", State.CONFIRMED),
        ("特色产业资金", State.CONSTRAINED),
        ("新增用药", State.UNGUARDED),
        ("户均人口", State.INFERRED),
    ],
)
def test_states_of_the_article(name: str, state: State) -> None:
    report = report_of(ROOT / "claims")
    facts = report.project.facts()
    assert States(report).of(facts[f"liuhe-2020.{name}"]) is state


def test_a_number_that_the_draft_changed_is_contradictory_and_says_from_what(tmp_path: Path) -> None:
    folder = written(tmp_path, text="# 夏粮\n\n全县9个乡镇收购小麦12.6万吨、稻谷8.8万吨，合计21.5万吨。\n")
    sheet = next(iter(Binder(report_of(folder), "zh").sheets()))
    card = next(card for card in sheet.cards if card.name == "稻谷")
    assert card.state is State.CONTRADICTORY
    assert card.change == "文中已改了数值：清单 8.3万吨，文中 8.8万吨"


def test_without_a_text_the_facts_stand_in_order_with_their_quotes(tmp_path: Path) -> None:
    claims = "article: {language: zh}\nfacts:\n  甲: {value: 3个, quote: 共3个村}\n  乙: {value: 5个}\n"
    sheet = next(iter(Binder(report_of(written(tmp_path, claims, None)), "zh").sheets()))
    assert sheet.paragraphs == []
    quoted, quotes = sheet.quoted[0]
    assert (quoted.name, quotes[0][0], quotes[0][2]) == ("甲", "共", "村")
    assert [card.name for card in sheet.unquoted] == ["乙"]


def test_card_of_a_contradictory_number() -> None:
    sheet = next(iter(Binder(report_of(ROOT / "claims"), "zh").sheets()))
    card = next(card for card in sheet.cards if card.name == "受助学生")
    assert card.implied == [("按所印数字", "3910…6313人"), ("放宽", "3910…6319人")]
    assert card.steps[0] == "贫困人口：3267名 ÷ 51.8% → 6301…6313人"
    assert [pin.name for pin in card.pinned] == ["低保人数", "低保占比", "减免学生"]
    assert card.axis is not None
    assert card.axis.gap is not None
    assert {check.name for check in card.checks} >= {"受助学生属贫困人口", "减免学生属受助学生"}
    assert card.repairs[0].startswith("受助学生 9370人 → 9370人次")
