"""A command: its options on the command line, and its lines in the shell.

A command shows a value, which the same function makes for both faces; `search.render` has its renderers.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeVar

from index.engine import Sort
from index.names.aliases import Name
from search.commandline.options import Parser
from search.commandline.status import ExitStatus
from search.language import Tree
from search.messages import say
from search.results import Results
from search.searcher import Page

if TYPE_CHECKING:
    from search.entities.curator import Curator  # a query does not need the entities

Answer = TypeVar("Answer")


class Answers(Protocol):
    """An index that is open for the questions of a command or of the shell."""

    def search(self, line: str, page: Page = ..., /) -> Results:
        """Return a page of the answer to a line."""
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
    def table(self) -> tuple[Name, ...]:
        """The names of the table shown last, numbered from 1 on."""
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
    TOPIC = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """A command as a line of the shell: `:name argument`, or in short.

    `takes` is the form of the argument, `description` the code of the text in the help.  `value` makes the value that
    the shell shows, from the state of the shell and from the argument.
    """

    name: str
    short: str
    takes: str
    description: str
    example: str
    value: Callable[[Asked, str], object]
    argument: Argument = Argument.NOTHING


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the command line: the code of its promise, its options, its action; and its faces in the shell."""

    name: str
    promise: str
    options: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], ExitStatus]
    faces: tuple[Face, ...] = ()

    def read(self, words: Sequence[str], index: str | None = None) -> argparse.Namespace:
        """Return the options of the words after the name; `index` is the index that was named before it.

        Raises:
            UsageError: an option or its value is wrong.
        """
        promise = say(self.promise)
        parser = Parser(
            prog=f"manchette {self.name}", description=f"{promise[0].upper()}{promise[1:]}.", index=index
        )
        self.options(parser)
        return parser.read(words)
