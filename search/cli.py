"""The command line: what was typed becomes one call of the library, what it returns becomes output.

Data go to standard output, all else to standard error.  This is the only module that reads the arguments,
the environment and the streams, and the only one that catches every error.
"""

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from corpus import CorpusError
from index import aliases, manifest, open_catalog, open_engine, open_names
from index.aliases import Aliases
from index.engine import Sort
from index.errors import IndexFailure
from search import arguments
from search.errors import SearchError
from search.facets import SHOWN
from search.language import Tree, days, tree
from search.render import notices, plain
from search.render.inert import inert
from search.render.lines import Line
from search.results import Results
from search.searcher import Page, Searcher
from search.status import ExitStatus

if TYPE_CHECKING:
    from search.curator import Curator


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    sys.stdout, sys.stderr = (_stream(stream) for stream in (sys.stdout, sys.stderr))
    try:
        status = run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except (CorpusError, IndexFailure, SearchError) as error:
        complain(str(error))
        return ExitStatus.ERROR
    except BrokenPipeError:
        # What reads our output has had enough: not our error, and Python must not say so at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.FOUND
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except OSError as error:
        complain(f"{error.filename or 'the system'}: {error.strerror or error}")
        return ExitStatus.ERROR
    return status


def _stream(stream: TextIO | None) -> TextIO:
    """Return the stream in UTF-8; a closed one leads nowhere, and is no error."""
    stream = stream or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def complain(message: str) -> None:
    """Write a message to standard error; whatever it quotes is made harmless."""
    sys.stderr.write(plain.message(f"manchette: {message}"))


def run(argv: Sequence[str]) -> ExitStatus:
    """Run a command line.

    Raises:
        SearchError, IndexFailure, CorpusError: what a person can mend.
    """
    options = arguments.read(argv)
    if options.version:
        from importlib.metadata import version

        sys.stdout.write(f"manchette {version('manchette')}\n")
        return ExitStatus.FOUND
    if options.command is None:
        options = arguments.read([*argv, "shell"])
    return RUN[options.command](options)


def place(options: argparse.Namespace) -> Path:
    """Return the folder of the index: the one that was named, else the nearest from here upwards."""
    return named(options) or manifest.find(Path.cwd())


def named(options: argparse.Namespace) -> Path | None:
    """Return the folder of the index that was named: `.manchette`, or the folder that holds it."""
    if not options.index:
        return None
    folder = Path(options.index).absolute()
    return folder if folder.name == manifest.FOLDER else folder / manifest.FOLDER


def opened(folder: Path) -> Searcher:
    """Return a searcher of an index."""
    return Searcher(open_engine(folder), open_names(folder))


def _index(options: argparse.Namespace) -> ExitStatus:
    from index.build import build
    from search.progress import shown

    folder = named(options)
    if folder is None:
        try:
            folder = manifest.find(Path.cwd())
        except IndexFailure:
            folder = Path.cwd() / manifest.FOLDER
    # A service that stops a build asks with SIGTERM: it is given the time to let go of the index, as Ctrl-C is.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with shown(sys.stderr) as progress:
        report = build(
            folder,
            [Path(path).absolute() for path in options.paths],
            columns=options.map,
            engine=options.engine,
            entities=options.entities,
            vectors=options.vectors,
            rebuild=options.rebuild,
            progress=progress,
        )
    sys.stderr.write(notices.report(report))
    if options.json:
        from search.render import json

        sys.stdout.write(json.report(report))
    return ExitStatus.FOUND


def _query(options: argparse.Namespace) -> ExitStatus:
    page = Page(
        limit=0 if options.count else options.limit,
        offset=options.offset,
        sort=Sort(options.sort),
        matching=options.matching,
        facets=tuple(options.facet),
        filters=_bounds(options),
        values=SHOWN if options.format == "text" else None,
    )
    results = opened(place(options)).search(_line(options.words), page)
    if options.explain:
        sys.stderr.write(notices.explanation(results))
    if results.relaxed and not (options.format == "text" and sys.stdout.isatty()):  # there the page says so
        complain("no article has these words together: these have some of them")
    if options.count:
        sys.stdout.write(f"{results.total.count}\n")
    elif results.total.count or options.format != "text":
        sys.stdout.write(_answer(results, options))
    else:
        complain("no article: type fewer words or other ones; ~ after a word finds spellings close by")
    return ExitStatus.FOUND if results.total.count else ExitStatus.NOTHING_FOUND


def _line(words: Sequence[str]) -> str:
    """Return the query of the words of a command line; without any, every article is asked for."""
    return " ".join(words) if words else "*"


def _bounds(options: argparse.Namespace) -> tuple[Tree, ...]:
    """Return the filters of `--since` and `--until`.

    Raises:
        DateError: one of them is no day.
    """
    bounds = [(">=", options.since), ("<=", options.until)]
    filters = tuple(tree.Dates(f"{sign}{day}") for sign, day in bounds if day)
    for dates in filters:
        days.check(dates.expression)
    return filters


def _answer(results: Results, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            from search.render import json

            return json.results(results)
        case "jsonl":
            from search.render import json

            return json.lines(results)
        case "csv":
            from search.render import csv

            return csv.results(results)
        case "ids":
            return "".join(f"{inert(result.article.id)}\n" for result in results.results)
        case _:
            from search.render.page import page

            return _dressed(page(results, _columns()), options)


def _columns() -> int:
    """Return the width of the terminal; 80 where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 80


def _dressed(lines: Sequence[Line], options: argparse.Namespace) -> str:
    """Return lines with a look on a terminal, plain elsewhere, as `--color` and the environment ask."""
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if options.color == "never" or (options.color == "auto" and not terminal):
        return plain.text(lines)
    from search.render import terminal as dressed

    return dressed.ansi(lines, colour=options.color == "always" or not os.environ.get("NO_COLOR"))


def _show(options: argparse.Namespace) -> ExitStatus:
    folder = place(options)
    if options.raw:
        raw = open_catalog(folder).raw(options.id)
        if raw is None:
            raise SearchError(f"there is no article {options.id!r}: type its id as manchette query shows it")
        sys.stdout.write(raw if not sys.stdout.isatty() else plain.message(raw))
        return ExitStatus.FOUND
    from search.curator import Curator
    from search.render.reading import reading

    searcher = opened(folder)
    article = searcher.article(options.id)
    if article is None:
        raise SearchError(f"there is no article {options.id!r}: type its id as manchette query shows it")
    entities = Curator(searcher, folder).spans(article.id)
    sys.stdout.write(_dressed(reading(article, _columns(), entities=entities), options))
    return ExitStatus.FOUND


def _facets(options: argparse.Namespace) -> ExitStatus:
    searcher = opened(place(options))
    results = searcher.search(_line(options.words), Page(limit=0, facets=(options.field,)))
    buckets = results.facets[options.field]
    if not buckets:
        complain(f"no {options.field} in {results.total.count} articles")
    shown = buckets[: options.limit] if options.limit else buckets
    match options.format:
        case "json":
            from search.render import json

            sys.stdout.write(json.facet(options.field, shown))
        case "csv":
            from search.render import csv

            sys.stdout.write(csv.facet(shown))
        case _ if buckets:
            from search.render.panel import table

            sys.stdout.write(plain.text(table(options.field, shown, _columns())))
    return ExitStatus.FOUND if buckets else ExitStatus.NOTHING_FOUND


def _entities(options: argparse.Namespace) -> ExitStatus:
    from search.curator import Curator

    folder = place(options)
    curator = Curator(opened(folder), folder)
    _warn_of_aliases(folder, curator.names.aliases)
    match options.action:
        case "list":
            return _list(curator, options)
        case "show":
            return _show_entity(curator, options)
    return _edit(curator, options)


def _warn_of_aliases(folder: Path, found: Aliases) -> None:
    sys.stderr.write(notices.unread(folder / aliases.NAME, found.unread))


def _list(curator: "Curator", options: argparse.Namespace) -> ExitStatus:
    every = curator.rows(options.words or aliases.ENTITIES)
    rows = curator.merged(every[: options.limit] if options.limit else every)
    match options.format:
        case "json":
            from search.render import json

            sys.stdout.write(json.entities(rows, curator.names.aliases))
        case "csv":
            from search.render import csv

            sys.stdout.write(csv.entities(rows))
        case _:
            from search.render.entity import listing, yours

            lines = [*listing(rows, _columns()), *yours(curator.names.aliases, _columns())]
            sys.stdout.write(_dressed(lines, options))
    if not rows:
        complain(f"no {' or '.join(options.words) or 'entity'} in this index")
    return ExitStatus.FOUND if rows else ExitStatus.NOTHING_FOUND


def _show_entity(curator: "Curator", options: argparse.Namespace) -> ExitStatus:
    if len(options.words) != 1 or options.format == "csv":
        raise arguments.UsageError('type one name, and no format but json: manchette entities show "NAME"')
    entity = curator.entity(aliases.Name.read(options.words[0]))
    if options.format == "json":
        from search.render import json

        sys.stdout.write(json.entity(entity))
    else:
        from search.render.entity import page

        sys.stdout.write(_dressed(page(entity, _columns()), options))
    return ExitStatus.FOUND


def _edit(curator: "Curator", options: argparse.Namespace) -> ExitStatus:
    from search.edits import Action, Edit, apply

    names = tuple(map(aliases.Name.read, options.words))
    action = Action(options.action)
    if len(names) < (2 if action is Action.MERGE else 1):
        raise arguments.UsageError(f"{action} which names? type manchette entities --help")
    each = [names] if action is Action.MERGE else [(name,) for name in names]
    for edited in apply(curator, [Edit(action, words) for words in each]):
        sys.stderr.write(notices.edited(edited))
    return ExitStatus.FOUND


def _status(options: argparse.Namespace) -> ExitStatus:
    from search.overview import overview

    sys.stdout.write(notices.overview(overview(place(options))))
    return ExitStatus.FOUND


def _check(options: argparse.Namespace) -> ExitStatus:
    from index.check import check

    folder = place(options)
    problems = list(check(folder))
    sys.stderr.write(notices.problems(problems) if problems else f"{folder}: the index is sound\n")
    _warn_of_aliases(folder, aliases.read(folder))
    return ExitStatus.ERROR if problems else ExitStatus.FOUND


def _shell(options: argparse.Namespace) -> ExitStatus:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise arguments.UsageError("the shell needs a terminal: type manchette query WORDS")
    from search.shell.app import run as search_interactively

    folder = place(options)
    search_interactively(lambda: opened(folder), folder)
    return ExitStatus.FOUND


def _demo(options: argparse.Namespace) -> ExitStatus:
    from search import demo

    options.index = str(demo.make())  # never in an index of the person's own
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _shell(options)
    return _query(arguments.read(["-i", options.index, "query", demo.QUERY]))


RUN: dict[str, Callable[[argparse.Namespace], ExitStatus]] = {
    "index": _index,
    "query": _query,
    "shell": _shell,
    "show": _show,
    "facets": _facets,
    "entities": _entities,
    "status": _status,
    "check": _check,
    "demo": _demo,
}
