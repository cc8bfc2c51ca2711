"""Files of other programs, known by their first bytes: what each is, and what to export instead."""

import re

from corpus.message import Message, message

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIN_BINARY_BYTES = 4

_KINDS: tuple[tuple[re.Pattern[bytes], Message], ...] = tuple(
    (re.compile(beginning, re.DOTALL), kind)
    for beginning, kind in (
        (rb"%PDF-", message("reading.pdf")),
        (rb"SQLite format 3\0", message("reading.database")),
        (rb"\{\\rtf", message("reading.rtf")),
        (rb"PAR1", message("reading.parquet")),
        (rb"ARROW1|FEA1", message("reading.parquet")),
        (rb"WARC/", message("reading.web_archive")),
        (rb"\x1f\x8b", message("reading.packed_gz")),
        (rb"\xfd7zXZ\0", message("reading.packed_xz")),
        (rb"BZh[1-9]1AY|\x28\xb5\x2f\xfd|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07", message("reading.packed")),
        (rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP", message("reading.picture")),
        (rb"\x80[\x02-\x05][\x95}\]c]", message("reading.pickle")),
    )
)
"""The bytes with which the files of a kind begin, as the documentation of each format gives them."""

_IN_ZIP: tuple[tuple[re.Pattern[bytes], Message], ...] = (
    (re.compile(rb"xl/(?:workbook|worksheets|_rels)"), message("reading.spreadsheet")),
    (re.compile(rb"opendocument\.spreadsheet"), message("reading.spreadsheet")),
    (re.compile(rb"word/(?:document|_rels|styles)"), message("reading.word_processor")),
    (re.compile(rb"opendocument\.text"), message("reading.word_processor")),
    (re.compile(rb"application/epub\+zip"), message("reading.epub")),
)
"""The names of members by which the ZIP of a program is known."""

_BY_SUFFIX = {
    ".xlsx": message("reading.spreadsheet"),
    ".xlsm": message("reading.spreadsheet"),
    ".xls": message("reading.spreadsheet"),
    ".ods": message("reading.spreadsheet"),
    ".docx": message("reading.word_processor"),
    ".doc": message("reading.word_processor"),
    ".odt": message("reading.word_processor"),
}
"""What a ZIP or a compound file of Microsoft is whose members do not show it."""


def recognise(head: bytes, suffix: str) -> Message | None:
    r"""Return what a file is that begins with these bytes, and what to do; None for one that may be read.

    >>> str(recognise(b"%PDF-1.7", ".txt")), recognise(b"Le port rouvre.", ".txt")
    ('reading.pdf', None)
    """
    if len(head) < _MIN_BINARY_BYTES:
        return None
    if head.startswith(_ZIP):
        known = next((kind for member, kind in _IN_ZIP if member.search(head)), None)
        return known or _BY_SUFFIX.get(suffix) or message("reading.zip")
    if head.startswith(_OLE):
        return _BY_SUFFIX.get(suffix) or message("reading.old_office")
    return next((kind for beginning, kind in _KINDS if beginning.match(head)), None)
