"""An archive in a cluster: the names of its indices, kept in the folder of an engine, and its document, which readers follow.

An archive is one press corpus, whatever the generation of its index: its name is that of the folder of the articles, and
six digits that no other archive has.
"""

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, get_origin

from corpus.message import message
from corpus.records import as_dict, record, replace
from index import layout
from index.analysis.fold import fold
from index.engines.opensearch import patience
from index.engines.opensearch.address import Cluster, from_environment, read_address
from index.engines.opensearch.client import Client
from index.engines.opensearch.failures import Refused, error_of, understanding
from index.engines.opensearch.patience import READER_SECONDS, Passing, Patience
from index.errors import Damaged, IndexMismatch
from index.layout import durable
from index.storage.manifest import ANALYSIS, FORMAT_VERSION, Manifest

FILE = "opensearch.json"
"""The file of an engine's folder that says which index it stands for; the address of the cluster is not in it.

The table of engines has its name too (`Backend.pointer`).
"""

PREFIX = "manchette-"
"""The start of the name of every index of ours."""

_ARCHIVES = f"{PREFIX}archives"
"""The index that has a document for each archive of the cluster: its manifest, which names the generation that answers."""

_SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}

_MAX_NAME_LETTERS = 40


@record
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

    @property
    def beside(self) -> str:
        """The name of the index of what readers look up beside the articles."""
        return f"{self.index}-beside"


@record
class Archive:
    """What a cluster says of an archive: how its index was made, and where it is."""

    manifest: Manifest
    location: Location


def announce(directory: Path, made: Manifest) -> None:
    """Have every reader of the archive read this generation from now on: one document, replaced at once.

    Raises:
        ClusterError: the cluster does not answer, or refuses.
    """
    location = read(directory)
    record = {"manifest": as_dict(made), "location": as_dict(location)}
    with asking() as client:
        _make_list(client)
        client.ask("PUT", f"/{_ARCHIVES}/_doc/{location.archive}", record, refresh="true")
    _keep_name(layout.archive(_home(directory)), location.archive)


def _keep_name(file: Path, name: str) -> None:
    """Keep the name of an archive for all its generations, one that is on the cluster again after another engine too."""
    if not file.exists():
        durable.write(file, name.encode())


def _make_list(client: Client) -> None:
    """Make the index of the archives, unless it is there: without its mapping, a cluster would guess one from the first manifest."""
    try:
        client.ask("PUT", f"/{_ARCHIVES}", {"settings": _SETTINGS, "mappings": {"dynamic": False}})
    except Refused as refused:
        if not refused.refusal.is_there_already:
            raise


def discard(directory: Path) -> None:
    """Remove the index that the folder of an engine stands for, and the archive if it is the one that answers.

    Raises:
        ClusterError: the cluster does not answer, or refuses.
    """
    location = read(directory)
    with asking() as client:
        record = _record(client, location.archive)
        if record and record["location"]["generation"] == location.generation:
            client.ask("DELETE", f"/{_ARCHIVES}/_doc/{location.archive}", refresh="true")
        for index in (location.index, location.beside):
            client.ask("DELETE", f"/{index}", ignore_unavailable="true")


def names(client: Client, most: int) -> list[str]:
    """Return the names of the archives of a cluster, whatever version of this program made them."""
    asked = {"size": most, "_source": False}
    answer = client.ask("POST", f"/{_ARCHIVES}/_search", asked, ignore_unavailable="true")
    with understanding(client.cluster):
        return sorted(str(hit["_id"]) for hit in answer["hits"]["hits"])


def find(client: Client, name: str) -> Archive | None:
    """Return what a cluster says of an archive; None if it has no such archive.

    Raises:
        IndexMismatch: another version of this program made it.
    """
    record = _record(client, name)
    with understanding(client.cluster):
        return _archive(record) if record else None


def builds(client: Client, name: str) -> int:
    """Return a number that changes whenever a build of an archive ends: how often its document was replaced; -1 without one."""
    found = _document(client, name, _source="false")
    with understanding(client.cluster):
        return int(found["_version"]) if found else -1


def _record(client: Client, name: str) -> Any:
    """Return what the document of an archive says, whatever version of this program made it; None if there is none."""
    found = _document(client, name)
    with understanding(client.cluster):
        return found["_source"] if found else None


def _document(client: Client, name: str, **parameters: str) -> Any:
    """Return the document of an archive; None if there is none; who asks waits for a cluster that gives up a node."""
    tries = Patience(READER_SECONDS)
    while True:
        try:
            return patience.ask(client, "GET", f"/{_ARCHIVES}/_doc/{name}", None, **parameters)
        except Passing as passing:
            tries.again(passing)
        except Refused as refused:
            if refused.refusal.status == HTTPStatus.NOT_FOUND:
                return None
            raise


def successor(client: Client, gone: Location) -> Location | None:
    """Return where the archive of a generation that is gone is now; None if it is nowhere.

    Raises:
        ClusterError: the cluster does not answer, or refuses.
        IndexMismatch: another version of this program made what took its place.
    """
    try:
        announced = find(client, gone.archive)
    except Refused as refused:
        raise error_of(client.cluster, refused.refusal) from None
    return announced.location if announced and announced.location.index != gone.index else None


def _archive(record: Any) -> Archive:
    """Return what a document says of an archive.

    Raises:
        IndexMismatch: another version of this program made it.
        ValueError, TypeError, LookupError: whoever wrote it was no program of ours; a reader makes folders of its numbers.
    """
    manifest = record["manifest"]
    if manifest["format"] != FORMAT_VERSION or manifest["analysis"] != ANALYSIS:
        name = str(record["location"]["archive"])
        raise IndexMismatch("index.other_version", home=name, mend=message("mend.index_where_built"))
    made = Manifest(**{**manifest, "roots": tuple(manifest["roots"])})
    location = Location(**record["location"])
    is_ours = _has_types(made) and all(isinstance(root, str) for root in made.roots) and _has_types(location)
    if not is_ours or not made.engine.isalnum() or not re.fullmatch("[a-z0-9-]+", location.archive):
        raise ValueError(record["location"])
    return Archive(made, location)


def _has_types(made: object) -> bool:
    """Return whether each field of a record has a value of its type, of a collection whatever is in it."""
    kinds: dict[str, Any] = type(made).__annotations__
    return all(type(getattr(made, name)) is (get_origin(kind) or kind) for name, kind in kinds.items())


@contextmanager
def asking(cluster: Cluster | None = None) -> Iterator[Client]:
    """Give the requests to a cluster, else to that of the environment; what it refuses is an error of a person.

    Raises:
        ClusterError: it does not answer, or refuses.
    """
    client = Client(cluster or from_environment())
    try:
        with understanding(client.cluster):
            yield client
    except Refused as refused:
        raise error_of(client.cluster, refused.refusal) from None
    finally:
        client.close()


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


def is_elsewhere(folder: Path) -> bool:
    """Return whether the generation in a folder is built on another machine, which alone has its catalog."""
    return layout.address(_home(layout.engine(folder))).exists()


def cluster_of(directory: Path) -> Cluster:
    """Return the cluster of the folder of an engine: that of the address of its home, else that of the environment.

    Raises:
        ClusterError: it is not to be asked.
    """
    address = layout.address(_home(directory))
    return read_address(address.read_text("utf-8")).cluster if address.exists() else from_environment()


def _home(directory: Path) -> Path:
    """Return the home of the folder of an engine."""
    return directory.absolute().parents[2]


def write(directory: Path, location: Location) -> None:
    """Replace what the folder of an engine stands for."""
    directory.mkdir(parents=True, exist_ok=True)
    durable.write(directory / FILE, json.dumps(as_dict(location)).encode())


def filled(directory: Path, location: Location) -> None:
    """Note that the articles of a generation are committed."""
    if not location.is_filled:
        write(directory, replace(location, is_filled=True))


def name_of(directory: Path) -> str:
    """Return the name of the archive of a generation: the one that readers were given, else a new one."""
    home = _home(directory)
    kept = layout.archive(home)
    return kept.read_text("utf-8") if kept.exists() else new_name(home.parent.name)


def new_name(folder: str) -> str:
    """Return a new name for the archive of a folder, its end drawn at random: small letters and digits of ASCII.

    >>> new_name("Presse du Sénégal (2025)")[:-6]
    'presse-du-senegal-2025-'
    """
    words = filter(None, (re.sub("[^a-z0-9]", "", fold(word)) for word in re.findall(r"[^\W_]+", folder)))
    name = "-".join(words)[:_MAX_NAME_LETTERS].rstrip("-")
    return f"{name or 'archive'}-{secrets.token_hex(3)}"


def generation_of(directory: Path) -> int:
    """Return the number of the generation that the folder of an engine belongs to."""
    return int(directory.parent.name) if directory.parent.name.isdigit() else 1
