"""``factcheck rules``: the table of all codes."""

from __future__ import annotations

from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import described, either, spoken_language


@described("列出所有代码。", "List all codes.")
def rules(lang: LanguageOption = None) -> None:
    """List all codes."""
    from factcheck.cli.output import print_text
    from factcheck.findings.codes import CODES

    language = spoken_language()
    words = {
        "error": either("错误", "error"),
        "warning": either("警告", "warning"),
        "info": either("提示", "info"),
    }
    slugs = max(len(code.slug) for code in CODES.values())
    severities = max(len(word) for word in words.values())
    lines = [
        f"{code.code}  {words[code.severity.value].ljust(severities)}  {code.slug.ljust(slugs)}  "
        f"{code.title.in_language(language)}\n"
        for code in sorted(CODES.values(), key=lambda code: code.code)
    ]
    print_text("".join(lines))
