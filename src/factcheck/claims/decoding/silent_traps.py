"""What YAML reads without complaint but otherwise than it was meant: values cut at a comma or a #, blocks opened by > and |."""

from __future__ import annotations

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.syntax.nodes import Node, Scalar
from factcheck.claims.syntax.quoting import quoted
from factcheck.findings import say
from factcheck.lazily import expression

_COMMENT = expression(r" (#[^\r\n]*)")
_BLOCK_HEADER = expression(r"[|>][0-9+-]*[0-9][0-9+-]*")


def split_by_comma(file: FileContext, value: Node, key: Node, rest: Node) -> Scalar | None:
    """In braces, ``value: 1,200元`` is the value ``1`` and a key ``200元`` of nothing: report it and join them again.

    ``None`` when ``key`` is no such piece.
    """
    if not (isinstance(value, Scalar) and isinstance(key, Scalar) and isinstance(rest, Scalar)):
        return None
    between = file.text[value.end : key.start]
    if value.style or key.style or not rest.absent or between.strip(" \r\n") != ",":
        return None
    return _joined(file, value, key)


def rejoin_items(file: FileContext, items: list[Node]) -> list[Node]:
    """In brackets, ``[1,200元, 3,000元]`` has four items: report each number cut in two and join it again."""
    result: list[Node] = []
    for item in items:
        last = result[-1] if result else None
        if isinstance(item, Scalar) and isinstance(last, Scalar) and _grouped(file, last, item):
            result[-1] = _joined(file, last, item)
        else:
            result.append(item)
    return result


def _grouped(file: FileContext, left: Scalar, right: Scalar) -> bool:
    """Whether the two are ``1`` and ``200元``: a comma alone between them, then three digits and no more."""
    return (
        not left.style
        and not right.style
        and file.text[left.end : right.start] == ","
        and left.value[-1:].isdigit()
        and right.value[:3].isdigit()
        and len(right.value[:3]) == 3
        and not right.value[3:4].isdigit()
    )


def _joined(file: FileContext, left: Scalar, right: Scalar) -> Scalar:
    """Both pieces as one value, reported; a value cut more than once is reported once."""
    joined = file.text[left.start : right.end]
    findings = file.problems.findings
    if findings and findings[-1].code == "FC017" and findings[-1].primary.start == left.start:
        findings.pop()
    file.problems.add(
        "FC017",
        say("括号里的逗号把这个值切成了几段", "in brackets a comma cuts this value in pieces"),
        left.start,
        right.end,
        key=joined,
        advice=say(
            "整个值加引号：{corrected}", "put the value in quotes: {corrected}", corrected=quoted(joined)
        ),
    )
    return Scalar(joined, left.start, right.end)


def cut_by_comment(file: FileContext, value: Scalar) -> None:
    """After one space a ``#`` opens a comment, so ``12 # 千克`` is 12: say so (two spaces show that a comment is meant)."""
    if value.style or not file.text.startswith(" #", value.end):
        return
    found = _COMMENT.match(file.text, value.end)
    if found is None:
        return
    written = value.value + found[0].rstrip()
    file.problems.add(
        "FC018",
        say("# 之后的文字不算在值里", "what follows # is not part of the value"),
        found.start(1),
        found.start(1) + len(found[1].rstrip()),
        key=written,
        advice=say(
            "若属于这个值，加引号：{corrected}；若是注释，# 前空两格",
            "if it belongs to the value, write {corrected}; if it is a comment, put two spaces before #",
            corrected=quoted(written),
        ),
    )


def opened_as_block(file: FileContext, value: Scalar, key: str) -> bool:
    """``value: >3000`` opens a block of text instead of saying more than 3000; whether that happened here."""
    if value.style not in ("|", ">"):
        return False
    header = _BLOCK_HEADER.match(file.text, value.start)
    if header is None:
        return False
    line_end = file.text.find("\n", value.start)
    written = file.text[value.start : line_end if line_end >= 0 else len(file.text)].rstrip()
    file.problems.add(
        "FC021",
        say("行首的“{sign}”在 YAML 里另有含义，这个值没有读到", "a leading “{sign}” means something else to YAML: the value is lost", sign=value.style),
        value.start,
        value.start + len(written),
        key=key,
        advice=say("加引号：{key}: {corrected}", "use quotes: {key}: {corrected}", key=key, corrected=quoted(written)),
    )  # fmt: skip
    return True
