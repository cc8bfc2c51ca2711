"""The manifest of an index, `.manchette/manifest.json`: how the index was made, and which generation of it answers.

A generation is a folder with the files of the engine and the catalog.  A rebuild makes the next generation beside
the one that answers, then replaces the manifest: one rename, which is done or not done.
"""

import json
from hashlib import blake2b
from pathlib import Path

from corpus.errors import system_cause
from corpus.message import message
from corpus.records import as_dict, field, record
from index import layout
from index.analysis import french
from index.document import LEAD_TERMS, PHRASE_GAP
from index.errors import Damaged, IndexMismatch, IndexNotFound
from index.fields import INDEXED
from index.layout import durable

FORMAT_VERSION = 8
"""Changes with the layout of the folder or of what is stored."""

NO_ENTITIES = "none"
"""The `entities` of an index in which no model looked for names: it has those that came with the articles."""

_PROBE = (
    "L’évènement d'aujourd’hui : l’O.N.U. et N’Diaye, vice-président, à la quatre-vingt-treizième session (93e). "
    "Œuvre, marché, marche, journaux, élections, organisation, première, 12,5 % de 1.200 ; S.N.C.F., AT&T, prud'hommes. "
    "St-Brieuc, week-end, weekend, Covid19, XIXᵉ, VIe, 20 000, 20 h 30, 8:05, n° 5, №6, 1 er, lˈami, maire·sse, élu(e)s, "
    "bon/ne, tous·tes, second, 06 12 345 678"
)
"""A text that every rule of the analysis changes: an index made by an analysis that reads it otherwise is refused."""


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


def fingerprint() -> str:
    """Return a digest of how texts become terms, and of the lists of terms of an index."""
    terms = french.analyse(_PROBE)
    names = [(field.name, field.kind) for field in INDEXED]
    rules = repr(
        (
            french.VERSION,
            terms.exact,
            terms.stem,
            terms.form,
            terms.joined,
            terms.beside,
            names,
            len(PHRASE_GAP.split()),
            LEAD_TERMS,
        )
    )
    return blake2b(rules.encode(), digest_size=8).hexdigest()


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
    if manifest.analysis != fingerprint():
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
        return Manifest(**{**record, "roots": tuple(record["roots"])})
    except FileNotFoundError:
        raise IndexNotFound("index.not_found", home=str(home), mend=message("mend.index_folder")) from None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise Damaged(
            "index.damaged_file",
            path=str(layout.manifest(home)),
            cause=system_cause(error) if isinstance(error, OSError) else str(error),
            mend=message("mend.rebuild_folder"),
        ) from error


def save(home: Path, manifest: Manifest) -> None:
    """Replace the manifest of an index: one rename, which is done or not done."""
    # in ASCII: the name of a root may hold bytes that are not UTF-8
    durable.write(layout.manifest(home), json.dumps(as_dict(manifest), indent=1).encode())
