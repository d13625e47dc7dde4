"""Findings: what the program has to say, before anyone decides how to print it."""

from factcheck.findings.messages import LANGUAGES, Language, Message, say
from factcheck.findings.model import Bounds, Finding, Label, Repair, Severity

__all__ = ["LANGUAGES", "Bounds", "Finding", "Label", "Language", "Message", "Repair", "Severity", "say"]
