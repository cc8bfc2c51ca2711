"""Xapian with its French stemmer; it has no spellings close by, nor facets of fields that have several values."""

from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers


def build(records: Iterable[Record], folder: Path) -> None:
    """Add articles."""
    import xapian

    database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OPEN)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("french"))
    for record in records:
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(text_of(record))
        document.set_data(text_of(record))
        document.add_boolean_term(f"Q{record['id']}")
        database.add_document(document)
    database.close()


def opened(folder: Path) -> Answers:
    """Open the index."""
    import xapian

    database = xapian.Database(str(folder))
    stem = xapian.Stem("french")
    parser = xapian.QueryParser()
    parser.set_database(database)  # which wildcards are looked up in
    parser.set_stemmer(stem)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_AND)
    enquire = xapian.Enquire(database)

    def fetch(text: str, signs: int = 0, *, snippets: bool = False) -> int:
        enquire.set_query(parser.parse_query(text, signs))
        found = enquire.get_mset(0, 10)
        texts = [match.document.get_data().decode() for match in found]
        for whole in texts if snippets else ():
            found.snippet(whole, 300, stem)
        return len(texts)

    return {
        Kind.WORD: fetch,
        Kind.WORDS: fetch,
        Kind.PHRASE: lambda text: fetch(f'"{text}"', xapian.QueryParser.FLAG_PHRASE),
        Kind.WILDCARD: lambda text: fetch(f"{text}*", xapian.QueryParser.FLAG_WILDCARD),
        Kind.PAGE: lambda text: fetch(text, snippets=True),
    }
