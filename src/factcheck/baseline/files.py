"""The baseline's file: JSON, one entry after another in a fixed order, so that a difference between two is easy to read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcheck.baseline.model import Entry
from factcheck.findings import Message, say

VERSION = 1


def read_baseline(path: Path) -> list[Entry] | Message:
    """The entries, or why there are none to be had."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            return _refused(path, say("版本不同", "another version"))
        return [_entry(each) for each in document["findings"]]
    except OSError as error:
        return _refused(path, Message(error.strerror or "?", error.strerror or "?"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _refused(path, say("不是基线文件", "it is not a baseline"))


def _refused(path: Path, reason: Message) -> Message:
    return say(
        "无法读取基线 {path}：{reason}",
        "cannot read the baseline {path}: {reason}",
        path=path.as_posix(),
        reason=reason,
    )


def _entry(written: Any) -> Entry:
    facts = tuple((str(fact), str(printed)) for fact, printed in written["facts"].items())
    words = (str(written.get(name, "")) for name in ("key", "message", "reason"))
    return Entry(str(written["code"]), str(written["file"]), str(written.get("check", "")), facts, *words)


def baseline_text(entries: Iterable[Entry]) -> str:
    """The file's text."""
    ordered = sorted(entries, key=lambda entry: (entry.file, entry.code, entry.check, entry.facts, entry.key))
    document = {"version": VERSION, "findings": [_written(entry) for entry in ordered]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _written(entry: Entry) -> dict[str, object]:
    written: dict[str, object] = {"code": entry.code, "file": entry.file}
    written |= {"check": entry.check} if entry.check else {}
    written |= {"facts": dict(entry.facts)}
    written |= {"key": entry.key} if entry.key else {}
    return written | {"message": entry.message} | ({"reason": entry.reason} if entry.reason else {})
