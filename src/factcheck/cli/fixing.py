"""``factcheck run --fix`` and ``--diff``: corrections of claims files made, or only shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.speech import either, spoken_language
from factcheck.findings import Message, say

if TYPE_CHECKING:
    from factcheck.claims.model import ClaimsFile
    from factcheck.configuration.resolving import Configuration
    from factcheck.fixing.model import Edit


def show_fixes(configuration: Configuration, named: list[Path] | None) -> int:
    """Print what ``--fix`` would do; the exit code is 1 where that is anything."""
    from factcheck.cli.output import print_text

    found = list(_fixes(configuration, named))
    print_text("".join(_lines(found)))
    return 1 if found else 0


def make_fixes(configuration: Configuration, named: list[Path] | None) -> None:
    """Correct the files, and say on stderr what was done."""
    import sys

    from factcheck.cli.output import print_text, warn
    from factcheck.cli.writing import write_whole
    from factcheck.fixing.model import edited

    found = list(_fixes(configuration, named))
    for path, file, edits in found:
        content = path.read_bytes()
        mark = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
        if content.decode("utf-8-sig", "replace") != file.source.text:
            warn(
                either(
                    f"{file.path} 在检查时变了，没有改动",
                    f"{file.path} changed meanwhile and is left as it is",
                )
            )
            continue
        try:
            write_whole(path, mark + edited(file.source.text, edits), replace=True)
        except OSError as error:
            warn(either(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"))
    print_text("".join(_lines(found)), sys.stderr)


Found = tuple[Path, "ClaimsFile", list["Edit"]]


def _fixes(configuration: Configuration, named: list[Path] | None) -> Iterator[Found]:
    from factcheck.check.articles import read_articles
    from factcheck.check.discovery import files_to_check
    from factcheck.claims import read_project
    from factcheck.claims.discovery import shown_path
    from factcheck.configuration.running import paths_to_check, run_settings
    from factcheck.fixing.fixes import fixes_of

    on_disk = files_to_check(paths_to_check(configuration, named), run_settings(configuration))
    by_name = {shown_path(path): path for path in on_disk}
    project = read_project(on_disk)
    drafts = read_articles(project).drafts
    for file in project.files:
        edits = fixes_of(file, [check for check in drafts if any(each is file for each in check.files)])
        if edits and file.path in by_name:
            yield by_name[file.path], file, edits


def _lines(found: list[Found]) -> Iterator[str]:
    for _, file, edits in found:
        for edit in edits:
            at = file.source.position(edit.start)
            line = say(
                "{path}:{line}:{column}  {before} → {after}（{code} {reason}）\n",
                "{path}:{line}:{column}  {before} → {after}  ({code} {reason})\n",
                path=file.path,
                line=at.line,
                column=at.column,
                before=edit.before,
                after=edit.replacement,
                code=edit.code,
                reason=edit.reason,
            )
            yield line.in_language(spoken_language())
    count = sum(len(edits) for _, _, edits in found)
    yield _counted(count).in_language(spoken_language())


def _counted(count: int) -> Message:
    if not count:
        return Message("没有可以放心改的地方\n", "nothing that can be corrected without doubt\n")
    return say("{n} 处\n", "{n} corrections\n", n=count)
