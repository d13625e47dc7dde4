"""Files composed line by line give exactly the tree that the parser's events give, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.syntax.events import compose_any
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.claims.syntax.offsets import LONGEST, offsets
from factcheck.claims.syntax.usual import compose_usual

FACTS = """\
# 一个例子
article:
  title: "约35个"  # 标题
facts:
  贫困村: 35个
  GDP 2019: {value: 1.2亿元, quote: "约1.2亿元：增长", 'note: 'x'}
  合计:
    value: -3.5%
    quote: 'a, "b"'

  隐藏: {}
  户数: {value: 5个, quote: "全县, 共: {5个}"}
  户均: {quote: "5个", value: 5个, unit: 个}
checks:
  - 贫困村 + 5 = 合计
  - share: {part: 贫困村, whole: 合计, is: "3%"}
    because: 部分
  - sum: { whole: 合计, parts: [甲, 乙 - 丙, "丁"] }
  - same: [甲, 乙]
"""
USUAL = FACTS.replace("'note", "note")
PIECES = (
    "a", "合计", "b c", "35个", "-3%", "1,200元", '"x y"', "'z'", "- ", "-", ": ", ":", "{", "}", "[", "]", ", ", ",", '"', "'", "\n", "\n  ",
    "\n    ", "\n- ", "\n  - ", "#", " # c", "  # d", " ", "  ", ".", "...", "---", "?", "!", "*", "&", "=", "<", "<<", "|", ">", "：", "\\", "%", "@", "`",
    "a: b", "k:", "k: v", "{a: b}", "{a: b, c: d}", "[a, b]", "[]", "{}", "“", "~", "\t", "\r", "\r\n", "é", "😀", "\x85", "\u3000", "\xa0", "\u2028",
    "\ufeff", "\x00", "٣", "!t ", "&a ", "*a", "? ", "null",
)  # fmt: skip


def plain(node: Node | None) -> object:
    """A tree as plain values, places included."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return tuple(node)
    children = (
        [(plain(key), plain(value)) for key, value in node.pairs]
        if isinstance(node, Mapping)
        else [plain(item) for item in node.items]
    )
    return type(node).__name__, node.start, node.end, node.flow, children


def agrees(text: str) -> bool:
    """Whether the lines give a tree, which then is the parser's."""
    tree = compose_usual(text, offsets(len(text)))
    if tree is None:
        return False
    parsed = compose_any(text, range(len(text) + 1))
    assert parsed.problem is None
    assert not parsed.features
    assert plain(tree) == plain(parsed.root)
    return True


def test_usual_files_are_composed_line_by_line() -> None:
    assert agrees(USUAL)
    assert not agrees(FACTS)
    assert agrees("a: b")
    assert agrees("a:\n    - b\n\nc:\n- d\n# e")
    assert agrees("a: b\n" + "# " + "c" * LONGEST)


@pytest.mark.parametrize(
    "text",
    ["", "a", "- a", "a:\n", "a:\nb: c", "a: b\n  c", "a: b\n  c: d", "a: b\n- c", "a: b\nc", "a: &x b", "a: !t b", "a: |\n  b", "a:\r\n  b: c",
     "a: b\n---\nc: d", 'a: "b\\n"', "a: 'b''c'", "a: b: c", "a: b #", "a: {b: c", "a: {b}", "a: {b: }", "a: [b: c]", "? a\n: b", "a\t: b", "a: b\t"],
)  # fmt: skip
def test_anything_else_is_the_parsers_or_agrees(text: str) -> None:
    agrees(text)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.sampled_from(["", "a: b\n", "k:\n  ", "k:\n- ", "k: {"]),
)
def test_pieces_in_any_order(text: str, before: str) -> None:
    agrees(before + text)


@settings(max_examples=300)
@given(st.integers(0, len(USUAL)), st.sampled_from(PIECES), st.integers(0, 3))
def test_a_usual_file_with_a_slip(at: int, piece: str, lost: int) -> None:
    agrees(USUAL[:at] + piece + USUAL[at + lost :])


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[2].glob("examples/*.yaml")), ids=lambda path: path.name
)
def test_the_examples(path: Path) -> None:
    agrees(path.read_text(encoding="utf-8"))
