"""Slips of the pen: whatever slip is made, undoing it is among the candidates, under its own name."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.diagnosis.slips import SlipKind, numeral_of, slips, unit_exchanged
from factcheck.quantities import Interval, PrintedQuantity, read_quantity


def read(text: str, language: str = "zh") -> PrintedQuantity:
    quantity = read_quantity(text, language=language)  # type: ignore[arg-type]
    assert quantity is not None, text
    return quantity


def undone(text: str, language: str = "zh") -> dict[str, SlipKind]:
    return {slip.text: slip.kind for slip in slips(read(text, language), chinese=language == "zh")}


@pytest.mark.parametrize(
    ("printed", "meant", "kind"),
    [
        ("3268名", "3267名", SlipKind.DIGIT),
        ("3627名", "3267名", SlipKind.TRANSPOSITION),
        ("58.1%", "51.8%", SlipKind.TRANSPOSITION),
        ("327名", "3267名", SlipKind.DROPPED_DIGIT),
        ("5.8%", "51.8%", SlipKind.DROPPED_DIGIT),
        ("32267名", "3267名", SlipKind.DOUBLED_DIGIT),
        ("22.3亿元", "2.23亿元", SlipKind.SCALE),
        ("2.23万元", "2.23亿元", SlipKind.SCALE),
        ("114.6元", "114.6万元", SlipKind.SCALE),
        ("763.57亿元", "763.57万元", SlipKind.SCALE),
        ("3270万元", "327万元", SlipKind.SCALE),
        ("3.2%", "-3.2%", SlipKind.SIGN),
        ("-3.2%", "3.2%", SlipKind.SIGN),
        ("20,792人", "20,972人", SlipKind.TRANSPOSITION),
    ],
)
def test_a_slip_is_undone_under_its_name(printed: str, meant: str, kind: SlipKind) -> None:
    assert undone(printed)[meant] is kind


def test_english_scales() -> None:
    found = undone("2.4 million", "en")
    assert found["2.4 billion"] is SlipKind.SCALE
    assert found["2.4 thousand"] is SlipKind.SCALE


@st.composite
def printed_forms(draw: st.DrawFn) -> str:
    whole = str(draw(st.integers(1, 99999)))
    part = draw(st.sampled_from(["", ".4", ".57", ".03"]))
    unit = draw(st.sampled_from(["万元", "亿元", "元", "吨", "%"]))
    return whole + part + unit


def _digits_at(text: str) -> list[int]:
    return [at for at, character in enumerate(text) if character.isdigit()]


@given(printed_forms(), st.data())
def test_any_wrong_digit_is_undone(text: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(_digits_at(text)))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[at]]))
    slipped = text[:at] + other + text[at + 1 :]
    assume(not (slipped[0] == "0" and slipped[1].isdigit()))
    assert text in undone(slipped)


@given(printed_forms(), st.data())
def test_any_transposition_is_undone(text: str, data: st.DataObject) -> None:
    places = _digits_at(text)
    assume(len(places) > 1)
    left = data.draw(st.integers(0, len(places) - 2))
    first, second = places[left], places[left + 1]
    characters = list(text)
    characters[first], characters[second] = characters[second], characters[first]
    slipped = "".join(characters)
    assume(slipped != text and not (slipped[0] == "0" and slipped[1].isdigit()))
    assert text in undone(slipped)


@given(printed_forms(), st.data())
def test_any_dropped_digit_before_the_point_is_undone(text: str, data: st.DataObject) -> None:
    places = [at for at in _digits_at(text) if at < (text.index(".") if "." in text else len(text))]
    assume(len(places) > 1)
    at = data.draw(st.sampled_from(places))
    slipped = text[:at] + text[at + 1 :]
    assume(not (slipped[0] == "0" and slipped[1].isdigit()))
    assert text in undone(slipped)


@given(printed_forms())
def test_every_candidate_reads_back_as_what_it_says(text: str) -> None:
    for slip in slips(read(text)):
        again = read(slip.text)
        assert (again.value, again.digit_unit, again.unit) == (
            slip.quantity.value,
            slip.quantity.digit_unit,
            slip.quantity.unit,
        )


@given(printed_forms(), st.integers(1, 10**9), st.integers(0, 10**6))
def test_the_window_leaves_out_nothing_that_can_be_read_in_it(text: str, low: int, size: int) -> None:
    from factcheck.diagnosis.intervals import meet
    from factcheck.quantities import readings

    window = Interval(Fraction(low), Fraction(low + size))
    kept = {slip.text for slip in slips(read(text), window)}
    for slip in slips(read(text)):
        if meet(readings(slip.quantity).loose, window):
            assert slip.text in kept


def test_likelier_slips_come_first() -> None:
    likelihoods = [slip.likelihood for slip in slips(read("3267名"))]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert all(0 < likelihood < 1 for likelihood in likelihoods)


def test_words_and_ranges_have_no_digits_to_slip() -> None:
    assert slips(read("1至2名")) == []
    assert numeral_of(read("四个")) is None


def test_units_that_are_confused() -> None:
    assert list(unit_exchanged("9370人", chinese=True)) == ["9370人次"]
    assert list(unit_exchanged("764人次", chinese=True)) == ["764人"]
    assert list(unit_exchanged("3.2%", chinese=True)) == ["3.2个百分点"]
    assert list(unit_exchanged("3.2%", chinese=False)) == ["3.2 percentage points"]
    assert list(unit_exchanged("390万元", chinese=True)) == []
