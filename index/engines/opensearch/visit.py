"""The home of a reader on a machine that builds nothing: the manifest of an archive, and what its person keeps about it.

It is in the folder of data of the person, and has the aliases, the notebook and the settings of that person alone.  Its
manifest is that of the cluster, asked for whenever the index is opened.
"""

import json
import os
import re
import shutil
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpus.message import message
from index import layout
from index.engines.opensearch import archive
from index.engines.opensearch.address import Cluster, read_address
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
        found = _named(client, asked.name) if asked.name else _only(client)
    home = _folder() / _slug(asked.cluster, found.location.archive)
    nodes = address.removesuffix(asked.name).rstrip("/")
    _bring(home, f"{nodes}/{found.location.archive}", found)
    return home


def refresh(home: Path) -> None:
    """Bring a home up to date with its cluster; the home of a builder is left as it is.

    Raises:
        ClusterError, IndexNotFound: as `visit`.
    """
    file = layout.address(home)
    if not file.exists():
        return
    address = file.read_text("utf-8")
    asked = read_address(address)
    with archive.asking(asked.cluster) as client:
        found = _named(client, asked.name)
    _bring(home, address, found)


def _named(client: Client, name: str) -> archive.Archive:
    found = archive.find(client, name)
    if found is None:
        known = archive.every(client, _MAX_ARCHIVES)
        raise IndexNotFound("cluster.no_archive", url=client.cluster.shown, name=name, mend=_choose(known))
    return found


def _only(client: Client) -> archive.Archive:
    known = archive.every(client, _MAX_ARCHIVES)
    if len(known) != 1:
        raise IndexNotFound(
            "cluster.archives", url=client.cluster.shown, count=len(known), mend=_choose(known)
        )
    return known[0]


def _choose(known: list[archive.Archive]) -> Any:
    """Return what to type where an address names no archive of the cluster."""
    if not known:
        return message("mend.index_there")
    return message("mend.choose_archive", names=", ".join(sorted(one.location.archive for one in known)))


def _bring(home: Path, address: str, found: archive.Archive) -> None:
    """Make a home that of an archive as the cluster has it now; what is the same is not written."""
    location = found.location
    folder = layout.generation(home, location.generation)
    directory = layout.engine(folder)
    if not directory.exists():
        directory.mkdir(parents=True)
        private.keep(home)
    if archive.written(directory) != location:
        archive.write(directory, location)
    for file, text in (
        (layout.address(home), address),
        (layout.manifest(home), json.dumps(asdict(found.manifest))),
    ):
        if not file.exists() or file.read_text("utf-8") != text:
            durable.write(file, text.encode())
    for other in layout.generations(home).iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def _folder() -> Path:
    """Return the folder of the homes of a person."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "manchette" / "archives"


def _slug(cluster: Cluster, name: str) -> str:
    """Return the name of the folder of a home.

    >>> _slug(Cluster(("http://127.0.0.1:9200",)), "presse-a1b2c3")
    '127.0.0.1_9200_presse-a1b2c3'
    """
    first = urlsplit(cluster.urls[0]).netloc
    return re.sub("[^A-Za-z0-9.-]", "_", f"{first}_{name}")
