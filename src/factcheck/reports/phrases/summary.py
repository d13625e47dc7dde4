"""The sentence that sums a run up: what was checked, what was found, and what was not checked."""

from __future__ import annotations

from factcheck.check.model import Guard, Report
from factcheck.findings import Message
from factcheck.findings.messages import say
from factcheck.reports.phrases.duration import time_taken


def summary_sentence(report: Report) -> Message:
    """``检查 1 个文件、5 条事实、2 条关系：2 个错误，0 个警告，0 条忽略；未检查：…（0.09 秒）``."""
    summary = report.summary
    found = say(
        "{errors} 个错误，{warnings} 个警告{infos}，{ignored} 条忽略",
        "{errors_en}, {warnings_en}{infos}, {ignored} ignored",
        errors=summary.errors,
        warnings=summary.warnings,
        errors_en=counted(summary.errors, "error"),
        warnings_en=counted(summary.warnings, "warning"),
        ignored=summary.ignored,
        infos=say("，{n} 条提示", ", {en}", n=summary.infos, en=counted(summary.infos, "note"))
        if summary.infos
        else "",
    )
    return say(
        "检查 {files} 个文件、{facts} 条事实、{checks} 条关系：{found}{guarded}{unchecked}{time}",
        "Checked {files_en}, {facts_en}, {checks_en}: {found}{guarded}{unchecked}{time}",
        files=summary.files,
        facts=summary.facts,
        checks=summary.checks,
        files_en=counted(summary.files, "file"),
        facts_en=counted(summary.facts, "fact"),
        checks_en=counted(summary.checks, "check"),
        found=found,
        guarded=_guarded(report),
        unchecked=_unchecked(report),
        time=time_taken(report.duration),
    )


def counted(number: int, noun: str) -> str:
    """A number with its English noun.

    >>> counted(1, "error"), counted(0, "error")
    ('1 error', '0 errors')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _guarded(report: Report) -> Message:
    """How many printed numbers a check protects, where that was worked out."""
    guards = list(report.guards.values()) if report.guards else []
    if not guards:
        return Message("", "")
    leading = guards.count(Guard.LEADING)
    return say(
        "；{all} 个数字中 {some} 个有核对保护{leading}",
        "; {some} of {all} numbers are guarded{leading}",
        all=len(guards),
        some=len(guards) - guards.count(Guard.NONE),
        leading=say("，其中 {n} 个只保首位", ", {n} only in the leading digit", n=leading) if leading else "",
    )


def _unchecked(report: Report) -> Message:
    """What the run says nothing about; empty where it covers everything."""
    unread = len(set(report.files) - {file.path for file in report.project.files})
    unused = report.summary.unchecked
    unjudged = report.summary.not_judged
    parts = [
        say("{n} 个文件未能读取", "{en} not read", n=unread, en=counted(unread, "file")) if unread else None,
        say("{n} 条关系未能判定", "{en} not judged", n=unjudged, en=counted(unjudged, "check"))
        if unjudged
        else None,
        say("{n} 个数字没有关系涉及", "{en} in no check", n=unused, en=counted(unused, "number"))
        if unused
        else None,
    ]
    present = [part for part in parts if part is not None]
    if not present:
        return Message("", "")
    return Message(
        "；未检查：" + "、".join(part.zh for part in present),
        "; not checked: " + ", ".join(part.en for part in present),
    )
