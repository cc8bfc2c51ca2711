"""What stands above the body of a plain text: the source, the date, the headline, the byline."""

import datetime
import re
from dataclasses import dataclass

from corpus.article import Found
from corpus.dates import date_line, dateline, leading_date, spoken_date

_DEPTH = 6
"""Lines that are looked at: source, section, headline, abstract, byline and date are six."""
_OPENING = 300
"""Characters in which a date with its weekday is taken for the article's; in 600, a third are years away."""
_SMALL = frozenset(("à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"))
_NAME = r"[A-ZÀ-ÖØ-ÞŒ][\w.’'-]*"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|el|al|ben|ibn|d['’])[ ])?"
_BYLINE = re.compile(
    rf"(?:[Pp]ar|Propos recueillis par|Texte|Reportage)(?: :)? (?P<names>{_NAME}(?:(?:,| et)? {_PARTICLE}{_NAME}){{0,9}})"
    r"(?:,? \(?avec [\w’' -]{2,30}\)?)?"
)
_CORRESPONDENT = re.compile(
    r"De (?:notre|nos|l['’]un de nos) (?:envoyée?s?|correspondante?s?)(?: spécia(?:le?s?|ux)| permanente?)?"
    r"(?: (?:à|au|aux|en|dans) [\w’' -]{2,40})?(?:, (?P<names>[\w.’' -]{3,60}))?"
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the first lines say, "" or empty where they do not, and the paragraphs that are left for the body."""

    body: list[str]
    title: str = ""
    source: str = ""
    date: datetime.date | None = None
    date_found: Found = Found.NOWHERE
    authors: tuple[str, ...] = ()


def masthead(paragraphs: list[str]) -> Masthead:
    """Read the first lines of an article.

    Short lines above the first real paragraph are its furniture of state: one that is a date, one that is a
    byline; the first above the date is the source if it is as short as a name; one that has no full stop and is
    followed by something longer is the headline.  Every line that is none of these stays in the body.

    >>> masthead(["Le Phare", "25 novembre 2025", "Par Anne Roy", "Le port de Sète rouvre après un an de travaux."])
    Masthead(body=['Le port de Sète rouvre après un an de travaux.'], title='', source='Le Phare', ...
    """
    body = list(paragraphs)
    day, found = None, Found.NOWHERE
    if body and (leading := leading_date(body[0])):
        day, found = leading[0], Found.LINE
        body[:1] = [leading[1]] if leading[1] else []
    labels: list[str] = []
    above: list[str] = []
    authors: tuple[str, ...] = ()
    depth = 0
    for line in body[:_DEPTH]:
        names, rest = byline(line)
        written = date_line(rest)
        if day is None and written:
            day, found = written, Found.LINE
            above = labels[:]
        elif not (names and not rest) and not written:
            if not _is_label(line):
                break
            labels.append(line)
        authors = authors or names
        depth += 1
    rest_of_body = body[depth:]
    if not rest_of_body:  # nothing but short lines: they are the article
        return Masthead(body, date=day, date_found=found, authors=authors)
    source = _source(above)
    title = _title([line for line in labels if line != source], above, rest_of_body[0])
    kept = [line for line in labels if line not in (source, title)]
    if day is None:
        day, found = _in_sentences(rest_of_body)
    return Masthead([*kept, *rest_of_body], title, source, day, found, authors)


def byline(line: str) -> tuple[tuple[str, ...], str]:
    """The authors of a line such as `Par Anne Roy et Luc Petit`, and what else the line says.

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
    """Whether a line may be a source or a headline: short, and no sentence, item of a list or line of dialogue."""
    if len(line) > 200 or line.endswith((".", ";", ",", ":")) or line[0] in "-–—•*►":
        return False
    return dateline(line) is None


def _source(above: list[str]) -> str:
    """Which of the lines above the date is the name of a newspaper, "" if none; the first that looks like one.

    Names are short and of capitals, `Le Canard enchaîné` having one word that is not.  Without this last condition
    30 headlines of 1,191 Wikinews articles passed for a source, with it 5.
    """
    for line in above:
        common = [word for word in re.findall(r"[^\W\d_]+", line) if word.islower() and word not in _SMALL]
        if len(line) <= 45 and len(common) <= 1 and not re.search(r"[?!:»]", line):
            return line
    return ""


def _title(labels: list[str], above: list[str], following: str) -> str:
    """The headline: the first line, or the second if the first is a section, of one word or two.

    It stands above the date, or is shorter than what follows it.
    """
    title = next((line for line in labels[:2] if line.count(" ") > 1), labels[0] if labels else "")
    return title if len(title) >= 10 and (title in above or len(title) < len(following)) else ""


def _in_sentences(paragraphs: list[str]) -> tuple[datetime.date | None, Found]:
    """The date that the first sentences give."""
    for paragraph in paragraphs[:3]:
        if opening := dateline(paragraph):
            return opening[0], Found.DATELINE
    if day := spoken_date("\n".join(paragraphs[:3])[:_OPENING]):
        return day, Found.DATELINE
    return None, Found.NOWHERE
