"""Lines, excerpts and carets hold for every text, not only for the samples."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings import Message
from factcheck.reports.interface import RenderOptions
from factcheck.reports.screen import Screen
from factcheck.reports.terminal.excerpt import Excerpter
from factcheck.reports.terminal.frame import FramePainter
from factcheck.reports.terminal.symbols import Symbols
from factcheck.reports.terminal.wrap import CLOSING, OPENING, wrap
from factcheck.text import SourceText
from reports.building import label

SCREEN = Screen()
PROSE = st.text(alphabet="收购小麦稻谷合计万吨，。、；：（）“”《》ab cd12.6%😀\t", min_size=1, max_size=120)
WIDTHS = st.integers(min_value=16, max_value=140)


@given(PROSE, WIDTHS)
def test_wrapping_loses_nothing_and_keeps_to_the_width(text, width):
    lines = wrap(text, width, SCREEN)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(SCREEN.cells(line) <= width for line in lines)


@given(st.text(alphabet="收购小麦稻谷合计，。、；：）》”（《“", min_size=1, max_size=80), WIDTHS)
def test_punctuation_stands_where_chinese_setting_wants_it(text, width):
    lines = wrap(text, width, SCREEN)
    broken = [
        (before, after) for before, after in pairwise(lines) if after[0] in CLOSING or before[-1] in OPENING
    ]
    assert all(_no_choice(before, after) for before, after in broken)


def _no_choice(before: str, after: str) -> bool:
    """Whether punctuation leaves no place to break on the first of two lines, nor at its end."""
    text = before + after[0]
    return all(text[at] in CLOSING or text[at - 1] in OPENING for at in range(1, len(text)))


@pytest.mark.parametrize("width", range(20, 60))
def test_a_number_keeps_its_unit_and_an_interval_its_ends(width):
    text = "推算合计为 20.9 万吨，按四舍五入在 [20.8, 21.0] 之间，共 3267 人次（约 1.4%）。"
    lines = wrap(text, width, SCREEN)
    for piece in ("20.9 万吨", "[20.8, 21.0]", "3267 人次", "（约 1.4%）"):
        assert sum(piece in line for line in lines) == 1


@st.composite
def marked_lines(draw):
    text = draw(PROSE.filter(lambda text: text.strip()))
    bounds = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True).map(sorted))
    marks = [(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False)]
    return text, marks


@given(marked_lines(), WIDTHS)
def test_every_mark_is_shown_once_and_rows_fit(marked, width):
    text, marks = marked
    rows = Excerpter(text, width, SCREEN).rows(marks)
    for start, _ in marks:
        holding = [row for row in rows if any(low <= start < high for low, high in row)]
        assert len(holding) == 1
    spans = [span for row in rows for span in row]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for row in rows:
        written = "…".join(SCREEN.show(text[low:high]) for low, high in row)
        assert SCREEN.cells(written) <= width


@given(marked_lines(), WIDTHS, st.sampled_from([1, 2]))
def test_carets_stand_under_what_they_mark(marked, width, ambiguous):
    text, marks = marked
    screen = Screen(ambiguous_width=ambiguous)
    source = SourceText("a.md", text)
    start, end = marks[0]
    one = label(source, "", "A", primary=True)
    one = type(one)(source, start, end, "A", None, True)
    painter = FramePainter("zh", width, screen, Symbols(), 2, "red")
    lines = [line.plain for line in painter.frame([one])]
    shown = lines[1].split("│ ", 1)[1]
    carets = lines[2].split("│ ", 1)[1]
    first = len(carets) - len(carets.lstrip())
    count = carets.count("^")
    under, cell = "", 0
    for character in shown:
        if first <= cell < first + count:
            under += character
        cell += screen.cells(character)
    wanted = screen.show(text[start:end])
    assert under == wanted or (wanted.startswith(under) and under), (shown, carets)


FAMILY = "三代👨‍👩‍👧同堂12.6万吨，合计21.5万吨"


def framed(text: str, options: RenderOptions, *fragments: str) -> list[str]:
    source = SourceText("a.md", text)
    labels = [
        label(
            source,
            fragment,
            letter,
            primary=letter == "A",
            note=Message("注", "note") if letter == "B" else None,
        )
        for fragment, letter in zip(fragments, "ABC", strict=False)
    ]
    painter = FramePainter("zh", 80, Screen.of(options), Symbols.of(options), 2, "red")
    return [line.trimmed().plain for line in painter.frame(labels)]


def test_where_the_width_is_unknowable_the_number_itself_is_marked():
    assert framed("e\u0301tat 21.5 t, 12.6 t", RenderOptions(), "21.5 t", "12.6 t") == [
        "   ╭─ a.md:1:7",
        " 1 │ e\u0301tat A【21.5 t】, B【12.6 t】",
        "   │ B 注",
    ]


def test_an_ambiguous_width_is_unknowable_on_a_gbk_screen():
    options = RenderOptions(ascii=True, encoding="gbk", ambiguous_width=None)
    assert framed("“打白条”21.5万吨", options, "21.5万吨") == ["  --> a.md:1:6", " 1 | “打白条”A【21.5万吨】"]


def test_a_picture_joined_of_several_has_no_known_width():
    assert framed(FAMILY, RenderOptions(), "12.6万吨") == [
        "   ╭─ a.md:1:10",
        " 1 │ 三代👨\u200d👩\u200d👧同堂A【12.6万吨】，合计21.5万吨",
    ]


LONG = (
    "第一句与数字无关。今年全县收购小麦12.6万吨，其中优质麦占七成；这一句很长，长到一行放不下，"
    "中间还有许多话要说，说完才轮到稻谷。稻谷收购8.3万吨，比上年多。最后一段又说了很多与数字无关的话，"
    "直到结尾才写：夏粮合计21.5万吨，创下新高。"
)


def test_a_place_without_extent_still_shows_its_clause():
    source = SourceText("a.md", LONG)
    mark = replace(label(source, "第", primary=True), end=0)
    lines = [
        line.trimmed().plain for line in FramePainter("zh", 60, SCREEN, Symbols(), 2, "red").frame([mark])
    ]
    assert lines == ["   ╭─ a.md:1:1", " 1 │ 第一句与数字无关。…", "   │ ^"]


def test_a_long_paragraph_is_shown_in_windows_cut_at_punctuation():
    source = SourceText("a.md", LONG)
    labels = [
        label(source, "21.5万吨", "C", primary=True),
        label(source, "12.6万吨", "A"),
        label(source, "8.3万吨", "B"),
    ]
    lines = [
        line.trimmed().plain for line in FramePainter("zh", 60, SCREEN, Symbols(), 2, "red").frame(labels)
    ]
    assert lines == [
        "   ╭─ a.md:1:109",
        " 1 │ …今年全县收购小麦12.6万吨，…稻谷收购8.3万吨，…",
        "   │                  --------           -------",
        "   │                  A                  B",
        "   │ …直到结尾才写：夏粮合计21.5万吨，创下新高。",
        "   │                        ^^^^^^^^ C",
    ]
