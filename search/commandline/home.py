"""The folder of the index that a command is about."""

import argparse
from pathlib import Path

from index import engines, layout
from index.storage import manifest


def home_of(options: argparse.Namespace) -> Path:
    """Return the folder of the index that the options name, else of the nearest one from here upwards.

    Raises:
        IndexNotFound: the options name no index, and neither this folder nor one above it has an index.
    """
    return named_home(options) or manifest.find(Path.cwd())


def named_home(options: argparse.Namespace) -> Path | None:
    """Return the folder of the index that the options name: `.manchette`, or the folder that holds it.

    The index at an address on other machines has a folder of this person on this one.

    Raises:
        IndexFailure: there is no index at an address, or the other machines do not answer.
    """
    if not options.index:
        return None
    visited = engines.visit(options.index)
    if visited:
        return visited
    folder = Path(options.index).absolute()
    return folder if folder.name == layout.HOME else folder / layout.HOME
