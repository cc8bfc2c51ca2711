"""What a command is in the shell: a line, and the value that it shows."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from corpus.records import record
from index.engine import Sort
from index.names.aliases import Name
from search.language import Tree
from search.results import Result, Results
from search.searcher import Page, Searcher

if TYPE_CHECKING:
    from search.entities.curator import Curator  # most lines ask nothing of the entities

Answer = TypeVar("Answer")


class Answers(Protocol):
    """An index that is open for the questions of a command or of the shell."""

    @property
    def home(self) -> Path:
        """The folder of the index."""
        ...

    def search(self, line: str, page: Page = ..., /) -> Results:
        """Return a page of the answer to a line."""
        ...

    def answer(self, request: Callable[[Searcher], Answer], /) -> Answer:
        """Run a request on the searcher, and return its result."""
        ...

    def curated(self, request: "Callable[[Curator], Answer]", /) -> Answer:
        """Run a request on the curator of the entities, and return its result; later answers see its edits."""
        ...


class Asked(Protocol):
    """The state of the shell before a line: the last query, the filters, the order, the table shown last."""

    @property
    def answers(self) -> Answers:
        """The index."""
        ...

    @property
    def rows(self) -> int:
        """The rows of the screen that a reply has room for."""
        ...

    @property
    def line(self) -> str:
        """The last query, "" before the first."""
        ...

    @property
    def filters(self) -> tuple[Tree, ...]:
        """The filters that are set."""
        ...

    @property
    def sort(self) -> Sort:
        """The order of the answers."""
        ...

    @property
    def collapsed(self) -> bool:
        """Whether each story is one result, so that ranks are those of stories."""
        ...

    @property
    def table(self) -> tuple[Name, ...]:
        """The names of the table shown last, numbered from 1 on."""
        ...

    @property
    def marks(self) -> tuple[str, ...]:
        """The ids of the articles that the person marked."""
        ...

    def result(self, rank: int, /) -> Result:
        """Return the result of a rank of the last answer.

        Raises:
            SearchError: nothing was asked yet, or there is no such rank.
        """
        ...


class Argument(Enum):
    """The completion of the argument of a line of the shell."""

    NOTHING = auto()
    FILTER = auto()
    FILTER_SET = auto()
    FACET = auto()
    ENTITIES = auto()
    NAMES = auto()
    SORT = auto()
    SWITCH = auto()
    COUNTS = auto()
    TOPIC = auto()
    SEARCHES = auto()
    TAGS = auto()
    FILE = auto()


@record
class Question:
    """A query that a line of the shell stands for: the shell asks it, and its answer is the last one from then on."""

    line: str


@record
class Face:
    """A command as a line of the shell: `:name argument`, or in short.

    `takes` is the form of the argument, "" for a line that takes none, `description` the code of the text in the help.
    `value` makes the value that the shell shows, from the state of the shell and from the argument; a `Question` is
    answered, the most relevant first.
    """

    name: str
    short: str
    takes: str
    description: str
    example: str
    value: Callable[[Asked, str], object]
    argument: Argument = Argument.NOTHING
