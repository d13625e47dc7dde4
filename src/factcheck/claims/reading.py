"""One claims file from text to model: composed, then its parts decoded in the order in which they need each other."""

from __future__ import annotations

from pathlib import PurePosixPath

from factcheck.claims.decoding.article import decode_article, detected_language
from factcheck.claims.decoding.checks import decode_checks
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.facts import decode_facts
from factcheck.claims.decoding.keys import duplicate_key, unknown_key
from factcheck.claims.decoding.printer import Printer
from factcheck.claims.decoding.ratios import mark_ratios
from factcheck.claims.decoding.units import project_units
from factcheck.claims.decoding.uses import Locate, decode_uses
from factcheck.claims.fields import FILE
from factcheck.claims.model import ClaimsFile
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.claims.syntax.recovery import compose_all
from factcheck.findings import say
from factcheck.text import SourceText


def stem_of_path(path: str) -> str:
    """The stem under which a file's facts are known when it is read alone."""
    return PurePosixPath(path).stem or "claims"


def _beside(file: FileContext, written: str, node: Scalar) -> tuple[str, str]:
    """A used file by its name alone, for texts that are read without a disk."""
    path = (PurePosixPath(file.source.path).parent / written).as_posix()
    return path, stem_of_path(written)


def read_text(source: SourceText, *, stem: str | None = None, locate: Locate = _beside) -> ClaimsFile:
    """Decode one claims file that is already in memory; nothing is read from disk.

    Everything wrong with it becomes a finding of the result. Facts of files under ``uses`` are referred to by id and not looked up:
    :func:`factcheck.claims.linking.link` does that once all files are at hand.
    """
    if source.text.startswith("\ufeff"):
        source = SourceText(source.path, source.text[1:])
    file = FileContext(source, stem if stem is not None else stem_of_path(source.path))
    root, file.broken = compose_all(source.text, file.problems)
    parts = _parts(file, root)
    if "article" in parts:
        file.article = decode_article(file, parts["article"])
    else:
        file.article.language = detected_language(source.text)
    units = project_units(file, parts["units"]) if "units" in parts else {}
    file.printer = Printer(file.article.language, file.article.rounding, units)
    uses = decode_uses(file, parts["uses"], locate) if "uses" in parts else {}
    if "facts" in parts:
        decode_facts(file, parts["facts"])
    checks = decode_checks(file, parts["checks"]) if "checks" in parts else []
    mark_ratios(file, checks)
    return ClaimsFile(
        stem=file.stem,
        path=source.path,
        source=source,
        article=file.article,
        facts=file.facts,
        checks=checks,
        uses=uses,
        uses_extents=file.used_extents,
        broken=file.broken,
        findings=file.problems.in_order(),
    )


def _parts(file: FileContext, root: Node | None) -> dict[str, Node]:
    """The parts of the file by name. A part that stands twice is reported, and both are joined so that no name is missed."""
    parts: dict[str, Node] = {}
    if root is None or (isinstance(root, Scalar) and root.absent):
        if not file.problems.findings:
            file.problems.add(
                "FC013",
                say("文件里没有内容", "the file is empty"),
                0,
                0,
                advice=say("至少写 facts: 与 checks:", "write at least facts: and checks:"),
            )
        return parts
    if not isinstance(root, Mapping):
        file.wrong_type(
            root, say("{names} 等几部分", "the parts of a claims file ({names})", names=", ".join(FILE))
        )
        return parts
    first: dict[str, Node] = {}
    for key, value in root.pairs:
        if not isinstance(key, Scalar):
            file.wrong_type(key, say("字段名", "the name of a field"))
        elif key.value not in FILE:
            unknown_key(file, key, FILE)
        elif key.value in first:
            duplicate_key(file, key.value, key, first[key.value])
            _join(parts[key.value], value)
        else:
            first[key.value] = key
            parts[key.value] = value
    return parts


def _join(first: Node, second: Node) -> None:
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        first.pairs.extend(second.pairs)
    elif isinstance(first, Sequence) and isinstance(second, Sequence):
        first.items.extend(second.items)
