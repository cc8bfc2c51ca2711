"""A message of mail within limits: its headers decoded, its parts, and the text of a part.

RFC 5322, 2045 to 2047; parsed by the standard library, whose headers are decoded here, for it fails on wrong ones.
"""

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message as Mail
from quopri import decodestring

from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.readers.pages.charset import decoded_page

MAX_BYTES = 1 << 24
"""Bytes of a message that are read: the text stands before the attachments, which make the rest."""
MAX_PARTS, MAX_DEPTH = 1000, 50
"""Parts of a message in all, and within one another; 3,000 parts within one another took the standard library 7.7 s."""

_NESTING = expression(rb"^content-type:\s{0,9}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_WORD = expression(r"=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bqBQ])\?([^?\s]{0,2000})\?=(?:\s+(?==\?))?")
"""A word of a header that is not ASCII (RFC 2047, section 2); the blanks between two of them are none."""


def parsed(data: bytes) -> Mail:
    """Return the message in some bytes; blanks above it, which some archives have, are no part of it.

    Raises:
        Unreadable: it has too many parts, or parts too deep within one another.
    """
    data = data[:MAX_BYTES].lstrip()
    if len(_NESTING.findall(data)) > MAX_PARTS:
        raise Unreadable("reading.too_many_parts", limit=MAX_PARTS)
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
    except RecursionError:
        raise Unreadable("reading.too_many_parts", limit=MAX_PARTS) from None
    for number, (_, depth) in enumerate(_parts(mail)):
        if number >= MAX_PARTS or depth > MAX_DEPTH:
            raise Unreadable("reading.too_many_parts", limit=MAX_PARTS)
    return mail


def parts(mail: Mail, kind: str) -> Iterator[Mail]:
    """Yield the parts of a kind, `text/html`, in their order; those that are attached as files are left out."""
    for part, _ in _parts(mail):
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            yield part


def attached(mail: Mail) -> Mail | None:
    """Return the mail that is attached to another one, which sends it on; None without one, or with several."""
    mails = [part for part, _ in _parts(mail) if part.get_content_type() == "message/rfc822"]
    inside = mails[0].get_payload() if len(mails) == 1 else None
    first = inside[0] if isinstance(inside, list) and inside else None
    return first if isinstance(first, Mail) else None


def _parts(mail: Mail) -> Iterator[tuple[Mail, int]]:
    """Yield every part of a message and its depth; without recursion, for messages nest deeper than calls."""
    stack = [(mail, 0)]
    while stack:
        part, depth = stack.pop()
        yield part, depth
        inside = part.get_payload()
        if isinstance(inside, list):
            stack.extend((child, depth + 1) for child in reversed(inside) if isinstance(child, Mail))


def text(part: Mail) -> str:
    """Return the text of a part, in the code page that it declares, or in the one that its bytes show."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(str(part.get_content_charset("utf-8")))
    except (UnicodeDecodeError, LookupError, ValueError):
        return decoded_page(data)


def header(mail: Mail, name: str) -> str:
    r"""Return the first header of a name on one line, decoded; "" without one.

    >>> header(parsed(b"Subject: =?utf-8?Q?L=E2=80=99=C3=A9t=C3=A9?=\n =?utf-8?B?IMOg?= S=E8te\n\nx"), "subject")
    'L’été à S=E8te'
    """
    for own, value in mail.raw_items():
        if own.lower() == name:
            written = str(value).encode("utf-8", "surrogateescape")
            try:
                line = written.decode("utf-8")
            except UnicodeDecodeError:
                line = written.decode("cp1252", "replace")
            return " ".join(_WORD.sub(_decoded, line.replace("\r", "")).split())
    return ""


def _decoded(word: re.Match[str]) -> str:
    """Return the letters of an encoded word; the word as it is written if it cannot be decoded."""
    page, coding, written = word[1], word[2].lower(), word[3]
    try:
        if coding == "b":
            data = b64decode(written + "=" * (-len(written) % 4))
        else:
            data = decodestring(written.replace("_", "=20").encode("ascii"))
        return data.decode(page, "replace")
    except (BadBase64, LookupError, UnicodeError, ValueError):
        return word[0]
