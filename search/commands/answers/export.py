"""`manchette export`, and `:export` in the shell: take a whole answer away as a file, or the marked articles."""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from corpus.message import Message
from corpus.records import replace
from index.building.report import Progress
from index.engine import Sort
from search.commandline import progress, search_options
from search.commandline.articles import is_marks, named_in_shell
from search.commandline.command import Command
from search.commandline.face import Argument, Asked, Face
from search.commandline.opening import open_index
from search.commandline.options import Parser, UsageError, add_fields, add_limit, add_words, is_typed
from search.commandline.output import fresh
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, note
from search.errors import SearchError
from search.language import parse
from search.messages import say
from search.render.csv import DIALECTS
from search.render.exported import Exported
from search.render.exports.table import BY_NAME, SUFFIXES, Choice, ExportFormat, of_file
from search.render.fields import PASSAGE, PRINTINGS, typed
from search.results import Result
from search.searcher import Page, Searcher, narrowed
from search.study.selection import Parts, Selection, answered, marked

_FILE = re.compile(r"""(?:"(?P<quoted>[^"]+)"|(?P<plain>\S+))\s*(?P<rest>.*)""", re.DOTALL)
"""The name of a file, in quotes where it has blanks, then the words of a query."""

_ARTICLES_PER_REPORT = 50
"""Articles between two reports of the progress."""


def _options(parser: Parser) -> None:
    add_words(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help=say("option.output", suffixes=" ".join(SUFFIXES))
    )
    parser.add_argument(
        "--format",
        choices=tuple(BY_NAME),
        metavar="NAME",
        help=say("option.export_format", names=", ".join(BY_NAME)),
    )
    add_fields(parser)
    parser.add_argument("--dialect", choices=tuple(DIALECTS), help=say("option.dialect"))
    parser.add_argument("--title", default="", help=say("option.title"))
    parser.add_argument("--force", action="store_true", help=say("option.force"))
    add_limit(parser, 0, say("option.limit_export"))
    search_options.add_sort(parser)
    search_options.add_narrowing(parser)
    parser.add_argument(
        "--collapse", action=argparse.BooleanOptionalAction, default=None, help=say("option.collapse_export")
    )


def _run(options: argparse.Namespace) -> ExitStatus:
    known = _format(options)
    choice = _choice(known, options)
    page = replace(
        search_options.narrowing(options),
        sort=Sort(options.sort),
        limit=options.limit,
        folded=known.is_folded if options.collapse is None else options.collapse,
    )
    with open_index(options) as index:
        taken = answered(index.searcher, search_options.line(options.words), page, _parts(choice))
        if taken.relaxed:
            complain("command.relaxed")
        if not taken.count:
            complain("command.nothing_found")
            return ExitStatus.NOTHING_FOUND
        if not options.output:
            _write_out(known, taken, choice)
            return ExitStatus.FOUND
        with progress.shown(sys.stderr) as show:
            exported = _written(known, taken, choice, Path(options.output), show, force=options.force)
    note(exported)
    return ExitStatus.FOUND


def _format(options: argparse.Namespace) -> ExportFormat:
    """Return the format that the options name, or that of the file.

    Raises:
        UsageError: the format needs a file.
    """
    if options.output and not is_typed(options, "format"):
        return of_file(options.output)
    known = BY_NAME[options.format or "csv"]
    if known.save and not options.output:
        raise UsageError("export.needs_output", format=known.name)
    return known


def _choice(known: ExportFormat, options: argparse.Namespace) -> Choice:
    """Return the fields and the dialect that the options choose.

    Raises:
        UsageError: the format has fields of its own, or no dialect.
    """
    if is_typed(options, "fields") and not known.fields:
        chosen = ", ".join(name for name, other in BY_NAME.items() if other.fields)
        raise UsageError("export.own_fields", format=known.name, formats=chosen)
    if is_typed(options, "dialect") and known.name != "csv":
        raise UsageError("export.no_dialect", format=known.name)
    if is_typed(options, "title") and known.name != "html":
        raise UsageError("export.no_title", format=known.name)
    return Choice(
        typed(options.fields) if options.fields and known.fields else known.fields,
        DIALECTS[options.dialect or "plain"],
        options.title,
    )


def _parts(choice: Choice) -> Parts:
    return Parts(passages=PASSAGE in choice.fields, printings=PRINTINGS in choice.fields)


class _Counted:
    """Results, counted as they are taken, and reported now and then."""

    def __init__(self, taken: Selection, show: Callable[[Progress], None]) -> None:
        self._taken = taken
        self._show = show
        self.number = 0

    def __iter__(self) -> Iterator[Result]:
        for result in self._taken.results:
            self.number += 1
            yield result
            if self.number % _ARTICLES_PER_REPORT == 0:
                self._show(Progress(self.number, self.number, self._taken.count))


def _silent(_: Progress) -> None:
    """Show nothing: the line of the shell is no place for a bar."""


def _write_out(known: ExportFormat, taken: Selection, choice: Choice) -> None:
    for part in known.parts(taken, choice) if known.parts else ():
        sys.stdout.write(part)


def _written(
    known: ExportFormat,
    taken: Selection,
    choice: Choice,
    path: Path,
    show: Callable[[Progress], None] = _silent,
    *,
    force: bool = False,
) -> Exported:
    """Write a file or a folder, and return what is to be said of it.

    Raises:
        SearchError: there is a file of this name, or the system refuses to write.
    """
    counted = _Counted(taken, show)
    taken = replace(taken, results=iter(counted))
    with fresh(path, is_folder=known.is_folder, force=force) as beside:
        remarks = _saved(known, taken, choice, beside)
    query = str(narrowed(parse(taken.line), taken.page.filters)) if taken.line else ""
    return Exported(str(path), known.name, counted.number, query, tuple(remarks))


def _saved(known: ExportFormat, taken: Selection, choice: Choice, path: Path) -> Sequence[Message]:
    """Write to a path, and return the remarks of the format."""
    if known.save:
        return known.save(taken, choice, path)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(known.parts(taken, choice) if known.parts else ())
    return ()


def _path(name: str) -> Path:
    """Return the path of a name that is typed in the shell: `~` is the home of the person, `~x` that of x if there is one."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def _export(asked: Asked, argument: str) -> Exported:
    """Write the answer to the last query with its filters, or to a query behind the name of the file, or the marks.

    Raises:
        SearchError: no file is named, nothing was asked or marked yet, or the file cannot be written.
    """
    first, _, rest = argument.partition(" ")
    of_marks = is_marks(first)
    named = _FILE.fullmatch(rest if of_marks else argument)
    if not named:
        raise SearchError("export.takes")
    name, words = named["quoted"] or named["plain"], named["rest"]
    known, path = of_file(name), _path(name)
    choice = Choice(known.fields)
    if of_marks:
        ids = named_in_shell(asked, first)
        return asked.answers.answer(
            lambda searcher: _written(known, marked(searcher, ids, _parts(choice)), choice, path)
        )
    line = search_options.asked_line(asked, words, "export.nothing_asked")
    page = Page(limit=0, sort=asked.sort, filters=asked.filters, folded=known.is_folded)

    def write(searcher: Searcher) -> Exported:
        taken = answered(searcher, line, page, _parts(choice))
        if not taken.count:
            raise SearchError("export.nothing_found")
        return _written(known, taken, choice, path)

    return asked.answers.answer(write)


COMMAND = Command(
    "export",
    _options,
    _run,
    faces=(Face("export", "x", "FILE [QUERY]", "shell.export", ":export a.csv", _export, Argument.FILE),),
)
