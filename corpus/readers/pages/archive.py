"""Archives of the web: WARC (ISO 28500), its forerunner ARC, and WACZ, a ZIP of them; one article a page that was captured.

Responses that came whole (status 200) and in HTML are read, resources in HTML, and the texts of a WET file; the same
page with the same text once, also where it was captured at several addresses and says which is its own.  warcio parses
the records.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from functools import partial
from hashlib import blake2b
from io import StringIO
from typing import Any

from corpus.article import Article, Rejected
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import Message, message
from corpus.readers.markup import MAX_CHARACTERS
from corpus.readers.pages.page import record_of_page
from corpus.readers.record import Record, compose
from corpus.source import Source

_MARKS = (b"WARC/", b"filedesc://")
_SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_OF_PAGES = frozenset(("response", "resource"))
_PLAIN = "conversion"
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_LINK = expression(rb"<link\b[^<>]{1,2000}", re.IGNORECASE)
_CANONICAL = expression(rb"""\brel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_HREF = expression(rb"""\bhref\s*=\s*["']?([^\s"'>]{4,1000})""", re.IGNORECASE)
_TAG = expression(rb"<[^<>]*>")


def recognises(head: Head) -> bool:
    """Return whether a file is a WARC, an ARC, or a WACZ."""
    return head.data.startswith(_MARKS) or any(_is_archive(name) for name in head.members)


def articles(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the pages of an archive.

    Raises:
        Unreadable: the file cannot be opened.
    """
    archives = [source]
    if source.head.startswith(b"PK"):
        archives = [source.member(name) for name in source.members() if _is_archive(name)]
    seen: set[bytes] = set()
    found = False
    for archive in archives:
        for piece in _pages(archive, seen):
            found = True
            yield piece
    if not found:
        raise Unreadable("reading.no_record")


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(_SUFFIXES)


def _pages(source: Source, seen: set[bytes]) -> Iterator[Clipping | Rejected]:
    """Yield the pages of one WARC; at damage, say where it is."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, record = 0, None
    with source.open_bytes() as file:
        records = ArchiveIterator(file, arc2warc=True)
        while True:
            before = record
            try:
                with redirect_stderr(StringIO()):  # where warcio writes of damage that it passes over
                    record = next(records, None)
            except (ArchiveLoadFailed, AttributeError, ValueError):
                # As warcio says that a line is none of a header.
                yield _ended(source.name, number + 1, message("reading.not_a_record"))
                return
            except EOFError:
                yield _ended(source.name, number + 1, message("reading.truncated"))
                return
            except (OSError, zlib.error):
                yield _ended(source.name, number + 1, message("reading.damaged"))
                return
            except Unreadable as error:
                yield _ended(source.name, number + 1, error.message)
                return
            if record is None:
                if before and _is_cut(before):
                    yield _ended(source.name, number, message("reading.ends_early"))
                return
            number += 1
            if piece := _piece(record, source.name, number, seen):
                yield piece


def _is_cut(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    """Return whether the file ends in a record: in its headers, or before the bytes that its length promises."""
    return not record.rec_headers.get_header("Content-Length") or getattr(record.raw_stream, "limit", 0) > 0


def _ended(name: str, number: int, reason: Message) -> Rejected:
    """Return the report of an archive that is not read to its end."""
    return Rejected(name, message("reading.nothing_after", reason=reason), _where(number))


def _piece(record: Any, name: str, number: int, seen: set[bytes]) -> Clipping | Rejected | None:  # noqa: ANN401 - warcio has no types
    """Return the clipping of a record; None if it holds no page, or one that was seen."""
    headers = record.rec_headers
    address = (headers.get_header("WARC-Target-URI") or "").strip("<> ")  # wget writes them in brackets
    if not _is_page(record):
        return None
    try:
        data = record.content_stream().read(MAX_CHARACTERS + 1)
    except Exception:  # noqa: BLE001 - the decoders of warcio raise what they like
        return Rejected(name, message("reading.damaged"), _where(number))
    key = _key(address, data)
    if key in seen:
        return None
    seen.add(key)
    make = partial(_of_text if record.rec_type == _PLAIN else _of_page, address)
    return Clipping(data.decode("utf-8", "surrogateescape"), _where(number), name, make)


def _key(address: str, data: bytes) -> bytes:
    """Return the digest of the address that a page calls its own, else of that of its capture, and of its text."""
    own = (_HREF.search(link) for link in _LINK.findall(data) if _CANONICAL.search(link))
    addresses = (found[1] for found in own if found)
    named = next(addresses, address.encode("utf-8", "replace"))
    return blake2b(named + b"\n" + _text(data), digest_size=16).digest()


def _text(data: bytes) -> bytes:
    """Return the text of a page without its tags and scripts, which change with each capture."""
    first, *others = data.split(b"<script")
    return _TAG.sub(b"", b"".join((first, *(part.partition(b"</script")[2] for part in others))))


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    """Return whether a record holds a page, or the text of one."""
    if record.rec_type == _PLAIN:
        return True
    if record.rec_type not in _OF_PAGES:
        return False
    answer = record.http_headers
    kind = (answer or record.rec_headers).get_header("Content-Type") or ""
    status = answer.get_statuscode() if answer else "200"
    return str(kind).lower().startswith(_PAGE_TYPES) and status == "200"


def _of_page(address: str, raw: str, name: str) -> Article:
    """Return the article of a page.

    Raises:
        Unreadable: the page has no article.
    """
    return compose(record_of_page(raw.encode("utf-8", "surrogateescape"), address), path=name)


def _of_text(address: str, raw: str, name: str) -> Article:
    """Return the article of the text of a page.

    Raises:
        Unreadable: there is no text.
    """
    return compose(Record(raw=raw, text=raw, url=address), path=name)


def _where(number: int) -> Message:
    return message("reading.record", number=number)
