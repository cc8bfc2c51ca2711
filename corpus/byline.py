"""The byline: the line that names the authors of an article, and the names by which a label is known for an author."""

import re

from corpus.clean import bare
from corpus.dates.lines import date_line
from corpus.entities.lexicon import is_first_name, is_particle
from corpus.sections import is_of_press

_MAX_BYLINE_CHARACTERS = 160
_MAX_WORDS_OF_A_PERSON = 3
_INITIAL = re.compile(r"[A-ZÀ-ÖØ-ÞŒ]\.(?:-?[A-ZÀ-ÖØ-ÞŒ]\.)?")
_PERSON_NAME = r"(?!LE (?:\d|LUN|MAR|MER|JEU|VEN|SAM|DIM))[A-ZÀ-ÖØ-ÞŒ][\w.’'-]*"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|el|al|ben|ibn|d['’])[ ])?"
_BYLINE = re.compile(
    rf"(?:(?:(?:[Pp]ubli|[Rr]édig|[Pp]ost)é |[ÉEée]crit )?[Pp]ar|PAR|By|Propos recueillis par|Texte|Reportage)(?: :)? (?P<names>{_PERSON_NAME}(?:(?:,| et| ET)? {_PARTICLE}{_PERSON_NAME}){{0,9}})"
    r"(?:,? \(?avec [\w’' -]{2,30}\)?)?"
    r"(?: \((?:[\w’' -]{2,40}, )?(?:notre |nos )?(?:envoyée?s?|correspondante?s?)\b[\w’' ,-]{0,60}\))?"
)
_CORRESPONDENT = re.compile(
    r"(?:De |Depuis [\w’' -]{2,30}, )(?:notre|nos|l['’]un de nos) (?:envoyée?s?|correspondante?s?)(?: spécia(?:le?s?|ux)| permanente?)?"
    r"(?: (?:à|au|aux|en|dans) [\w’' -]{2,40})?(?:, (?P<names>[\w.’' -]{3,60}))?"
)


def byline(line: str) -> tuple[tuple[str, ...], str]:
    """Return the authors of a line such as `Par Anne Roy et Luc Petit`, and the rest of the line.

    >>> byline("Publié le 25 novembre 2025 par Anne Roy")
    (('Anne Roy',), 'Publié le 25 novembre 2025')
    """
    if len(line) > _MAX_BYLINE_CHARACTERS:
        return (), line
    if match := _CORRESPONDENT.match(line):
        rest = line[match.end() :].strip(" ,|–—-·•:")
        if not rest or date_line(rest):
            return (match["names"] or match[0],), rest
    match = _BYLINE.search(line)
    if not match:
        return (), line
    rest = f"{line[: match.start()]} {line[match.end() :]}".strip(" ,|–—-·•:")
    if (line.endswith(".") or line.isupper()) if not rest else date_line(rest) is None:
        return (), line  # a sentence, or a headline in capitals: "PAR AMOUR DU PORT"
    return tuple(re.split(r", | et | ET ", match["names"])), rest


def persons(label: str) -> tuple[str, ...]:
    """Return the authors that a label names, `Anne Roy et Luc Petit`; empty if it is anything else.

    >>> persons("Paul de Roy et A. Petit"), persons("Charlie Hebdo"), persons("Le Phare")
    (('Paul de Roy', 'A. Petit'), (), ())
    """
    names = tuple(re.split(r", | et ", label))
    return names if all(map(_is_person, names)) else ()


def _is_person(name: str) -> bool:
    """Return whether a name is a first name, or its initial, and one or two more, and has no word of the press."""
    words = [word for word in name.split() if not is_particle(bare(word))]
    if not 2 <= len(words) <= _MAX_WORDS_OF_A_PERSON or not all(word[0].isupper() for word in words):
        return False
    is_first = _INITIAL.fullmatch(words[0]) or is_first_name(bare(words[0]).split("-")[0])
    return bool(is_first) and not is_of_press(name)
