"""tantivy with a French chain of its own filters, one field, any of the words, BM25.

The order of the filters hardly matters: on 500 queries of faq, piaf and press_tag2 three orders are within .003.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus import Article
from tests.relevance.systems import Answer, text_of, words

CHAIN = "french"
HEAP = 128_000_000


def build(articles: Iterable[Article], folder: Path) -> None:
    """Index the articles."""
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", tokenizer_name=CHAIN)
    index = tantivy.Index(schema.build(), path=str(folder))
    index.register_tokenizer(CHAIN, chain())
    writer = index.writer(heap_size=HEAP, num_threads=1)
    for article in articles:
        writer.add_document(tantivy.Document(id=article.id, text=text_of(article)))
    writer.commit()
    writer.wait_merging_threads()


def opened(folder: Path) -> Answer:
    """Open the index."""
    import tantivy

    index = tantivy.Index.open(str(folder))
    index.register_tokenizer(CHAIN, chain())
    searcher = index.searcher()

    def answer(text: str, limit: int) -> list[str]:
        query = index.parse_query(" ".join(f'"{word}"' for word in words(text)), ["text"])
        found = searcher.search(query, limit, count=False).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    return answer


def chain() -> Any:  # noqa: ANN401 - tantivy is not installed with the tests
    """Return the analyzer: accents dropped before the stem, so that a query may leave them out."""
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (
        tantivy.Filter.lowercase(),
        tantivy.Filter.stopword("french"),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("french"),
    ):
        builder = builder.filter(step)
    return builder.build()
