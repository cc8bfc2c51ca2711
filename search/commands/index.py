"""`manchette index`: build an index of articles, or bring it up to date."""

import argparse
import os
import re
import signal
import sys
from pathlib import Path

from corpus.formats import with_columns
from index import layout
from index.engines import AUTO, names
from index.errors import IndexFailure
from index.storage import manifest
from search.commandline.opening import named
from search.commandline.parser import Command, Parser
from search.commandline.status import ExitStatus
from search.render import notices

MOST_JOBS = 64


def _options(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; without any, those of last time"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the index anew, beside the one that answers"
    )
    parser.add_argument(
        "--engine", choices=(AUTO, *names()), default=AUTO, help="which engine keeps the index"
    )
    parser.add_argument(
        "--map",
        type=column,
        metavar="FIELD=COLUMN,…",
        help=f"columns of your {' or '.join(with_columns())}: title=Titre,date=Jour",
    )
    parser.add_argument(
        "--entities",
        choices=("modern", "historical", "none"),
        default="",
        help="the press whose names are looked for: modern, historical or none; without it, that of last time",
    )
    parser.add_argument(
        "--vectors",
        action=argparse.BooleanOptionalAction,
        help="rerank by what articles are about (they do, from 1,000 articles on); without it, as last time",
    )
    parser.add_argument(
        "--jobs",
        type=jobs,
        default=min(os.cpu_count() or 1, MOST_JOBS),
        metavar="N",
        help="processes that read and analyse the articles; without it, as many as there are cores",
    )
    parser.add_argument("--json", action="store_true", help="end with a report in JSON on standard output")


def jobs(text: str) -> int:
    """Return a number of processes, 1 to 64."""
    if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes, 1 to {MOST_JOBS}")
    return int(text)


def column(text: str) -> dict[str, str]:
    """Return the columns of `title=Titre,date=Jour`."""
    pairs = [pair.partition("=") for pair in text.split(",")]
    if not all(field.strip() and name.strip() for field, _, name in pairs):
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=COLUMN,FIELD=COLUMN")
    return {field.strip(): name.strip() for field, _, name in pairs}


def _run(options: argparse.Namespace) -> ExitStatus:
    from index.build import build
    from search.commandline.progress import shown

    folder = named(options)
    if folder is None:
        try:
            folder = manifest.find(Path.cwd())
        except IndexFailure:
            folder = Path.cwd() / layout.HOME
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
            jobs=options.jobs,
            progress=progress,
        )
    sys.stderr.write(notices.report(report))
    if options.json:
        from search.render import json

        sys.stdout.write(json.report(report))
    return ExitStatus.FOUND


COMMAND = Command("index", "build an index of articles, or bring it up to date", _options, _run)
