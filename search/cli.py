"""The command line: what was typed becomes one call of the library, what it returns becomes output.

Data go to standard output, all else to standard error.  This is the only module that reads the arguments,
the environment and the streams, and the only one that catches every error.
"""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus import CorpusError
from index import manifest
from index.engine import Sort
from index.errors import IndexFailure
from search import arguments
from search.errors import SearchError
from search.render import plain
from search.searcher import Page, Searcher
from search.status import ExitStatus


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # real streams
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
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise arguments.UsageError("which command? type manchette --help")
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
    from index import open_engine

    return Searcher(open_engine(folder))


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
            rebuild=options.rebuild,
            progress=progress,
        )
    sys.stderr.write(plain.report(report))
    if options.json:
        from search.render import json

        sys.stdout.write(json.report(report))
    return ExitStatus.FOUND


def _query(options: argparse.Namespace) -> ExitStatus:
    searcher = opened(place(options))
    results = searcher.search(
        line(options.words),
        Page(
            limit=0 if options.count else options.limit,
            offset=options.offset,
            sort=Sort(options.sort),
            matching=options.matching,
            facets=tuple(options.facet),
            filters=bounds(options),
        ),
    )
    if options.explain:
        sys.stderr.write(plain.explanation(results))
    if results.relaxed:
        complain("no article has these words together: these have some of them")
    if options.count:
        sys.stdout.write(f"{results.total.count}\n")
    else:
        sys.stdout.write(_page(results, options))
    return ExitStatus.FOUND if results.total.count else ExitStatus.NOTHING_FOUND
