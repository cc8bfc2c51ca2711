"""Write the documents and tables of `files/` that no person can write by hand: `python -m tests.formats.made`."""

import io
from datetime import UTC, datetime
from pathlib import Path

from tests.support.office import archive, docx, epub, odt, paragraph
from tests.support.pdf import Text, pdf

_FILES = Path(__file__).parent / "files"

_BRIDGE = (
    "Fermé depuis deux ans, le pont de Valbourg a rouvert mardi à la circulation, devant une centaine d’habitants.",
    "Le chantier a coûté quatre millions d’euros à la commune, qui en attendait trois.",
    "« Nous ne pensions plus le revoir ouvert », dit la boulangère de la rue du Port.",
)
_BUDGET = (
    "Le conseil municipal de Marennes-sur-Orle a voté jeudi son budget, sans une voix contre.",
    "Les impôts n’augmenteront pas, mais la piscine restera fermée l’hiver prochain.",
)
_QUAY = (
    "La criée de Port-Lavant a vendu moins de poisson que jamais depuis dix ans.",
    "Les patrons pêcheurs accusent le prix du gazole, et la mairie la météo.",
)


def word() -> bytes:
    """Return a document with a title in its style, a note, a deleted passage, a table and a table of contents."""
    deleted = "<w:p><w:del><w:r><w:delText>Passage retiré.</w:delText></w:r></w:del><w:r><w:t>Relu.</w:t></w:r></w:p>"
    note = (
        f"<w:p><w:r><w:t>{_BRIDGE[1]}</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Mot caché.</w:t></w:r></w:p>"
    )
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Coût", "4 millions"))
    body = (
        paragraph("Le pont rouvre ..... 1", "TM1")
        + paragraph("L’Écho de Valbourg")
        + paragraph("Jeudi 12 mars 2020")
        + paragraph("Le pont de Valbourg rouvre après deux ans", "Titre1")
        + paragraph("Par Anne Roy")
        + paragraph(_BRIDGE[0])
        + paragraph("Un chantier plus long que prévu", "Titre2")
        + note
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph(_BRIDGE[2])
        + deleted
    )
    return docx(body, title="Document1", members={"word/footnotes.xml": "<n>Source : mairie.</n>"})


def opendocument() -> bytes:
    """Return a document with a title in a style made from that of titles, a note and a box of text."""
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    note = "<text:note><text:note-body><text:p>Séance du 5 mars.</text:p></text:note-body></text:note>"
    box = (
        "<draw:frame><draw:text-box><text:p>La piscine a quarante ans.</text:p></draw:text-box></draw:frame>"
    )
    body = (
        "<text:p>Le Courrier de l’Orle</text:p><text:p>5 mars 2021</text:p>"
        '<text:p text:style-name="P1">Marennes vote son budget sans une voix contre</text:p>'
        f"<text:p>{_BUDGET[0]}{note}</text:p><text:p>{_BUDGET[1]}{box}</text:p>"
    )
    return odt(body, styles=styles, title="Budget 2020")


def rich_text() -> bytes:
    """Return a document in RTF with a heading, letters of two encodings, a note, a picture."""
    text = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset77 Geneva;}}"
        r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}}{\info{\title Sans titre}{\author PC}}"
        r"{\header\pard Page 3\par}\pard La Gazette de Port-Lavant\par 3 septembre 2019\par"
        r"\pard\s1 La cri\'e9e vend moins de poisson que jamais\par\pard\plain "
        r"La cri\'e9e de Port-Lavant a vendu moins de poisson que jamais depuis dix ans.{\footnote\pard Chiffres.\par}\par "
        r"{\pict\pngblip " + "89504e47" * 200 + r"}{\f1 Les patrons p\'90cheurs} accusent le prix du gazole, "
        r"et la mairie la m\u233\'e9t\u233\'e9o \u8211?\~d\uc1\u8217'abord.\par}"
    )
    return text.encode("ascii")


def review() -> bytes:
    """Return a press review in PDF: a contents page, then three articles, each from a bookmark to the next."""
    head = Text(50, 800, 9, "Revue de presse - Mairie de Valbourg")
    articles = (
        ("L’Écho de Valbourg", "12 mars 2020", "Le pont de Valbourg rouvre enfin", _BRIDGE),
        ("Le Courrier de l’Orle", "13 mars 2020", "Marennes vote un budget sans hausse", _BUDGET),
        ("La Gazette de Port-Lavant", "14 mars 2020", "La criée vend moins de poisson", _QUAY),
    )
    pages = [[head, Text(50, 700, 18, "Revue de presse du 14 mars"), *_foot(1)]]
    for number, (paper, day, title, texts) in enumerate(articles, start=2):
        lines = [line for text in texts for line in _cut(text, 62)]
        body = [Text(50, 640 - 14 * row, 11, line) for row, line in enumerate(lines)]
        pages.append(
            [
                head,
                Text(50, 740, 11, paper),
                Text(50, 720, 11, day),
                Text(50, 680, 20, title),
                *body,
                *_foot(number),
            ]
        )
    marks = [(title, number, 800.0) for number, (_, _, title, _) in enumerate(articles, start=1)]
    return pdf(pages, bookmarks=marks, title="revue.indd")


def _foot(number: int) -> list[Text]:
    return [Text(290, 20, 9, str(number))]


def columns() -> bytes:
    """Return a page of a newspaper in two columns whose rows were drawn across both, words cut at the ends of lines."""
    left = (
        "Le conseil municipal s’est réuni", "hier soir pour examiner le bud-", "get de la commune, qui compte",
        "neuf cents habitants et un port", "de pêche. Il l’a voté, y compris", "la hausse de l’eau, dit-",
        "elle, à l’unanimité moins une voix,",
    )  # fmt: skip
    right = (
        "celle du doyen. Les pêcheurs at-", "tendaient depuis deux ans la réou-", "verture du quai. Elle a eu lieu",
        "mardi, sous la pluie, devant une", "centaine de personnes venues", "de tout le canton.",
    )  # fmt: skip
    page = [
        Text(50, 800, 30, "Le Fanal"),
        Text(50, 780, 10, "Vendredi 6 mars 2020"),
        Text(50, 740, 22, "Le budget du port est voté, la pluie aussi"),
    ]
    for row, line in enumerate(left):
        page.append(Text(50, 700 - 12 * row, 10, line))
        if row < len(right):
            page.append(Text(230, 700 - 12 * row, 10, right[row]))
    return pdf([page])


def printed() -> bytes:
    """Return two pages that a browser printed of an article on the web."""
    lines = [line for text in (*_BRIDGE, *_QUAY, *_BUDGET) for line in _cut(text, 60)]
    halves = lines[:6], lines[6:]
    pages = []
    for number, half in enumerate(halves, start=1):
        top = 740 if number == 1 else 780
        page = [Text(24, 822, 8, "02/04/2024 09:41"), Text(220, 822, 8, "Le pont rouvre - Le Fanal")]
        if number == 1:
            page += [
                Text(50, 780, 22, "Le pont de Valbourg rouvre"),
                Text(50, 755, 10, "Publié le 12 mars 2020 à 18h02"),
            ]
        page += [Text(50, top - 30 - 15 * row, 11, line) for row, line in enumerate(half)]
        pages.append(
            [*page, Text(24, 14, 8, "https://exemple.fr/pont-rouvre"), Text(560, 14, 8, f"{number}/2")]
        )
    return pdf(pages, title="Le pont rouvre - Le Fanal")


def _cut(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def magazine() -> bytes:
    """Return an issue of a magazine in EPUB: a cover, two articles, of which one goes on in a second file."""
    pages = {
        "couverture.xhtml": '<body epub:type="cover"><p>Le Fanal</p></body>',
        "pont.xhtml": (
            '<body><span epub:type="pagebreak" title="12"/><h1>Le pont de Valbourg rouvre</h1><p>Par Anne Roy</p>'
            f'<p>{_BRIDGE[0]}<a epub:type="noteref" href="#n1">1</a></p><p>{_BRIDGE[1]}</p><p>{_BRIDGE[2]}</p>'
            '<aside epub:type="footnote" id="n1"><p>Selon la mairie.</p></aside></body>'
        ),
        "pont-suite.xhtml": "<body><p>La passerelle des piétons ouvrira, elle, à l’été.</p></body>",
        "quai.xhtml": f"<body><h2>Le quai désert</h2><p>{_QUAY[0]}</p><p>{_QUAY[1]}</p><p>{_BUDGET[0]}</p></body>",
    }
    metadata = (
        "<dc:title>Le Fanal n° 214, mars 2020</dc:title><dc:creator>Le Fanal</dc:creator><dc:language>fr</dc:language>"
        '<dc:publisher>Presses de l’Orle</dc:publisher><dc:date opf:event="modification">2022-01-01</dc:date>'
        '<dc:date opf:event="publication">2020-03-02</dc:date>'
    )
    return epub(
        pages, metadata=metadata, contents={"pont.xhtml": "Le pont rouvre", "quai.xhtml": "Le quai désert"}
    )


def workbook() -> bytes:
    """Return a workbook whose table stands below the title of an export, beside a sheet that has no texts."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Articles"
    for row in (
        ("Export du 14 mars 2020",),
        (),
        ("Titre", "Date de parution", "Journal", "Page", "Texte"),
        ("Le pont rouvre", datetime(2020, 3, 12), "L’Écho de Valbourg", 3, "\n".join(_BRIDGE)),  # noqa: DTZ001 - a cell
        ("Le budget est voté", datetime(2020, 3, 13), "Le Courrier de l’Orle", 11, " ".join(_BUDGET)),  # noqa: DTZ001
        ("La criée", datetime(2020, 3, 14), "La Gazette de Port-Lavant", None, ""),  # noqa: DTZ001
    ):
        sheet.append(row)
    codes = book.create_sheet("Codes")
    codes.append(("Variable", "Description"))
    codes.append(("ton", "de 1, hostile, à 5, favorable"))
    book.properties.created = book.properties.modified = datetime(2020, 3, 14, tzinfo=UTC).replace(
        tzinfo=None
    )
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def two_sheets() -> bytes:
    """Return a workbook with a sheet of texts for each year, whose days are numbers of a spreadsheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for year, serial, texts in (("2020", 43902, _BRIDGE), ("2021", 44260, _BUDGET)):
        sheet = book.create_sheet(year)
        sheet.append(("", "Manchette", "Jour", "Média", "Corps de l’article"))
        for number, text in enumerate(texts):
            sheet.append(
                (number, f"Brève {number + 1} de {year}", serial + number, "Le Fanal", f"<p>{text}</p>")
            )
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def parquet() -> bytes:
    """Return a table in Parquet with days, a list of authors and a vector."""
    import pyarrow
    from pyarrow.parquet import write_table

    made = io.BytesIO()
    write_table(
        pyarrow.table(
            {
                "title": ["Le pont rouvre", "La criée vend moins"],
                "text": ["\n".join(_BRIDGE), "\n".join(_QUAY)],
                "date": [datetime(2020, 3, 12), datetime(2020, 3, 14, 18, 2)],  # noqa: DTZ001 - without a zone
                "authors": [["Anne Roy", "Luc Petit"], []],
                "embedding": [[0.1, 0.2], [0.3, 0.4]],
                "source.name": ["L’Écho de Valbourg", "La Gazette de Port-Lavant"],
            }
        ),
        made,
    )
    return made.getvalue()


def parcel() -> bytes:
    """Return a ZIP as a colleague sends it: documents, a table, a ZIP, and what the system put beside them."""
    return archive(
        {
            "presse/pont.docx": word(),
            "presse/été.txt": f"Le Fanal\n5 juillet 2020\nLa plage de Valbourg est pleine\n\n{_BRIDGE[0]}",
            "presse/budget.csv": f"titre;date;texte\nLe budget;2021-03-05;{' '.join(_BUDGET)}\n",
            "presse/lot.zip": archive({"quai.txt": "\n\n".join(("La Gazette\n3 mars 2020", *_QUAY))}),
            "presse/page_files/style.css": "p {}",
            "presse/photo.jpg": b"\xff\xd8\xff\xe0",
            "__MACOSX/presse/._pont.docx": b"\0\5\x16\7",
            "presse/.DS_Store": b"\0\0\0\1",
        }
    )


if __name__ == "__main__":
    for name, content in {
        "pont.docx": word(),
        "budget.odt": opendocument(),
        "criee.rtf": rich_text(),
        "revue.pdf": review(),
        "colonnes.pdf": columns(),
        "imprime.pdf": printed(),
        "fanal.epub": magazine(),
        "annees.xlsx": two_sheets(),
        "articles.xlsx": workbook(),
        "articles.parquet": parquet(),
        "lot.zip": parcel(),
    }.items():
        (_FILES / name).write_bytes(content)
