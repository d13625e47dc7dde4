"""FC901: something went wrong inside, in one file; said as a finding, so that the other files still get their report."""

from __future__ import annotations

import os
from pathlib import PurePath

from factcheck.claims.model import ClaimsFile
from factcheck.findings import Finding, Label, say
from factcheck.findings.codes import CODES


def internal_error(file: ClaimsFile, error: Exception) -> Finding:
    """The error as a finding on the file it happened in; raised as it is where FACTCHECK_DEBUG is set."""
    if os.environ.get("FACTCHECK_DEBUG"):
        raise error
    code = CODES["FC901"]
    return Finding(
        code.code,
        code.slug,
        code.severity,
        say(
            "判定这个文件时程序出错：{kind}（{place}）；其余文件不受影响",
            "the program failed on this file: {kind} ({place}); the other files are not affected",
            kind=type(error).__name__,
            place=_place(error),
        ),
        (Label(file.source, 0, 0, primary=True),),
        key=type(error).__name__,
    )


def _place(error: Exception) -> str:
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    if not frames:
        return "?"
    last = frames[-1]
    return f"{PurePath(last.filename).stem}.{last.name}"
