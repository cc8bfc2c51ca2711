"""Documents of a word processor, written for tests: paragraphs of plain text in the XML of WordprocessingML."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WHEN = (1980, 1, 1, 0, 0, 0)


def document(paragraphs: Iterable[str], *, run: int = 0) -> bytes:
    """Return a document; a line end in a paragraph is a break, and its text is cut into runs of `run` letters, 0 for one."""
    body = "".join(f"<w:p>{_runs(paragraph, run)}</w:p>" for paragraph in paragraphs)
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    types = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml", _WHEN), types)
        archive.writestr(zipfile.ZipInfo("word/document.xml", _WHEN), xml)
    return file.getvalue()


def _runs(paragraph: str, run: int) -> str:
    lines = paragraph.split("\n")
    return "<w:r><w:br/></w:r>".join(
        "".join(
            f'<w:r><w:t xml:space="preserve">{escape(line[at : at + (run or len(line))])}</w:t></w:r>'
            for at in range(0, len(line), run or len(line) or 1)
        )
        for line in lines
    )
