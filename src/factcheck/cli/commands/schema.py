"""``factcheck schema``: the JSON Schema of the claims format, or of the JSON report."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either


@described("输出 claims 格式的 JSON Schema。", "Print the JSON Schema of the claims format.")
def schema(
    of: Annotated[
        Literal["claims", "report"],
        typer.Argument(
            metavar="claims|report",
            help=either("claims 文件，或 JSON 报告。", "The claims file, or the JSON report."),
        ),
    ] = "claims",
    lang: LanguageOption = None,
) -> None:
    """Print a JSON Schema."""
    import json

    from factcheck.cli.output import print_text

    if of == "report":
        from factcheck.reports import json as reports_json

        document = reports_json.schema()
    else:
        from factcheck.claims import schema as claims_schema

        document = claims_schema.schema()
    print_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
