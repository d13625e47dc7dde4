"""Numbers read from their digits mean exactly what reading them in full says."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.decoding.alike import Alike
from factcheck.claims.decoding.printer import Printer
from factcheck.claims.model import Rounding
from factcheck.quantities import read_quantity, readings

TAILS: dict[Literal["zh", "en"], tuple[str, ...]] = {
    "zh": ("个", "名", "人", "户", "元", "万元", "亿元", "%", "人次", "平方公里", "兆瓦", "处", "条", "元/人", "个百分点", "倍",
           "万", "亿", "级", "吨", "千瓦时", "万千瓦时", "万人", "家", "口", "年", "月", "岁", "天", "多人", "人以上", "成", "折", "‰", "℃", "美元", "个月", "周", "分",
           "岁以上", "元多", "多元", "平方米", "公斤", "斤", "米", "车次", "件", "本", "项次", "世纪", "度", "分钟", "小时", "点",
           "号", "次", "%以上", "番", "亿立方米", "元/平方米", "人/平方公里", "个乡镇", "名学生", "户贫困户", "余名", "个百分点以上"),
    "en": ("%", " people", " million", " households", "bn", " tonnes", " dollars", " per cent", " percentage points", "m", "k",
           " years", "th", " million tonnes", "-year-old"),
}  # fmt: skip
ALL_TAILS = [(language, tail) for language, tails in TAILS.items() for tail in tails]

digits = (
    st.integers(1, 10**7).map(str)
    | st.integers(1, 10**7).map("{:,}".format)
    | st.tuples(st.integers(0, 9999), st.integers(0, 999)).map("{0[0]}.{0[1]}".format)
    | st.integers(1, 99).map("{}00".format)
)


@pytest.mark.parametrize(("language", "tail"), ALL_TAILS)
@given(
    numbers=st.lists(digits, min_size=2, max_size=8),
    rounding=st.sampled_from(["nearest", "truncate", "either"]),
)
def test_alike_is_the_same(
    language: Literal["zh", "en"], tail: str, numbers: list[str], rounding: Rounding
) -> None:
    printer = Printer(language, rounding, {"无关": "[unrelated]"})
    for number in numbers:
        text = number + tail
        expected = read_quantity(text, language=language)
        quantity = printer.quantity(text)
        assert quantity == expected
        if quantity is not None:
            assert printer.plain_readings(text, quantity) == readings(quantity, rounding=rounding)


def test_a_second_number_needs_no_full_reading() -> None:
    alike = Alike()
    first = read_quantity("763.57万元")
    assert first is not None
    assert alike.read("971.86万元") is None
    assert alike.learn("763.57万元", first) is not None
    second = alike.read("971.86万元")
    assert second is not None
    assert second[0] == read_quantity("971.86万元")
