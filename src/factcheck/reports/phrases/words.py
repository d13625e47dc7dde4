"""The fixed words of reports for people, in both languages."""

from __future__ import annotations

from factcheck.findings import Message, Severity

SEVERITIES = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("警告", "warning"),
    Severity.INFO: Message("提示", "note"),
}

DERIVED = Message("推算", "derived")
STATED = Message("原文", "stated")
GAP = Message("差距", "gap")
NOTE = Message("说明", "note")
HELP = Message("建议", "help")
POSSIBLE = Message("可能", "maybe")
DETAILS = Message("详情", "more")
DIAGNOSIS = Message("诊断", "diagnosis")
PASSED = Message("通过", "passed")
IGNORED = Message("忽略", "ignored")
COLON = Message("：", ": ")

RANKS = (Message("首选", "first"), Message("其次", "second"), Message("另可", "or"))
