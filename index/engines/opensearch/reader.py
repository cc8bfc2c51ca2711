"""The home of a reader on a machine that builds nothing: the manifest of an archive, and what its person keeps about it.

It is in the folder of data of the person, and has the aliases, the notebook and the settings of that person alone.  Its
manifest is that of the cluster, asked for whenever the index is opened.
"""

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from corpus.message import Message, message
from corpus.records import as_dict
from index import layout
from index.engines.opensearch import archive
from index.engines.opensearch.address import ClusterError, read_address, write_address
from index.engines.opensearch.client import Client
from index.errors import IndexNotFound
from index.layout import durable, private

_MAX_ARCHIVES = 1000
"""Archives of a cluster that are looked at."""


@cache
def visit(address: str) -> Path:
    """Return the home of the archive at an address; a process asks the cluster once for each address.

    Raises:
        ClusterError: the address cannot be read, or the cluster does not answer.
        IndexNotFound: it has no such archive, or several where the address names none.
    """
    asked = read_address(address)
    with archive.asking(asked.cluster) as client:
        found = _named(client, asked.name or _only(client))
    home = _folder() / found.location.archive  # whatever node is asked: notes stay when one is replaced
    _bring(home, write_address(asked.cluster, found.location.archive), found)
    return home


def builds(home: Path) -> int:
    """Return a number that changes when a build of the archive that a home reads ends.

    Raises:
        ClusterError: the cluster does not answer.
    """
    asked = read_address(layout.address(home).read_text("utf-8"))
    with archive.asking(asked.cluster) as client:
        return archive.builds(client, asked.name)


def _named(client: Client, name: str) -> archive.Archive:
    found = archive.find(client, name)
    if found is None:
        mend = _choose(archive.names(client, _MAX_ARCHIVES))
        raise IndexNotFound("cluster.no_archive", url=client.cluster.shown, name=name, mend=mend)
    return found


def _only(client: Client) -> str:
    """Return the name of the only archive of a cluster."""
    known = archive.names(client, _MAX_ARCHIVES)
    if len(known) != 1:
        raise IndexNotFound(
            "cluster.archives", url=client.cluster.shown, count=len(known), mend=_choose(known)
        )
    return known[0]


def _choose(known: Sequence[str]) -> Message:
    """Return what to type where an address names no archive of the cluster."""
    if not known:
        return message("mend.index_there")
    return message("mend.choose_archive", names=", ".join(known))


def _bring(home: Path, address: str, found: archive.Archive) -> None:
    """Make a home that of an archive as the cluster has it now; what is the same is not written."""
    location = found.location
    folder = layout.generation(home, location.generation)
    directory = layout.engine(folder)
    if not directory.exists():
        directory.mkdir(parents=True)
        private.keep(home)
    for file, text in (
        (directory / archive.FILE, json.dumps(as_dict(location))),
        (layout.address(home), address),
        (layout.manifest(home), json.dumps(as_dict(found.manifest))),
    ):
        if not file.exists() or file.read_text("utf-8") != text:
            with suppress(FileNotFoundError):  # another process has just written the same
                durable.write(file, text.encode())
    for other in layout.generations(home).iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def _folder() -> Path:
    """Return the folder of the homes of a person.

    Raises:
        ClusterError: there is none.
    """
    try:
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    except RuntimeError:  # nobody's process has no home
        raise ClusterError(
            "cluster.no_data_folder", mend=message("mend.set_folder", variable="XDG_DATA_HOME")
        ) from None
    return Path(data) / "manchette" / "archives"
