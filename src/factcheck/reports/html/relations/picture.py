"""A component as boxes, circles and lines, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.claims.model import CheckKind, Fact
from factcheck.findings import Language, Message
from factcheck.records import record
from factcheck.reports.html.relations.layout import GAP, Size, places
from factcheck.reports.html.relations.network import CheckNode, Graph, Node
from factcheck.reports.html.states import STATE_WORDS, State
from factcheck.reports.html.wording import VERDICTS
from factcheck.reports.screen import Screen

CELL = 7
"""Pixels of one terminal cell of a label."""
BOX_HEIGHT = 44
CIRCLE = 28
MOST_CELLS = 26
SMALL = 12
"""Up to how many nodes a picture stands beside others."""

SIGNS: Mapping[CheckKind, str] = {
    "expression": "≤=",
    "sum": "Σ",
    "share": "%",
    "average": "÷",
    "change": "Δ",
    "times": "×",
    "within": "⊂",
    "shares": "Σ%",
    "per_year": "/a",
    "same": "=",
}


@record(frozen=True, slots=True)
class Box:
    """A number: the middle of its box, its size, its two lines, the card it opens."""

    x: int
    y: int
    width: int
    height: int
    name: str
    printed: str
    state: State
    hidden: bool
    card: str
    title: str


@record(frozen=True, slots=True)
class Circle:
    """A check."""

    x: int
    y: int
    sign: str
    state: State
    assumption: bool
    title: str


@record(frozen=True, slots=True)
class Line:
    """From a check to a number that it names."""

    x1: int
    y1: int
    x2: int
    y2: int
    state: State
    assumption: bool


@record(frozen=True, slots=True)
class Picture:
    """One component drawn."""

    width: int
    height: int
    boxes: list[Box]
    circles: list[Circle]
    lines: list[Line]
    state: State | None
    title: str

    @property
    def small(self) -> bool:
        """Whether it stands beside others."""
        return len(self.boxes) + len(self.circles) <= SMALL


class Drawing:
    """Draws components in one language; ``anchors`` are the cards of the facts, ``ranges`` what is known of hidden ones."""

    def __init__(self, anchors: Mapping[str, str], ranges: Mapping[str, str], language: Language) -> None:
        self._anchors = anchors
        self._ranges = ranges
        self._language = language

    def picture(self, part: Graph) -> Picture:
        """The picture of one component."""
        nodes = part.nodes()
        sizes = [self._size(node) for node in nodes]
        at = dict(
            zip(part.node_indices(), [(round(x), round(y)) for x, y in places(part, sizes)], strict=True)
        )
        points = list(at.values())
        drawn = list(zip(nodes, points, sizes, strict=True))
        return Picture(
            width=max(x + size[0] // 2 for _, (x, _), size in drawn) + GAP,
            height=max(y + size[1] // 2 for _, (_, y), size in drawn) + GAP,
            boxes=[
                self._box(node.fact, node.state, point, size)
                for node, point, size in drawn
                if not isinstance(node, CheckNode)
            ],
            circles=[self._circle(node, point) for node, point, _ in drawn if isinstance(node, CheckNode)],
            lines=[self._line(part, start, end, at) for start, end in part.edge_list()],
            state=_gravest(nodes),
            title=self._title(nodes),
        )

    def _size(self, node: Node) -> Size:
        if isinstance(node, CheckNode):
            return CIRCLE, CIRCLE
        name, printed = self._labels(node.fact)
        return max(_cells(name), _cells(printed) + 3) * CELL + 18, BOX_HEIGHT

    def _labels(self, fact: Fact) -> tuple[str, str]:
        return _short(fact.name), _short(fact.printed or self._ranges.get(fact.id, "?"))

    def _box(self, fact: Fact, state: State, point: tuple[int, int], size: Size) -> Box:
        name, printed = self._labels(fact)
        title = f"{fact.name} {fact.printed or self._ranges.get(fact.id, '')} · {self._say(STATE_WORDS[state].name)}"
        return Box(*point, *size, name, printed, state, fact.hidden, self._anchors[fact.id], title)

    def _circle(self, node: CheckNode, point: tuple[int, int]) -> Circle:
        assumed = self._say(Message("（推测）", " (assumption)")) if node.check.assumption else ""
        title = f"{node.check.id.partition('.')[2]} · {self._say(VERDICTS[node.verdict])}{assumed}"
        return Circle(*point, SIGNS[node.check.kind], node.state, node.check.assumption, title)

    def _line(self, part: Graph, start: int, end: int, at: Mapping[int, tuple[int, int]]) -> Line:
        check = next(node for node in (part[start], part[end]) if isinstance(node, CheckNode))
        return Line(*at[start], *at[end], check.state, check.check.assumption)

    def _title(self, nodes: Sequence[Node]) -> str:
        names = [node.fact.name for node in nodes if not isinstance(node, CheckNode)]
        checks = len(nodes) - len(names)
        more = "…" if len(names) > 4 else ""
        zh = f"{'、'.join(names[:4])}{more}：{len(names)} 个量，{checks} 条关系"
        en = f"{', '.join(names[:4])}{more}: {len(names)} quantities, {checks} checks"
        return self._say(Message(zh, en))

    def _say(self, message: Message) -> str:
        return message.in_language(self._language)


def _gravest(nodes: Sequence[Node]) -> State | None:
    found = {node.state for node in nodes if isinstance(node, CheckNode)}
    return next((state for state in (State.CONTRADICTORY, State.DOUBTFUL) if state in found), None)


def _cells(text: str) -> int:
    return Screen().cells(text)


def _short(text: str) -> str:
    kept = text
    while _cells(kept) > MOST_CELLS:
        kept = kept[:-1]
    return kept if kept == text else f"{kept[:-1]}…"
