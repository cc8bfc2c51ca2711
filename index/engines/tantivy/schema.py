"""The fields of a document in a tantivy index, and how its files are opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import tantivy

from corpus import Article
from corpus.digest import blake2b
from index.document import FILLER
from index.engine import AFTER_EVERY_DAY
from index.errors import IndexFailure, failure_of_engine
from index.fields import FORM, ID, TEXTS, VALUES
from index.names.aliases import ENTITIES
from index.stored import load, load_id

ARTICLE, DAY, KEY, NEWEST, OLDEST = "article", "day", "key", "newest", "oldest"
"""The stored article, its day, its key, and its sort key in each order of time: tantivy sorts by one fast field only."""

_DAY_DIGITS = 8
"""Digits of a day in a sort key."""


def numbers(field: str) -> str:
    """Return the fast field of the numbers of the names of a field, which its facet counts."""
    return f"{field}_number"


def listed(field: str) -> str:
    """Return the fast field of the numbers of the listed names of a field of entities (`frequent`)."""
    return f"{field}_listed"


def often(field: str) -> str:
    """Return the fast field of the numbers of its other frequent names, the first uses of each left out (`frequent`)."""
    return f"{field}_often"


def spellings(field: str) -> str:
    """Return the list of the spellings of the names of a field, each behind the number of its name."""
    return f"{field}_spelt"


@lru_cache(1 << 16)
def number(term: str) -> int:
    """Return the number of a name from its one term; among a million names, two have the same with a chance of 3e-8.

    A fast field of numbers is counted without a dictionary: the most frequent persons of 921 articles are counted in
    .17 ms; with a field of texts, 2.2 ms went into the spellings of names that were not in the answer.

    >>> number("=senegal") == number("=senegal") != number("=mali")
    True
    """
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big")


def spelt(number: int, value: str = "") -> str:
    """Return a spelling behind the number of its name, as the list has it; without one, the start of all its spellings."""
    return f"{number:016x}{value}"


def read_spelt(stored: str) -> tuple[int, str]:
    """Return the number and the spelling that `spelt` put together.

    >>> read_spelt(spelt(12, "Rabat"))
    (12, 'Rabat')
    """
    return int(stored[:16], 16), stored[16:]


def newest(day: int, article_id: str) -> str:
    """Return a sort key: the newest first, the undated last, then by id.

    >>> sorted([newest(0, "a"), newest(20250102, "c"), newest(20250102, "b"), newest(20240101, "d")])
    ['79749897b', '79749897c', '79759898d', '99999999a']
    """
    return f"{AFTER_EVERY_DAY - day:0{_DAY_DIGITS}}{article_id}"


def newest_id(key: str) -> str:
    """Return the id of a sort key of `newest`.

    >>> newest_id(newest(20250102, "c"))
    'c'
    """
    return key[_DAY_DIGITS:]


def oldest(day: int, article_id: str) -> str:
    """Return a sort key: the oldest first, the undated last, then by id."""
    return f"{day or AFTER_EVERY_DAY:0{_DAY_DIGITS}}{article_id}"


def create(directory: Path) -> None:
    """Make an empty index."""
    directory.mkdir(parents=True, exist_ok=True)
    with readable(directory):
        tantivy.Index(_schema(), str(directory), reuse=False)


def _schema() -> tantivy.Schema:
    lists = tantivy.SchemaBuilder()
    lists.add_text_field(ID, tokenizer_name="raw", index_option="basic")
    lists.add_text_field(FORM, tokenizer_name="whitespace", index_option="freq")
    for text in TEXTS:
        lists.add_text_field(text.exact, tokenizer_name="terms", index_option="position")
        lists.add_text_field(text.stem, tokenizer_name="whitespace", index_option="freq")
    for value in VALUES:
        lists.add_text_field(value.name, tokenizer_name="whitespace", index_option="basic")
        lists.add_text_field(spellings(value.name), tokenizer_name="raw", index_option="basic")
        lists.add_unsigned_field(numbers(value.name), fast=True)
    for entity in ENTITIES:
        lists.add_unsigned_field(listed(entity), fast=True, indexed=True)
        lists.add_unsigned_field(often(entity), fast=True)
    for order in (NEWEST, OLDEST):
        lists.add_text_field(order, tokenizer_name="raw", index_option="basic", fast=True)
    lists.add_unsigned_field(DAY, fast=True)
    lists.add_unsigned_field(KEY, fast=True)
    lists.add_bytes_field(ARTICLE, stored=True)
    return lists.build()


def open_index(directory: Path) -> tantivy.Index:
    """Return the index of a folder; the tokenizer `terms` leaves the positions of the fillers empty.

    The index is read once: a reader that follows later commits would write its lock into a folder that a rebuild is
    removing.
    """
    index = tantivy.Index.open(str(directory))
    index.config_reader("manual")
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer("terms", analyzer.filter(tantivy.Filter.custom_stopword([FILLER])).build())
    return index


def kept(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> Article:
    """Return the stored article of a document."""
    return load(searcher.doc(address)[ARTICLE][0])


def kept_id(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> str:
    """Return the id of the article of a document."""
    return load_id(searcher.doc(address)[ARTICLE][0])


@contextmanager
def readable(directory: Path) -> Iterator[None]:
    """Raise one error for whatever tantivy makes of damaged files; a full disk or a forbidden file is an OSError."""
    try:
        yield
    except IndexFailure:
        raise
    except (ValueError, OSError) as error:
        raise failure_of_engine(directory, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; it is no Exception and has no public name
            raise
        raise failure_of_engine(directory, error) from error
