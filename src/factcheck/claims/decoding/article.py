"""What a file says of its article."""

from __future__ import annotations

from typing import Literal, cast

from factcheck.claims.decoding import values
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.decoding.keys import fields_of
from factcheck.claims.fields import ARTICLE
from factcheck.claims.model import Article, Extent, Rounding
from factcheck.claims.syntax.nodes import Mapping, Node, Scalar
from factcheck.findings import say
from factcheck.lazily import expression

_CHINESE = expression("[\u3400-\u9fff]")


def detected_language(text: str) -> Literal["zh", "en"]:
    """Chinese where any Chinese character stands in the file."""
    return "zh" if _CHINESE.search(text) else "en"


def decode_article(file: FileContext, node: Node) -> Article:
    """Decode the fields of ``article``."""
    article = Article(language=detected_language(file.text))
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.absent):
            file.wrong_type(node, say("文章的几个字段", "the fields of an article"))
        return article
    for name, value in fields_of(file, node, ARTICLE).items():
        match name:
            case "title":
                article.title = values.text(file, value) or ""
            case "authors":
                article.authors = values.texts(file, value)
            case "publisher":
                article.publisher = values.text(file, value) or ""
            case "published":
                article.published = values.date(file, value) or ""
            case "language":
                language = values.choice(file, value, ARTICLE[name])
                article.language = cast('Literal["zh", "en"]', language or article.language)
            case "text":
                article.text = values.text(file, value) or None
                article.text_extent = Extent(value.start, value.end)
            case "rounding":
                article.rounding = cast("Rounding | None", values.choice(file, value, ARTICLE[name]))
    return article
