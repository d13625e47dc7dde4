"""Claims: YAML files decoded into facts and checks, every piece with its place."""

from factcheck.claims.discovery import claims_files
from factcheck.claims.linking import link, references
from factcheck.claims.model import (
    Article,
    Check,
    CheckKind,
    ClaimsFile,
    Extent,
    Fact,
    Period,
    Project,
    Quote,
    Rounding,
    Tolerance,
)
from factcheck.claims.project import read_project
from factcheck.claims.reading import read_text
from factcheck.claims.schema import schema

__all__ = [
    "Article",
    "Check",
    "CheckKind",
    "ClaimsFile",
    "Extent",
    "Fact",
    "Period",
    "Project",
    "Quote",
    "Rounding",
    "Tolerance",
    "claims_files",
    "link",
    "read_project",
    "read_text",
    "references",
    "schema",
]
