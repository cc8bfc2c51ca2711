"""Words that begin with a capital, and the one form under which they are compared."""

import re
from unicodedata import decomposition

# Latin up to Latin Extended-A, and Romanian and Vietnamese letters: what names in the French press are printed
# in.  The class is written four times below, hence in ranges: they halve the time to compile it.
_LATIN = range(0x250)
_CAPITALS = "A-ZÀ-ÖØ-ÞȘȚƠƯ" + "".join(chr(code) for code in range(0x100, 0x180) if chr(code).isupper())

_TAIL = rf"(?:[-.&'’](?=[{_CAPITALS}])\w+|-\w+)*"
WORD = re.compile(
    rf"(?<![\w.#@])(?:(?:[LDJSC]|Qu)['’](?=[{_CAPITALS}]))?"  # "L'" is an article, "N'Diaye" a name
    r"((?:MM?|Mmes?|Mlles?|Mgr|Me|Dr|Pr|Ste?)\.(?=\s)"
    rf"|(?:[{_CAPITALS}]\.-?)+(?![\w])"  # J.-P., O.N.U.
    rf"|[{_CAPITALS}]\w*{_TAIL})"
)
"""A capitalised word is group 1: an elided article before it is not part of it."""


def _base(code: int) -> int:
    """Return the plain lower-case letter of a Latin letter, or the code itself where it has none."""
    parts = decomposition(chr(code)).split()
    base = int(parts[0], 16) if parts and not parts[0].startswith("<") else code
    lower = chr(base).lower()
    return ord(lower) if len(lower) == 1 else base


_FOLD = {code: _base(code) for code in _LATIN} | {ord("’"): ord("'"), 0xA0: 0x20, ord("‑"): ord("-")}


def fold(text: str) -> str:
    """Return the text in lower case, without accents, with straight apostrophes; of the same length.

    >>> fold("L’ÉQUIPE Élysée")
    "l'equipe elysee"
    """
    return text.translate(_FOLD)


def is_acronym(word: str) -> bool:
    """Tell whether a word has the shape of an acronym: 2 to 7 capitals and figures, hyphens aside.

    One capital and a figure are a motorway or an engine (A8, V6): the lists know the channels.

    >>> [is_acronym(word) for word in ("ONU", "TF1", "DGSN-DGST", "O.N.U.", "Onu", "XIV", "A8")]
    [True, True, True, True, False, False, False]
    """
    return all(
        2 <= len(part) <= 7
        and part.isalnum()
        and part[:2].isalpha()
        and part.isupper()
        and not is_roman(part)
        for part in word.replace(".", "").split("-")
    )


def is_roman(word: str) -> bool:
    """Tell whether a word is a Roman numeral, as kings and centuries bear them."""
    return _ROMAN.fullmatch(word) is not None


_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)?(?:er|e|ème)?|XL|L")
