"""Formulas: precedence, forms of signs, places, depth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading_cases import codes, read
from factcheck.claims.expressions import Call, Comparison, Negation, Node, Number, Operation, Reference

FACTS = "facts:\n  甲: 35个\n  乙: 10个\n  c: 45个\n  两 字: 3个\nchecks:\n"


def comparison(formula: str) -> Comparison:
    file = read(f"{FACTS}  - that: '{formula}'\n")
    assert not file.findings, file.findings
    found = file.checks[0].comparison
    assert found is not None
    return found


def shown(node: Node) -> str:
    """The tree with all its brackets."""
    match node:
        case Number():
            return str(node.value) + (f"[{node.unit.name}]" if node.unit else "")
        case Reference():
            return node.name
        case Negation():
            return f"-({shown(node.operand)})"
        case Operation():
            return f"({shown(node.left)}{node.operator}{shown(node.right)})"
        case Call():
            return f"{node.function}({','.join(map(shown, node.arguments))})"


@pytest.mark.parametrize(
    ("formula", "tree"),
    [
        ("甲 + 乙 * c = c", "(甲+(乙*c))"),
        ("甲 - 乙 - c = c", "((甲-乙)-c)"),
        ("甲 / 乙 / c = c", "((甲/乙)/c)"),
        ("-甲 + 乙 = c", "(-(甲)+乙)"),
        ("-甲 * 乙 = c", "(-(甲)*乙)"),
        ("甲 - -乙 = c", "(甲--(乙))"),
        ("(甲 + 乙) * 2 = c", "((甲+乙)*2)"),
        ("（甲 ＋ 乙） × 2 ＝ c", "((甲+乙)*2)"),
        ("甲 ÷ 乙 － c = c", "((甲/乙)-c)"),
        ("甲−乙 = c", "(甲-乙)"),
        ("max(甲, 乙，3) = c", "max(甲,乙,3)"),
        ("max(1,200) = c", "max(1,200)"),
        ("1,200 = c", "1200"),
        ("sum(甲, max(乙, abs(-c))) = c", "sum(甲,max(乙,abs(-(c))))"),
        ("2.50 * 甲 = c", "(5/2*甲)"),
        ("甲 * 51.8% = c", "(甲*259/5[%])"),
        ("甲 * ５１.８％ = c", "(甲*259/5[%])"),
        ('甲 * "1500元/人次" = c', "(甲*1500[元/人次])"),
        ("`两 字` + 「两 字」 = c", "(两 字+两 字)"),
        ("+甲 = c", "甲"),
    ],
)
def test_tree(formula: str, tree: str) -> None:
    assert shown(comparison(formula).operands[0]) == tree


@pytest.mark.parametrize(
    ("signs", "operators"),
    [
        ("甲 <= 乙 < c", ("<=", "<")),
        ("甲 ≤ 乙 ≥ c", ("<=", ">=")),
        ("甲 ＜ 乙 ＞ c", ("<", ">")),
        ("甲 == 乙 = c", ("=", "=")),
        ("甲=乙", ("=",)),
    ],
)
def test_chains(signs: str, operators: tuple[str, ...]) -> None:
    assert comparison(signs).operators == operators


def test_a_hedge_in_a_quoted_quantity_keeps_its_meaning() -> None:
    side = comparison('甲 = "约3000个"').operands[1]
    assert isinstance(side, Number)
    assert side.domain is not None
    assert (side.domain.low, side.domain.high) == (2500, 3500)
    plain = comparison('甲 = "3000个"').operands[1]
    assert isinstance(plain, Number)
    assert plain.domain is None


def test_number_is_exact() -> None:
    side = comparison("0.1 * 甲 = 乙").operands[0]
    assert isinstance(side, Operation)
    assert isinstance(side.left, Number)
    assert side.left.value == Fraction(1, 10)


@pytest.mark.parametrize(
    "entry",
    [
        "  - 甲 + 乙 = c\n",
        "  - '甲 + 乙 = c'\n",
        '  - "甲 + 乙 = c"\n',
        '  - "\\u7532 + 乙\\\n    \\ = c"\n',
        "  - 甲 +\n    乙\n      = c\n",
        "  - that: >-\n      甲 +\n      乙 = c\n",
        "  - that: |\n      甲 + 乙\n      = c\n",
        "  - {that: 甲 + 乙 = c}\n",
    ],
)
def test_names_stand_where_they_are_marked(entry: str) -> None:
    file = read(FACTS + entry)
    assert not file.findings
    found = file.checks[0].comparison
    assert found is not None
    left, right = found.operands
    assert isinstance(left, Operation)
    for node, name in ((left.left, "甲"), (left.right, "乙"), (right, "c")):
        assert isinstance(node, Reference)
        assert node.name == name
        written = file.source.text[node.start : node.end]
        assert written == name or written[0] == "\\"  # an escape is marked where it begins


def depth(node: Node) -> int:
    match node:
        case Operation():
            return 1 + max(depth(node.left), depth(node.right))
        case Call():
            return 1 + max(map(depth, node.arguments))
        case Negation():
            return 1 + depth(node.operand)
        case _:
            return 1


@pytest.mark.parametrize("levels", [10, 1000, 20_000])
def test_brackets_cost_no_depth(levels: int) -> None:
    file = read(FACTS + "  - " + "(" * levels + "甲" + ")" * levels + " = c\n")
    assert not file.findings
    assert len(file.checks) == 1


def test_a_long_sum_becomes_flat() -> None:
    file = read(FACTS + "  - 甲" + " + 乙 - c" * 2000 + " = c\n")
    assert not file.findings
    found = file.checks[0].comparison
    assert found is not None
    assert depth(found.operands[0]) < 200
    assert value(found.operands[0], {"甲": 1, "乙": 5, "c": 2}) == 1 + 2000 * 3


@pytest.mark.parametrize(
    "formula",
    ["(1+" * 1000 + "甲" + ")" * 1000 + " = c", "-" * 1000 + "甲 = c", "甲" + "*甲" * 1000 + " = c", "abs(" * 1000 + "甲" + ")" * 1000 + " = c"],
)  # fmt: skip
def test_what_is_nested_too_deep_is_a_finding(formula: str) -> None:
    file = read(FACTS + f"  - {formula}\n  - 甲 = 乙\n")
    assert codes(file) == ["FC029"]
    assert len(file.checks) == 1


def value(node: Node, facts: dict[str, int]) -> Fraction:
    match node:
        case Number():
            return Fraction(node.value)
        case Reference():
            return Fraction(facts[node.name])
        case Negation():
            return -value(node.operand, facts)
        case Call():
            arguments = [value(each, facts) for each in node.arguments]
            match node.function:
                case "min":
                    return min(arguments)
                case "max":
                    return max(arguments)
                case "sum":
                    return Fraction(sum(arguments))
            return abs(arguments[0])
        case Operation():
            left, right = value(node.left, facts), value(node.right, facts)
            match node.operator:
                case "+":
                    return left + right
                case "-":
                    return left - right
                case "*":
                    return left * right
            return left / right


NAMES = {"甲": 35, "乙": 10, "c": 45}
leaves = st.sampled_from(list(NAMES)) | st.integers(1, 99).map(str)


def _combined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return (
        st.tuples(parts, st.sampled_from(["+", " - ", "*", " - "]), parts).map("".join)
        | parts.map("({})".format)
        | parts.map("-({})".format)
        | st.tuples(st.sampled_from(["min", "max", "sum"]), parts, parts).map("{0[0]}({0[1]}, {0[2]})".format)
    )


@given(st.recursive(leaves, _combined, max_leaves=25))
def test_formulas_mean_what_python_says(formula: str) -> None:
    found = comparison(f"{formula} = c").operands[0]
    python = formula.replace("sum(", "total(")
    expected = eval(python, {"total": lambda *parts: sum(parts), **NAMES})
    assert value(found, NAMES) == expected
