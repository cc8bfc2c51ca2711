"""A box of mails (MBOX, RFC 4155): each begins with a line `From `, which says who sent it and when.

The box is read once and forwards: the one of the standard library reads a file of gigabytes before the first mail.
"""

from collections.abc import Iterator

from corpus.article import Article
from corpus.clipping import Clipping
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers.mail import mime
from corpus.readers.mail.message import header_names, record_of_mail
from corpus.readers.mail.message import recognises as begins_as_mail
from corpus.readers.record import compose
from corpus.source import Source

_OPENING = expression(rb"From (?:[^\s:]{1,320} {1,9})?.{0,60}\d\d:\d\d.{0,60}\r?\n?")
_ESCAPED = expression(rb"^>(?=>{0,9}From )")
_MAX_LINE_BYTES = 1 << 20
_BLANK = (b"\n", b"\r\n")


def recognises(head: Head) -> bool:
    """Return whether a file begins with a line that opens a mail, and the headers of one."""
    if not head.text.startswith("From "):
        return False
    first, _, below = head.text.partition("\n")
    return _OPENING.fullmatch(first.encode("utf-8", "replace")) is not None and len(header_names(below)) > 1


def is_mail(head: Head) -> bool:
    """Return whether a file is a mail or a box of mails, whatever stands in them: an alert may have the text of an export."""
    return begins_as_mail(head) or recognises(head)


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the mails of a box.

    Raises:
        Unreadable: the file cannot be read to its end; the mails before were yielded.
    """
    gathered: list[bytes] = []
    size, first, number = 0, 1, 0
    is_below_blank = True
    with source.open_bytes() as file:
        while line := file.readline(_MAX_LINE_BYTES):
            number += 1
            if is_below_blank and line.startswith(b"From ") and _OPENING.fullmatch(line):
                if size:
                    yield _clipping(gathered, first, source.name)
                gathered, size, first = [], 0, number
            elif size < mime.MAX_BYTES:
                gathered.append(_ESCAPED.sub(b"", line) if line.startswith(b">") else line)
                size += len(line)
            is_below_blank = line in _BLANK
    if not number:
        raise Unreadable("reading.empty")
    yield _clipping(gathered, first, source.name)


def _clipping(lines: list[bytes], first: int, name: str) -> Clipping:
    """Return the clipping of a mail; its bytes that are not UTF-8 stand as surrogates (PEP 383)."""
    raw = b"".join(lines).decode("utf-8", "surrogateescape")
    return Clipping(raw, message("reading.line", line=first), name, _article)


def _article(raw: str, name: str) -> Article:
    """Return the article of a mail.

    Raises:
        Unreadable: the mail has no text, or too many parts.
    """
    return compose(record_of_mail(raw.encode("utf-8", "surrogateescape")), path=name)
