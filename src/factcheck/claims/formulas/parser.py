"""Formulas parsed to trees: an operator-precedence parser with its own stack, so depth costs no recursion."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, NoReturn, cast

from factcheck.claims.expressions import Call, Comparison, Negation, Node, Number, Operation
from factcheck.claims.formulas.interface import FormulaError, Surroundings
from factcheck.claims.formulas.tokens import Token, tokens
from factcheck.claims.formulas.trees import flat_sum
from factcheck.findings import say

DEEPEST = 150
"""Levels of a formula's tree at most: whatever walks the tree later may do so by recursion."""

FUNCTIONS = ("min", "max", "abs", "sum")
COMPARISONS = frozenset(("=", "<", "<=", ">", ">="))
_PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "negative": 3}


_NOTHING = Number(1, None, "", 0, 0)
"""Stands for what could not be read, so that the rest of the formula is still looked at."""


class _Piece(NamedTuple):
    """A finished operand: its tree, its place with brackets included, the levels of its tree."""

    node: Node
    start: int
    end: int
    depth: int


class _Pending(NamedTuple):
    """An operator or an opening bracket that waits for its operands; ``base`` is the number of operands below a bracket."""

    symbol: str
    start: int
    base: int = 0
    function: str = ""


def parse_formula(formula: str, places: Sequence[int], around: Surroundings) -> Comparison | Node | None:
    """Parse a comparison (a chain of at least two sides) or a plain expression.

    ``places[i]`` is the offset in the file of the formula's character ``i``. ``None`` where a name or a quantity in it is at fault,
    which ``around`` has then reported. Raises :class:`FormulaError`.
    """
    return _Parser(formula, places, around).parse()


def _ends_side(token: Token) -> bool:
    """Whether a side of a comparison ends before this token."""
    return token.kind == "end" or (token.kind == "operator" and token.text in COMPARISONS)


class _Parser:
    def __init__(self, formula: str, places: Sequence[int], around: Surroundings) -> None:
        self.tokens = tokens(formula)
        self.at = 0
        self.places = places
        self.around = around
        self.incomplete = False
        self.operands: list[_Piece] = []
        self.pending: list[_Pending] = []

    def parse(self) -> Comparison | Node | None:
        sides = [self._side()]
        operators: list[str] = []
        while self.tokens[self.at].kind != "end":
            operators.append(self.tokens[self.at].text)
            self.at += 1
            sides.append(self._side())
        if self.incomplete:
            return None
        if not operators:
            return sides[0].node
        return Comparison(
            tuple(side.node for side in sides), tuple(operators), sides[0].start, sides[-1].end  # type: ignore[arg-type]
        )  # fmt: skip

    def _side(self) -> _Piece:
        """One side of a comparison, up to the next comparison operator or the end."""
        first = self.tokens[self.at]
        if first.kind == "name" and _ends_side(self.tokens[self.at + 1]):
            return self._one_name(first)
        self.operands, self.pending = [], []
        expecting = True
        while True:
            token = self.tokens[self.at]
            if token.kind == "wrong":
                self._unexpected(token, expecting)
            if expecting:
                expecting = not self._operand(token)
            elif _ends_side(token):
                self._reduce(0)
                if self.pending:
                    self._unclosed(self.pending[-1], token)
                return self.operands.pop()
            elif token.kind == "operator":
                expecting = self._operator(token)
            else:
                self._unexpected(token, expecting)

    def _one_name(self, token: Token) -> _Piece:
        """A side that is one name: by far the most common one."""
        self.at += 1
        start, end = self._place(token)
        fact = self.around.fact(None, token.text, start, end)
        if fact is None:
            self.incomplete = True
        return _Piece(fact or _NOTHING, start, end, 1)

    def _operand(self, token: Token) -> bool:
        """Take what may begin an operand; whether the operand is complete."""
        self.at += 1
        start, end = self._place(token)
        if token.kind == "number":
            self._number(token)
            return True
        if token.kind == "quantity":
            number = self.around.quantity(token.text, start, end)
            self._push(number, start, end)
            return True
        if token.kind == "name":
            return self._name(token)
        if token.kind == "operator" and token.text == "-":
            self.pending.append(_Pending("negative", start))
            return False
        if token.kind == "operator" and token.text == "+":
            return False
        if token.kind == "operator" and token.text == "(":
            self.pending.append(_Pending("(", start, len(self.operands)))
            return False
        return self._unexpected(token, True)

    def _name(self, token: Token) -> bool:
        start, end = self._place(token)
        following = self.tokens[self.at]
        if following.kind == "operator" and following.text == "(" and token.text in FUNCTIONS:
            self.at += 1
            self.pending.append(_Pending("(", start, len(self.operands), token.text))
            return False
        qualifier, name = None, token.text
        if following.kind == "operator" and following.text == "." and self.tokens[self.at + 1].kind == "name":
            last = self.tokens[self.at + 1]
            qualifier, name, end = token.text, last.text, self._place(last)[1]
            self.at += 2
        self._push(self.around.fact(qualifier, name, start, end), start, end)
        return True

    def _number(self, token: Token) -> None:
        text = token.text
        if "," in text and self.pending and self._innermost_function():
            self._split_arguments(token)
            token = self.tokens[self.at - 1]
            text = token.text
        start, end = self._place(token)
        if text[-1] in "%‰":
            self._push(self.around.quantity(text.replace(",", "").replace(" ", ""), start, end), start, end)
            return
        value = Fraction(text.replace(",", ""))
        exact = value.numerator if value.denominator == 1 else value
        self._push(Number(exact, None, text, start, end), start, end)

    def _innermost_function(self) -> str:
        for pending in reversed(self.pending):
            if pending.symbol == "(":
                return pending.function
        return ""

    def _split_arguments(self, token: Token) -> None:
        """Inside a call a comma parts arguments: ``max(1,200)`` has two."""
        pieces: list[Token] = []
        at = token.start
        for index, text in enumerate(token.text.split(",")):
            if index:
                pieces.append(Token("operator", ",", at, at + 1))
                at += 1
            pieces.append(Token("number", text, at, at + len(text)))
            at += len(text)
        self.tokens[self.at - 1 : self.at] = pieces

    def _operator(self, token: Token) -> bool:
        """Take an operator, comma or closing bracket after an operand; whether an operand must follow."""
        if token.text in ("+", "-", "*", "/"):
            self.at += 1
            self._reduce(_PRECEDENCE[token.text])
            self.pending.append(_Pending(token.text, self._place(token)[0]))
            return True
        if token.text in (",", ")"):
            self._reduce(0)
            bracket = self.pending[-1] if self.pending else None
            if bracket is not None and token.text == ")":
                self.at += 1
                self._close(bracket, self._place(token)[1])
                return False
            if bracket is not None and bracket.function:
                self.at += 1
                return True
        return self._unexpected(token, False)

    def _reduce(self, precedence: int) -> None:
        """Apply the waiting operators that bind at least as tightly, down to the innermost open bracket."""
        pending = self.pending
        while pending and pending[-1].symbol != "(" and _PRECEDENCE[pending[-1].symbol] >= precedence:
            operator = pending.pop()
            right = self.operands.pop()
            if operator.symbol == "negative":
                node: Node = Negation(right.node, operator.start, right.end)
                self._keep(_Piece(node, operator.start, right.end, right.depth + 1))
            else:
                self._keep(self._operation(operator.symbol, self.operands.pop(), right))

    def _operation(self, symbol: str, left: _Piece, right: _Piece) -> _Piece:
        if (
            symbol == "/"
            and isinstance(right.node, Number)
            and right.node.value == 0
            and not right.node.domain
        ):
            raise FormulaError(
                "FC412", say("除数是 0", "the divisor is 0"), right.start, right.end,
                say("除以 0 没有意义；请检查这个除数", "nothing can be divided by 0: check the divisor"),
            )  # fmt: skip
        depth = 1 + max(left.depth, right.depth)
        node: Node = Operation(symbol, left.node, right.node, left.start, right.end)  # type: ignore[arg-type]
        if depth > DEEPEST and symbol in "+-":
            node, depth = flat_sum(cast(Operation, node))
        return _Piece(node, left.start, right.end, depth)

    def _close(self, bracket: _Pending, end: int) -> None:
        """End a bracket: a group, or a call with its arguments."""
        self.pending.pop()
        arguments = self.operands[bracket.base :]
        del self.operands[bracket.base :]
        if not bracket.function:
            inner = arguments[0]
            self._keep(_Piece(inner.node, bracket.start, end, inner.depth))
            return
        if bracket.function == "abs" and len(arguments) != 1:
            raise FormulaError(
                "FC008", say("abs 只能有一个参数", "abs takes one argument"), bracket.start, end
            )
        call = Call(bracket.function, tuple(each.node for each in arguments), bracket.start, end)  # type: ignore[arg-type]
        self._keep(_Piece(call, bracket.start, end, 1 + max(each.depth for each in arguments)))

    def _push(self, node: Node | None, start: int, end: int) -> None:
        if node is None:
            self.incomplete = True
            node = _NOTHING
        self.operands.append(_Piece(node, start, end, 1))

    def _keep(self, piece: _Piece) -> None:
        if piece.depth > DEEPEST:
            raise FormulaError(
                "FC029",
                say(
                    "这个式子嵌套超过 {most} 层",
                    "the formula is nested more than {most} levels deep",
                    most=DEEPEST,
                ),
                piece.start,
                piece.start + 1,
                say("请拆成几条关系，或用 sum(…)", "split it into several checks, or use sum(…)"),
            )
        self.operands.append(piece)

    def _place(self, token: Token) -> tuple[int, int]:
        start = self.places[token.start]
        return start, (self.places[token.end - 1] + 1 if token.end > token.start else start)

    def _unclosed(self, bracket: _Pending, token: Token) -> NoReturn:
        if token.kind == "end":
            raise FormulaError(
                "FC008",
                say("这个括号没有闭合", "this bracket is not closed"),
                bracket.start,
                bracket.start + len(bracket.function) + 1,
                say("在式中补上 )", "add the missing )"),
            )
        start, end = self._place(token)
        raise FormulaError(
            "FC008", say("括号里不能比较", "no comparison inside brackets"), start, end,
            say("写成连续比较，如 a <= b <= c", "write a chain, as in a <= b <= c"),
        )  # fmt: skip

    def _unexpected(self, token: Token, expecting: bool) -> NoReturn:
        """Say what stands where something else is needed."""
        from factcheck.claims.formulas.mistakes import explain_token

        index = self.tokens.index(token)
        before = self.tokens[index - 1] if index else None
        message, advice = explain_token(token, before, expecting)
        start, end = self._place(token)
        if before is not None and before.kind == "number" and token.kind == "name" and not expecting:
            start, _ = self._place(before)  # 35个 is wrong as a whole
        raise FormulaError("FC008", message, start, end, advice)
