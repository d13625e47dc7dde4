"""What every step of reading one claims file needs at hand."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.decoding.printer import Printer
from factcheck.claims.model import Article, Extent, Fact
from factcheck.claims.names import nearest
from factcheck.claims.problems import Problems
from factcheck.claims.syntax.lines import Line, line_at
from factcheck.claims.syntax.nodes import Node, Scalar
from factcheck.claims.syntax.offsets import offsets
from factcheck.findings import Message
from factcheck.text import SourceText

MOST_COMPARISONS = 100_000
"""Names compared with unknown ones while one file is read."""


class FileContext:
    """One file while it is read: its text, what was found so far, and how printed numbers are to be read."""

    __slots__ = (
        "article",
        "broken",
        "comparisons",
        "facts",
        "offsets",
        "printer",
        "problems",
        "said",
        "source",
        "stem",
        "text",
        "used_extents",
        "used_stems",
    )

    def __init__(self, source: SourceText, stem: str) -> None:
        self.source = source
        self.text = source.text
        self.offsets = offsets(len(source.text))
        self.stem = stem
        self.problems = Problems(source)
        self.article = Article()
        self.comparisons = MOST_COMPARISONS
        self.printer = Printer()
        self.facts: dict[str, Fact] = {}
        self.said: dict[str, str] = {}  # texts of the file by themselves
        self.broken: set[str] = set()  # facts that exist but could not be decoded
        self.used_extents: dict[str, Extent] = {}
        self.used_stems: dict[str, str | None] = {}

    def nearest(self, wrong: str, names: Collection[str]) -> str | None:
        """The name that was meant; a file full of unknown names does not wait for a guess at each."""
        self.comparisons -= len(names)
        return nearest(wrong, names) if self.comparisons >= 0 else None

    def wrong_type(self, node: Node, expected: Message, *, advice: Message | None = None) -> None:
        """Report that something else belongs where ``node`` stands."""
        if isinstance(node, Scalar) and not node.style and self._keys_in_text(node):
            return
        if isinstance(node, Scalar) and node.style == "*":
            return  # the alias itself was reported
        self.problems.add(
            "FC009",
            Message(f"此处应写：{expected.zh}", f"{expected.en} belongs here"),
            node.start,
            self.end_of(node),
            advice=advice,
        )

    def _keys_in_text(self, node: Scalar) -> bool:
        """Whether a text stands here only because its colons are none to YAML; then each line is reported."""
        from factcheck.claims.syntax.traps.keys import slip_in_line

        slips = []
        at = node.start
        while at < node.end:
            line = line_at(self.text, at)
            slips.append(slip_in_line(Line(self.text[at : line.end], at, line.end)))
            at = line.end + 1
        found = [slip for slip in slips if slip is not None]
        for slip in found:
            self.problems.add(
                slip.code, slip.message, slip.start, slip.end, key=slip.line.text.strip(), advice=slip.advice
            )
        return bool(found)

    def end_of(self, node: Node) -> int:
        """Where to end a mark on a node: within its first line, for a block is too much to underline."""
        if isinstance(node, Scalar) and node.style not in ("|", ">"):
            return max(node.end, node.start)
        line_end = self.text.find("\n", node.start, node.end)
        return line_end if line_end >= 0 else node.end
