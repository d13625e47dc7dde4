"""``run --add-ignore REASON``: every check that is reported now gets an ``ignore`` in its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import fail, print_text, warn
from factcheck.cli.speech import either

if TYPE_CHECKING:
    from factcheck.check.model import Report
    from factcheck.cli.running import Run

MARK = b"\xef\xbb\xbf"


def add_ignores(run: Run, reason: str) -> int:
    """Write the ignores; what is not about a check, or could not be edited safely, is told. Exit code 2 where a file cannot be written."""
    from factcheck.cli.reusing import report_of

    if not reason.strip():
        fail(either("--add-ignore 须写明理由", "--add-ignore takes a reason"))
    if run.settings.contents:
        fail(either("标准输入不能改写", "standard input cannot be written to"))
    report = report_of(run)
    written = _write_all(report, reason)
    others = sum(finding.check is None and finding.ignored is None for finding in report.findings)
    rest = either(
        f"；{others} 个问题不属于某条关系，可记入基线",
        f"; {others} findings are not about a check: a baseline can hold them",
    )
    print_text(
        either(f"写入 {written} 处 ignore", f"wrote {written} ignores") + (rest if others else "") + "\n"
    )
    return 0


def _write_all(report: Report, reason: str) -> int:
    from factcheck.claims.editing.ignoring import with_ignores

    wanted = {finding.check for finding in report.findings if finding.check and finding.ignored is None}
    written = 0
    for file in report.project.files:
        checks = [check.id for check in file.checks if check.id in wanted]
        if not checks:
            continue
        result = with_ignores(file, checks, reason)
        for check in result.left:
            warn(
                either(
                    f"{check} 的 ignore 请手写：{file.path}",
                    f"write the ignore of {check} by hand: {file.path}",
                )
            )
        if len(result.left) < len(checks):
            _write(Path(file.path), result.text)
            written += len(checks) - len(result.left)
    return written


def _write(path: Path, text: str) -> None:
    try:
        mark = MARK if path.read_bytes().startswith(MARK) else b""
        path.write_bytes(mark + text.encode("utf-8"))
    except OSError as error:
        fail(either(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"))
