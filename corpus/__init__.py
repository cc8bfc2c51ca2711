"""What was printed: articles read from files, cleaned and dated; nothing here depends on `index` or `search`."""

from corpus.article import Article, Found, Rejected
from corpus.clipping import Clipping, Piece
from corpus.dates.print_date import PrintDate
from corpus.errors import CorpusError
from corpus.read import cut, read
from corpus.walk import walk

__all__ = [
    "Article",
    "Clipping",
    "CorpusError",
    "Found",
    "Piece",
    "PrintDate",
    "Rejected",
    "cut",
    "read",
    "walk",
]
