"""Words without accents and capitals."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŉ": "n",
    }
)
"""Latin letters of European names that Unicode does not decompose."""

_ACCENTED_LETTERS = str.maketrans("àâäáãåçéèêëíìîïñóòôöõúùûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy")
"""The accented letters of western Europe, the most frequent ones: their words need no decomposition."""


def fold(word: str) -> str:
    """Return a word in lower case without accents or ligatures; other scripts keep their letters.

    Only words are folded: folding changes lengths, and offsets are those of the whole text.

    >>> fold("Élevée"), fold("ŒUVRE"), fold("Łódź"), fold("المغرب")
    ('elevee', 'oeuvre', 'lodz', 'المغرب')
    """
    lower = word.lower()
    if lower.isascii():
        return lower
    plain = lower.translate(_ACCENTED_LETTERS)
    if plain.isascii() and plain.isalnum():
        return plain
    decomposed = unicodedata.normalize("NFKD", lower.translate(_LETTERS)).lower().translate(_LETTERS)
    bare = "".join(letter for letter in decomposed if letter.isalnum())
    return bare if bare.isascii() else "".join(map(_ascii, bare))


def _ascii(letter: str) -> str:
    """Return the ASCII spelling of a rare Latin letter; any other letter as it is."""
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN"):
        return letter
    from unidecode import unidecode  # takes 7 ms to import, for one word in 100,000

    spelt = "".join(filter(str.isalnum, unidecode(letter).lower()))
    return spelt or letter
