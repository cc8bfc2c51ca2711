"""The memory of the shell between two lines, and its replies."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from corpus.message import Message, message
from corpus.records import field, record
from index.engine import Sort
from index.names.aliases import Name
from index.query import Everything, Query
from search.commandline.face import Answers
from search.commandline.search_options import EVERY_ARTICLE
from search.counts.facets import Bucket
from search.errors import SearchError
from search.language import Tree
from search.render.lines import Line, Style, line, wrap
from search.results import Reading, Result, Results
from search.searcher import Page

RESERVED_ROWS = 3
"""Rows of the screen that a reply leaves to a blank row, to the next prompt and to the toolbar."""


@record
class Screen:
    """The size of the terminal, in columns and rows; a `plain` one shows numbers for bars."""

    columns: int = 80
    rows: int = 24
    plain: bool = False


class Around(NamedTuple):
    """The counts around the results of a page.

    `printed` are the articles of each month in the whole index, `facets` the values to pick from.
    """

    printed: Mapping[str, int] = {}
    facets: Mapping[str, tuple[Bucket, ...]] = {}


@record
class Opened:
    """The article that a person reads: its rank in the answer, what is read, where the person is in it.

    The rank is that of the cursor, and 0 for an article that was opened by its id: it may be in no answer.
    `match` is the number of the match that the person is at, from 1 on, and 0 before the first.  `top` is the number of the
    first row that is shown, from 0 on.
    """

    rank: int
    reading: Reading
    match: int = 0
    top: int = 0


@record
class Session:
    """The memory that answers a line.

    `line` is the last query, "" before the first.  Where reprints are `collapsed`, each story is one result.  `starts`
    holds the offset of each page up to the page of `results`, in results; `around` are the counts on that page, which are
    those of the whole index if they are `of_corpus`.  `choices` are the values that a letter picks: those of the page of
    results shown last.  `offered` is the line that the last answer offers instead of its own, "" for none.  `table`
    holds the names of the table shown last, numbered from 1 on.  `marks` holds the ids of the articles that the person
    marked, in the order of the marking.

    `cursor` is the rank of the result that the person is at, 0 if there is no result.  `opened` is the article that is
    open.  The person is `browsing` where the answer has the whole screen.  `known` holds results of the answer, by
    rank, those around the cursor among them: they save questions, and are no part of what makes two sessions equal.
    """

    answers: Answers
    screen: Screen = Screen()
    line: str = ""
    filters: tuple[Tree, ...] = ()
    sort: Sort = Sort.RELEVANCE
    collapsed: bool = True
    starts: tuple[int, ...] = (0,)
    results: Results | None = None
    around: Around = field(default_factory=Around)
    of_corpus: bool = False
    choices: tuple[Name, ...] = ()
    offered: str = ""
    table: tuple[Name, ...] = ()
    marks: tuple[str, ...] = ()
    cursor: int = 0
    opened: Opened | None = None
    browsing: bool = False
    known: Mapping[int, Result] = field(default_factory=dict, compare=False, repr=False)

    @property
    def rows(self) -> int:
        """The rows of the screen that a reply has room for."""
        return self.screen.rows - RESERVED_ROWS

    @property
    def asked(self) -> Query:
        """The query of the last answer, every article before the first."""
        return self.results.asked if self.results else Everything()

    def result(self, rank: int) -> Result:
        """Return the result of a rank of the answer, on this page or on another page.

        Raises:
            SearchError: nothing was asked yet, or there is no such rank.
        """
        if self.results is None:
            raise SearchError("shell.no_answer_yet", rank=rank, itself=_itself(rank))
        results = self.results
        shown = {**self.known, **{result.rank: result for result in results.results}}
        if rank not in shown:
            # No rank is 0: an offset behind the end has the last rank known.
            offset = rank - 1 if rank > 0 else results.total.count
            page = Page(limit=1, offset=offset, sort=self.sort, filters=self.filters, folded=self.collapsed)
            results = self.answers.search(self.line or EVERY_ARTICLE, page)
            shown = {result.rank: result for result in results.results}
        if rank in shown:
            return shown[rank]
        if not results.total.count:
            raise SearchError("shell.no_result", rank=rank, itself=_itself(rank))
        raise SearchError("shell.no_rank", rank=rank, last=results.last, itself=_itself(rank))


def _itself(rank: int) -> Message:
    """Return the advice to a person who searches for a number: a number alone opens a result."""
    return message("shell.number_itself", rank=rank)


@record
class Reply:
    """The lines to show, no wider than the screen; `leave` ends the shell.

    `copied` is a text for the clipboard, if the terminal has one.
    """

    lines: Sequence[Line] = ()
    leave: bool = False
    copied: str = ""


Move: TypeAlias = tuple[Session, Reply]
"""The session after a line, and the reply to it."""


def reply(session: Session, text: str, style: Style = Style.TEXT) -> Move:
    """Return the session as it is, and a text to show."""
    rows = [row for part in text.split("\n") for row in wrap(line(part, style), session.screen.columns)]
    return session, Reply(rows)
