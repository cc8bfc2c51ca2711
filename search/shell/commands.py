"""The commands of the shell: one table, from which come what a line does, the help and the completion."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from index.engine import Sort
from index.fields import BY_NAME
from search.errors import SearchError
from search.language import Tree, parse, tree
from search.shell import help as help_
from search.shell.entities import entities, merge, show
from search.shell.session import Move, Reply, Session, back, count, forward, narrow, order, read, told

FORM = re.compile(r":\s*([^\W\d_]*)\s*(.*)", re.DOTALL)
"""A command: its name, its argument; `:o3` needs no blank."""


TOPICS = ("query", "fields")
"""The pages of the help beside the first."""


class Argument(Enum):
    """What completes the argument of a command."""

    NOTHING = auto()
    FILTER = auto()
    FILTER_SET = auto()
    FACET = auto()
    ENTITIES = auto()
    NAMES = auto()
    SORT = auto()
    TOPIC = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """A command, its short form, what it takes, and what it does."""

    name: str
    short: str
    takes: str
    description: str
    example: str
    run: Callable[[Session, str], Move]
    argument: Argument = Argument.NOTHING


def find(name: str) -> Command:
    """Return the command of a name, of its short form or of the start of one name alone.

    Raises:
        SearchError: there is none.
    """
    for command in COMMANDS:
        if name in (command.name, command.short):
            return command
    begun = [command for command in COMMANDS if name and command.name.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    near = get_close_matches(name, [command.name for command in COMMANDS], n=1)
    advice = f"did you mean :{near[0]}?" if near else "type :help for all of them"
    raise SearchError(f"there is no command :{name}: {advice}")


def split(line: str) -> tuple[str, str]:
    """Return the name and the argument of a line that begins with a colon.

    >>> split(":filter person:hammouchi"), split(": o3")
    (('filter', 'person:hammouchi'), ('o', '3'))
    """
    form = FORM.match(line)
    return (form[1].lower(), form[2]) if form else ("", "")


def run(session: Session, line: str) -> Move:
    """Do what a line that begins with a colon says; a colon alone is `:help`.

    Raises:
        SearchError: there is no such command, or its argument is wrong.
    """
    name, argument = split(line)
    if not name and re.fullmatch("[0-9]{1,9}", argument):
        name = "open"
    return find(name or "help").run(session, argument)


def fields_of(clause: Tree) -> set[str]:
    """Return the fields that a filter is about; of words of the whole text, `text`.

    >>> sorted(fields_of(parse("place:rabat OR -date:2025")))
    ['date', 'place']
    """
    return {_field(leaf) for leaf in tree.leaves(clause)}


def _field(leaf: tree.Leaf) -> str:
    match leaf:
        case tree.Dates():
            return "date"
        case tree.Form() | tree.Everything():
            return "text"
        case _:
            return leaf.field or "text"


def _open(session: Session, argument: str) -> Move:
    if not re.fullmatch("[0-9]{1,9}", argument):
        raise SearchError(":open takes the number of a result: type for instance :open 3")
    return read(session, int(argument))


def _next(session: Session, argument: str) -> Move:
    _alone("next", argument)
    return forward(session)


def _prev(session: Session, argument: str) -> Move:
    _alone("prev", argument)
    return back(session)


def _filter(session: Session, argument: str) -> Move:
    if not argument:
        return told(session, _listed(session.filters))
    typed = parse(argument)
    added = typed.clauses if isinstance(typed, tree.Words | tree.And) else (typed,)
    return narrow(session, tuple(dict.fromkeys((*session.filters, *added))))


def _drop(session: Session, argument: str) -> Move:
    filters = session.filters
    if not filters:
        return told(session, "no filter is set: :filter date:2025-11 would set one")
    field = BY_NAME.get(argument.lower().rstrip(":"))
    if argument == "all":
        kept: tuple[Tree, ...] = ()
    elif not argument:
        kept = filters[:-1]
    elif re.fullmatch("[0-9]{1,9}", argument) and 1 <= int(argument) <= len(filters):
        kept = tuple(clause for number, clause in enumerate(filters, 1) if number != int(argument))
    else:
        kept = tuple(clause for clause in filters if not field or field.name not in fields_of(clause))
    if kept == filters:
        raise SearchError(f":drop {argument} is none of the filters, which are\n{_listed(filters)}")
    return narrow(session, kept)


def _facets(session: Session, argument: str) -> Move:
    return count(session, argument.lower().rstrip(":"))


def _sort(session: Session, argument: str) -> Move:
    orders = [sort for sort in Sort if argument and sort.startswith(argument.lower())]
    if len(orders) != 1:
        raise SearchError(f":sort takes one of {', '.join(Sort)}: the order is now {session.sort}")
    return order(session, orders[0])


def _help(session: Session, argument: str) -> Move:
    width = session.screen.columns
    match argument.lower():
        case "":
            return session, Reply(help_.commands([_told(command) for command in COMMANDS], width))
        case "query":
            return session, Reply(help_.query(width))
        case "fields":
            return session, Reply(help_.fields(width))
    raise SearchError(f":help has no page {argument}: type :help, :help query or :help fields")


def _quit(session: Session, argument: str) -> Move:
    _alone("quit", argument)
    return session, Reply(leave=True)


def _told(command: Command) -> tuple[str, str, str]:
    example = f": {command.example}" if command.takes else ""
    return f":{command.name} {command.takes}", f":{command.short}", command.description + example


def _alone(name: str, argument: str) -> None:
    if argument:
        raise SearchError(f":{name} takes nothing after it: type :{name}")


def _listed(filters: tuple[Tree, ...]) -> str:
    if not filters:
        return "no filter is set: :filter date:2025-11 would set one"
    return "\n".join(f"{number:>3}  {clause}" for number, clause in enumerate(filters, 1))


COMMANDS: tuple[Command, ...] = (
    Command("open", "o", "N", "read a result; its number alone does too", ":open 3", _open),
    Command("next", "n", "", "the next page; an empty line does too", ":next", _next),
    Command("prev", "p", "", "the page before", ":prev", _prev),
    Command("filter", "f", "FIELD:VALUE", "keep only what matches", ":filter date:2025-11",
            _filter, Argument.FILTER),
    Command("drop", "d", "[N|FIELD|all]", "let go of a filter; alone, of the last", ":drop date", _drop,
            Argument.FILTER_SET),
    Command("facets", "fa", "[FIELD]", "count the values in the answer", ":facets person", _facets, Argument.FACET),
    Command("entities", "e", "[FIELD]", "list; show, drop, split N|NAME", ":entities org",
            entities, Argument.ENTITIES),
    Command("entity", "en", "N|NAME", "whom it is named with, and when", ":entity 1", show, Argument.NAMES),
    Command("merge", "m", "N N", "make them one; also NAME = NAME | NAME", ":merge 1 2", merge, Argument.NAMES),
    Command("sort", "s", "ORDER", "relevance, newest or oldest first", ":sort newest", _sort, Argument.SORT),
    Command("help", "h", "[query|fields]", "these pages", ":help query", _help, Argument.TOPIC),
    Command("quit", "q", "", "leave; Ctrl-D does too", ":quit", _quit),
)  # fmt: skip
"""Every command, in the order of the help."""
