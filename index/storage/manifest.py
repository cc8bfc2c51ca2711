"""The manifest of an index, `.manchette/manifest.json`: how the index was made, and which generation of it answers.

A generation is a folder with the files of the engine and the catalog.  A rebuild makes the next generation beside
the one that answers, then replaces the manifest: one rename, which is done or not done.
"""

import json
from pathlib import Path
from typing import Any

from corpus.errors import system_cause
from corpus.message import message
from corpus.records import as_dict, field, record
from index import layout
from index.errors import Damaged, IndexMismatch, IndexNotFound
from index.layout import durable

FORMAT_VERSION = 11
"""Changes with the layout of the folder or of what is stored."""

NO_ENTITIES = "none"
"""The `entities` of an index in which no model looked for names: it has those that came with the articles."""

ANALYSIS = "58eef0b7b19adbbd"
"""The digest of how texts become terms, and of the lists of terms of an index: an index made with another one is refused.

A test computes it (`tests.support.fingerprint`), and says what to write here when it has changed: to compute it takes 8 ms,
and a query has 100.
"""


@record(kw_only=True)
class Manifest:
    """What an index was made with.

    `roots` are the files and folders that were indexed, as paths from the folder that holds `.manchette`.  `columns`
    are the columns that the person mapped to fields, `formats` the formats that the person named for the files of some
    roots, by the path of the root as the index shows it.  `entities` is the model that looks for names, or `none`, and
    `extractor` the version of the extractor, or 0.  With `vectors`, the first hits are reranked.  The engine is
    `pinned` if the person named it.
    """

    engine: str
    pinned: bool
    generation: int
    roots: tuple[str, ...]
    columns: dict[str, str]
    entities: str
    vectors: bool
    analysis: str
    extractor: int
    formats: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT_VERSION


def find(start: Path) -> Path:
    """Return the `.manchette` of a folder or of the nearest folder above it.

    Raises:
        IndexNotFound: none of these folders has one.
    """
    for folder in (start, *start.parents):
        if layout.manifest(folder / layout.HOME).exists():
            return folder / layout.HOME
    raise IndexNotFound("index.not_found_above", folder=str(start), mend=message("mend.index_folder"))


def load(home: Path) -> Manifest:
    """Return the manifest of an index.

    Raises:
        IndexNotFound: there is no index.
        IndexMismatch: another version made it.
        Damaged: its manifest cannot be read.
    """
    manifest = read(home)
    if manifest.analysis != ANALYSIS:
        raise IndexMismatch("index.other_version", home=str(home), mend=message("mend.rebuild"))
    return manifest


def read(home: Path) -> Manifest:
    """Return the manifest of an index, whatever analysis made its terms.

    Raises:
        IndexNotFound: there is no index.
        IndexMismatch: it has another format.
        Damaged: its manifest cannot be read.
    """
    try:
        record = json.loads(layout.manifest(home).read_text("utf-8"))
        if record["format"] != FORMAT_VERSION:
            raise IndexMismatch("index.other_version", home=str(home), mend=message("mend.rebuild_folder"))
        return _made(record)
    except FileNotFoundError:
        raise IndexNotFound("index.not_found", home=str(home), mend=message("mend.index_folder")) from None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise Damaged(
            "index.damaged_file",
            path=str(layout.manifest(home)),
            cause=system_cause(error) if isinstance(error, OSError) else str(error),
            mend=message("mend.rebuild_folder"),
        ) from error


def unfinished(generation: Path) -> Manifest | None:
    """Return what the folder of an unfinished generation is made with; None if it is not one that can be gone on with."""
    try:
        return _made(json.loads(layout.unfinished(generation).read_text("utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _made(record: dict[str, Any]) -> Manifest:
    return Manifest(**{**record, "roots": tuple(record["roots"])})


def save(home: Path, manifest: Manifest) -> None:
    """Replace the manifest of an index: one rename, which is done or not done."""
    _write(layout.manifest(home), manifest)


def begin(generation: Path, plan: Manifest) -> None:
    """Note what the folder of an unfinished generation is made with."""
    _write(layout.unfinished(generation), plan)


def _write(file: Path, manifest: Manifest) -> None:
    # in ASCII: the name of a root may hold bytes that are not UTF-8
    durable.write(file, json.dumps(as_dict(manifest), indent=1).encode())
