"""tantivy with a French chain of its own filters and as many threads as ours; facets are counted over columns.

Wildcards and spellings are looked for among its stems, for it has no other words.
"""

from collections.abc import Iterable
from pathlib import Path

import tantivy
from tantivy import Document, Occur, Query, SnippetGenerator

from index.analysis.fold import fold
from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers
from tests.relevance.peers.tantivy import CHAIN, chain

HEAP = 256_000_000
THREADS = 2
VALUES = 16
SIX = ("person", "org", "place", "source", "category", "month")


def build(records: Iterable[Record], folder: Path) -> None:
    """Add articles."""
    index = _index(folder)
    writer = index.writer(HEAP, THREADS)
    for record in records:
        names = {name: record[name] for name in SIX[:3]}
        single = {
            "source": record["source"],
            "category": record["category"] or "",
            "month": record["date"][:7],
        }
        writer.add_document(Document(id=record["id"], text=text_of(record), **names, **single))
    writer.commit()
    writer.wait_merging_threads()


def opened(folder: Path) -> Answers:
    """Open the index."""
    index = _index(folder)
    searcher, schema, analyzer = index.searcher(), index.schema, chain()

    def fetch(query: Query, snippets: SnippetGenerator | None = None) -> int:
        documents = [searcher.doc(address) for _, address in searcher.search(query, 10).hits]
        for document in documents if snippets else ():
            snippets.snippet_from_doc(document).to_html()  # type: ignore[union-attr]
        return len(documents)

    def words(text: str) -> Query:
        found = [Query.term_query(schema, "text", term) for term in analyzer.analyze(text)]
        return Query.boolean_query([(Occur.Must, query) for query in found])

    def phrase(text: str) -> int:
        terms = analyzer.analyze(text)
        return fetch(Query.phrase_query(schema, "text", list(terms)) if len(terms) > 1 else words(text))

    def count(query: Query) -> None:
        searcher.aggregate(query, {name: {"terms": {"field": name, "size": VALUES}} for name in SIX})

    def facets(text: str) -> int:
        query = words(text)
        count(query)
        return fetch(query)

    def page(text: str) -> int:
        query = words(text)
        return fetch(query, SnippetGenerator.create(searcher, query, schema, "text"))

    def whole(text: str) -> int:
        count(words(text))
        return page(text)

    def fuzzy(text: str) -> int:
        [term] = analyzer.analyze(text) or [fold(text)]
        return fetch(Query.fuzzy_term_query(schema, "text", term))

    return {
        Kind.WORD: lambda text: fetch(words(text)),
        Kind.WORDS: lambda text: fetch(words(text)),
        Kind.PHRASE: phrase,
        Kind.WILDCARD: lambda text: fetch(Query.regex_query(schema, "text", f"{fold(text)}.*")),
        Kind.FUZZY: fuzzy,
        Kind.FACETS: facets,
        Kind.PAGE: page,
        Kind.WHOLE_WORD: whole,
        Kind.WHOLE_WORDS: whole,
    }


def _index(folder: Path) -> tantivy.Index:
    """Return the index of a folder, which is made where there is none."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", stored=True, tokenizer_name=CHAIN)
    for name in SIX:
        schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    index = tantivy.Index(schema.build(), path=str(folder))
    index.register_tokenizer(CHAIN, chain())
    return index
