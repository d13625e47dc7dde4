"""YAML text to bare nodes with places, and what to say where it is broken."""

from factcheck.claims.syntax.composing import Composition, SyntaxProblem, compose
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Composition", "Mapping", "Node", "Scalar", "Sequence", "SyntaxProblem", "compose"]
