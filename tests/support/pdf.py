"""PDF made by hand: lines of text at places of a page, bookmarks, a title."""

from collections.abc import Sequence
from typing import NamedTuple


class Text(NamedTuple):
    """A line of text: the place of its beginning, in points from the lower left corner, its size, its letters."""

    x: float
    y: float
    size: float
    letters: str


Bookmark = tuple[str, int, float]
"""The title of a bookmark, the page that it leads to, counted from 0, and the height there."""


def pdf(
    pages: Sequence[Sequence[Text]],
    *,
    bookmarks: Sequence[Bookmark] = (),
    title: str = "",
    encrypted: bool = False,
) -> bytes:
    """Return a PDF of pages in A4, in the font Helvetica."""
    objects: list[bytes] = []

    def add(content: str | bytes) -> int:
        objects.append(content.encode("cp1252") if isinstance(content, str) else content)
        return len(objects)

    catalogue, tree = add(""), add("")
    font = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        drawn = "\n".join(
            f"BT /F1 {text.size} Tf 1 0 0 1 {text.x} {text.y} Tm ({_escaped(text.letters)}) Tj ET"
            for text in page
        ).encode("cp1252")
        stream = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
            )
        )
    objects[tree - 1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    )
    outline = ""
    if bookmarks:
        root = len(objects) + 1
        objects.append(b"")
        first = root + 1
        for number, (name, page_number, height) in enumerate(bookmarks):
            following = f"/Next {first + number + 1} 0 R" if number + 1 < len(bookmarks) else ""
            previous = f"/Prev {first + number - 1} 0 R" if number else ""
            add(
                f"<< /Title ({_escaped(name)}) /Parent {root} 0 R {following} {previous} "
                f"/Dest [{kids[page_number]} 0 R /XYZ 0 {height} 0] >>"
            )
        last = len(objects)
        objects[root - 1] = (
            f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(bookmarks)} >>".encode()
        )
        outline = f"/Outlines {root} 0 R"
    objects[catalogue - 1] = f"<< /Type /Catalog /Pages {tree} 0 R {outline} >>".encode()
    information = add(f"<< /Title ({_escaped(title)}) >>")
    trailer = f"/Root {catalogue} 0 R /Info {information} 0 R"
    if encrypted:
        lock = add(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>")
        trailer += f" /Encrypt {lock} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    content = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(content)


def _escaped(letters: str) -> str:
    return letters.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
