"""What is left to decide after propagation: dangling trees are set aside, the rest falls into cores."""

from __future__ import annotations

from collections import deque
from dataclasses import field

from factcheck.engine.box import Bounds, Box
from factcheck.engine.curves import Greatest, Power, raise_to
from factcheck.engine.interval_products import contains_zero
from factcheck.engine.primitives import Nonzero, Primitive, Product, Row
from factcheck.quantities.interval import Rational
from factcheck.records import record


@record(slots=True)
class Structure:
    """``cores``: groups of primitives connected through unknown variables, each with cycles or too stubborn to set aside.

    ``tail``: primitives that can be satisfied one after the other once the cores are, in the order in which to do it.
    """

    cores: list[list[Primitive]] = field(default_factory=list)
    tail: list[Primitive] = field(default_factory=list)


def structure_of(
    box: Box, primitives: list[Primitive], prune: bool = True, keep: int | None = None
) -> Structure:
    """Sort the primitives that still say something into cores and tail.

    What leads from a core to the variable ``keep`` stays with the core; where there is no core, every value of it extends to the others.
    """
    unknown: dict[Primitive, list[int]] = {}
    users: dict[int, list[Primitive]] = {}
    for primitive in primitives:
        left = [v for v in primitive.variables if not box.known(v)]
        if left and not entailed(box, primitive):
            unknown[primitive] = left
            for variable in left:
                users.setdefault(variable, []).append(primitive)
    tail = _set_trees_aside(box, unknown, users, keep) if prune else []
    return Structure(_groups(unknown), tail)


def _set_trees_aside(
    box: Box, unknown: dict[Primitive, list[int]], users: dict[int, list[Primitive]], keep: int | None
) -> list[Primitive]:
    counts = {variable: len(found) for variable, found in users.items()}
    if keep in counts:
        counts[keep] += 1
    queue = deque(unknown)
    removed: list[Primitive] = []
    powers: deque[Primitive] = deque()
    """Set aside last, hence given values first: then no value has to be a root."""
    while queue or powers:
        first_pass = bool(queue)
        primitive = queue.popleft() if queue else powers.popleft()
        if primitive not in unknown:
            continue
        if first_pass and type(primitive) is Power:
            powers.append(primitive)
            continue
        shared = [v for v in unknown[primitive] if counts[v] > 1]
        if len(shared) > 1 or not _always_extends(
            box, primitive, unknown[primitive], shared[0] if shared else None, exactly=keep is not None
        ):
            continue
        for variable in unknown.pop(primitive):
            counts[variable] -= 1
            if counts[variable] == 1:
                queue.extend(user for user in users[variable] if user in unknown)
        removed.append(primitive)
    removed.reverse()
    return removed


def entailed(box: Box, primitive: Primitive) -> bool:
    """Whether every point of the box satisfies the primitive."""
    if type(primitive) is Nonzero:
        return not contains_zero(box.bounds[primitive.operand])
    if type(primitive) is not Row or primitive.equal:
        return False
    total: Rational = 0
    is_open = False
    for coefficient, variable in primitive.terms:
        low, low_open, high, high_open = box.bounds[variable]
        end = high if coefficient > 0 else low
        if end is None:
            return False
        total += coefficient * end
        is_open |= high_open if coefficient > 0 else low_open
    return total < primitive.constant or (total == primitive.constant and (is_open or not primitive.strict))


def _always_extends(
    box: Box, primitive: Primitive, unknown: list[int], parent: int | None, exactly: bool
) -> bool:
    """Whether every value of ``parent`` within its bounds leaves values for the others (bounds at their fixpoint).

    ``exactly``: also where bounds of a base are rounded roots, a little wide, and where known numbers leave a fraction for whole ones.
    """
    whole = [v for v in unknown if v in box.integers]
    if type(primitive) is Row:
        if not primitive.equal or not whole:
            return True
        coefficients = {v: c for c, v in primitive.terms}
        if len(whole) == len(unknown):
            return all(abs(coefficients[v]) == 1 for v in unknown) and not (
                exactly and type(_rest(box, primitive)) is not int
            )
        if whole == [parent]:
            return True
        step = max(abs(coefficients[v]) for v in whole)
        return (
            sum(
                abs(coefficients[v]) * _width(box.bounds[v])
                for v in unknown
                if v not in whole and v != parent
            )
            > step
        )
    if type(primitive) is Greatest:
        return False
    if type(primitive) is Nonzero:
        return parent is None
    if whole and whole != [parent]:
        return False
    if type(primitive) is Product:
        return parent in (None, primitive.result) or not (
            contains_zero(box.bounds[primitive.left if parent == primitive.right else primitive.right])
            and not contains_zero(box.bounds[primitive.result])
        )
    if isinstance(primitive, Power) and exactly and parent == primitive.base:
        powers = raise_to(box.bounds[primitive.base], primitive.exponent)
        if not _within(powers, box.bounds[primitive.result]):
            return False
    if isinstance(primitive, Power) and primitive.exponent % 2:
        return True
    argument = primitive.base if isinstance(primitive, Power) else primitive.variables[1]
    return parent != argument or not _splits(box.bounds[argument], box.bounds[primitive.variables[0]])


def _rest(box: Box, row: Row) -> Rational:
    """What the known variables of a row leave for the unknown ones."""
    return row.constant - sum(c * box.value(v) for c, v in row.terms if box.known(v))


def _within(inner: Bounds, outer: Bounds) -> bool:
    low, low_open, high, high_open = inner
    least, least_open, most, most_open = outer
    return (
        least is None or (low is not None and (low > least or (low == least and low_open >= least_open)))
    ) and (most is None or (high is not None and (high < most or (high == most and high_open >= most_open))))


def _splits(argument: Bounds, image: Bounds) -> bool:
    """Whether values around 0 are cut out of an argument of both signs because |x| or an even power would be too small."""
    low, _, high, _ = argument
    straddles = (low is None or low < 0) and (high is None or high > 0)
    return straddles and not contains_zero(image)


def _width(bounds: Bounds) -> Rational:
    low, _, high, _ = bounds
    return 10**9 if low is None or high is None else high - low


def _groups(unknown: dict[Primitive, list[int]]) -> list[list[Primitive]]:
    parent: dict[int, int] = {}

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for variables in unknown.values():
        for variable in variables:
            parent.setdefault(variable, variable)
        first = find(variables[0])
        for variable in variables[1:]:
            parent[find(variable)] = first
    groups: dict[int, list[Primitive]] = {}
    for primitive, variables in unknown.items():
        groups.setdefault(find(variables[0]), []).append(primitive)
    return list(groups.values())
