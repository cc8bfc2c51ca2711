"""Xapian with its French stemmer; it has no spellings close by, nor facets of fields that have several values."""

from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.articles import Record, text_of
from tests.benchmarks.queries import Kind
from tests.benchmarks.systems import Answers
from tests.relevance.peers.xapian import add, french_parser


def build(records: Iterable[Record], folder: Path) -> None:
    """Add articles."""
    add(((record["id"], text_of(record), text_of(record)) for record in records), folder)


def opened(folder: Path) -> Answers:
    """Open the index."""
    import xapian

    database = xapian.Database(str(folder))
    parser, enquire = french_parser(database), xapian.Enquire(database)
    parser.set_default_op(xapian.Query.OP_AND)
    stem = xapian.Stem("french")

    def fetch(text: str, signs: int = 0, *, snippets: bool = False) -> int:
        enquire.set_query(parser.parse_query(text, signs))
        matches = enquire.get_mset(0, 10)
        texts = [match.document.get_data().decode() for match in matches]
        for whole in texts if snippets else ():
            matches.snippet(whole, 300, stem)
        return len(texts)

    return {
        Kind.WORD: fetch,
        Kind.WORDS: fetch,
        Kind.PHRASE: lambda text: fetch(f'"{text}"', xapian.QueryParser.FLAG_PHRASE),
        Kind.WILDCARD: lambda text: fetch(f"{text}*", xapian.QueryParser.FLAG_WILDCARD),
        Kind.PAGE: lambda text: fetch(text, snippets=True),
    }
