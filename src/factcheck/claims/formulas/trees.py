"""Trees of formulas: their depth, their operands, long sums made flat. None of it recursive."""

from __future__ import annotations

from factcheck.claims.expressions import Call, Negation, Node, Operation


def flat_sum(chain: Operation) -> tuple[Node, int]:
    """A long chain of sums and differences as one ``sum``: the same value on two levels."""
    terms: list[tuple[Node, bool]] = []
    node: Node = chain
    while isinstance(node, Operation) and node.operator in ("+", "-"):
        terms.append((node.right, node.operator == "-"))
        node = node.left
    if isinstance(node, Call) and node.function == "sum":
        terms.extend((argument, False) for argument in reversed(node.arguments))
    else:
        terms.append((node, False))
    arguments = tuple(
        Negation(term, term.start, term.end) if negative else term for term, negative in reversed(terms)
    )
    call = Call("sum", arguments, chain.start, chain.end)
    return call, depth_of(call)


def depth_of(node: Node) -> int:
    """The levels of a tree, counted without recursion."""
    deepest, waiting = 0, [(node, 1)]
    while waiting:
        current, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in children(current))
    return deepest


def children(node: Node) -> tuple[Node, ...]:
    """The operands of a node."""
    if isinstance(node, Operation):
        return (node.left, node.right)
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Negation):
        return (node.operand,)
    return ()
