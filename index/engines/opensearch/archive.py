"""An archive in a cluster: the names of its indices, kept in the folder of an engine, and the room that they take.

An archive is one press corpus, whatever the generation of its index: its name is that of the folder of the articles, and
six digits that no other archive has.
"""

import json
import re
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from corpus.message import message
from index.analysis.fold import fold
from index.errors import Damaged
from index.layout import durable

FILE = "opensearch.json"
"""The file of an engine's folder that says which indices it stands for; the address of the cluster is not in it."""

PREFIX = "manchette-"
"""The start of the name of every index of ours."""

_MAX_NAME_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Location:
    """Where the articles of a generation are in a cluster; `is_filled` says whether they were ever committed."""

    archive: str
    generation: int
    shards: int
    is_filled: bool = False

    @property
    def index(self) -> str:
        """The name of the index of the articles."""
        return f"{PREFIX}{self.archive}-{self.generation}"


def read(directory: Path) -> Location:
    """Return what the folder of an engine stands for.

    Raises:
        Damaged: its file is missing or cannot be read.
    """
    path = directory / FILE
    try:
        return Location(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        cause = f"{type(error).__name__}: {error}"
        raise Damaged(
            "index.damaged_file", path=str(path), cause=cause, mend=message("mend.rebuild")
        ) from error


def write(directory: Path, location: Location) -> None:
    """Replace what the folder of an engine stands for."""
    directory.mkdir(parents=True, exist_ok=True)
    durable.write(directory / FILE, json.dumps(asdict(location)).encode())


def filled(directory: Path, location: Location) -> None:
    """Note that the articles of a generation are committed."""
    if not location.is_filled:
        write(directory, replace(location, is_filled=True))


def name_of(directory: Path) -> str:
    """Return the name of the archive of a generation: that of the generations beside it, else a new one."""
    for other in sorted(directory.parent.parent.glob(f"*/{directory.name}/{FILE}")):
        return read(other.parent).archive
    return new_name(directory.absolute().parents[3].name if len(directory.absolute().parents) > 3 else "")


def new_name(folder: str) -> str:
    """Return a name that no other archive has, for the articles of a folder: small letters and digits of ASCII.

    >>> new_name("Presse du Sénégal (2025)")[:-6]
    'presse-du-senegal-2025-'
    """
    words = re.sub("[^a-z0-9]+", "-", fold(folder)).strip("-")[:_MAX_NAME_LETTERS]
    return f"{words or 'archive'}-{secrets.token_hex(3)}"


def generation_of(directory: Path) -> int:
    """Return the number of the generation that the folder of an engine belongs to."""
    return int(directory.parent.name) if directory.parent.name.isdigit() else 1
