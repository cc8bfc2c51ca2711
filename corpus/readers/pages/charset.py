"""The text of a page of the web, decoded: by its mark, as UTF-8, or in the code page that the page declares."""

import codecs
import re
from io import BufferedReader, BytesIO

from corpus.decoding import DecodedText
from corpus.encoding import SAMPLE_BYTES, Survey, encoding
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.source import whole

_HEAD_BYTES = 1 << 13
"""Bytes in which a page declares its code page: the first 1,024 by the HTML standard, behind a comment in saved pages."""
_DECLARED = expression(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}(?P<label>[\w.:-]{2,40})""",
    re.IGNORECASE,
)
_ONE_BYTE = expression(
    r"(?:iso-?8859-?|latin-?|windows-?|cp-?)\d{1,4}|macintosh|x-mac-roman|mac-?roman|us-ascii"
)
"""The labels of code pages with one byte a letter: any other label is one of UTF-8, or of pages that are not French."""
_LATIN = frozenset(("iso-8859-1", "iso8859-1", "iso88591", "latin1", "latin-1", "us-ascii"))
"""Labels that mean Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)."""


def decoded_page(data: bytes) -> str:
    r"""Return the text of a page.

    A page that is UTF-8 is read so whatever it declares, for programs that save pages keep the old declaration.  Bytes
    that are no letter are left to `corpus.encoding.LOST_BYTES`.

    >>> decoded_page('<meta charset="iso-8859-1"><p>L’été à 3 €</p>'.encode("cp1252"))
    '<meta charset="iso-8859-1"><p>L’été à 3 €</p>'

    Raises:
        Unreadable: the bytes are no text.
    """
    name = encoding(data[:SAMPLE_BYTES])
    if name is None:
        raise Unreadable("reading.binary")
    survey = Survey()
    if name == "utf-8" and b"\0" not in data:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    if name == "utf-8":
        survey.add(data)
        page = _declared(data[:_HEAD_BYTES])
        if page and not survey.is_utf8 and not survey.is_binary:
            return data.replace(b"\0", b"").decode(page, "surrogateescape")
    return whole(DecodedText(BufferedReader(BytesIO(data)), name, lambda: survey))


def _declared(head: bytes) -> str:
    """Return the code page that a page declares, of one byte a letter; "" if it declares none, or another one."""
    match = _DECLARED.search(head)
    label = match["label"].decode("ascii").lower() if match else ""
    if label in _LATIN:
        return "cp1252"
    if not _ONE_BYTE.fullmatch(label):
        return ""
    label = label.removeprefix("x-")
    try:
        codecs.lookup(label)
    except LookupError:
        return ""
    return label
