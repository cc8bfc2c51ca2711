"""Tells what a candidate is: a person, an organisation, a place, or nothing yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.entities.candidates import BEFORE, Candidate, candidates
from corpus.entities.entity import Kind
from corpus.entities.lexicon import Lexicon
from corpus.entities.words import fold, is_acronym, is_roman


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names `name`, and what speaks for it: `weight` votes for `kind`.

    A mention of weight 0 counts only where another one of the same name has votes.
    """

    start: int
    end: int
    name: str
    kind: Kind
    weight: int


# The weights are an order of trust, not a model: lists and titles before prepositions, these before the
# shape of the word.  A whole name of several words on a list settles it.
_LISTED_PHRASE = 8
LISTED = 5
_TITLE = 4
_CUE = 3
_FIRST_NAME = 3
_SHAPE = 1

_ADJECTIVE = (
    r"[a-zà-ÿ-]*(?:al|ale|aux|ales|ique|iques|ien|ienne|iens|iennes|éen|éenne|éens|éennes|ain|aine|ais|aise"
    r"|ois|oise|if|ive|aires?|eure?|ols?|oles?|elle|elles|ine|istes?|unis?|unies?|belges?|russes?|suisses?|turque?)(?![\w-])"
)
_IS_ADJECTIVE = re.compile(_ADJECTIVE)
_LINK = r"(?:de la |de l['’]|du |des |de |d['’]|pour la |pour le |pour les |pour l['’]|contre le |contre la |à la )"
_NOUN = r"(?:haute? |grande? )?(?!(?:son|sa|ses|leurs?|cette|ces|deux|trois|plus|nombreux)\b)[a-zà-ÿ]{3,}(?<!er)(?<!ir)(?![\w-])"
_PROPER = r"[A-ZÀ-Þ][\w'’-]*(?:[ ][A-ZÀ-Þ][\w'’-]*){0,3}"
# Bounded on every side, hence linear: at most two adjectives, then four complements.
_COMPLEMENT = re.compile(
    rf"(?:[ ]{_ADJECTIVE}){{0,2}}(?:[ ]{_LINK}(?:{_PROPER}|{_NOUN})(?:[ ]{_ADJECTIVE}){{0,2}}){{0,4}}"
)
_OF_PROPER = re.compile(rf"[ ](?:de la |de l['’]|du |des |de |d['’])?{_PROPER}")
_OF = frozenset({"de", "d'", "du", "des", "la", "le", "l'", "les"})
_COMPOUND = re.compile(r"-(?:sur|sous|les?|la|en|de|du|des|aux?)-|^sainte?-")
# ", 43 ans", ", âgée de": only of a person.
_AFTER_PERSON = re.compile(r",? (?:\d{1,3} ans\b|âgée? de )")


def mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """Return the mentions of a text, in order; two may overlap."""
    found: list[Mention] = []
    covered = 0
    for candidate in candidates(text, lexicon):
        body = _institution(candidate, text, lexicon) if candidate.start >= covered else None
        if body is not None:
            found.append(body)
            covered = body.end
            if candidate.name is None and candidate.end <= covered:
                continue
        if candidate.start < covered and candidate.name is None:
            continue  # inside an institution only what the lists know is named as well
        found.extend(_mention(candidate, text, lexicon))
    return found


def _mention(candidate: Candidate, text: str, lexicon: Lexicon) -> Iterator[Mention]:
    name = text[candidate.start : candidate.end]
    if len(candidate.words) == 1 and _worthless(name, candidate, lexicon):
        return
    votes = _votes(candidate, text, lexicon)
    kind = max(votes, key=votes.__getitem__)
    weight = votes[kind]
    if candidate.name is not None and candidate.name.kind is kind:
        name = candidate.name.display
    yield Mention(candidate.start, candidate.end, name, kind, weight)


def _worthless(word: str, candidate: Candidate, lexicon: Lexicon) -> bool:
    if candidate.name is not None:
        return False
    folded = fold(word)
    return (
        len(word) < 2
        or word.endswith(".")
        or folded in lexicon.nonentities
        or folded in lexicon.demonyms
        or folded in lexicon.titles
        or (folded in lexicon.common and not word.isupper())
        or (folded in lexicon.org_heads and not word.isupper())
        or is_roman(word)
    )


def _votes(candidate: Candidate, text: str, lexicon: Lexicon) -> dict[Kind, int]:
    """Return what speaks for each kind: the lists, the words around, the shape, in this order of weight."""
    words = [fold(word) for word in candidate.words]
    votes = {Kind.PERSON: 0, Kind.ORG: 0, Kind.PLACE: 0}
    name = candidate.name
    if name is not None and not (candidate.initial and len(words) == 1 and words[0] in lexicon.common):
        votes[name.kind] += _LISTED_PHRASE if len(words) > 1 else LISTED
    if words[0].partition("-")[0] in lexicon.first_names or (len(words) > 1 and words[0].endswith(".")):
        votes[Kind.PERSON] += _FIRST_NAME if len(words) > 1 else _SHAPE
    if _AFTER_PERSON.match(text, candidate.end):
        votes[Kind.PERSON] += _TITLE
    _vote_on_context(votes, candidate, lexicon)
    if name is None:
        _vote_on_shape(votes, candidate, words, lexicon)
    return votes


def _vote_on_context(votes: dict[Kind, int], candidate: Candidate, lexicon: Lexicon) -> None:
    """Add what the words before say: "M. X", "le ministre marocain X", "à X", "la ville de X", "le groupe X"."""
    near, further, third, _ = candidate.before
    described = _IS_ADJECTIVE.fullmatch(near) is not None
    organisation = candidate.name is not None and candidate.name.kind is Kind.ORG
    if not organisation and not is_acronym(candidate.words[0]):
        votes[Kind.PERSON] += _TITLE * (near in lexicon.titles or (described and further in lexicon.titles))
    town = further if not _IS_ADJECTIVE.fullmatch(further) or further in lexicon.place_cues else third
    if (
        near in lexicon.place_prepositions
        or near in lexicon.place_cues
        or (near in _OF and town in lexicon.place_cues)
    ):
        votes[Kind.PLACE] += _CUE
    votes[Kind.ORG] += _CUE * (near in lexicon.org_cues or (described and further in lexicon.org_cues))


def _vote_on_shape(votes: dict[Kind, int], candidate: Candidate, words: list[str], lexicon: Lexicon) -> None:
    """Add what the shape of an unknown name says; that of a lone word says nothing.

    Taking lone words for persons was worth 5 points of recall in WiNER-fr and cost 15 of precision.
    """
    if len(words) == 1 and is_acronym(candidate.words[0]):
        votes[Kind.ORG] += _CUE
    elif len(words) > 1 and any(word in lexicon.org_words for word in words):
        votes[Kind.ORG] += _TITLE
    elif len(words) > 1:
        named_after = is_acronym(candidate.words[0]) or any(_is_place(word, lexicon) for word in words)
        votes[Kind.ORG if named_after else Kind.PERSON] += _SHAPE
    elif _COMPOUND.search(words[0]):
        votes[Kind.PLACE] += _CUE


def _is_place(word: str, lexicon: Lexicon) -> bool:
    return any(not name.rest and name.kind is Kind.PLACE for name in lexicon.names.get(word, ()))


def _institution(candidate: Candidate, text: str, lexicon: Lexicon) -> Mention | None:
    """Return the organisation whose head word begins the candidate ("Bureau des …") or stands before it."""
    start, end = candidate.start, candidate.end
    head = fold(candidate.words[0])
    if candidate.name is None and head in lexicon.place_heads:
        match = _OF_PROPER.match(text, start + len(head))
        return Mention(start, match.end(), text[start : match.end()], Kind.PLACE, LISTED) if match else None
    if head in lexicon.org_heads and (candidate.name is None or candidate.name.kind is Kind.ORG):
        match = _COMPLEMENT.match(text, end)
        if match is not None and match.end() > end:
            return Mention(start, match.end(), text[start : match.end()], Kind.ORG, _LISTED_PHRASE)
        if len(candidate.words) > 1 and candidate.name is None:
            return Mention(start, end, text[start:end], Kind.ORG, _TITLE)
        return None
    for word in candidate.before[1:]:
        if word in lexicon.lower_heads and candidate.before[0] in _OF:
            start = max(0, start - BEFORE) + fold(text[max(0, start - BEFORE) : start]).rfind(word)
            return Mention(start, end, text[start:end], Kind.ORG, _LISTED_PHRASE)
    return None
