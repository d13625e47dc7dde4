"""The project's own units, in pint's syntax."""

from __future__ import annotations

from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import duplicate_key
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.findings import say


def project_units(file: FileContext, node: Node) -> dict[str, str]:
    """Names and definitions; a definition that cannot be understood is reported and left out."""
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.absent):
            file.wrong_type(node, say("单位名与定义的对照", "a mapping of names to definitions"))
        return {}
    from factcheck.quantities.units import define_units

    written: dict[str, tuple[Scalar, Scalar]] = {}
    for key, value in node.pairs:
        if (
            not isinstance(key, Scalar)
            or not isinstance(value, Scalar)
            or value.absent
            or not key.value.strip()
        ):
            file.wrong_type(
                value, say("单位的定义，如 10000 * meter ** 2", "a definition such as 10000 * meter ** 2")
            )
        elif key.value in written:
            duplicate_key(file, key.value, key, written[key.value][0])
        else:
            written[key.value] = (key, value)
    definitions = {name: value.value for name, (_, value) in written.items()}
    if not definitions:
        return {}
    for name in define_units(definitions).problems:
        value = written[name][1]
        definitions.pop(name, None)
        file.problems.add(
            "FC028",
            say("单位“{name}”的定义读不懂", "the definition of the unit “{name}” cannot be read", name=name),
            value.start,
            file.end_of(value),
            key=name,
            advice=say('写成 "[名字]"（新的计数），或已知单位的倍数，如 10000 * meter ** 2', 'write "[name]" for a new count, or a multiple of known units such as 10000 * meter ** 2'),
        )  # fmt: skip
    return definitions
