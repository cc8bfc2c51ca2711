"""The files beside a file, in its folder or in its ZIP: the METS of an issue lists the pages that it is made of."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from corpus.dates.written import file_date
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.records import replace
from corpus.source import Source

_HEAD_BYTES = 4096
"""Bytes in which the first element of a file of XML stands."""
_MAX_LIST_BYTES = 1 << 26
"""Bytes of a METS in which the files that it lists are looked for; one of 70 articles has half a million."""
_MAX_FOLDERS = 64
_METS = expression(rb"<(?:[\w.-]{1,40}:)?mets[\s>]", re.IGNORECASE)
_ADDRESS = expression(rb"""\bhref\s{0,9}=\s{0,9}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')""")
_SCHEME = expression(r"[a-z]{2,10}:/{0,2}", re.IGNORECASE)


def listed(source: Source, address: str) -> Source | None:
    """Return the file that a METS lists under an address; None where neither the folder nor the ZIP of the METS has it.

    The address may be that of the machine of a library (`file://./ALTO/0001.xml`): then the end of the path is looked
    for.  No address leads out of the folder.
    """
    own, exists = _around(source)
    found = _found(address, own, exists)
    if not found:
        return None
    if source.inside:
        return replace(source, inside=(*source.inside[:-1], found))
    return replace(source, path=Path(found))


def is_listed(source: Source) -> bool:
    """Return whether a METS in the folder of a file, or in one of the two folders above, lists the file."""
    if source.inside:
        return source.inside[-1] in _listed_in_zip(
            replace(source, inside=source.inside[:-1]), _changed(source.path)
        )
    folders = source.path.parents[:3]
    return any(str(source.path) in _listed_in(above, _changed(above)) for above in folders)


def dated_part(source: Source) -> str:
    """Return the name of a file, or of one of the two folders above it, that has a date; its own name if none has."""
    path = PurePosixPath(source.inside[-1]) if source.inside else source.path
    parts = path.parts[-3:][::-1]
    return next((part for part in parts if file_date(part)), path.name)


def _around(source: Source) -> tuple[str, Callable[[str], bool]]:
    """Return the folder of a file, and what says whether a path is one of a file."""
    if source.inside:
        container = replace(source, inside=source.inside[:-1])
        return str(PurePosixPath(source.inside[-1]).parent), frozenset(container.members()).__contains__
    return str(source.path.parent), os.path.isfile


def _found(address: str, own: str, exists: Callable[[str], bool]) -> str:
    """Return the path of the file of an address below the folder `own`, "" if there is none.

    The whole path counts, else its last two names, else its last one.
    """
    written = unquote(_SCHEME.sub("", unescape(address), count=1)).replace("\\", "/")
    parts = [part for part in written.split("/") if part not in {"", "."}]
    if not parts or ".." in parts or "\0" in written:
        return ""
    paths = ["/".join((own, *names)).removeprefix("./") for names in (parts, parts[-2:], parts[-1:])]
    return next(filter(exists, paths), "")


def _changed(path: Path) -> int:
    """Return when a folder or a ZIP changed last, 0 if that is unknown: what is remembered of it counts until then."""
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0


@lru_cache(maxsize=_MAX_FOLDERS)
def _listed_in(folder: Path, _changed: int) -> frozenset[str]:
    """Return the paths of the files that any METS of a folder lists."""
    found: set[str] = set()
    with suppress(OSError):
        for entry in folder.iterdir():
            if entry.suffix.lower() == ".xml" and entry.is_file():
                source = Source(entry, entry.name)
                found.update(_found(address, str(folder), os.path.isfile) for address in _addresses(source))
    return frozenset(found)


@lru_cache(maxsize=_MAX_FOLDERS)
def _listed_in_zip(container: Source, _changed: int) -> frozenset[str]:
    """Return the names of the members of a ZIP that any METS in it lists."""
    members = container.members()
    exists = frozenset(members).__contains__
    found: set[str] = set()
    for name in members:
        if name.lower().endswith(".xml"):
            own = str(PurePosixPath(name).parent)
            found.update(_found(address, own, exists) for address in _addresses(container.member(name)))
    return frozenset(found)


def _addresses(source: Source) -> Iterator[str]:
    """Yield the addresses that a file lists if it is a METS; nothing for any other file."""
    with suppress(Unreadable), source.open_bytes() as file:
        head = file.read(_HEAD_BYTES)
        if _METS.search(head):
            for quoted in _ADDRESS.findall(head + file.read(_MAX_LIST_BYTES)):
                yield b"".join(quoted).decode("utf-8", "replace")
