"""The bare tree of a YAML file: text and places, no types. YAML's own typing is never asked."""

from __future__ import annotations

from typing import NamedTuple


class Scalar(NamedTuple):
    """A piece of text; ``style`` is how YAML writes it: ``""`` plain, ``'``, ``"``, ``|``, ``>``, or ``*`` for a refused alias."""

    value: str
    start: int
    end: int
    style: str = ""

    @property
    def absent(self) -> bool:
        """Whether nothing is written (``key:`` with nothing after it), or only an alias that was refused."""
        return self.style == "*" or (not self.style and not self.value)


class Mapping:
    """Keys and values in their order, duplicates included; ``flow`` when written in braces."""

    __slots__ = ("end", "flow", "pairs", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.pairs: list[tuple[Node, Node]] = []


class Sequence:
    """The items of a list; ``flow`` when written in brackets."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []


Node = Scalar | Mapping | Sequence
