"""What is kept of a document in a tantivy index, and how its files are opened."""

import errno
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from corpus import Article
from index.document import FILLER
from index.errors import Damaged, IndexFailure
from index.fields import FORM, ID, SKETCH, TEXTS, VALUES
from index.stored import load

ARTICLE, DAY, KEY, NEWEST, OLDEST = "article", "day", "key", "newest", "oldest"
"""The stored article, its day, its key, and what sorts it in each order of time: a column sorts by one value only."""

SPELT = "\x1f"
"""Stands between the whole name and one of its spellings: no cleaned value holds a control character."""

NEVER = 99_999_999
"""Later than every day: where undated articles stand in the order of time."""


def whole_names(field: str) -> str:
    """Return the column of the whole names of a field: what its facet counts."""
    return f"{field}_whole"


def spellings(field: str) -> str:
    """Return the list of the whole names of a field with each one's spelling."""
    return f"{field}_spelt"


def newest(day: int, article_id: str) -> str:
    """Return what sorts an article from the newest on, the undated last, then by id.

    >>> sorted([newest(0, "a"), newest(20250102, "c"), newest(20250102, "b"), newest(20240101, "d")])
    ['79749897b', '79749897c', '79759898d', '99999999a']
    """
    return f"{NEVER - day:08}{article_id}"


def oldest(day: int, article_id: str) -> str:
    """Return what sorts an article from the oldest on, the undated last, then by id."""
    return f"{day or NEVER:08}{article_id}"


def create(directory: Path) -> None:
    """Make an empty index."""
    directory.mkdir(parents=True, exist_ok=True)
    tantivy.Index(_schema(), str(directory), reuse=False)


def _schema() -> tantivy.Schema:
    lists = tantivy.SchemaBuilder()
    lists.add_text_field(ID, tokenizer_name="raw", index_option="basic")
    lists.add_text_field(SKETCH, tokenizer_name="whitespace", index_option="basic")
    lists.add_text_field(FORM, tokenizer_name="whitespace", index_option="freq")
    for text in TEXTS:
        lists.add_text_field(text.exact, tokenizer_name="terms", index_option="position")
        lists.add_text_field(text.stem, tokenizer_name="whitespace", index_option="freq")
    for value in VALUES:
        lists.add_text_field(value.name, tokenizer_name="whitespace", index_option="basic")
        lists.add_text_field(whole_names(value.name), tokenizer_name="raw", index_option="basic", fast=True)
        lists.add_text_field(spellings(value.name), tokenizer_name="raw", index_option="basic")
    for order in (NEWEST, OLDEST):
        lists.add_text_field(order, tokenizer_name="raw", index_option="basic", fast=True)
    lists.add_unsigned_field(DAY, fast=True)
    lists.add_unsigned_field(KEY, fast=True)
    lists.add_bytes_field(ARTICLE, stored=True)
    return lists.build()


def opened(directory: Path) -> tantivy.Index:
    """Return the index of a folder; its list `terms` leaves the places of the fillers empty.

    It is read once: a reader that follows the commits of others writes its lock into a folder that is being
    removed.
    """
    index = tantivy.Index.open(str(directory))
    index.config_reader("manual")
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer("terms", analyzer.filter(tantivy.Filter.custom_stopword([FILLER])).build())
    return index


def kept(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> Article:
    """Return the article of a document."""
    return load(searcher.doc(address)[ARTICLE][0])


PASSING = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EMFILE)
"""What a person mends outside the index: a full disk, a forbidden file."""


@contextmanager
def readable(directory: Path) -> Iterator[None]:
    """Tell what tantivy makes of damaged files as one error; a full disk or a forbidden file is told as it is."""
    try:
        yield
    except IndexFailure:
        raise
    except (ValueError, OSError, zlib.error) as error:
        code = re.search(r"code: (\d+)|os error (\d+)", str(error))
        if code and (number := int(code[1] or code[2])) in PASSING:
            raise OSError(number, os.strerror(number), str(directory)) from error
        raise _damaged(directory, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; it is no Exception and has no public name
            raise
        raise _damaged(directory, error) from error


def _damaged(directory: Path, error: BaseException) -> Damaged:
    told = f"{type(error).__name__}: {error}".partition("\n")[0]
    return Damaged(f"the index in {directory} cannot be read ({told}): type manchette index --rebuild")
