"""``uses``: the local names of other files."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import duplicate_key
from factcheck.claims.model import Extent
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.findings import say

Locate = Callable[[FileContext, str, Scalar], tuple[str, str] | None]
"""The path under which a used file is known, and its stem; takes the file, the path as written and its node. Reports what it cannot use."""


def decode_uses(file: FileContext, node: Node, locate: Locate) -> dict[str, str]:
    """Local names and the paths of the files; ``file.used_stems`` learns the stems, ``None`` for what cannot be used."""
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.absent):
            file.wrong_type(node, say("名字与文件路径的对照", "a mapping of names to paths"))
        return {}
    uses: dict[str, str] = {}
    keys: dict[str, Node] = {}
    for key, value in node.pairs:
        if not isinstance(key, Scalar) or not key.value.strip():
            file.wrong_type(key, say("名字", "a name"))
            continue
        name = key.value
        if name in keys:
            duplicate_key(file, name, key, keys[name])
            continue
        keys[name] = key
        file.used_stems[name] = None
        file.used_extents[name] = Extent(value.start, value.end)
        if not isinstance(value, Scalar) or value.absent:
            file.wrong_type(value, say("文件路径", "the path of a file"))
            continue
        located = locate(file, value.value, value)
        if located is not None:
            uses[name], file.used_stems[name] = located
    return uses
