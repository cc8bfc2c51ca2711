"""METS: the issue of a scanned newspaper, its articles across pages and what is known of it; the words stand in ALTO files.

Where the METS says which blocks are an article (profile ENMAP of Europeana Newspapers, docWorks), each is one; else each
page is.  Title sections and advertisements are left out.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from corpus.article import Rejected
from corpus.clipping import Bundle, Clipping
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.dates.written import written
from corpus.errors import Unreadable
from corpus.formats.head import Head
from corpus.message import message
from corpus.readers import markup
from corpus.readers.record import Record, clipping
from corpus.readers.scans import alto, folder, mods
from corpus.records import record, replace
from corpus.source import Source

_MAX_PAGES = 2000
"""Pages of an issue, at most."""
_TITLES = frozenset(("TITLE", "HEADLINE", "MAINTITLE"))
_ADVERTISEMENTS = frozenset(("ADVERTISEMENT", "ADVERTISING", "ADVERT", "AD"))


@record
class _Area:
    """Blocks of a page: the id of the ALTO file in the METS, the id of the first and of the last block."""

    file: str
    first: str
    last: str
    is_title: bool


def recognises(head: Head) -> bool:
    """Return whether a file is a METS."""
    return head.root.lower() == "mets"


def articles(source: Source) -> Iterator[Bundle]:
    """Yield the issue, to be cut into its articles."""
    yield Bundle(source.name, partial(_issue, source))


def _issue(source: Source) -> Iterator[Clipping | Rejected]:
    """Yield the articles of an issue.

    Raises:
        Unreadable: the METS cannot be read, or none of the pages that it lists is there.
    """
    root = markup.xml_of(source)
    pages, missing = _pages(source, root)
    if missing:
        yield Rejected(source.name, message("reading.missing_pages", count=missing))
    if not pages:
        raise Unreadable("reading.no_pages")
    described = {
        section.get("ID", ""): mods.described(section)
        for section in root.iter()
        if markup.local(section) == "dmdSec"
    }
    issue, numbers = _of_issue(root, described), _numbers(root)
    divs = [div for div in root.iter() if _type(div) == "ARTICLE"]
    articles = [
        _clipping(record, source, div.sourceline)
        for div in divs
        if (record := _article(div, issue, described, pages, numbers))
    ]
    yield from articles or _each_page(issue, pages, numbers, source)
    advertisements = sum(_type(div) in _ADVERTISEMENTS for div in root.iter()) if articles else 0
    if advertisements:
        yield Rejected(source.name, message("reading.advertisements", count=advertisements))


def _each_page(
    issue: Record, pages: Mapping[str, list[alto.Page]], numbers: Mapping[str, str], source: Source
) -> Iterator[Clipping]:
    """Yield the pages of an issue whose METS knows no articles."""
    for file, of_file in pages.items():
        for page in of_file:
            number = numbers.get(file) or page.number
            yield _clipping(replace(issue, raw=page.text, text=page.text, page=number), source, None)


def _clipping(record: Record, source: Source, line: int | None) -> Clipping:
    where = message("reading.line", line=line) if line else None
    return clipping(record, path=source.name, where=where, file_name=folder.dated_part(source))


def _pages(source: Source, root: markup.Element) -> tuple[dict[str, list[alto.Page]], int]:
    """Return the pages of the files of ALTO that a METS lists, by the id of the file; and how many files are not there."""
    pages: dict[str, list[alto.Page]] = {}
    seen: set[tuple[object, ...]] = set()
    missing = 0
    for element in root.iter():
        if markup.local(element) != "file" or len(pages) >= _MAX_PAGES:
            continue
        address = _address(element)
        if not address.lower().endswith(".xml") and "xml" not in element.get("MIMETYPE", ""):
            continue
        file = folder.listed(source, address)
        if file and (file.path, file.inside) in seen:
            continue
        found = _read_pages(file) if file else None
        if file:
            seen.add((file.path, file.inside))
        if found is None:
            missing += 1
        elif found:
            pages[element.get("ID", "")] = found
    return pages, missing


def _read_pages(file: Source) -> list[alto.Page] | None:
    """Return the pages of a file of ALTO, an empty list for another file; None if it cannot be read."""
    try:
        tree = markup.xml_of(file)
    except Unreadable:
        return None
    return [*alto.pages(tree)] if markup.local(tree).lower() == "alto" else []


def _address(file: markup.Element) -> str:
    """Return where the content of a file is, "" if it is not said."""
    for element in file.iter():
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] == "href":
                return str(value)
    return ""


def _numbers(root: markup.Element) -> dict[str, str]:
    """Return the number of the page of each file, as the physical structure has it."""
    numbers: dict[str, str] = {}
    for div in root.iter():
        number = markup.local(div) == "div" and (div.get("ORDERLABEL") or div.get("ORDER"))
        if number and "PAGE" in _type(div):
            for area in div.iter():
                numbers.setdefault(area.get("FILEID", ""), number)
    return numbers


def _of_issue(root: markup.Element, described: Mapping[str, mods.Described]) -> Record:
    """Return the record that all articles of an issue share: the paper, the date, the language."""
    of_articles = {name for div in root.iter() if _type(div) == "ARTICLE" for name in _sections(div)}
    sections = [section for name, section in described.items() if name not in of_articles]
    dates = [day for section in sections for text in section.dates if (day := parse_date(text))]
    return Record(
        raw="",
        text="",
        source=next((section.title for section in sections if section.title), "") or root.get("LABEL", ""),
        date=max(dates, key=lambda day: bool(day.day), default=None) or _day_of(root.get("LABEL", "")),
        language=next((section.language for section in sections if section.language), ""),
    )


def _day_of(label: str) -> PrintDate | None:
    """Return the first day that a label names: `no. 827 21.11.1901`."""
    return next((found.date for found in written(label)), None)


def _article(
    div: markup.Element,
    issue: Record,
    described: Mapping[str, mods.Described],
    pages: Mapping[str, list[alto.Page]],
    numbers: Mapping[str, str],
) -> Record | None:
    """Return the record of an article; None if all its pages are missing.

    Its title is the label that the METS gives it, else what its section says, else the blocks of its title.
    """
    areas = [area for area in _areas(div) if area.file in pages]
    if not areas:
        return None
    sections = [described[name] for name in _sections(div) if name in described]
    titles = [text for area in areas if area.is_title for text in _blocks(area, pages)]
    label = next(filter(mods.is_title, (div.get("LABEL", ""), *(section.title for section in sections))), "")
    body = [text for area in areas if not area.is_title for text in _blocks(area, pages)]
    printed = [numbers.get(area.file) or pages[area.file][0].number for area in areas]
    ends = list(dict.fromkeys((printed[0], printed[-1])))
    return replace(
        issue,
        raw="\n\n".join((*titles, *body)),
        text="\n\n".join(body or titles),
        title=label or " ".join(titles),
        page="-".join(filter(None, ends)),
        authors=next((section.authors for section in sections if section.authors), ()),
        language=next((section.language for section in sections if section.language), issue.language),
    )


def _areas(article: markup.Element) -> Iterator[_Area]:
    """Yield the areas of an article in their order, without those of an article inside it."""
    stack = [(article, False)]
    while stack:
        node, is_title = stack.pop()
        if markup.local(node) == "area" and node.get("FILEID"):
            yield _Area(node.get("FILEID", ""), node.get("BEGIN", ""), node.get("END", ""), is_title)
        inside = is_title or _type(node) in _TITLES
        stack.extend(
            (child, inside) for child in reversed(node) if _type(child) not in {"ARTICLE", *_ADVERTISEMENTS}
        )


def _blocks(area: _Area, pages: Mapping[str, list[alto.Page]]) -> list[str]:
    """Return the texts of the blocks of an area; those of the whole page, if the area names no block."""
    if not area.first:
        return [page.text for page in pages[area.file]]
    return [text for page in pages[area.file] for text in page.of(area.first, area.last)]


def _type(element: markup.Element) -> str:
    """Return the type of a division, in capitals; "" for any other element."""
    return element.get("TYPE", "").upper() if markup.local(element) == "div" else ""


def _sections(div: markup.Element) -> list[str]:
    """Return the ids of the descriptive sections of a division."""
    names: list[str] = div.get("DMDID", "").split()
    return names
