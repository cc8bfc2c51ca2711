"""The masthead, lines above the body of a plain text: the source, the date, the headline, the byline."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.article import Found
from corpus.byline import byline, persons
from corpus.clean import bare
from corpus.dates.lines import DateLine, date_line, dateline, leading_date, spoken_date
from corpus.dates.print_date import PrintDate, existing
from corpus.dates.sayings import CLOCK_OR_VERB, MAX_LINE_CHARACTERS, is_dateless
from corpus.expression import expression
from corpus.records import record
from corpus.sections import is_of_press, is_section, section_of_trail

_MAX_LINES = 6
"""Lines of a masthead: source, section, headline, abstract, byline and date are six."""
_MAX_PARAGRAPHS_OF_ABSTRACT = 2
_MAX_LINES_BELOW = 4
"""Lines below a text that say who wrote it and when: two dates, a byline and a notice."""
_MAX_WORDS_OF_A_PAPER = 4
"""Words of the name of a newspaper, the small ones left out: « La Nouvelle République du Centre-Ouest » has four."""
_MAX_OPENING_CHARACTERS = 300
"""Characters in which a date with its weekday is that of the article; in 600, a third of the dates are years away."""
_MAX_WITH_STOP = 60
_STOPS = (".", "!", "?", "…", "»", "”", '"')
"""What ends a sentence: a longer line that says who or when has no stop."""
_SAYS = expression(
    r"\b(?:1[6-9]|20)\d\d\b|\d[/.]\d\d?[/.]\d|\d ?[h:] ?\d\d|^[Pp]ar\b|^PAR\b|[ |]Par\b|(?:[Pp]ubli|[Rr]édig|[Pp]ost|À jour)"
    r"|[Éé]crit par|^By |^(?:Texte|Reportage|Propos)\b|^De |^Depuis |^@|[Rr]éservé"
)
"""A sign that every line has that says who wrote an article, or when."""
_HANDLE = expression(r"@\w{2,30}")
_EDITION = expression(
    r"[ÉEé]dition (?:abonnés|locale|nationale|numérique|régionale|d[’']|d(?:e|es|u) )", re.IGNORECASE
)
_YEAR = expression(r"1[6-9]\d\d|20\d\d")
_SMALL = frozenset(("à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"))


@record
class Masthead:
    """What the first lines say, "" or empty where they say nothing, and the paragraphs that remain for the body."""

    body: list[str]
    title: str = ""
    source: str = ""
    section: str = ""
    date: PrintDate | None = None
    date_found: Found = Found.NOWHERE
    authors: tuple[str, ...] = ()


def masthead(paragraphs: list[str]) -> Masthead:
    """Return what the first lines of an article say, and its body.

    Short lines above the first real paragraph are the masthead lines: a date, a byline.  The first line above the
    date is the source if it is as short as a name.  A line that has no full stop and stands above a longer one is the
    headline.  Any other line stays in the body.  A date may also stand under the abstract, or below the text; the day of
    the publication counts before that of an update, whatever their order.

    >>> masthead(["Le Phare", "25 novembre 2025", "Par Anne Roy", "Le port de Sète rouvre après un an de travaux."])
    Masthead(body=['Le port de Sète rouvre après un an de travaux.'], title='', source='Le Phare', ...
    """
    body = list(paragraphs)
    leading = leading_date(body[0]) if body else None
    if leading:
        body[:1] = [leading[1]] if leading[1] else []
    top = _first_lines(body)
    rest = body[top.depth :]
    days = [DateLine(leading[0]), *top.days] if leading else top.days
    if not rest:  # nothing but short lines: they are the article
        day, date_found = _date(days, [])
        return Masthead(body, date=day, date_found=date_found, authors=top.authors)
    authors = top.authors
    if not _are_of_publication(days):
        more, signed_by, rest = _below(rest, has_headline=bool(top.labels))
        days, authors = [*days, *more], authors or signed_by
    day, date_found = _date(days, rest)
    labels = [label for day in days for label in day.labels]
    section = next(filter(is_section, labels), "") or top.section
    authors = authors or tuple(name for label in labels for name in persons(label))
    beside = [label for label in labels if label != section and not persons(label)]
    # One line alone above "Le Phare | 3 mars 2021" is the headline, unless it is a paper and the headline stands below.
    has_paper = len(top.labels) > len(top.above) == 1 and is_of_press(top.above[0])
    source = _source(top.above if has_paper or len(top.above) > 1 else [*beside, *top.above])
    # The day is under the abstract.
    if not source and days and len(top.labels) > 1 and is_of_press(top.labels[0]):
        source = _source(top.labels[:1])
    lines = [line for line in (*top.labels, *beside) if line != source]
    title = _title(lines, [*top.above, *beside], rest)
    if title and not section:
        section = next(filter(is_section, lines[: lines.index(title)]), "")
    kept = [line for line in lines if line != title]
    return Masthead([*kept, *rest], title, source, section, day, date_found, authors)


def below_masthead(paragraphs: list[str]) -> Masthead:
    """Return the body of an article whose headline is known, and the authors that its lines name.

    The lines that only say who wrote the article and when stand above it, under its abstract, or below it.  A day without
    a word stays where others stand alone on a line: it is above a part of a chronology.

    >>> below_masthead(["Le port rouvre.", "Le Phare avec AFP, publié le lundi 3 mars 2025 à 17h18", "Il était fermé."]).body
    ['Le port rouvre.', 'Il était fermé.']
    """
    if not any(map(_may_say, (*paragraphs[:_MAX_LINES], *paragraphs[-_MAX_LINES_BELOW:]))):
        return Masthead(paragraphs)
    body = list(paragraphs)
    authors: tuple[str, ...] = ()
    for block in reversed(list(_blocks(body, has_headline=True))):
        lines = [byline(line) for line in body[block.start : block.stop]]
        days = [day for _, line in lines if (day := date_line(line))]
        others = (*body[: block.start], *body[block.stop :])
        is_below = block.stop == len(body)
        if not others or (days and _are_of_parts(days, others)):
            continue
        if is_below and not any(CLOCK_OR_VERB.search(bare(line)) for _, line in lines if date_line(line)):
            continue  # a signature, or a place and its day
        authors = next((names for names, _ in lines if names), authors)
        del body[block.start : block.stop]
    return Masthead(body, authors=authors)


def _may_say(line: str) -> bool:
    """Return whether a line may say who or when, known in a hundredth of the time: it is short and no sentence."""
    if len(line) > MAX_LINE_CHARACTERS or (len(line) > _MAX_WITH_STOP and line.endswith(_STOPS)):
        return False
    return _SAYS.search(line) is not None


class _FirstLines(NamedTuple):
    """The lines of a masthead: its dates, its authors, its other lines (`labels`), those of them `above` the first date.

    `section` is that of a breadcrumb trail.
    """

    depth: int
    days: list[DateLine]
    labels: list[str]
    above: list[str]
    authors: tuple[str, ...]
    section: str


def _first_lines(body: list[str]) -> _FirstLines:
    """Return the lines above the first real paragraph, `depth` of them."""
    days: list[DateLine] = []
    labels: list[str] = []
    above: list[str] = []
    authors: tuple[str, ...] = ()
    section = ""
    depth = 0
    for line in body[:_MAX_LINES]:
        names, rest = byline(line)
        day = date_line(rest) or _year_alone(line, labels, body[depth + 1 : depth + 3])
        if day:
            above = above if days else labels[:]
            days.append(day)
        elif (trail := section_of_trail(line)) is not None:
            section = section or trail
        elif not (names and not rest) and not is_dateless(rest) and not _HANDLE.fullmatch(line):
            if not _is_label(line):
                break
            labels.append(line)
        authors = authors or names
        depth += 1
    if days and not above and len(labels) > 1 and is_of_press(labels[0]) and _source(labels[:1]):
        above = labels[:1]
    return _FirstLines(depth, days, labels, above, authors, section)


def _year_alone(line: str, above: list[str], below: list[str]) -> DateLine | None:
    """Return the year of an issue, alone on a line under the name of the paper, or above a headline; None if it is neither."""
    if not _YEAR.fullmatch(line) or len(above) > 1:
        return None
    stands = (
        _source(above) if above else len(below) > 1 and _is_label(below[0]) and len(below[0]) < len(below[1])
    )
    year = existing(int(line))
    return DateLine(year, is_bare=True) if stands and year else None


def _are_of_publication(days: list[DateLine]) -> bool:
    return any(not day.is_update for day in days)


def _date(days: list[DateLine], rest: list[str]) -> tuple[PrintDate | None, Found]:
    """Return the date of publication, else that which the first sentences give, else that of an update; where it was found."""
    for day in days:
        if not day.is_update:
            return day.date, Found.LINE
    day_in_sentences, found = _in_sentences(rest)
    if day_in_sentences is None and days:
        return days[0].date, Found.LINE
    return day_in_sentences, found


def _below(rest: list[str], *, has_headline: bool) -> tuple[list[DateLine], tuple[str, ...], list[str]]:
    """Return the dates and the authors under the abstract or below the text, and the body without their lines.

    A day without a word stands above a part of a chronology as well: it counts if no other paragraph is a date line.  A
    signature below the text stays in the body.
    """
    for block in _blocks(rest, has_headline=has_headline):
        lines = [byline(rest[number]) for number in block]
        days = [day for _, line in lines if (day := date_line(line))]
        others = (*rest[: block.start], *rest[block.stop :])
        if not days or _are_of_parts(days, others):
            continue
        is_below = block.stop == len(rest)
        if is_below and not all(map(_is_below_text, days)):
            continue
        is_signature = is_below and any(day.signed or day.labels for day in days)
        authors: tuple[str, ...] = next((names for names, _ in lines if names), ())
        sections = [day._replace(labels=tuple(filter(is_section, day.labels))) for day in days]
        return sections, authors, rest if is_signature else [*others]
    return [], (), rest


def _are_of_parts(days: Iterable[DateLine], others: Iterable[str]) -> bool:
    """Return whether days may stand above the parts of a chronology: they have no word, and other paragraphs are days too."""
    return all(day.is_bare for day in days) and any(map(date_line, others))


def _is_below_text(day: DateLine) -> bool:
    """Return whether a date below a text may be that of the text: "Sète, 3 mars 2021" is the caption of a photograph."""
    return not day.signed or day.signed.endswith(" le ")


def _blocks(rest: list[str], *, has_headline: bool) -> Iterator[range]:
    """Yield the lines of a masthead that stand under an abstract, which is not the last paragraph, and below the text."""
    says_when = [says_who_or_when(line) for line in rest[:_MAX_LINES]]
    start = next((number for number, is_line in enumerate(says_when) if is_line), len(rest))
    stop = next((number for number in range(start, len(says_when)) if not says_when[number]), len(rest))
    if has_headline and start <= _MAX_PARAGRAPHS_OF_ABSTRACT and stop < len(rest):
        yield range(start, stop)
    start = len(rest)
    while start > 1 and start > len(rest) - _MAX_LINES_BELOW and says_who_or_when(rest[start - 1]):
        start -= 1
    yield range(start, len(rest))


def says_who_or_when(line: str) -> bool:
    """Return whether a line is a byline, a date line, or a notice of the kind that stands beside them.

    >>> says_who_or_when("Par Anne Roy"), says_who_or_when("Publié hier à 18h02"), says_who_or_when("Anne Roy rouvre le port")
    (True, True, False)
    """
    if len(line) > MAX_LINE_CHARACTERS:
        return False
    names, rest = byline(line)
    return bool(names or date_line(rest) or is_dateless(rest) or _HANDLE.fullmatch(line))


def _is_label(line: str) -> bool:
    """Return whether a line may be a source or a headline: short, not a sentence, an item of a list or dialogue."""
    if len(line) > 200 or line.endswith((".", ";", ",", ":")) or line[0] in "-–—•*►":
        return False
    return dateline(line) is None


def _source(above: list[str]) -> str:
    """Return the first of the lines above the date that looks like the name of a newspaper; "" if no line does.

    Names are short, and at most one of their words has no capital, as in `Le Canard enchaîné`.  Without this last
    condition 30 headlines of 1,191 Wikinews articles passed for a source, with it 5.  A year, a bracket or a fifth word
    are of a headline: of 500 headlines of Orange Actu above a date, 16 passed for a source before.
    """
    for line in above:
        words = [word for word in re.findall(r"[^\W\d_]+", line) if word.lower() not in _SMALL]
        is_short = len(line) <= 45 and len(words) <= _MAX_WORDS_OF_A_PAPER
        is_name = sum(map(str.islower, words)) <= 1 and not re.search(r"[?!:»(]|\d{4}", line)
        if is_short and is_name and not is_section(line) and not persons(line):
            return line
    return ""


def _title(labels: list[str], above: list[str], rest: list[str]) -> str:
    """Return the headline, "" if there is none: the first line, or the second where the first is a section.

    The usual name of a section, or of an edition, above other lines is no headline.  A section has one word or two.  A
    headline stands above the date, or is shorter than what follows it, an abstract and the text under it: with
    the text, 103 more of 4,100 headlines of Orange Actu and Wikinews are found, and 3 first sentences pass for one.
    """
    heads = [line for line in labels if not is_section(line) and not _EDITION.match(line)] or labels
    title = next((line for line in heads[:2] if line.count(" ") > 1), heads[0] if heads else "")
    below = rest[: _MAX_PARAGRAPHS_OF_ABSTRACT + 1]
    return title if len(title) >= 10 and (title in above or len(title) < max(map(len, below))) else ""


def _in_sentences(paragraphs: list[str]) -> tuple[PrintDate | None, Found]:
    """Return the date that the first sentences give, and where it was found."""
    for paragraph in paragraphs[:3]:
        if opening := dateline(paragraph):
            return opening[0], Found.DATELINE
    if day := spoken_date("\n".join(paragraphs[:3])[:_MAX_OPENING_CHARACTERS]):
        return day, Found.DATELINE
    return None, Found.NOWHERE
