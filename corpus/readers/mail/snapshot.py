"""A page of the web saved as a message (MHTML, RFC 2557): its first part in HTML is the page, the others its pictures."""

import re
from collections.abc import Iterator
from email.message import Message as Mail
from functools import partial

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.readers.mail import mime
from corpus.readers.mail.message import header_names
from corpus.readers.pages.page import record_of_page
from corpus.readers.record import compose
from corpus.source import Source

_RELATED = expression(r"^content-type:\s{0,9}multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = expression(r"^From:.{0,20}Saved by|^Snapshot-Content-Location:", re.IGNORECASE | re.MULTILINE)
_PLACE = expression(r"^content-location:", re.IGNORECASE | re.MULTILINE)
_SENT = frozenset(("received", "return-path", "delivered-to", "to", "message-id"))
"""Headers of a mail that was sent: newsletters are `multipart/related` as well."""


def recognises(head: Head) -> bool:
    """Return whether a file is a page that was saved as a message."""
    names = header_names(head.text)
    if "content-type" not in names or not _RELATED.search(head.text):
        return False
    return _SAVED.search(head.text) is not None or (
        not names & _SENT and _PLACE.search(head.text) is not None
    )


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the article of a page, which is not opened before the article is read."""
    yield Clipping("", None, source.name, partial(_of_file, source))


def _of_file(source: Source, _unopened: str, name: str) -> Article:
    """Return the article of a page.

    Raises:
        Unreadable: the file cannot be read, has no page, or the page has no article.
    """
    with source.open_bytes() as file:
        mail = mime.parsed(file.read(mime.MAX_BYTES))
    page, place = _page(mail)
    return compose(record_of_page(mime.text(page).encode("utf-8", "surrogatepass"), place), path=name)


def _page(mail: Mail) -> tuple[Mail, str]:
    """Return the part that is the page, and its address: the part at the address of the snapshot, else the first in HTML.

    Raises:
        Unreadable: no part is in HTML.
    """
    snapshot = mime.header(mail, "snapshot-content-location")
    pages = [part for kind in ("text/html", "application/xhtml+xml") for part in mime.parts(mail, kind)]
    if not pages:
        raise Unreadable("reading.no_text")
    page = next(
        (part for part in pages if snapshot and mime.header(part, "content-location") == snapshot), pages[0]
    )
    place = snapshot or mime.header(page, "content-location")
    return page, place if place.startswith("http") else ""
