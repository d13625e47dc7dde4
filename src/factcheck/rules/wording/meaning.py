"""By what a check is known between runs: its own id, or, where its id is only its line, what it says."""

from __future__ import annotations

from dataclasses import replace

from factcheck.findings import Finding
from factcheck.rules.interface import Context
from factcheck.rules.wording.at_check import relation_of


def meaning_of(context: Context, check_id: str) -> str:
    """The id that the editor gave, else the file's stem and the relation: lines that move change neither."""
    check = context.checks.get(check_id)
    if check is None or not check_id.endswith(f":{check.line}"):
        return check_id
    return f"{check_id.removesuffix(str(check.line))}{relation_of(context, check)}"


def with_subject(context: Context, finding: Finding) -> Finding:
    """The finding with the meaning of its check, for its fingerprint."""
    if finding.check is None or finding.subject:
        return finding
    meaning = meaning_of(context, finding.check)
    return finding if meaning == finding.check else replace(finding, subject=meaning)
