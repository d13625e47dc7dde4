"""``factcheck schema``: the JSON Schema of the claims format, of the JSON report, or of the settings."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either


@described("输出 claims 格式的 JSON Schema。", "Print the JSON Schema of the claims format.")
def schema(
    of: Annotated[
        Literal["claims", "report", "settings"],
        typer.Argument(
            metavar="claims|report|settings",
            help=either(
                "claims 文件、JSON 报告或配置。", "The claims file, the JSON report or the settings."
            ),
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
    elif of == "settings":
        from factcheck.configuration import showing

        document = showing.schema()
    else:
        from factcheck.claims import schema as claims_schema

        document = claims_schema.schema()
    print_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
