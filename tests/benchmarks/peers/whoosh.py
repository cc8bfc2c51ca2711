"""Whoosh with its own French analyzer; facets are counted article by article, several values of each."""

from collections.abc import Iterable
from pathlib import Path

from whoosh import fields, index, query, sorting
from whoosh.analysis import LanguageAnalyzer
from whoosh.qparser import QueryParser

from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers
from tests.relevance.systems import words

SIX = ("person", "org", "place", "source", "category", "month")


def build(records: Iterable[Record], folder: Path) -> None:
    """Add articles."""
    if not index.exists_in(folder):
        names = {name: fields.KEYWORD(commas=True, scorable=False) for name in SIX}
        index.create_in(
            folder, fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(LanguageAnalyzer("fr"), stored=True), **names)
        )  # fmt: skip
    writer = index.open_dir(folder).writer(limitmb=256)
    for record in records:
        lists = {name: ",".join(one.replace(",", " ") for one in record[name]) for name in SIX[:3]}
        single = {
            "source": record["source"],
            "category": record["category"] or "",
            "month": record["date"][:7],
        }
        writer.add_document(id=record["id"], text=text_of(record), **lists, **single)
    writer.commit()


def opened(folder: Path) -> Answers:
    """Open the index."""
    made = index.open_dir(folder)
    searcher, parser = made.searcher(), QueryParser("text", made.schema, plugins=[])
    facets = sorting.Facets()
    for name in SIX:
        facets.add_field(name, allow_overlap=True, maptype=sorting.Count)

    def parsed(text: str) -> query.Query:
        return parser.parse(" ".join(words(text)))

    def terms(text: str) -> list[str]:
        return [token.text for token in made.schema["text"].analyzer(text)]

    def fetch(asked: query.Query) -> int:
        return len([hit["id"] for hit in searcher.search(asked, limit=10)])

    def counted(text: str) -> int:
        found = searcher.search(parsed(text), limit=10, groupedby=facets)
        return sum(len(found.groups(name)) for name in SIX) and found.scored_length()

    def whole(text: str) -> int:
        found = searcher.search(parsed(text), limit=10, groupedby=facets)
        return sum(len(found.groups(name)) for name in SIX) and len([hit.highlights("text") for hit in found])

    def page(text: str) -> int:
        return len([hit.highlights("text") for hit in searcher.search(parsed(text), limit=10)])

    return {
        Kind.WORD: lambda text: fetch(parsed(text)),
        Kind.WORDS: lambda text: fetch(parsed(text)),
        Kind.PHRASE: lambda text: fetch(query.Phrase("text", terms(text))),
        Kind.WILDCARD: lambda text: fetch(query.Prefix("text", text)),
        Kind.FUZZY: lambda text: fetch(query.FuzzyTerm("text", "".join(terms(text)))),
        Kind.FACETS: counted,
        Kind.PAGE: page,
        Kind.WHOLE_WORD: whole,
        Kind.WHOLE_WORDS: whole,
    }
