"""The light French stemmer of Savoy, on folded words.

Source: J. Savoy, "A stemming procedure and stopword list for general French corpora" (JASIS 50, 1999) and
"Light stemming approaches for the French, Portuguese, German and Hungarian languages" (SAC 2006).  Its
endings are written here without accents, because a word is folded before it is stemmed: the stem then does not depend
on accents.  If a word is stemmed before it is folded, 13 to 23 % of the accented words are lost.
"""

from corpus.expression import expression

_DOUBLED_LETTER = expression(r"(.)\1+")

_ENDINGS: tuple[tuple[str, int, str], ...] = (
    ("issement", 10, "ir"),
    ("issant", 9, "ir"),
    ("ivement", 8, "if"),
    ("ement", 7, "e"),
    ("ficatrice", 12, "fier"),
    ("ficateur", 11, "fier"),
    ("catrice", 10, "quer"),
    ("cateur", 9, "quer"),
    ("atrice", 9, "er"),
    ("ateur", 8, "er"),
    ("trice", 8, "ter"),
    ("trice", 7, "teur"),
    ("teuse", 8, "ter"),
    ("teur", 7, "ter"),
    ("euse", 6, "eu"),
    ("ive", 8, "if"),
    ("folle", 5, "fou"),
    ("molle", 5, "mou"),
    ("nnelle", 10, "n"),
    ("nnel", 10, "n"),
)
"""(ending, least length of the word, replacement): only the first one that fits is applied."""

_LATE_ENDINGS: tuple[tuple[str, int, str], ...] = (
    ("esse", 9, "e"),
    ("inage", 8, "in"),
    ("ualisation", 13, "uel"),
    ("isation", 10, ""),
    ("ation", 9, ""),
    ("ition", 9, ""),
)
"""The same, tried if none of `_ENDINGS` fits, after `-ique` is cut."""

_ENDING_LETTERS = tuple(ending for ending, _, _ in _ENDINGS)
_LATE_ENDING_LETTERS = tuple(ending for ending, _, _ in _LATE_ENDINGS)


def light(word: str) -> str:
    """Return the light stem of a folded word.

    >>> [light(word) for word in ("elections", "election", "journaux", "journal", "premiere", "premier")]
    ['election', 'election', 'journal', 'journal', 'premi', 'premi']
    """
    single = word[:-1] if len(word) > 3 and word[-1] in "sx" else word
    if len(single) > 5 and single.endswith("ieme"):
        return _tidy(single[:-4])
    if (len(single) > 5 and single.endswith("iere")) or (len(single) > 8 and single.endswith("ere")):
        return _tidy(single[:-3] + "er")
    singular = _singular(word)
    replaced = _replace(singular, _ENDINGS) if singular.endswith(_ENDING_LETTERS) else None
    if replaced is not None:
        return _tidy(replaced)
    if len(singular) > 8 and singular.endswith("ique"):
        singular = singular[:-4]
    replaced = _replace(singular, _LATE_ENDINGS) if singular.endswith(_LATE_ENDING_LETTERS) else None
    return _tidy(singular if replaced is None else replaced)


def _singular(word: str) -> str:
    if len(word) > 5 and word.endswith("x"):
        word = f"{word[:-2]}l" if word[-3:-1] == "au" and word[-4] != "e" else word[:-1]
    for ending in "xs":
        if len(word) > 3 and word.endswith(ending):
            word = word[:-1]
    return word


def _replace(word: str, endings: tuple[tuple[str, int, str], ...]) -> str | None:
    """Return the word with the first ending that fits replaced; None if no ending fits."""
    for ending, least, replacement in endings:
        if word.endswith(ending) and len(word) >= least:
            return word[: -len(ending)] + replacement
    return None


def _tidy(stem: str) -> str:
    """Return the stem without doubled letters and without a final -ie, -er or -ée."""
    if len(stem) > 4:
        stem = _DOUBLED_LETTER.sub(r"\1", stem)
    if len(stem) > 4 and stem.endswith("ie"):
        stem = stem[:-2]
    if len(stem) > 4:
        for ending in "ree":
            stem = stem.removesuffix(ending)
        if len(stem) > 1 and stem[-1] == stem[-2]:
            stem = stem[:-1]
    return stem
