"""The commands of the shell: one table for what a line does, for the help and for the completion.

The moves of a session are the shell's own.  The other commands are the faces that modules of `search.commands` have
in the shell: each makes a value, which the shell shows.
"""

import re
from collections.abc import Callable

from corpus.message import message
from corpus.records import record, replace
from index.engine import Sort
from index.fields import BY_NAME
from search import commands
from search.commandline import names
from search.commandline.articles import is_rank
from search.commandline.face import Argument, Face
from search.errors import SearchError
from search.language import Tree, parse, tree
from search.messages import say
from search.notebook.edits import find as find_search
from search.notebook.searches import read as read_searches
from search.render.clauses import clause_text
from search.render.screenful import ORDER_CODES
from search.shell import cursor, marks, opened
from search.shell import help as help_
from search.shell.moves import (
    accept,
    again,
    ask,
    back,
    collapse,
    count_in,
    forward,
    narrow,
    order,
    show,
)
from search.shell.session import Move, Reply, Session, reply

_COMMAND_LINE = re.compile(r":\s*([^\W\d_]*)\s*(.*)", re.DOTALL)
"""A command: its name, its argument; `:o3` needs no blank."""

_EVERY_FILTER = ("all", "tout", "tous")

SWITCH = {"on": True, "off": False, "oui": True, "non": False}
"""The words that switch something on or off, English and French."""

COUNTED = {"answer": False, "corpus": True, "réponse": False, "reponse": False}
"""The words that say where the values of a page are counted, in the whole index or not."""

_PAGES = ("study", "notebook", "keys")
"""The pages of the help that have commands of their own; the first page has the others."""

TOPICS = ("query", "fields", "dates", *_PAGES)
"""The pages of the help after the first."""

_FRENCH_TOPICS = {
    "requete": "query",
    "champs": "fields",
    "etude": "study",
    "carnet": "notebook",
    "touches": "keys",
}
"""The pages by their French names, without accents."""


@record
class Command:
    """A command: its short form, the form of its argument, the code of its description, what it does.

    `page` is the page of the help that has it, "" the first.
    """

    name: str
    short: str
    takes: str
    description: str
    example: str
    run: Callable[[Session, str], Move]
    argument: Argument = Argument.NOTHING
    page: str = ""


def find(name: str) -> Command:
    """Return the command with a name, English or French, with a short form, or with a name that no other command begins like.

    Raises:
        SearchError: there is no such command.
    """
    by_short = {command.short: command for command in COMMANDS}
    if name in by_short:
        return by_short[name]
    by_name = {command.name: command for command in COMMANDS}
    named = names.named(name, by_name)
    begun = [named] if named else names.begun(name, by_name)
    if len(begun) == 1:
        return by_name[begun[0]]
    near = names.near(name, by_name)
    mend = message("shell.did_you_mean", name=near) if near else message("shell.all_commands")
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
    if not name and is_rank(argument):
        name = "open"
    command = find(name or "help")
    if argument and not command.takes:
        raise SearchError("shell.takes_nothing", name=command.name)
    return command.run(session, argument)


def _fields_of(clause: Tree) -> set[str]:
    """Return the fields that a filter is about; `text` for words of the whole text.

    >>> sorted(_fields_of(parse("place:rabat OR -date:2025")))
    ['date', 'place']
    """
    return {_field(leaf) for leaf in tree.leaves(clause)}


def _field(leaf: tree.Leaf) -> str:
    match leaf:
        case tree.Dates():
            return "date"
        case tree.Like():
            return "like"
        case tree.Form() | tree.Everything():
            return "text"
        case _:
            return leaf.field or "text"


def _open(session: Session, argument: str) -> Move:
    if is_rank(argument):
        return opened.read(session, int(argument))
    return opened.read_by_id(session, argument)


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
        kept = tuple(clause for clause in filters if not field or field.name not in _fields_of(clause))
    if kept == filters:
        raise SearchError("shell.not_a_filter", typed=argument, filters=_listed(filters))
    return narrow(session, kept)


def _sort(session: Session, argument: str) -> Move:
    orders = names.begun(argument, Sort)
    if len(orders) != 1:
        raise SearchError("shell.sort_takes", order=message(ORDER_CODES[session.sort]))
    return order(session, Sort(orders[0]))


def _run_saved(session: Session, argument: str) -> Move:
    """Answer a saved search, which has its filters in its query: the filters of the session are let go of."""
    if not argument:
        raise SearchError("notebook.run_takes")
    saved = find_search(read_searches(session.answers.home), argument)
    return ask(replace(session, filters=()), saved.query)


def _collapse(session: Session, argument: str) -> Move:
    switch = argument.lower()
    if switch not in SWITCH:
        state = say("shell.collapsed" if session.collapsed else "shell.not_collapsed")
        raise SearchError("shell.collapse_takes", state=state)
    return collapse(session, SWITCH[switch])


def _help(session: Session, argument: str) -> Move:
    columns = session.screen.columns
    match _FRENCH_TOPICS.get(names.bare(argument), argument.lower()):
        case "":
            return session, Reply(help_.commands(_rows(""), columns))
        case "query":
            return session, Reply(help_.query(columns))
        case "fields":
            return session, Reply(help_.fields(columns))
        case "dates":
            return session, Reply(help_.dates(columns))
        case "study":
            return session, Reply(help_.study(_rows("study"), columns))
        case "notebook":
            return session, Reply(help_.notebook(_rows("notebook"), columns))
        case "keys":
            return session, Reply(help_.keys(columns))
    raise SearchError("shell.no_help_page", page=argument)


def _quit(session: Session) -> Move:
    return session, Reply(leave=True)


def _rows(page: str) -> list[tuple[str, str, str]]:
    """Return the rows of the commands that a page of the help has."""
    return [_row(command) for command in COMMANDS if command.page == page]


def _page(name: str) -> str:
    """Return the page of the help that has the lines of a command: that of its room, if there is one."""
    room = commands.room(name)
    return room if room in _PAGES else ""


def _row(command: Command) -> tuple[str, str, str]:
    """Return the row of a command in the help: its form, its short form, its description with an example."""
    name, description = names.shown(command.name), say(command.description)
    if command.takes:
        example = names.argument(command.example.replace(f":{command.name}", f":{name}", 1))
        description = say("shell.with_example", description=description, example=example)
    return f":{name} {names.argument(command.takes)}", f":{command.short}", description


def _alone(move: Callable[[Session], Move]) -> Callable[[Session, str], Move]:
    """Return a move as the command that takes no argument: `run` lets none through."""
    return lambda session, _: move(session)


def _listed(filters: tuple[Tree, ...]) -> str:
    return "\n".join(f"{number:>3}  {clause_text(clause)}" for number, clause in enumerate(filters, 1))


def _of_face(face: Face, page: str) -> Command:
    """Return the command that shows the value of a face, and that a page of the help has."""
    return Command(
        face.name,
        face.short,
        face.takes,
        face.description,
        face.example,
        lambda session, argument: show(session, face.value(session, argument)),
        face.argument,
        page,
    )


_OF_KEYS: tuple[Command, ...] = (
    Command("browse", "b", "", "browser.browse", ":browse", _alone(cursor.browse), page="keys"),
    Command("down", "dn", "[N|page|end]", "browser.down", ":down 5", cursor.down, page="keys"),
    Command("up", "u", "[N|page|end]", "browser.up", ":up page", cursor.up, page="keys"),
    Command("article", "a", "next|prev", "browser.article", ":article next", opened.article, page="keys"),
    Command("match", "ma", "next|prev", "browser.match", ":match next", opened.match, page="keys"),
    Command("mark", "mk", "[N …]", "browser.mark", ":mark 1 2", marks.mark, page="keys"),
    Command("marks", "ms", "", "browser.marks", ":marks", _alone(marks.marks), page="keys"),
    Command("cite", "ci", "[N]", "browser.cite", ":cite 1", opened.cite, page="keys"),
    Command("raw", "rw", "[N]", "browser.raw", ":raw 1", opened.raw, page="keys"),
    Command("close", "cl", "", "browser.close", ":close", _alone(opened.close), page="keys"),
)
"""The commands that keys of the full screen stand for; the page of the keys has them."""

COMMANDS: tuple[Command, ...] = (
    Command("open", "o", "N|ID", "shell.open", ":open 3", _open),
    Command("next", "n", "", "shell.next", ":next", _alone(forward)),
    Command("prev", "p", "", "shell.prev", ":prev", _alone(back)),
    Command("results", "r", "", "shell.results", ":results", _alone(again)),
    Command("yes", "y", "", "shell.yes", ":yes", _alone(accept)),
    Command("filter", "f", "FIELD:VALUE", "shell.filter", ":filter date:2025-11", _filter, Argument.FILTER),
    Command("drop", "d", "[N|FIELD|all]", "shell.drop", ":drop date", _drop, Argument.FILTER_SET),
    *(_of_face(face, _page(name)) for name in commands.COMMAND_NAMES for face in commands.load(name).faces),
    Command("run", "ru", "NAME", "shell.run", ":run climat", _run_saved, Argument.SEARCHES, "notebook"),
    Command("sort", "s", "ORDER", "shell.sort", ":sort newest", _sort, Argument.SORT),
    Command("collapse", "c", "on|off", "shell.collapse", ":collapse off", _collapse, Argument.SWITCH),
    Command("counts", "ct", "answer|corpus", "shell.counts", ":counts corpus", _counts, Argument.COUNTS),
    Command("help", "h", "[PAGE]", "shell.help", ":help query", _help, Argument.TOPIC),
    Command("quit", "q", "", "shell.quit", ":quit", _alone(_quit)),
    *_OF_KEYS,
)
"""Every command, in the order of the help."""
