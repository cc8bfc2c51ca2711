"""An article cut out of its file and not yet read: cutting is quick, reading is for any process to do."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from corpus.article import Article, Rejected
from corpus.errors import Unreadable
from corpus.message import Message
from corpus.records import replace


class Clipping(NamedTuple):
    """An article that is still to be read.

    `raw` is the record as it stands in its file, "" where the file is still to be opened; `where` is its position
    there ("line 12"), None for a file that is one article; `name` is the path that is shown and stored.  `make`
    makes the article from `raw` and `name`, or raises Unreadable.  A clipping goes to worker processes, so `make`
    can be pickled: it is a function of a module, or a `partial` of one.  One that is `guarded` is never read in the process
    of the build: its parser may crash, or not end.
    """

    raw: str
    where: Message | None
    name: str
    make: Callable[[str, str], Article]
    guarded: bool = False

    def read(self) -> Article | Rejected:
        """Return the article, or a Rejected with the reason why it cannot be read."""
        try:
            article = self.make(self.raw, self.name)
        except Unreadable as error:
            return Rejected(self.name, error.message, self.where)
        if article.loss and self.where:
            return replace(article, loss=replace(article.loss, where=self.where))
        return article


class Bundle(NamedTuple):
    """A file that a parser must cut, which may crash or not end: it is cut by the process that reads its articles.

    `name` is the path that is shown and stored.  `cut` yields the pieces of the file, or raises Unreadable; it can be
    pickled, as `Clipping.make`.
    """

    name: str
    cut: Callable[[], Iterable["Clipping | Article | Rejected"]]

    def read(self) -> Iterator[Article | Rejected]:
        """Yield every article of the file, and a Rejected for what cannot be read."""
        try:
            for piece in self.cut():
                yield piece.read() if isinstance(piece, Clipping) else piece
        except Unreadable as error:
            yield Rejected(self.name, error.message)


Piece: TypeAlias = Clipping | Bundle | Article | Rejected
"""What a file is cut into; a reader whose format is read quickly yields articles at once."""


def guarded(piece: Piece) -> Piece:
    """Return the piece, to be read in a process that may end."""
    return piece._replace(guarded=True) if isinstance(piece, Clipping) else piece
