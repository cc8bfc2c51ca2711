"""Documents of office programs and books, made by hand: the parts that a reader looks at, and no other."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = {"Titre": "Title", "Titre1": "heading 1", "Titre2": "heading 2", "TM1": "toc 1"}
_DAY = (2020, 3, 12, 18, 0, 0)


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of these members, the same whenever it is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(info, content)
    return made.getvalue()


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of Word."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, *, title: str = "", members: Mapping[str, str] | None = None) -> bytes:
    """Return a document of Word: `body` are its paragraphs and tables, `title` stands in its properties."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W} xmlns:mc="urn:mc" xmlns:wps="urn:wps">'
                f"<w:body>{body}<w:sectPr/></w:body></w:document>"
            ),
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" '
                'xmlns:dcterms="http://purl.org/dc/terms/">'
                f"<dc:title>{title}</dc:title><dc:creator>Utilisateur</dc:creator>"
                "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created></cp:coreProperties>"
            ),
            **(members or {}),
        }
    )


def typed(paragraphs: Iterable[str], *, run: int = 0) -> bytes:
    """Return a document of Word of plain paragraphs, whose line ends are breaks; runs have `run` letters, 0 for all of a line."""
    return docx("".join(f"<w:p>{_runs(paragraph, run)}</w:p>" for paragraph in paragraphs))


def _runs(paragraph: str, run: int) -> str:
    lines = paragraph.split("\n")
    return "<w:r><w:br/></w:r>".join(
        "".join(
            f'<w:r><w:t xml:space="preserve">{escape(line[at : at + (run or len(line))])}</w:t></w:r>'
            for at in range(0, len(line), run or len(line) or 1)
        )
        for line in lines
    )


_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def odt(body: str, *, styles: str = "", title: str = "") -> bytes:
    """Return a document of LibreOffice: `body` are its paragraphs and tables, `styles` those of its own."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF}>'
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "meta.xml": (
                f'<office:document-meta {_ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
                f"<dc:title>{title}</dc:title><dc:creator>Utilisateur</dc:creator></office:meta></office:document-meta>"
            ),
        }
    )


def epub(pages: Mapping[str, str], *, metadata: str, contents: Mapping[str, str]) -> bytes:
    """Return an EPUB: `pages` are the bodies of its files, in order, `contents` the titles of its table of contents."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(pages)
    )
    order = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    links = "".join(f'<li><a href="{name}">{title}</a></li>' for name, title in contents.items())
    page = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Le Fanal</title></head>{}</html>'
    )
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                '<rootfile full-path="OEBPS/livre.opf"/></rootfiles></container>'
            ),
            "OEBPS/livre.opf": (
                '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<metadata>{metadata}</metadata><manifest>{items}"
                '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>'
                f"<spine>{order}</spine></package>"
            ),
            "OEBPS/nav.xhtml": page.format(f'<body><nav epub:type="toc"><ol>{links}</ol></nav></body>'),
            **{f"OEBPS/{name}": page.format(body) for name, body in pages.items()},
        }
    )
