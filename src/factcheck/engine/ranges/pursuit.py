"""One end pursued from both sides, outer bounds from outside and solutions from inside, until they meet."""

from __future__ import annotations

from factcheck.engine.arithmetic import simplest_between, size
from factcheck.engine.box import HIGH, Bounds
from factcheck.engine.candidates import inside
from factcheck.engine.ranges.bounding import Boxed
from factcheck.engine.ranges.dive import Dive, Inner
from factcheck.engine.ranges.ends import (
    End,
    agree,
    beyond,
    just_inside,
    leaves_less,
    round_inside,
    whole_end,
)
from factcheck.engine.ranges.exhaustion import Exhaustion
from factcheck.engine.ranges.extremes import Extremes
from factcheck.engine.ranges.reaching import solved_at
from factcheck.engine.ranges.straightening import Straightened
from factcheck.quantities.interval import Rational

_FAR = 1 << 60
"""Beyond all sizes that numbers of articles have: what reaches that far has no end."""
_NODES = 60
"""Boxes of one search over a core of up to 40 primitives; over larger ones fewer."""
_DECIDED, _STRAIGHTENED = (2, 5, 12), (3, 12)
"""After so many boxes the dearer ways to a solution are tried in the best of them."""
_NODES_TO_ROUND = 8
_NODES_AT_END = 8
_ROUND = 10_000
"""Ends with a smaller denominator are round: numbers are rarely so by accident."""
_FEW_FIXINGS = 6


class Pursuit:
    """``outer`` is proven; ``inner`` is reached (or approached, where open) by solutions."""

    def __init__(self, extremes: Extremes, variable: int, side: int, outer: End) -> None:
        self.extremes = extremes
        self.core = extremes.core
        self.variable = variable
        self.side = side
        self.whole = variable in self.core.box.integers
        self.outer = whole_end(outer, side) if self.whole else outer
        self.inner: End | None = None
        self.meant: Rational | None = None
        """Where solutions lead that must keep a distance to open ends."""
        low, _, high, _ = self.core.start[variable]
        self.scale: Rational = 1 if low is None or high is None else min(1, high - low)
        """What is small beside an end at 0."""
        self.boxes = 0

    def settled(self) -> tuple[End, bool]:
        """The proven end, and whether solutions reach it (or come as near as :func:`~.ends.agree` says)."""
        if not self._reached() and self.extremes.searched:
            found = (
                self._dive({})
                or self._probe(self.outer[0])
                or self._dive(self.extremes.linear.point())
                or self._decide()
            )
            if not found:
                self._exhaust()
                if not self._tight():
                    self._decide()
        return self.outer, self._tight()

    def _tight(self) -> bool:
        if self.inner is None:
            return False
        (outer, outer_open), (inner, inner_open) = self.outer, self.inner
        if outer is None or inner is None:
            return outer is None and (inner is None or size(inner) >= _FAR)
        if outer == inner:
            return outer_open or not inner_open
        return agree(outer, inner, self.scale)

    def _take(self, value: Rational) -> None:
        """A solution with this value."""
        self.inner = (value, False)
        self.meant = None

    def _not_at(self, value: Rational) -> None:
        """No solution has this value, the outer bound."""
        self.outer = whole_end((value, True), self.side) if self.whole else (value, True)

    def _narrow(self, outer: End) -> None:
        """A proven bound."""
        if self.whole:
            outer = whole_end(outer, self.side)
        if leaves_less(outer, self.outer, self.side):
            self.outer = outer

    def _reached(self) -> bool:
        """Try for a solution at the end itself; refuted, the end is open."""
        while True:
            value, is_open = self.outer
            if value is None or is_open:
                break
            answer = solved_at(self.core, self.variable, value)
            if answer is None:
                return False
            if answer:
                self._take(value)
                return True
            self._not_at(value)
        if value is None and self._without_end():
            self.inner = (None, False)
            return True
        return False

    def _without_end(self) -> bool:
        """Whether there are solutions beyond all sizes."""
        core, far = self.core, _FAR if self.side == HIGH else -_FAR
        if solved_at(core, self.variable, far):
            return True
        core.reset()
        if not core.cut(self.variable, 1 - self.side, far, False) or not core.settle():
            return False
        way = Dive(core, self.variable, self.side, bounds=dict(core.box.bounds))
        if self.extremes.searched and way.follow([]) is not None:
            return True
        low, high = (far, None) if self.side == HIGH else (None, far)
        return bool(self.extremes.decided(self.variable, low, high))

    def _dive(self, guesses: dict[int, Rational], bounds: dict[int, Bounds] | None = None) -> bool:
        self._improve(Dive(self.core, self.variable, self.side, guesses, bounds).best(self.outer))
        return self._tight()

    def _straighten(self, boxed: Boxed) -> None:
        self._improve(Straightened(self.core, self.variable, self.side, boxed.bounds).best(boxed.point))

    def _close_to(self, outer: End) -> bool:
        """Whether a solution is so near a box's bound that more would not help."""
        return (
            self.inner is not None
            and self.inner[0] is not None
            and outer[0] is not None
            and agree(outer[0], self.inner[0], self.scale)
        )

    def _improve(self, found: Inner | None) -> None:
        if found is None or (self.inner is not None and not leaves_less(self.inner, found.end, self.side)):
            return
        self.inner = found.end
        self.meant = None
        if not found.exact and found.end[0] is not None:
            way = Dive(self.extremes.closure, self.variable, self.side).follow(found.choices)
            if way is not None and way.end[0] is not None and agree(way.end[0], found.end[0], self.scale):
                self.meant = way.end[0]

    def _probe(self, outer: Rational | None, bounds: dict[int, Bounds] | None = None) -> bool:
        """Look for a solution so near inside an outer bound that no digit tells the difference, or at a round number there."""
        if outer is None or self.whole:
            return False
        for value in (just_inside(outer, self.side, self.scale), round_inside(outer, self.side, self.scale)):
            better = self.inner is None or leaves_less(self.inner, (value, False), self.side)
            if better and solved_at(self.core, self.variable, value, bounds, _FEW_FIXINGS):
                self._take(value)
                break
        return self._tight()

    def _decide(self) -> bool:
        """Decide the whole component at the outer bound, then just inside it: only that finds solutions with irrational values."""
        value, is_open = self.outer
        if value is not None and (is_open or not self._decided_at(value)):
            self._decide_near(self.outer[0])
        return self._tight()

    def _decided_at(self, value: Rational) -> bool:
        """Whether there is a solution at the outer bound; where there is none, it is open."""
        answer = self.extremes.decided(self.variable, value, value)
        if answer:
            self._take(value)
        elif answer is False or self._refuted_at(value):
            self._not_at(value)
        return bool(answer)

    def _refuted_at(self, value: Rational) -> bool:
        start = {**self.core.start, self.variable: (value, False, value, False)}
        return Exhaustion(self.core, self.variable, self.side, _NODES_AT_END).refutes(start)

    def _decide_near(self, outer: Rational | None) -> None:
        if outer is None or self.whole:
            return
        near = just_inside(outer, self.side, self.scale)
        if inside(near, self.core.start[self.variable]) and self.extremes.decided(self.variable, near, near):
            self._take(near)

    def _exhaust(self) -> None:
        """Branch and bound from the outside, with solutions sought in the best boxes."""
        cutoff = None if self.inner is None else self.inner[0]
        if self.meant is not None and cutoff is not None and beyond(self.meant, cutoff, self.side):
            cutoff = self.meant
        nodes = max(4, _NODES * 40 // max(40, len(self.core.primitives)))
        self._narrow(Exhaustion(self.core, self.variable, self.side, nodes, self._sought).run(cutoff))
        self._try_round()
        value, is_open = self.outer
        if value is not None and not is_open and self.inner is not None and self.inner != self.outer:
            self._decided_at(value)

    def _sought(self, boxed: Boxed) -> Rational | None:
        """A better value that is reached, or meant to be, near the end of a box."""
        before = self.inner
        self.boxes += 1
        if not self._probe(boxed.end[0], boxed.bounds) and (self.boxes < 4 or self.boxes % 4 == 0):
            self._dive(boxed.point, boxed.bounds)
        if not self._close_to(boxed.end) and self.boxes in _DECIDED:
            self._decide_near(boxed.end[0])
        if not self._close_to(boxed.end) and self.boxes in _STRAIGHTENED:
            self._straighten(boxed)
        if self.inner is before or self.inner is None:
            return None
        return self.meant if self.meant is not None else self.inner[0]

    def _try_round(self) -> None:
        """Where a round number lies between the outer bound and a solution next to it, that is most likely the end."""
        if not self._tight() or self.inner is None or self.inner[0] is None or self.outer[0] is None:
            return
        value = simplest_between(*sorted((self.inner[0], self.outer[0])))
        if value.denominator < _ROUND and value != self.outer[0]:
            self._narrow(Exhaustion(self.core, self.variable, self.side, _NODES_TO_ROUND).run(value))
