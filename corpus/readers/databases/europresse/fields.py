"""The fields of an article of Europresse, as the lines of its three layouts give them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from corpus.article import Article
from corpus.clean import bare, clean_line
from corpus.dates.print_date import PrintDate
from corpus.dates.written import file_date
from corpus.expression import expression
from corpus.readers.authors import authors
from corpus.readers.columns import values
from corpus.readers.databases.header import date, header
from corpus.readers.record import Record, compose
from corpus.repair import repaired

_NUMBER = expression(r"\b[a-z]{3,12}·(?P<day>\d{8})[^\s·]{0,6}·[^\s·]{1,30}·[^\s·<>]{1,60}")
"""The number of a document, `news·20240911·LM·5421306_14`: the day, the code of the source, the number of the piece."""
_NUMBER_OF_ISSUE = r"(?:(?:vol|no)(?:\.\s*|\s+(?=\d))|n[°º]\s*)[\w./-]{1,20}"
_ISSUE = expression(rf",\s*{_NUMBER_OF_ISSUE}(?:,\s*{_NUMBER_OF_ISSUE})?(?P<edition>.*)", re.IGNORECASE)
_EDITION = expression(
    r"\s*;\s*(?P<behind>.+)|\s+[-–—]\s+(?P<dashed>.+)|\s*\((?P<web>(?:[^()]{0,20}\b)?(?:site web|web site|web|blogs?|tablette|mobile)\b[^()]{0,20})\)$",
    re.IGNORECASE,
)
"""What stands behind the name of a source: `; Rennes`, ` - Édition de Rennes`, ` (site web)`."""
_IS_EDITION = expression(r"(?:\d+(?:e|ème) )?édition\b", re.IGNORECASE)
_BELOW = expression(
    r"(?:Notes?|Illustration)\(s\)\s*:.*|(?:Numéro de document|Document number)\s*:.*", re.IGNORECASE
)
"""The line below a text that opens its notes, its pictures, or in the oldest layout what stands in a footer."""
_LEGAL = expression(
    r"(?:©|\(c\)\s?\d{4}|(?:Ce )?certificat (?:est )?émis\b|Date d['’]émission\b|Le présent document est protégé|[a-z]{3,12}·\d{8}\S*·).*",
    re.IGNORECASE,
)
"""The lines of a footer, which may stand in a text that is cut otherwise than its layout."""
APPEARED = expression(
    r"(?:(?:Cet article|Ce contenu|Ce texte) (?:est paru|a été publié|a paru)|This article (?:was published|appeared|is published)).{0,200}",
    re.IGNORECASE,
)
"""The words of the link to the page of an article."""
_MAX_SECTION_CHARACTERS = 60
_MIN_BLANKS_OF_A_SENTENCE = 3


class Publication(NamedTuple):
    """The name of a source, and the edition that stands behind it."""

    source: str
    edition: str


class Lines(NamedTuple):
    """What the lines of an article say.

    `above` are those above its headline, `labels` those that are printed with it, `below` those between headline and text.
    """

    publication: str
    header: str
    above: tuple[str, ...]
    title: str
    heading: str
    below: tuple[str, ...]
    text: tuple[str, ...]
    number: str
    section: str = ""
    url: str = ""
    also_in: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


def publication(name: str) -> Publication:
    """Return the source of an article and its edition, without the number of the issue.

    >>> publication("Ouest-France, no. 24510 - Édition de Rennes")
    Publication(source='Ouest-France', edition='Édition de Rennes')
    >>> publication("AFP - Journal Internet AFP (français)").edition
    'Journal Internet AFP (français)'
    >>> publication("Le Figaro (site web)"), publication("Le Progrès (Lyon)").source
    (Publication(source='Le Figaro', edition='site web'), 'Le Progrès (Lyon)')
    """
    name = clean_line(repaired(name))
    editions: list[str] = []
    if issue := _ISSUE.search(name):
        editions.append(issue["edition"])
        name = name[: issue.start()]
    if behind := _EDITION.search(name):
        editions.insert(0, behind["behind"] or behind["dashed"] or behind["web"])
        name = name[: behind.start()]
    edition = ", ".join(filter(None, map(_without_brackets, editions)))
    return Publication(name.strip(" ,;"), edition)


def _without_brackets(edition: str) -> str:
    """Return an edition without what stands around it; a bracket that is closed inside stays.

    >>> _without_brackets(" (Lyon)"), _without_brackets("Journal AFP (français)")
    ('Lyon', 'Journal AFP (français)')
    """
    edition = edition.strip(" ,;–—-")
    bare_edition = edition.strip(" ,;()–—-")
    return bare_edition if bare_edition.count("(") == bare_edition.count(")") else edition.strip("( ")


def number(text: str) -> str:
    """Return the first number of a document in a text, "" if it has none."""
    found = _NUMBER.search(text)
    return found[0] if found else ""


def compose_lines(lines: Lines, raw: str, name: str) -> Article:
    """Return the article of these lines.

    Raises:
        Unreadable: it has no text.
    """
    source, edition = publication(lines.publication)
    said = header(lines.header)
    editions = [part for part in said.rest.split(", ") if _IS_EDITION.match(part)]
    others = [part for part in editions if not set(bare(part).split()) <= set(bare(edition).split())]
    section = ", ".join(part for part in said.rest.split(", ") if part not in editions) or lines.section
    section = section or next(filter(_is_name, (*lines.above, *lines.labels)), "")
    said_elsewhere = _words(f"{section} {source} {edition}")
    printed = [line for line in (*lines.above, *lines.labels) if not _words(line) <= said_elsewhere]
    record = Record(
        raw=raw,
        text="\n\n".join(_body(lines.text)),
        title=lines.title,
        heading="\n".join(filter(None, (*printed, lines.heading))),
        date=said.date or _day_of(lines.number),
        source=source,
        section=next(iter(values.names([section])), ""),
        authors=authors("; ".join(line for line in lines.below if not date(line)), source),
        url=lines.url,
        id=lines.number,
        page=said.page,
        edition=", ".join(filter(None, (edition, *others))),
        reference=lines.number,
        also_in=_others(lines.also_in, clean_line(lines.publication)),
    )
    return compose(record, path=name)


def _words(line: str) -> set[str]:
    return set(re.findall(r"\w+", bare(line)))


def _others(names: Iterable[str], own: str) -> tuple[str, ...]:
    """Return the other sources as they are named, without the numbers of their issues, each once."""
    others = dict.fromkeys(_ISSUE.sub("", clean_line(repaired(name))) for name in names)
    return tuple(name for name in others if name and name != _ISSUE.sub("", own))


def _is_name(line: str) -> bool:
    """Return whether a line above a headline is the name of a section or a column: `TRIBUNES`, not a sentence."""
    is_short = len(line) <= _MAX_SECTION_CHARACTERS
    return is_short and (line.isupper() or line.count(" ") < _MIN_BLANKS_OF_A_SENTENCE)


def _body(lines: Iterable[str]) -> list[str]:
    """Return the lines of a text, to its notes, its pictures and what stands in a footer."""
    kept: list[str] = []
    for line in lines:
        if _BELOW.fullmatch(line):
            break
        if not (_LEGAL.fullmatch(line) or APPEARED.fullmatch(line)):
            kept.append(line)
    return kept


def _day_of(document: str) -> PrintDate | None:
    """Return the day in the number of a document; None without one."""
    found = _NUMBER.fullmatch(document)
    return file_date(found["day"]) if found else None
