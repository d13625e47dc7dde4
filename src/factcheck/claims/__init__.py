"""Claims: YAML files decoded into facts and checks, every piece with its place."""

from typing import TYPE_CHECKING

from factcheck.lazily import exports

if TYPE_CHECKING:
    from factcheck.claims.discovery import claims_files as claims_files
    from factcheck.claims.linking import link as link
    from factcheck.claims.linking import references as references
    from factcheck.claims.model import Article as Article
    from factcheck.claims.model import Check as Check
    from factcheck.claims.model import CheckKind as CheckKind
    from factcheck.claims.model import ClaimsFile as ClaimsFile
    from factcheck.claims.model import Extent as Extent
    from factcheck.claims.model import Fact as Fact
    from factcheck.claims.model import Period as Period
    from factcheck.claims.model import Project as Project
    from factcheck.claims.model import Quote as Quote
    from factcheck.claims.model import Rounding as Rounding
    from factcheck.claims.model import Tolerance as Tolerance
    from factcheck.claims.project import read_project as read_project
    from factcheck.claims.reading import read_text as read_text

__getattr__ = exports(
    __name__,
    {
        "discovery": "claims_files",
        "linking": "link references",
        "model": "Article Check CheckKind ClaimsFile Extent Fact Period Project Quote Rounding Tolerance",
        "project": "read_project",
        "reading": "read_text",
    },
)
