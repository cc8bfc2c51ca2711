"""The masthead, lines above the body of a plain text: the source, the date, the headline, the byline."""

import datetime
import re
from dataclasses import dataclass

from corpus.article import Found
from corpus.dates import date_line, dateline, leading_date, spoken_date

_MAX_LINES = 6
"""Lines of a masthead: source, section, headline, abstract, byline and date are six."""
_MAX_OPENING_CHARACTERS = 300
"""Characters in which a date with its weekday is that of the article; in 600, a third of the dates are years away."""
_SMALL = frozenset(("à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"))
_PERSON_NAME = r"[A-ZÀ-ÖØ-ÞŒ][\w.’'-]*"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|el|al|ben|ibn|d['’])[ ])?"
_BYLINE = re.compile(
    rf"(?:[Pp]ar|Propos recueillis par|Texte|Reportage)(?: :)? (?P<names>{_PERSON_NAME}(?:(?:,| et)? {_PARTICLE}{_PERSON_NAME}){{0,9}})"
    r"(?:,? \(?avec [\w’' -]{2,30}\)?)?"
)
_CORRESPONDENT = re.compile(
    r"De (?:notre|nos|l['’]un de nos) (?:envoyée?s?|correspondante?s?)(?: spécia(?:le?s?|ux)| permanente?)?"
    r"(?: (?:à|au|aux|en|dans) [\w’' -]{2,40})?(?:, (?P<names>[\w.’' -]{3,60}))?"
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the first lines say, "" or empty where they say nothing, and the paragraphs that remain for the body."""

    body: list[str]
    title: str = ""
    source: str = ""
    date: datetime.date | None = None
    date_found: Found = Found.NOWHERE
    authors: tuple[str, ...] = ()


def masthead(paragraphs: list[str]) -> Masthead:
    """Return what the first lines of an article say, and its body.

    Short lines above the first real paragraph are the masthead lines: a date, a byline.  The first line above the
    date is the source if it is as short as a name.  A line that has no full stop and stands above a longer one is the
    headline.  Any other line stays in the body.

    >>> masthead(["Le Phare", "25 novembre 2025", "Par Anne Roy", "Le port de Sète rouvre après un an de travaux."])
    Masthead(body=['Le port de Sète rouvre après un an de travaux.'], title='', source='Le Phare', ...
    """
    body = list(paragraphs)
    day, date_found = None, Found.NOWHERE
    if body and (leading := leading_date(body[0])):
        day, date_found = leading[0], Found.LINE
        body[:1] = [leading[1]] if leading[1] else []
    labels: list[str] = []
    above: list[str] = []
    authors: tuple[str, ...] = ()
    depth = 0
    for line in body[:_MAX_LINES]:
        names, rest = byline(line)
        written = date_line(rest)
        if day is None and written:
            day, date_found = written, Found.LINE
            above = labels[:]
        elif not (names and not rest) and not written:
            if not _is_label(line):
                break
            labels.append(line)
        authors = authors or names
        depth += 1
    rest_of_body = body[depth:]
    if not rest_of_body:  # nothing but short lines: they are the article
        return Masthead(body, date=day, date_found=date_found, authors=authors)
    source = _source(above)
    title = _title([line for line in labels if line != source], above, rest_of_body[0])
    kept = [line for line in labels if line not in (source, title)]
    if day is None:
        day, date_found = _in_sentences(rest_of_body)
    return Masthead([*kept, *rest_of_body], title, source, day, date_found, authors)


def byline(line: str) -> tuple[tuple[str, ...], str]:
    """Return the authors of a line such as `Par Anne Roy et Luc Petit`, and the rest of the line.

    >>> byline("Publié le 25 novembre 2025 par Anne Roy")
    (('Anne Roy',), 'Publié le 25 novembre 2025')
    """
    if len(line) > 120 or line.endswith("."):
        return (), line
    if match := _CORRESPONDENT.fullmatch(line):
        return (match["names"] or line,), ""
    match = _BYLINE.search(line)
    if not match:
        return (), line
    rest = f"{line[: match.start()]} {line[match.end() :]}".strip(" ,|–—-·•:")
    if rest and date_line(rest) is None:
        return (), line
    return tuple(re.split(r", | et ", match["names"])), rest


def _is_label(line: str) -> bool:
    """Return whether a line may be a source or a headline: short, not a sentence, an item of a list or dialogue."""
    if len(line) > 200 or line.endswith((".", ";", ",", ":")) or line[0] in "-–—•*►":
        return False
    return dateline(line) is None


def _source(above: list[str]) -> str:
    """Return the first of the lines above the date that looks like the name of a newspaper; "" if no line does.

    Names are short, and at most one of their words has no capital, as in `Le Canard enchaîné`.  Without this last
    condition 30 headlines of 1,191 Wikinews articles passed for a source, with it 5.
    """
    for line in above:
        common = [word for word in re.findall(r"[^\W\d_]+", line) if word.islower() and word not in _SMALL]
        if len(line) <= 45 and len(common) <= 1 and not re.search(r"[?!:»]", line):
            return line
    return ""


def _title(labels: list[str], above: list[str], following: str) -> str:
    """Return the headline, "" if there is none: the first line, or the second where the first is a section.

    A section has one word or two.  A headline stands above the date, or is shorter than what follows it.
    """
    title = next((line for line in labels[:2] if line.count(" ") > 1), labels[0] if labels else "")
    return title if len(title) >= 10 and (title in above or len(title) < len(following)) else ""


def _in_sentences(paragraphs: list[str]) -> tuple[datetime.date | None, Found]:
    """Return the date that the first sentences give, and where it was found."""
    for paragraph in paragraphs[:3]:
        if opening := dateline(paragraph):
            return opening[0], Found.DATELINE
    if day := spoken_date("\n".join(paragraphs[:3])[:_MAX_OPENING_CHARACTERS]):
        return day, Found.DATELINE
    return None, Found.NOWHERE
