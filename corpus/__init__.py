"""What was printed: articles read from files, cleaned, dated; nothing here knows of search."""

from corpus.article import Article, Found, Rejected
from corpus.errors import CorpusError
from corpus.read import read
from corpus.walk import walk

__all__ = ["Article", "CorpusError", "Found", "Rejected", "read", "walk"]
