"""Words of several spellings, each with the terms that all of its spellings have: `St` and `Saint`, `weekend` and `week-end`."""

from collections.abc import Callable

from corpus.expression import expression
from index.analysis.fold import fold
from index.analysis.ordinals import ORDINAL_WORDS, roman

_SHORT = {"st": "saint", "sts": "saints", "ste": "sainte", "stes": "saintes"}

_COMPOUNDS = (
    *["week-end", "e-mail", "start-up", "plate-forme", "porte-monnaie", "porte-manteau", "porte-feuille"],
    *["porte-clé", "porte-parole", "wi-fi", "pick-up", "pop-corn", "cow-boy", "show-biz", "best-seller", "fair-play"],
    *["hot-dog", "happy-hour", "burn-out", "stand-by", "black-out", "lock-out", "think-tank", "crowd-funding"],
    *["base-ball", "basket-ball", "hand-ball", "volley-ball", "foot-ball", "moto-cross", "snow-board", "skate-board"],
    *["check-point", "show-room", "play-back", "talk-show", "pare-choc", "pare-brise", "essuie-tout", "tire-bouchon"],
    *["passe-partout", "mille-feuille", "croque-monsieur", "chauve-souris", "haut-parleur", "bas-côté", "contre-pied"],
    *["contre-attaque", "contre-productif", "contre-exemple", "contre-sens", "entre-temps", "anti-racisme"],
    *["anti-raciste", "anti-corruption", "auto-école", "auto-stop", "co-auteur", "co-fondateur", "co-président"],
    *["extra-terrestre", "micro-onde", "mini-jupe", "ultra-violet", "infra-rouge", "vidéo-surveillance"],
    *["visio-conférence", "télé-réalité", "télé-travail", "hydro-alcoolique", "agro-alimentaire", "sage-femme"],
    *["grand-père", "grand-mère", "grands-parents", "beau-frère", "belle-sœur", "gratte-ciel", "non-sens"],
)  # fmt: skip
"""Compounds that the press writes with a hyphen, in one word, and in two."""


def _parts() -> dict[str, int]:
    """Return the compounds in one word, folded, in singular and plural, each with the length of its first part."""
    folded = [tuple(map(fold, compound.split("-"))) for compound in _COMPOUNDS]
    return {first + second + s: len(first) for first, second in folded for s in ("", "s")}


_PARTS = _parts()

_WITH_FIGURES = expression(r"[^\W\d_]{3,}(?=[0-9]+\Z)")
"""A word and its figures in one piece, `Covid19`, as `Covid-19` is also written; `G20` and `A380` have too few letters."""

SPELLINGS = {word: (term,) for word, term in (_SHORT | ORDINAL_WORDS).items()} | {
    word: (word[:length], word[length:]) for word, length in _PARTS.items()
}
"""The words of several spellings, folded, each with its terms."""


def is_spelt_one_way(word: str, folded: str) -> bool:
    """Return whether a word of letters alone is its own term, folded.

    >>> is_spelt_one_way("Étienne", "etienne"), is_spelt_one_way("St", "st"), is_spelt_one_way("XIXe", "xixe")
    (True, False, False)
    """
    return folded not in SPELLINGS and (folded[0] not in "ivxl" or folded[-1] not in "esr" or not roman(word))


def term(word: str) -> str:
    """Return the term of a word: the word folded, or the one term of all its spellings.

    >>> term("St"), term("Première"), term("XIXe"), term("Étienne")
    ('saint', '1e', '19e', 'etienne')
    """
    folded = fold(word)
    if folded in _SHORT:
        return _SHORT[folded]
    return ORDINAL_WORDS.get(folded) or (folded[-1:] in "esr" and roman(word)) or folded


def parts(word: str) -> int:
    """Return the length of the first part of a word that is also written as two; 0 if it is not.

    >>> parts("Weekend"), parts("Covid19"), parts("G20"), parts("président")
    (4, 5, 0, 0)
    """
    if word[-1:].isdigit():
        match = _WITH_FIGURES.match(word)
        return match.end() if match else 0
    return _PARTS.get(word.lower(), 0) or (0 if word.isascii() else _PARTS.get(fold(word), 0))


def spelt(fits: Callable[[str], object]) -> list[tuple[str, ...]]:
    """Return the terms of the words of several spellings that fit a condition, each once.

    >>> spelt("premiers".startswith)
    [('1e',)]
    """
    return list(dict.fromkeys(terms for word, terms in SPELLINGS.items() if fits(word)))
