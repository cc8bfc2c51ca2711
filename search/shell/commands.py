"""The commands of the shell: one table for what a line does, for the help and for the completion.

The moves of a session are the shell's own.  The other commands are the faces that modules of `search.commands` have
in the shell: each makes a value, which the shell shows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from corpus.message import message
from index.engine import Sort
from index.fields import BY_NAME
from search import commands
from search.commandline.face import Argument, Face
from search.commandline.search_options import FRENCH_ORDERS
from search.errors import SearchError
from search.language import Tree, parse, tree
from search.messages import say
from search.shell import cursor, marks, opened
from search.shell import help as help_
from search.shell.moves import accept, again, back, collapse, count_in, forward, narrow, order, show
from search.shell.session import Move, Reply, Session, reply

_COMMAND_LINE = re.compile(r":\s*([^\W\d_]*)\s*(.*)", re.DOTALL)
"""A command: its name, its argument; `:o3` needs no blank."""

_FRENCH_NAMES = {
    "aide": "help", "filtre": "filter", "filtrer": "filter", "tri": "sort", "trier": "sort", "ouvrir": "open",
    "quitter": "quit", "suivant": "next", "suivante": "next", "précédent": "prev", "précédente": "prev",
    "bas": "down", "haut": "up", "parcourir": "browse", "marquer": "mark", "marques": "marks", "citer": "cite",
    "brut": "raw", "fermer": "close", "correspondance": "match",
    "retirer": "drop", "facettes": "facets", "expliquer": "explain", "regrouper": "collapse", "oui": "yes", "résultats": "results",
}  # fmt: skip
"""The commands by their French names."""

_EVERY_FILTER = ("all", "tout", "tous")

SWITCH = {"on": True, "off": False, "oui": True, "non": False}
"""The words that switch something on or off, English and French."""

COUNTED = {"answer": False, "corpus": True, "réponse": False, "reponse": False}
"""The words that say where the values of a page are counted, in the whole index or not."""

TOPICS = ("query", "fields", "dates", "keys")
"""The pages of the help after the first."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its short form, the form of its argument, the code of its description, what it does."""

    name: str
    short: str
    takes: str
    description: str
    example: str
    run: Callable[[Session, str], Move]
    argument: Argument = Argument.NOTHING


def find(name: str) -> Command:
    """Return the command with a name, English or French, with a short form, or with a name that no other command begins like.

    Raises:
        SearchError: there is no such command.
    """
    name = _FRENCH_NAMES.get(name, name)
    for command in COMMANDS:
        if name in (command.name, command.short):
            return command
    begun = [command for command in COMMANDS if name and command.name.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    near = get_close_matches(name, [command.name for command in COMMANDS], n=1)
    mend = message("shell.did_you_mean", name=near[0]) if near else message("shell.all_commands")
    raise SearchError("shell.no_command", name=name, mend=mend)


def split(line: str) -> tuple[str, str]:
    """Return the name and the argument of a line that begins with a colon.

    >>> split(":filter person:hammouchi"), split(": o3")
    (('filter', 'person:hammouchi'), ('o', '3'))
    """
    form = _COMMAND_LINE.match(line)
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
    """Return the fields that a filter is about; `text` for words of the whole text.

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
        raise SearchError("shell.open_takes_number")
    return opened.read(session, int(argument))


def _next(session: Session, argument: str) -> Move:
    _alone("next", argument)
    return forward(session)


def _prev(session: Session, argument: str) -> Move:
    _alone("prev", argument)
    return back(session)


def _results(session: Session, argument: str) -> Move:
    _alone("results", argument)
    return again(session)


def _yes(session: Session, argument: str) -> Move:
    _alone("yes", argument)
    return accept(session)


def _counts(session: Session, argument: str) -> Move:
    if argument.lower() not in COUNTED:
        state = say("page.in_all_articles" if session.of_corpus else "page.in_the_answer")
        raise SearchError("shell.counts_takes", state=state)
    return count_in(session, corpus=COUNTED[argument.lower()])


def _filter(session: Session, argument: str) -> Move:
    if not argument:
        return reply(session, _listed(session.filters) or say("shell.no_filter"))
    typed = _dates(argument) or parse(argument)
    added = typed.clauses if isinstance(typed, tree.Words | tree.And) else (typed,)
    return narrow(session, tuple(dict.fromkeys((*session.filters, *added))))


def _dates(argument: str) -> Tree | None:
    """Return the days of a bound, which nobody types for its words: `since lundi dernier`."""
    from search.language import days  # 6 ms, and most filters have no date

    return tree.Dates(argument) if days.is_bound(argument) else None


def _drop(session: Session, argument: str) -> Move:
    filters = session.filters
    if not filters:
        return reply(session, say("shell.no_filter"))
    field = BY_NAME.get(argument.lower().rstrip(":"))
    if argument.lower() in _EVERY_FILTER:
        kept: tuple[Tree, ...] = ()
    elif not argument:
        kept = filters[:-1]
    elif re.fullmatch("[0-9]{1,9}", argument) and 1 <= int(argument) <= len(filters):
        kept = tuple(clause for number, clause in enumerate(filters, 1) if number != int(argument))
    else:
        kept = tuple(clause for clause in filters if not field or field.name not in fields_of(clause))
    if kept == filters:
        raise SearchError("shell.not_a_filter", typed=argument, filters=_listed(filters))
    return narrow(session, kept)


def _sort(session: Session, argument: str) -> Move:
    typed = argument.lower()
    orders = [sort for sort in Sort if typed and sort.startswith(typed)]
    orders = orders or list(
        {sort for name, sort in FRENCH_ORDERS.items() if typed and name.startswith(typed)}
    )
    if len(orders) != 1:
        raise SearchError("shell.sort_takes", orders=", ".join(Sort), order=session.sort.value)
    return order(session, orders[0])


def _collapse(session: Session, argument: str) -> Move:
    switch = argument.lower()
    if switch not in SWITCH:
        state = say("shell.collapsed" if session.collapsed else "shell.not_collapsed")
        raise SearchError("shell.collapse_takes", state=state)
    return collapse(session, SWITCH[switch])


def _help(session: Session, argument: str) -> Move:
    session = replace(session, choices=())
    columns = session.screen.columns
    match argument.lower():
        case "":
            shown = [_row(command) for command in COMMANDS if command not in _OF_KEYS]
            return session, Reply(help_.commands(shown, columns))
        case "query":
            return session, Reply(help_.query(columns))
        case "fields":
            return session, Reply(help_.fields(columns))
        case "dates":
            return session, Reply(help_.dates(columns))
        case "keys":
            return session, Reply(help_.keys(columns))
    raise SearchError("shell.no_help_page", page=argument)


def _quit(session: Session, argument: str) -> Move:
    _alone("quit", argument)
    return session, Reply(leave=True)


def _row(command: Command) -> tuple[str, str, str]:
    """Return the row of a command in the help: its form, its short form, its description with an example."""
    description = say(command.description)
    if command.takes:
        description = say("shell.with_example", description=description, example=command.example)
    return f":{command.name} {command.takes}", f":{command.short}", description


def _alone(name: str, argument: str) -> None:
    if argument:
        raise SearchError("shell.takes_nothing", name=name)


def _listed(filters: tuple[Tree, ...]) -> str:
    return "\n".join(f"{number:>3}  {clause}" for number, clause in enumerate(filters, 1))


def _of_face(face: Face) -> Command:
    """Return the command that shows the value of a face."""
    return Command(
        face.name,
        face.short,
        face.takes,
        face.description,
        face.example,
        lambda session, argument: show(session, face.value(session, argument)),
        face.argument,
    )


_OF_KEYS: tuple[Command, ...] = (
    Command("browse", "b", "", "browser.browse", ":browse", cursor.browse),
    Command("down", "dn", "[N|page|end]", "browser.down", ":down 5", cursor.down),
    Command("up", "u", "[N|page|end]", "browser.up", ":up page", cursor.up),
    Command("article", "a", "next|prev", "browser.article", ":article next", opened.article),
    Command("match", "ma", "next|prev", "browser.match", ":match next", opened.match),
    Command("mark", "mk", "[N …]", "browser.mark", ":mark 1 2", marks.mark),
    Command("marks", "ms", "", "browser.marks", ":marks", marks.marks),
    Command("cite", "ci", "[N]", "browser.cite", ":cite 1", opened.cite),
    Command("raw", "rw", "[N]", "browser.raw", ":raw 1", opened.raw),
    Command("close", "cl", "", "browser.close", ":close", opened.close),
)
"""The commands that keys of the full screen stand for; the page of the keys has them."""

COMMANDS: tuple[Command, ...] = (
    Command("open", "o", "N", "shell.open", ":open 3", _open),
    Command("next", "n", "", "shell.next", ":next", _next),
    Command("prev", "p", "", "shell.prev", ":prev", _prev),
    Command("results", "r", "", "shell.results", ":results", _results),
    Command("yes", "y", "", "shell.yes", ":yes", _yes),
    Command("filter", "f", "FIELD:VALUE", "shell.filter", ":filter date:2025-11", _filter, Argument.FILTER),
    Command("drop", "d", "[N|FIELD|all]", "shell.drop", ":drop date", _drop, Argument.FILTER_SET),
    *(_of_face(face) for name in commands.COMMAND_NAMES for face in commands.load(name).faces),
    Command("sort", "s", "ORDER", "shell.sort", ":sort newest", _sort, Argument.SORT),
    Command("collapse", "c", "on|off", "shell.collapse", ":collapse off", _collapse, Argument.SWITCH),
    Command("counts", "ct", "WHERE", "shell.counts", ":counts corpus", _counts, Argument.COUNTS),
    Command("help", "h", "[PAGE]", "shell.help", ":help query", _help, Argument.TOPIC),
    Command("quit", "q", "", "shell.quit", ":quit", _quit),
    *_OF_KEYS,
)
"""Every command, in the order of the help."""
