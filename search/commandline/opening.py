"""Which index a command is about, and opening it."""

import argparse
from pathlib import Path

from index import layout
from index.opening import open_engine, open_names
from index.storage import manifest
from search.searcher import Searcher


def home_of(options: argparse.Namespace) -> Path:
    """Return the folder of the index: the one that was named, else the nearest from here upwards."""
    return named(options) or manifest.find(Path.cwd())


def named(options: argparse.Namespace) -> Path | None:
    """Return the folder of the index that was named: `.manchette`, or the folder that holds it."""
    if not options.index:
        return None
    folder = Path(options.index).absolute()
    return folder if folder.name == layout.HOME else folder / layout.HOME


def opened(folder: Path) -> Searcher:
    """Return a searcher of an index."""
    return Searcher(open_engine(folder), open_names(folder))
