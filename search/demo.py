"""The sample corpus in a folder of its own, indexed: what `manchette demo` searches."""

import os
import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from index.build import build
from index.layout import HOME

QUERY = "élection Abidjan"
"""What is asked where there is no terminal to ask from."""


def folder() -> Path:
    """Return where the demo is kept: the person's cache, or a temporary folder where there is none to write in."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "manchette" / "demo"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="manchette-demo-"))
    return cache


def make() -> Path:
    """Copy the sample, index it, and return the `.manchette` folder.

    Raises:
        IndexFailure: the index cannot be made.
    """
    home = folder() / HOME
    sample = home.parent / "sample"
    with as_file(files("corpus") / "sample") as shipped:
        shutil.copytree(shipped, sample, dirs_exist_ok=True)
    build(home, [sample], rebuild=True)
    return home
