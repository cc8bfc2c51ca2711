"""The words before a name that show that it is no subject: a platform, a paper to go on with, whoever signs."""

import re
from functools import cache

from corpus.entities.lexicon import lines
from corpus.entities.names import key
from corpus.expression import expression

_SAID_ON = expression(
    r"(?<!\w)(?:sur|via|comptes?|pages?|profils?|groupes?|story|stories|live|lives|vidéos?|posts?|messages?|messagerie"
    r"|applications?|appli|publications?|chaînes?|conversations?|appels?|abonnés|fil|direct)"
    r" (?:son |sa |leurs? |de |d['’])?(?:l['’]|la |le )?(?:\w{4,10}(?: et| ou|,) )?$",
    re.IGNORECASE,
)
_READ_ON = expression(
    r"(?:(?:lire|suivre|regarder|voir|couter|manquer|rater|retrouver|lisez|suivez(?:-nous)?|regardez|coutez|retrouvez)"
    r"(?: aussi| également| absolument| en ce moment)?|autres articles) (?:sur|de) (?:la |le |l['’])?$",
    re.IGNORECASE,
)
_READ_ON_ENDS = (" sur ", " sur la ", " sur le ", " sur l'", " sur l’", "les de ", "les de la ")
_SIGNED_BY = expression(
    r"(?:(?:^|\n) ?Par |[Pp]ropos recueillis par |[Uu]n reportage d(?:e |['’])|[Tt]raduit (?:de l['’]\w{2,12} )?par )$"
)
_SIGNED_BY_ENDS = ("Par ", "par ", "eportage de ", "eportage d'", "eportage d’")
"""How the words end that a pattern is looked for in: a look at the end is cheaper, and nearly always enough."""


@cache
def platforms() -> frozenset[str]:
    """Return the keys of the platforms on which people speak."""
    return frozenset(map(key, lines("platforms")))


def is_said_on(before: str) -> bool:
    """Return whether something is said or seen on the platform that these words stand before.

    >>> is_said_on("a-t-il écrit sur "), is_said_on("sa page "), is_said_on("Le patron de ")
    (True, True, False)
    """
    return _SAID_ON.search(before) is not None


def is_read_on(before: str) -> bool:
    """Return whether these words ask to go on with the paper that they stand before.

    >>> is_read_on("À lire aussi sur "), is_read_on("un article sur ")
    (True, False)
    """
    return before.endswith(_READ_ON_ENDS) and _READ_ON.search(before) is not None


def is_signed_by(before: str) -> bool:
    """Return whether the person behind these words signs the article.

    >>> is_signed_by("Propos recueillis par "), is_signed_by("une loi défendue par ")
    (True, False)
    """
    return before.endswith(_SIGNED_BY_ENDS) and _SIGNED_BY.search(before) is not None
