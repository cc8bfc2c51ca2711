"""What a build sends to a cluster beside the articles, so that a second machine can open the index with its address alone.

What was sent last is kept in the folder of the engine: the file of the vectors and that of the stories as hard links, the
digests of the blobs.  A build sends what differs from these, and notes it when the cluster has all of it: one that is
killed sends the same documents again.  Where it is not known what was sent, all of it is sent, to an index made anew.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from corpus.message import dump
from index import layout
from index.engines.opensearch import archive, bulk
from index.engines.opensearch.beside import (
    NAMES_BLOB,
    STATUS_BLOB,
    Fields,
    blob,
    encoded,
    pieces_of,
    stem_key,
    story_key,
    text_key,
    vector_key,
)
from index.engines.opensearch.schema import body_beside
from index.layout import durable
from index.storage.stories import StoryFile
from index.vectors.file import key
from index.vectors.reader import VectorFile

if TYPE_CHECKING:
    from index.storage.catalog import Catalog

Value = TypeVar("Value")
Change = tuple[str, Fields | None]
"""The key of a document, and the document; None where there is to be none."""

_SENT = "sent.json"
"""The file with the description of each blob that was sent last."""


def publish(folder: Path, catalog: "Catalog", touched: Collection[str]) -> None:
    """Send what a build changed beside the articles of the generation in a folder; readers see it when all of it is there.

    `touched` are the ids of the articles that may have changed.

    Raises:
        DiskFull: the disk of the cluster is full.
        ClusterError: the cluster does not answer, or refuses.
    """
    directory = layout.engine(folder)
    sent = _read_sent(directory)
    if not sent:
        touched = catalog.ids()
        for path in _files(folder):
            durable.remove(_sent_of(directory, path))
    blobs = {NAMES_BLOB: blob(layout.names(folder).read_bytes()), STATUS_BLOB: blob(_status(catalog))}
    with ExitStack() as opened:
        parts = chain(
            _texts(catalog, touched),
            _vectors(opened, directory, folder),
            _stories(opened, directory, folder),
            *(_blob(name, made, sent.get(name)) for name, made in blobs.items()),
        )
        _send(archive.read(directory), parts, anew=not sent)
    _note_sent(directory, folder, {name: description for name, (description, _) in blobs.items()})


def _send(location: archive.Location, changes: Iterator[Change], *, anew: bool) -> None:
    """Send changes, to an index made `anew` where nothing was sent before, and have the cluster show them.

    Without a change, the cluster is not asked.
    """
    first = next(changes, None)
    if first is None:
        return
    index = location.beside
    with archive.asking() as client, ExitStack() as opened:
        if anew:
            bulk.make(client, index, body_beside(location.shards))
        sending = bulk.Sending(client, index)
        opened.callback(sending.stop)
        for change in chain([first], changes):
            sending.put(_line(*change))
        sending.finish()
        bulk.show(client, index)


def _line(known_as: str, fields: Fields | None) -> bytes:
    if fields is None:
        return bulk.removal(known_as)
    return f"{json.dumps({'index': {'_id': known_as}})}\n{json.dumps(fields)}\n".encode()


def _texts(catalog: "Catalog", touched: Collection[str]) -> Iterator[Change]:
    """Yield the text and the names of each article that may have changed, as the catalog packs them."""
    for article_id, raw, names in catalog.packed(sorted(touched)):
        fields = {name: encoded(value) for name, value in (("raw", raw), ("names", names)) if value}
        yield text_key(article_id), fields or None


def _vectors(opened: ExitStack, directory: Path, folder: Path) -> Iterator[Change]:
    """Yield the vectors of articles and of stems that are not as they were sent."""
    path = layout.vectors(folder)
    if _is_sent(directory, path):
        return
    before, after = _sent_of(directory, path), path
    old, new = (
        opened.enter_context(closing(VectorFile(file))) if file.exists() else None for file in (before, after)
    )
    articles = changes(old.articles() if old else (), new.articles() if new else ())
    stems = changes(old.stems() if old else (), new.stems() if new else ())
    for number, vector in articles:
        yield vector_key(number), {"value": encoded(vector)} if vector else None
    for number, vector in stems:
        yield stem_key(number), {"value": encoded(vector)} if vector else None


def _stories(opened: ExitStack, directory: Path, folder: Path) -> Iterator[Change]:
    """Yield the stories of articles that are not as they were sent."""
    path = layout.stories(folder)
    if _is_sent(directory, path):
        return
    old, new = (
        _described(opened.enter_context(closing(StoryFile(file)))) if file.exists() else ()
        for file in (_sent_of(directory, path), path)
    )
    for number, fields in changes(old, new):
        yield story_key(number), fields


def _described(stories: StoryFile) -> Iterator[tuple[int, Fields]]:
    """Yield the document of each article that others print; that of the leader has the printings.

    So a story of n articles takes n lines, and not n times n.
    """
    for number, printings in stories.each():
        leader = key(printings[0].id)
        fields = {"leader": f"{leader:016x}"}
        if leader == number:
            fields["printings"] = encoded(json.dumps(printings).encode())
        yield number, fields


def changes(
    before: Iterable[tuple[int, Value]], after: Iterable[tuple[int, Value]]
) -> Iterator[tuple[int, Value | None]]:
    """Yield what is in one sorted list and not the same in another one before it; None for what is there no more.

    >>> list(changes([(1, "a"), (2, "b"), (4, "d")], [(1, "a"), (3, "c"), (4, "e")]))
    [(2, None), (3, 'c'), (4, 'e')]
    """
    old = iter(before)
    held = next(old, None)
    for number, value in after:
        while held and held[0] < number:
            yield held[0], None
            held = next(old, None)
        if held and held[0] == number:
            is_same = held[1] == value
            held = next(old, None)
            if is_same:
                continue
        yield number, value
    while held:
        yield held[0], None
        held = next(old, None)


def _blob(name: str, made: tuple[Fields, Mapping[str, Fields]], sent: Fields | None) -> Iterator[Change]:
    """Yield the documents of a blob that is not as it was sent, and remove those of its state before."""
    description, pieces = made
    if description == sent:
        return
    yield from pieces.items()
    yield name, description
    yield from ((piece, None) for piece in pieces_of(sent or {}))


def _status(catalog: "Catalog") -> bytes:
    """Return what the builds could not read or leave out, in JSON."""
    noted = (*catalog.rejected(), *catalog.losses())
    left_out = catalog.lines.left_out()
    return _json(
        {
            "rejected": [
                (piece.path, dump(piece.where) if piece.where else "", dump(piece.reason)) for piece in noted
            ],
            "left_out": (left_out.lines, left_out.articles),
            "examples": catalog.lines.examples(),
        }
    )


def _json(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode()


def _files(folder: Path) -> tuple[Path, Path]:
    """Return the files of a generation that are kept as they were sent last."""
    return layout.vectors(folder), layout.stories(folder)


def _sent_of(directory: Path, path: Path) -> Path:
    """Return where a file of a generation is kept as it was sent last."""
    return directory / f"{path.name}.sent"


def _is_sent(directory: Path, path: Path) -> bool:
    """Return whether a file is the one that was sent last."""
    sent = _sent_of(directory, path)
    return path.exists() and sent.exists() and path.samefile(sent)


def _read_sent(directory: Path) -> dict[str, Fields]:
    """Return the description of each blob that was sent last; none where that is not known: all is sent again."""
    try:
        sent: dict[str, Fields] = json.loads((directory / _SENT).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return sent


def _note_sent(directory: Path, folder: Path, described: Mapping[str, Fields]) -> None:
    """Keep what was sent."""
    for path in _files(folder):
        sent = _sent_of(directory, path)
        if not path.exists():
            durable.remove(sent)
        elif not _is_sent(directory, path):
            _link(path, sent)
    durable.write(directory / _SENT, _json(described))


def _link(path: Path, sent: Path) -> None:
    """Give a file a second name, in place of what had it; where there are no hard links, it is copied."""
    fresh = sent.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    try:
        os.link(path, fresh)
    except OSError:
        shutil.copyfile(path, fresh)
    fresh.replace(sent)
    durable.sync_folder(sent.parent)
