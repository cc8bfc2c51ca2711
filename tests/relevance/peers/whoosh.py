"""Whoosh with its own French analyzer, one field, any of the words, BM25F."""

from collections.abc import Iterable
from pathlib import Path

from corpus import Article
from tests.relevance.systems import Answer, text_of, words


def build(articles: Iterable[Article], folder: Path) -> None:
    """Index the articles."""
    from whoosh import fields, index
    from whoosh.analysis import LanguageAnalyzer

    schema = fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(LanguageAnalyzer("fr"), phrase=False))
    writer = index.create_in(folder, schema).writer(limitmb=256)
    for article in articles:
        writer.add_document(id=article.id, text=text_of(article))
    writer.commit()


def opened(folder: Path) -> Answer:
    """Open the index."""
    from whoosh import index
    from whoosh.qparser import OrGroup, QueryParser

    opened = index.open_dir(folder)
    parser = QueryParser("text", opened.schema, plugins=[], group=OrGroup)
    searcher = opened.searcher()

    def answer(text: str, limit: int) -> list[str]:
        return [hit["id"] for hit in searcher.search(parser.parse(" ".join(words(text))), limit=limit)]

    return answer
