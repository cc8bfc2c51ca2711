"""Files of other programs, known by their first bytes: what each is, and what to export instead."""

import re

from corpus.expression import expression
from corpus.message import Message, message

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIN_BINARY_BYTES = 4

_KINDS: tuple[tuple[re.Pattern[bytes], Message], ...] = tuple(
    (expression(beginning, re.DOTALL), kind)
    for beginning, kind in (
        (rb"SQLite format 3\0", message("foreign.database")),
        (rb"ARROW1|FEA1", message("foreign.arrow")),
        (rb"BZh[1-9]1AY|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07", message("foreign.packed")),
        (rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP", message("foreign.picture")),
        (rb"\x80[\x02-\x05][\x95}\]c]", message("foreign.pickle")),
    )
)
"""The bytes with which the files of a kind begin, as the documentation of each format gives them."""

_IN_ZIP: tuple[tuple[re.Pattern[bytes], Message], ...] = (
    (expression(rb"xl/workbook\.bin|opendocument\.spreadsheet"), message("foreign.spreadsheet")),
    (expression(rb"ppt/|opendocument\.presentation"), message("foreign.presentation")),
)
"""The names of members by which the ZIP of a program is known."""

_OF_OFFICE = {
    ".xls": message("foreign.spreadsheet"),
    ".doc": message("foreign.word_processor"),
    ".ppt": message("foreign.presentation"),
    **dict.fromkeys((".docx", ".docm", ".xlsx", ".xlsm"), message("reading.encrypted")),
}
"""What a compound file of Microsoft is; a document of today is in one where it has a password ([MS-OFFCRYPTO] 2.3)."""


def recognise(head: bytes, suffix: str) -> Message | None:
    r"""Return what a file is that begins with these bytes, and what to do; None for one that may be read.

    >>> str(recognise(b"SQLite format 3\0", ".txt")), recognise(b"Le port rouvre.", ".txt")
    ('foreign.database', None)
    """
    if len(head) < _MIN_BINARY_BYTES:
        return None
    if head.startswith(_ZIP):
        return next((kind for member, kind in _IN_ZIP if member.search(head)), message("foreign.old_office"))
    if head.startswith(_OLE):
        return _OF_OFFICE.get(suffix) or message("foreign.old_office")
    return next((kind for beginning, kind in _KINDS if beginning.match(head)), None)
