"""The answer of ``factcheck init``: what was written, and what to do next."""

from __future__ import annotations

from factcheck.check.scaffolding import NewClaims
from factcheck.drafts.states import State
from factcheck.findings import Language, say


def as_text(claims: NewClaims, path: str, language: Language) -> str:
    """What the new file holds and how it stands against its draft."""
    check = claims.check
    open_numbers = len(check.draft.numbers) and (
        check.count(State.UNVERIFIED) + check.count(State.AMBIGUOUS) + check.count(State.MISSING)
    )
    lines = [
        say(
            "{path}：{facts} 条事实，覆盖草稿里的 {quotes} 处数{open}",
            "{path}: {facts} facts for {quotes} numbers of the draft{open}",
            path=path,
            facts=len(claims.file.facts),
            quotes=check.count(State.VERIFIED),
            open=say("；{n} 处尚未对上", "; {n} not matched yet", n=open_numbers) if open_numbers else "",
        )
    ]
    if claims.proposals:
        lines.append(
            say(
                "{n} 条可能的关系写在文件末尾的注释里",
                "{n} possible checks stand at the end of the file as comments",
                n=claims.proposals,
            )
        )
    lines.append(
        say(
            "接下来：核对名字与来源，写下 checks，再运行 factcheck run {path}",
            "next: look over names and sources, write checks, then factcheck run {path}",
            path=path,
        )
    )
    return "".join(f"{line.in_language(language)}\n" for line in lines)
