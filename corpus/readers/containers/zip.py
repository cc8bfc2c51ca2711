"""A ZIP: every file in it is read in place, by its own format, as those of a folder are.

Passed over are what systems put beside the files of a person (`__MACOSX/`, `.DS_Store`), the pictures and scripts of
saved pages, and what no reader reads: they are counted.  A ZIP may hold another one, and no more.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath

from corpus import packed
from corpus.article import Rejected
from corpus.clipping import Piece
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.source import Source
from corpus.walk import is_of_program, pages_beside

MAX_DEPTH = 2
"""ZIP within one another: an export that was sent in another ZIP."""
_OF_OFFICE = "[Content_Types].xml"
"""A member of every document of Microsoft Office (ECMA-376, part 2)."""
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
_OF_MAC = "__MACOSX"
"""The folder in which macOS keeps what it knows of each file."""


def recognises(head: Head) -> bool:
    """Return whether a file is a ZIP, and not the document of an office program."""
    return (
        packed.is_zip(head.data)
        and _OF_OFFICE not in head.members
        and not head.mimetype.startswith(_OPEN_DOCUMENT)
    )


def articles(source: Source, columns: Mapping[str, str]) -> Iterator[Piece]:
    """Yield what the members of a ZIP are cut into; one that cannot be read is yielded as Rejected.

    Raises:
        Unreadable: the ZIP cannot be read, nests too deep, or has no member that can be read.
    """
    from corpus import formats

    if len(source.inside) >= MAX_DEPTH:
        raise Unreadable("reading.zip_too_deep")
    unread = 0
    is_empty = True
    locked = packed.encrypted(source.archive())
    members = source.members()
    shown = frozenset(map(packed.shown, members))
    for name in members:
        if name in locked:
            continue
        if _is_beside(packed.shown(name), shown):
            unread += 1
            continue
        member = source.member(name)
        for piece in formats.pieces(member, columns):
            if (
                isinstance(piece, Rejected)
                and piece.reason.code in _OF_NO_FORMAT
                and piece.path == member.name
            ):
                unread += 1
            else:
                is_empty = False
                yield piece
    if locked:
        yield Rejected(source.name, message("reading.encrypted_members", count=len(locked)))
    elif is_empty:
        raise Unreadable("reading.nothing_in_zip", count=unread)
    if unread and not is_empty:
        yield Rejected(source.name, message("reading.passed_over", count=unread))


def _is_beside(name: str, members: frozenset[str]) -> bool:
    """Return whether a member is no article by its name: it is of a system, of a program, or of a page among the `members`."""
    *folders, own = PurePosixPath(name).parts
    if is_of_program(own) or any(part.startswith(".") or part == _OF_MAC for part in (*folders, own)):
        return True
    return any(
        str(PurePosixPath(*folders[:depth], page)) in members
        for depth, folder in enumerate(folders)
        for page in pages_beside(folder)
    )


def names(source: Source) -> Iterator[str]:
    """Yield the names of the columns of the members that have columns.

    Raises:
        Unreadable: the ZIP cannot be read.
    """
    from corpus.readers.columns.mapping import names_of

    for name in source.members():
        with suppress(Unreadable):
            yield from names_of(source.member(name), "")


_OF_NO_FORMAT = frozenset(("reading.unknown_format", "foreign.picture"))
