"""What every code means, at length: read from ``cases/CODE.yaml``, whose examples are also the tests of the rules."""

from __future__ import annotations

from importlib.resources import files

from factcheck.claims.syntax.composing import compose
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar, Sequence
from factcheck.findings import Message
from factcheck.findings.codes import Code, code_of
from factcheck.records import record

Plain = str | list["Plain"] | dict[str, "Plain"]


@record(frozen=True, slots=True)
class Case:
    """One example: the files of a small project (``claims.yaml`` where there is only one), in ``encoding``, and the ``path`` checked; ``draft`` is a text to hold the claims against."""

    files: dict[str, str]
    encoding: str = "utf-8"
    path: str = "."
    draft: str | None = None

    @property
    def text(self) -> str:
        """The claims as ``explain`` shows them."""
        if len(self.files) == 1:
            return next(iter(self.files.values()))
        return "".join(f"# {name}\n{text.rstrip()}\n\n" for name, text in self.files.items())


@record(frozen=True, slots=True)
class Document:
    """One code explained: what it means, why it matters to a reader, the formula, how to live with it, wrong and right claims."""

    code: Code
    meaning: Message
    why: Message
    formula: Message
    ignoring: Message
    fails: tuple[Case, ...]
    passes: tuple[Case, ...]


def document_of(name: str) -> Document:
    """The document of a code or slug; KeyError where there is no such code."""
    code = code_of(name)
    fields = _plain(compose(_text(code.code)).root)
    if not isinstance(fields, dict):
        fields = {}
    return Document(
        code,
        _message(fields.get("meaning", "")),
        _message(fields.get("why", "")),
        _message(fields.get("formula", "")),
        _message(fields["ignoring"]) if "ignoring" in fields else _usual_ignoring(code.code),
        _cases(fields.get("fails", [])),
        _cases(fields.get("passes", [])),
    )


def _text(code: str) -> str:
    return (files(__package__) / "cases" / f"{code}.yaml").read_text(encoding="utf-8")


def _plain(node: Node | None) -> Plain:
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {str(_plain(key)): _plain(value) for key, value in node.pairs}
        case None:
            return {}


def _message(value: Plain) -> Message:
    if isinstance(value, dict):
        return Message(str(value.get("zh", "")), str(value.get("en", "")))
    return Message(str(value), str(value))


def _cases(value: Plain) -> tuple[Case, ...]:
    return tuple(_case(item) for item in value) if isinstance(value, list) else ()


def _case(value: Plain) -> Case:
    if not isinstance(value, dict):
        return Case({"claims.yaml": str(value)})
    texts = value.get("files", {})
    named = {name: str(text) for name, text in texts.items()} if isinstance(texts, dict) else {}
    draft = str(value["draft"]) if "draft" in value else None
    return Case(named, str(value.get("encoding", "utf-8")), str(value.get("path", ".")), draft)


_MEND = Message(
    "不能忽略：程序读不懂的地方必须改正。",
    "It cannot be ignored: what the program cannot read has to be mended.",
)
_IGNORE = Message(
    '给这条关系加上 ignore: "理由"；它仍会列出并计数，但不再算作问题，也不参与对其他关系的判定。',
    'Add ignore: "reason" to the check; it is still listed and counted, but no longer held against the run, and takes no part in judging others.',
)


_ANSWER = Message(
    "不能忽略：或改草稿，或照草稿改 claims 里的引文和数值。",
    "It cannot be ignored: mend the draft, or bring quote and value in the claims in line with it.",
)


def _usual_ignoring(code: str) -> Message:
    if code.startswith("FC1"):
        return _ANSWER
    return _MEND if code.startswith(("FC0", "FC9")) else _IGNORE
