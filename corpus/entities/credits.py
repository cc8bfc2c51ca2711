"""Where an article only says who reports it: an agency to which somebody spoke, or that a fact comes from."""

from collections.abc import Iterable
from functools import cache

from corpus.entities.lexicon import lines
from corpus.entities.names import key
from corpus.expression import expression

_CHARACTERS_BEFORE, _CHARACTERS_BEHIND = 80, 24
"""Characters around the name of an agency in which a cue is looked for."""

_AGENCY = r"(?:l['’]|la )?(?:agence (?:de presse )?(?:\w+ )?,? ?)?$"
_TO = expression(
    r"(?:(?<!\w)(?:à|[Pp]ar|[Aa]vec|[Ss]elon|auprès de|pour|d['’]après|dont|que|qu['’]|via|sur|dans|[Ss]ource|[Cc]rédits?|[Cc]opyright) ?"
    rf"|[(/©«:–—-] ?){_AGENCY}"
)
"""Before the agency: "a-t-il dit à l'AFP", "avec Reuters", "(AFP)"."""
_STAFF = expression(
    r"(?:journalistes?|photographes?|correspondante?s?|reporters?|vidéastes?|décompte|comptage|dépêches?|bilan|équipes?"
    r"|calculs?|questions?|images?|vidéos?|photos?|informations?|données|collaborat\w{2,5}|envoyée?s? spécia\w{1,4}|bureau"
    rf"|micro|confrères|archives|connaissance|factuel)[^.,;:]{{0,30}} d(?:e |['’]){_AGENCY}"
)
"""Before the agency: those who work for it, and what it makes: "un journaliste de l'AFP", "selon un décompte de l'AFP"."""
_SAYS = (
    r"(?:rapport|indiqu|précis|annonc|révèl|révél|écri|soulign|affirm|appri|appren|constat|recueill|obten|consult|interrog|cit"
    r"|contact|sollicit|join|établi|not|rappel|expliqu|détaill|signal|ajout|interview|rencontr|recens|identifi|décompt|vu|pu"
    r"|eu|démont|retrac|décri|publi|diffus|raconte|croi)"
)
_SAID_BY = expression(rf"{_SAYS}\w{{0,9}}(?:[ ,]{{1,2}}[\w’'-]{{1,20}}){{0,4}}[ ,]{{1,2}}{_AGENCY}")
"""Before the agency, a verb of reporting: "a appris mardi l'AFP"."""
_REPORTS = expression(
    rf"\s?[)/©»]|,? (?:de source|citant|auprès)|(?: ne| n['’])?,? (?:l['’]|les )?(?:a|ont|avait|avaient)(?: pas)?(?: déjà| également)? {_SAYS}"
    rf"|,? {_SAYS}\w{{0,6}}(?: que| mercredi| [a-z]+di)?(?!\w)"
)
"""Behind the agency: "(AFP)", "AFP de source policière", "Reuters rapporte que", "l'AFP a constaté"."""


@cache
def agencies() -> frozenset[str]:
    """Return the keys of the press agencies."""
    return frozenset(map(key, lines("agencies")))


def is_credit(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether a text names an agency nowhere but where it reports.

    Of 3,401 mentions of AFP in 12,000 Orange articles 97 % are such, of those in other newspapers 80 to 96 %.

    >>> text = "« Oui », dit-elle à l’AFP."
    >>> is_credit(text, [(text.index("AFP"), text.index("AFP") + 3)])
    True
    >>> is_credit("Le PDG de l’AFP démissionne.", [(12, 15)])
    False
    """
    return all(_reports(text, start, end) for start, end in spans)


def _reports(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - _CHARACTERS_BEFORE) : start], text[end : end + _CHARACTERS_BEHIND]
    return any(cue.search(before) for cue in (_TO, _STAFF, _SAID_BY)) or _REPORTS.match(behind) is not None
