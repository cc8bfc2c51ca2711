"""The byline: the line that names the authors of an article, and the names by which a label is known for an author."""

import re
from functools import lru_cache

from corpus.clean import bare
from corpus.dates.lines import date_line
from corpus.entities.lexicon import is_first_name, is_particle
from corpus.expression import expression
from corpus.sections import is_of_press, is_section

_MAX_BYLINE_CHARACTERS = 160
_MAX_WORDS_OF_A_PERSON = 3
_INITIAL = expression(r"[A-ZÀ-ÖØ-ÞŒ]\.(?:-?[A-ZÀ-ÖØ-ÞŒ]\.)?")
_PERSON_NAME = r"(?!LE (?:\d|LUN|MAR|MER|JEU|VEN|SAM|DIM))[A-ZÀ-ÖØ-ÞŒ][\w.’'-]*"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|el|al|ben|ibn|d['’])[ ])?"
_BYLINE = expression(
    rf"(?:(?:(?:[Pp]ubli|[Rr]édig|[Pp]ost)é |[ÉEée]crit )?[Pp]ar|PAR|By|Propos recueillis par|Texte|Reportage)(?: :)? "
    rf"(?P<names>{_PERSON_NAME}(?:(?:,| et| ET)? {_PARTICLE}{_PERSON_NAME}){{0,9}})"
    r"(?:,? \(?avec [\w’' -]{2,30}\)?)?"
    r"(?: \((?:[\w’' -]{2,40}, )?(?:notre |nos )?(?:envoyée?s?|correspondante?s?)\b[\w’' ,-]{0,60}\))?"
)
_BETWEEN_AUTHORS = expression(r" (?:et|ET|and|&) ")
_BETWEEN_PERSONS = expression(rf", |{_BETWEEN_AUTHORS.pattern}")
_BY = expression(r"(?:par|by)(?: ?: ?| )(?=\S)", re.IGNORECASE)
_AGENCY = expression("[A-Z]{2,5}")
_MAX_SIGNATURES = 1024
"""Signatures whose authors are remembered: those of a paper recur."""
_CORRESPONDENT = expression(
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
    names = tuple(_BETWEEN_PERSONS.split(label))
    return names if all(map(_is_person, names)) else ()


def coauthors(signature: str) -> tuple[str, ...]:
    """Return the authors whom a field names as one text; the text alone where it is one name, or may be.

    A text is cut where each part is a name of two words or more, a paper or an agency, and one of them is surely a person or
    an agency: firms and ministries have an "et" in their names.

    >>> coauthors("Anne Roy & Luc Petit"), coauthors("Ouest-France et AFP"), coauthors("Dupont et Fils")
    (('Anne Roy', 'Luc Petit'), ('Ouest-France', 'AFP'), ('Dupont et Fils',))
    """
    if len(signature) > _MAX_BYLINE_CHARACTERS or not _BETWEEN_PERSONS.search(signature):
        return (signature,)
    return _coauthors(signature)


def without_by(signature: str) -> str:
    """Return a signature without the word before the first name.

    >>> without_by("Par Anne Roy"), without_by("BY: Luc Petit"), without_by("Bystrova")
    ('Anne Roy', 'Luc Petit', 'Bystrova')
    """
    by = _BY.match(signature)
    return signature[by.end() :] if by else signature


@lru_cache(maxsize=_MAX_SIGNATURES)
def _coauthors(signature: str) -> tuple[str, ...]:
    parts = tuple(_BETWEEN_AUTHORS.split(signature))
    is_sure = any(_is_person(part) or _AGENCY.fullmatch(part) for part in parts)
    if is_sure and all(map(_is_name, parts)):
        return parts
    return persons(signature) or (signature,)


def _is_name(part: str) -> bool:
    """Return whether a part of a signature is a whole name: two or three words with a capital, a paper or an agency."""
    if is_section(part):
        return False
    return _has_words_of_a_person(part) or is_of_press(part) or _AGENCY.fullmatch(part) is not None


def _is_person(name: str) -> bool:
    """Return whether a name is a first name, or its initial, and one or two more, and has no word of the press."""
    if not _has_words_of_a_person(name):
        return False
    first = next(word for word in name.split() if not is_particle(bare(word)))
    is_first = _INITIAL.fullmatch(first) or is_first_name(bare(first).split("-")[0])
    return bool(is_first) and not is_of_press(name)


def _has_words_of_a_person(name: str) -> bool:
    words = [word for word in name.split() if not is_particle(bare(word))]
    return 2 <= len(words) <= _MAX_WORDS_OF_A_PERSON and all(word[0].isupper() for word in words)
