"""How a run compares with an earlier revision, in words."""

from __future__ import annotations

from factcheck.check.model import Since
from factcheck.findings import Finding, Message, say
from factcheck.reports.places import place_of


def since_sentence(since: Since) -> Message:
    """``与 main 相比：新增 1，消除 2，未变 3；1998 个文件不受影响，未检查``."""
    rest = (
        say(
            "；另有 {n} 个文件不受影响，未检查",
            "; {n} files are not affected and were not checked",
            n=since.unaffected,
        )
        if since.unaffected
        else Message("", "")
    )
    return say(
        "与 {revision} 相比：新增 {new}，消除 {fixed}，未变 {unchanged}{rest}",
        "beside {revision}: {new} new, {fixed} fixed, {unchanged} unchanged{rest}",
        revision=since.revision,
        new=since.new,
        fixed=len(since.fixed),
        unchanged=since.unchanged,
        rest=rest,
    )


def fixed_sentence(finding: Finding) -> Message:
    """``已消除 FC201：原文合计……（claims/a.yaml:4）``; the line is that of the earlier revision."""
    place = place_of(finding.primary)
    return say(
        "已消除 {code}：{message}（{place}）",
        "fixed {code}: {message} ({place})",
        code=finding.code,
        message=finding.message,
        place=f"{place.file}:{place.line}",
    )
