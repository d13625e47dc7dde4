"""The worklist: primitives narrow bounds until nothing moves."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from factcheck.engine.box import Box
from factcheck.engine.primitives import Primitive, Row


class Propagator:
    """Keeps a box at its fixpoint. ``budget`` is how many narrowings it may still make; ``exhausted`` once it ran out."""

    __slots__ = ("box", "budget", "exhausted", "watchers")

    def __init__(self, box: Box, primitives: Iterable[Primitive], budget: int) -> None:
        self.box = box
        self.watchers: dict[int, list[Primitive]] = {variable: [] for variable in box.bounds}
        for primitive in primitives:
            for variable in primitive.variables:
                self.watchers[variable].append(primitive)
        self.budget = budget
        self.exhausted = False

    def run(self, primitives: Iterable[Primitive]) -> None:
        """Narrow from these primitives until nothing moves; raises :class:`Contradiction`."""
        queue = deque(primitives)
        waiting = set(queue)
        box, log, watchers = self.box, self.box.log, self.watchers
        integers = box.integers
        while queue:
            primitive = queue.popleft()
            waiting.discard(primitive)
            mark = len(log)
            primitive.narrow(box)
            if len(log) > mark:
                if self.budget <= 0:
                    self.exhausted = box.stalled = True
                    return
                self.budget -= 1
                if type(primitive) is Row:
                    waiting.add(primitive)  # one pass settles a row, unless whole numbers were rounded
                again = False
                for index in range(mark, len(log)):
                    variable = log[index].variable
                    again |= variable in integers
                    for watcher in watchers[variable]:
                        if watcher not in waiting:
                            waiting.add(watcher)
                            queue.append(watcher)
                if type(primitive) is Row:
                    if again:
                        queue.append(primitive)
                    else:
                        waiting.discard(primitive)

    def moved(self, mark: int) -> None:
        """Narrow from the variables whose bounds moved since the log had ``mark`` entries."""
        touched: dict[Primitive, None] = {}
        for entry in self.box.log[mark:]:
            for watcher in self.watchers[entry.variable]:
                touched[watcher] = None
        self.run(touched)
