"""An article cut out of its file and not yet read: cutting is quick, reading is for any process to do."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from corpus.article import Article, Rejected
from corpus.errors import Unreadable
from corpus.message import Message


class Clipping(NamedTuple):
    """An article that is still to be read.

    `raw` is the record as it stands in its file, "" where the file is still to be opened; `where` is its position
    there ("line 12"), None for a file that is one article; `name` is the path that is shown and stored.  `make`
    makes the article from `raw` and `name`, or raises Unreadable.  A clipping goes to worker processes, so `make`
    can be pickled: it is a function of a module, or a `partial` of one.
    """

    raw: str
    where: Message | None
    name: str
    make: Callable[[str, str], Article]

    def read(self) -> Article | Rejected:
        """Return the article, or a Rejected with the reason why it cannot be read."""
        try:
            article = self.make(self.raw, self.name)
        except Unreadable as error:
            return Rejected(self.name, error.message, self.where)
        if article.loss and self.where:
            return replace(article, loss=replace(article.loss, where=self.where))
        return article


Piece: TypeAlias = Clipping | Article | Rejected
"""What a file is cut into; a reader whose format is read quickly yields articles at once."""
