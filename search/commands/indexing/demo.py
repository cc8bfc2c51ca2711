"""`manchette demo`: index the sample corpus in a folder of its own, and search it."""

import argparse
import os
import shutil
import tempfile
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path

from index.layout import HOME
from search.commandline.command import Command
from search.commandline.status import ExitStatus
from search.commandline.streams import has_person
from search.commands.answers import query, shell

_SAMPLE_QUERY = "élection Abidjan"
"""The query that the demo answers without a terminal."""

_FIRST_LINE = "sécurité"
"""The query that the demo answers as it opens the shell."""


def folder() -> Path:
    """Return the folder of the demo: in the cache of the person, or a temporary folder if the cache cannot be written."""
    try:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "manchette" / "demo"
        cache.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # RuntimeError: nobody's process has no home
        return Path(tempfile.mkdtemp(prefix="manchette-demo-"))
    return cache


def make() -> Path:
    """Copy the sample, index it, and return the folder of its index.

    Raises:
        IndexFailure: the index cannot be made.
    """
    from index.build import build

    home = folder() / HOME
    sample = home.parent / "sample"
    with as_file(files("corpus") / "sample") as shipped:
        shutil.copytree(shipped, sample, dirs_exist_ok=True)
    build(home, [sample], rebuild=True)
    return home


def _run(options: argparse.Namespace) -> ExitStatus:
    options.index = str(make())  # never in an index of the person
    if has_person():
        options.open_shell = partial(options.open_shell, first_line=_FIRST_LINE)
        return shell.COMMAND.run(options)
    return query.COMMAND.run(query.COMMAND.read([_SAMPLE_QUERY], options.index))


COMMAND = Command("demo", shell.COMMAND.options, _run)
