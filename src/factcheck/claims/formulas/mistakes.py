"""What people meant when a formula cannot be read: the words for each kind of slip."""

from __future__ import annotations

from factcheck.claims.formulas.tokens import Token
from factcheck.findings import Message, say

_OPENING = {
    "`": say("反引号没有闭合", "the back-quote is not closed"),
    "「": say("「 没有闭合", "「 is not closed"),
    '"': say("引号没有闭合", "the quote is not closed"),
    "“": say("引号没有闭合", "the quote is not closed"),
    "'": say("引号没有闭合", "the quote is not closed"),
}


def explain_token(token: Token, before: Token | None, expecting: bool) -> tuple[Message, Message | None]:
    """The message and the help for a token that cannot stand where it does; ``expecting``: an operand was due."""
    if token.kind == "wrong" and token.text in _OPENING:
        return _OPENING[token.text], None
    if token.kind == "operator" and token.text == "≠":
        return say("不支持“不等于”", "“not equal” is not supported"), say(
            "可用 = < <= > >=", "use = < <= > >="
        )
    if token.kind == "operator" and token.text == "**":
        return say("不支持乘方", "powers are not supported"), say(
            "年均增速请用 per_year", "for a yearly rate use per_year"
        )
    if token.kind == "end":
        return say("式子到这里没有写完", "the formula ends too early"), say(
            "此处应有名字、数或括号", "a name, a number or a bracket is missing here"
        )
    if not expecting and before is not None and before.kind == "number" and token.kind == "name":
        return say(
            "“{number}{unit}”不是式子的一部分", "“{number}{unit}” is not part of a formula",
            number=before.text, unit=token.text,
        ), say(
            '带单位的数要加双引号："{number}{unit}"', 'a number with a unit needs double quotes: "{number}{unit}"',
            number=before.text, unit=token.text,
        )  # fmt: skip
    if not expecting and token.kind in ("name", "number", "quantity"):
        return say("“{text}”前面缺运算符", "an operator is missing before “{text}”", text=token.text), say(
            "名字里有空格等字符时要加反引号：`名 字`",
            "a name with spaces and the like stands in back-quotes: `a name`",
        )
    if token.text == ")":
        return (
            say("括号里是空的或没有写完", "the bracket is empty or unfinished")
            if expecting
            else say("多了一个 )", "one ) too many")
        ), None
    if expecting and token.kind == "operator":
        return say(
            "“{text}”前面缺一个数或名字", "a number or a name is missing before “{text}”", text=token.text
        ), None
    return say("不认识的字符“{text}”", "“{text}” cannot stand in a formula", text=token.text), None
