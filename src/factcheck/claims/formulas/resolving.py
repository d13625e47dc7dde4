"""Formulas in their file: names resolved, quoted quantities read, slips reported."""

from __future__ import annotations

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.expressions import Comparison, Number, Reference
from factcheck.claims.expressions import Node as Expression
from factcheck.claims.formulas.interface import FormulaError
from factcheck.claims.formulas.usual import usual_comparison
from factcheck.claims.syntax.nodes import Node, Scalar
from factcheck.claims.syntax.places import places
from factcheck.findings import Message, say
from factcheck.quantities.model import PrintedQuantity


class Formulas:
    """Parses the formulas of one file."""

    __slots__ = ("file",)

    def __init__(self, file: FileContext) -> None:
        self.file = file

    def expression(self, node: Node, expected: Message) -> Expression | None:
        """A field: a fact's name, a printed quantity or an expression; reported and ``None`` when it is none of them."""
        file = self.file
        if isinstance(node, Scalar) and (fact := file.facts.get(node.value)) is not None:
            return Reference(fact.name, fact.id, node.start, node.end)
        if not isinstance(node, Scalar) or node.absent:
            file.wrong_type(
                node,
                say(
                    "名字、数或式子（{meaning}）",
                    "a name, a number or an expression ({meaning})",
                    meaning=expected,
                ),
            )
            return None  # fmt: skip
        text = node.value
        try:
            parsed = self._parsed(text, node)
        except FormulaError as error:
            quantity = file.printer.quantity(text) if error.code == "FC008" else None
            if quantity is not None:
                return self._number(quantity, text, node.start, node.end)
            self._report(error)
            return None
        if isinstance(parsed, Comparison):
            file.wrong_type(node, say("一个数，不是比较", "a number, not a comparison"))
            return None
        return parsed

    def comparison(self, node: Node) -> Comparison | None:
        """A formula with at least one comparison; reported and ``None`` otherwise."""
        file = self.file
        if not isinstance(node, Scalar) or (not node.value and node.absent):
            file.wrong_type(node, say("关系式", "a formula"))
            return None
        if not node.style and file.text.startswith(node.value, node.start):
            usual = usual_comparison(node.value, node.start, file.facts, file.offsets)
            if usual is not None:
                return usual
        try:
            parsed = self._parsed(node.value, node)
        except FormulaError as error:
            self._report(error)
            return None
        if parsed is not None and not isinstance(parsed, Comparison):
            file.problems.add(
                "FC008",
                say("这个式子没有比较", "the formula compares nothing"),
                node.start,
                file.end_of(node),
                key=node.value,
                advice=say(
                    "写成等式或不等式，如 a + b = c", "write an equation or inequality, as in a + b = c"
                ),
            )
            return None
        return parsed

    def _parsed(self, text: str, node: Scalar) -> Expression | Comparison | None:
        """The tree of a formula; the import of the parser waits for the first one."""
        from factcheck.claims.formulas.parser import parse_formula

        return parse_formula(text, places(node, self.file.text), self)

    def _report(self, error: FormulaError) -> None:
        self.file.problems.add(
            error.code,
            error.message,
            error.start,
            error.end,
            key=self.file.text[error.start : error.end],
            advice=error.advice,
        )

    def fact(self, qualifier: str | None, name: str, start: int, end: int) -> Reference | None:
        """The fact of this name; reported and ``None`` where there is none."""
        file = self.file
        if qualifier is not None:
            return self._fact_elsewhere(qualifier, name, start, end)
        fact = file.facts.get(name)
        if fact is not None:
            return Reference(fact.name, fact.id, start, end)
        if name not in file.broken:
            unknown_name(file, name, start, end, file.nearest(name, file.facts))
        return None

    def _fact_elsewhere(self, qualifier: str, name: str, start: int, end: int) -> Reference | None:
        file = self.file
        if qualifier in file.used_stems:
            stem = file.used_stems[qualifier]
            return None if stem is None else Reference(f"{qualifier}.{name}", f"{stem}.{name}", start, end)
        if qualifier == file.stem and name in file.facts:
            return Reference(f"{qualifier}.{name}", file.facts[name].id, start, end)
        guess = file.nearest(qualifier, file.used_stems)
        file.problems.add(
            "FC006",
            say("uses 里没有“{name}”", "uses has no “{name}”", name=qualifier),
            start,
            start + len(qualifier),
            key=qualifier,
            advice=say("是不是 {guess}？", "did you mean {guess}?", guess=guess)
            if guess
            else say("先在 uses 里写明文件：{name}: 路径.yaml", "name the file under uses: {name}: path.yaml", name=qualifier),
        )  # fmt: skip
        return None

    def quantity(self, text: str, start: int, end: int) -> Number | None:
        """The quantity that a text prints; reported and ``None`` where it prints none."""
        quantity = self.file.printer.quantity(text)
        if quantity is not None:
            return self._number(quantity, text, start, end)
        self.file.problems.add(
            "FC007",
            say("读不出“{text}”是多少", "“{text}” cannot be read as a quantity", text=text),
            start,
            end,
            key=text,
            advice=say(
                "名字要用反引号，不用引号：`{text}`",
                "a name takes back-quotes, not quotes: `{text}`",
                text=text,
            )
            if text in self.file.facts
            else None,
        )
        return None

    def _number(self, quantity: PrintedQuantity, text: str, start: int, end: int) -> Number:
        """Exact, but a hedge or a range keeps its meaning."""
        value = quantity.value
        exact = value.numerator if value.denominator == 1 else value
        domain = None
        if quantity.hedge or quantity.upper is not None:
            domain = self.file.printer.readings(quantity).strict
        return Number(exact, quantity.unit if quantity.unit.name else None, text, start, end, domain)


def unknown_name(file: FileContext, name: str, start: int, end: int, guess: str | None) -> None:
    """Report a name that no fact has."""
    file.problems.add(
        "FC006",
        say("没有叫“{name}”的数字", "no fact is called “{name}”", name=name),
        start,
        end,
        key=name,
        advice=say("是不是 {guess}？", "did you mean {guess}?", guess=guess) if guess else None,
    )
