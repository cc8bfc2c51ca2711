"""`manchette index`: build an index of articles, or bring it up to date."""

import argparse
import os
import re
import signal
import sys
from pathlib import Path

from corpus.formats import with_columns
from index import engines, layout
from index.building import formats
from index.building.report import Report
from index.errors import IndexFailure
from index.storage import manifest
from search.commandline.command import Command
from search.commandline.home import named_home
from search.commandline.options import Parser, add_forced
from search.commandline.status import ExitStatus
from search.commandline.streams import note
from search.messages import say
from search.render import rendered

_MAX_JOBS = 64
_NOT_TEXT = re.compile("[\ud800-\udfff]")
"""The surrogates by which Python passes bytes of a command line that are not text."""


def _options(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=say("option.paths"))
    parser.add_argument("--rebuild", action="store_true", help=say("option.rebuild"))
    parser.add_argument(
        "--engine", choices=(engines.AUTO, *engines.names()), default=engines.AUTO, help=say("option.engine")
    )
    parser.add_argument(
        "--map",
        type=columns,
        metavar="FIELD=COLUMN,…",
        help=say("option.map", formats=", ".join(with_columns())),
    )
    add_forced(parser, say("option.forced_from_now_on"), formats.AUTO)
    parser.add_argument(
        "--entities",
        choices=("modern", "historical", "none"),
        default="",
        help=say("option.entities_model"),
    )
    parser.add_argument("--vectors", action=argparse.BooleanOptionalAction, help=say("option.vectors"))
    parser.add_argument(
        "--jobs",
        type=jobs,
        default=min(os.cpu_count() or 1, _MAX_JOBS),
        metavar="N",
        help=say("option.jobs"),
    )
    parser.add_argument("--json", action="store_true", help=say("option.json_report"))


def jobs(text: str) -> int:
    """Return a number of processes, 1 to 64."""
    if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= _MAX_JOBS:
        raise argparse.ArgumentTypeError(say("command.not_processes", word=text, max=_MAX_JOBS))
    return int(text)


def columns(text: str) -> dict[str, str]:
    """Return the columns of `title=Titre,date=Jour`, by field."""
    pairs = [pair.partition("=") for pair in text.split(",")]
    if _NOT_TEXT.search(text) or not all(field.strip() and name.strip() for field, _, name in pairs):
        raise argparse.ArgumentTypeError(say("command.not_columns", word=text))
    return {field.strip(): name.strip() for field, _, name in pairs}


def _home(options: argparse.Namespace) -> Path:
    """Return the folder of the index to build: the named index, else the nearest one, else a new one in this folder."""
    home = named_home(options)
    if home is not None:
        return home
    try:
        return manifest.find(Path.cwd())
    except IndexFailure:
        return Path.cwd() / layout.HOME


def make(options: argparse.Namespace) -> Report:
    """Build the index that the options describe, and return the report.

    Raises:
        IndexFailure, CorpusError: as `index.build.build`.
    """
    # Set before numpy is imported: threads that wait for one another took 4.7 s of CPU to fit the vectors, one thread 1.9.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from index.build import build
    from search.commandline.progress import shown

    # A service stops a build with SIGTERM: the build then has the time to let go of the index, as with Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with shown(sys.stderr) as progress:
        return build(
            _home(options),
            [Path(path).absolute() for path in options.paths],
            columns=options.map,
            forced=options.forced,
            engine=options.engine,
            entities=options.entities,
            vectors=options.vectors,
            rebuild=options.rebuild,
            jobs=options.jobs,
            progress=progress,
        )


def _run(options: argparse.Namespace) -> ExitStatus:
    report = make(options)
    note(report)
    if options.json:
        sys.stdout.write(str(rendered(report, "json", 0)))
    return ExitStatus.FOUND


COMMAND = Command("index", _options, _run)
