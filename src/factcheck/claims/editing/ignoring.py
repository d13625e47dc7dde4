"""``ignore: "reason"`` written to a check, at its place in the file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from factcheck.claims.model import Check, ClaimsFile
from factcheck.claims.reading import read_text
from factcheck.claims.syntax.composing import compose
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.records import record
from factcheck.text import SourceText


@record(frozen=True, slots=True)
class Ignored:
    """The file's new text, and the checks (by id) that could not be edited safely."""

    text: str
    left: tuple[str, ...] = ()


def with_ignores(file: ClaimsFile, checks: Iterable[str], reason: str) -> Ignored:
    """Give each of the checks an ``ignore`` with this reason.

    An edit is taken only if the file then reads the same, but for the ignore; a check that has one already is left.
    """
    text = file.source.text
    left: list[str] = []
    wanted = set(checks)
    # from the last to the first, so that the places of those before stay as they are
    for number in reversed(range(len(file.checks))):
        check = file.checks[number]
        if check.id not in wanted:
            continue
        edited = _edited(text, check, reason)
        if edited is not None and _only_ignored(text, edited, number, reason):
            text = edited
        else:
            left.append(check.id)
    return Ignored(text, tuple(reversed(left)))


def _edited(text: str, check: Check, reason: str) -> str | None:
    node = _entry_at(compose(text).root, check.extent.start)
    ignore = f"ignore: {json.dumps(reason, ensure_ascii=False)}"
    if check.ignore is not None or node is None:
        return None
    if isinstance(node, Scalar):
        return _before(text, node.start, ignore, "that: ")
    if text[node.start] == "{":
        end = text.rfind("}", node.start, node.end)
        last = len(text[:end].rstrip())
        comma = "" if text[:last].endswith(",") else ","
        return f"{text[:last]}{comma} {ignore}{text[last:]}"
    return _before(text, node.pairs[0][0].start, ignore, "")


def _before(text: str, start: int, ignore: str, key: str) -> str:
    """The ignore on the line of the entry, which goes to the next one: ``- a = b`` becomes ``- ignore: …`` and ``that: a = b``."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    indentation = " " * (start - _line_start(text, start))
    return f"{text[:start]}{ignore}{end_of_line}{indentation}{key}{text[start:]}"


def _entry_at(root: Node | None, start: int) -> Scalar | Mapping | None:
    if not isinstance(root, Mapping):
        return None
    for key, value in root.pairs:
        if isinstance(key, Scalar) and key.value == "checks" and isinstance(value, Sequence):
            for item in value.items:
                if item.start == start and isinstance(item, (Scalar, Mapping)):
                    return item
    return None


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _only_ignored(before: str, after: str, number: int, reason: str) -> bool:
    """Whether the files differ by the ignore of one check and nothing else that is read."""
    old = read_text(SourceText("claims.yaml", before))
    new = read_text(SourceText("claims.yaml", after))
    if (
        len(old.findings) != len(new.findings)
        or len(old.checks) != len(new.checks)
        or list(old.facts) != list(new.facts)
    ):
        return False
    ignores = [check.ignore for check in old.checks]
    ignores[number] = reason
    same = all(_relation(one) == _relation(other) for one, other in zip(old.checks, new.checks, strict=True))
    return same and [check.ignore for check in new.checks] == ignores


def _relation(check: Check) -> tuple[object, ...]:
    return (
        check.kind,
        list(check.fields),
        check.because,
        check.severity,
        check.assumption,
        check.comparison is None,
    )
