"""The apostrophe of French: elided words to drop, words to keep whole, names to keep in two forms."""

import re

from corpus.expression import expression

_ELIDED_WORD = expression(r"(?:[ldjmnstco]|(?:jus|lors|puis|quoi|pres|quel)?qu)'(?=[^\W\d_])", re.IGNORECASE)
"""The words that lose their vowel before another one, in capitals or not (`Jusqu'où` starts a sentence).

The o of O'Neill is one of them, so that o'neill in lower case is the same word as the name.
"""

_WHOLE_WORD = expression(
    r"(?:aujourd'hui|quelqu'une?|quelques-un|presqu'[iî]les?|prud'hom(?:mes?|m?ale?s?|m?aux|m?ies?))",
    re.IGNORECASE,
)
"""The words that an apostrophe does not cut in two."""

_NAME_START = expression(r"[NMDO]'[^\W\d_][^\W\d_]")
"""The start of a name with an apostrophe: N'Diaye, M'Barek, D'Artagnan, O'Neill."""


_GLUED_NAME = expression(r"(?P<start>[nmdo])'(?P<rest>[^\W\d_]{3,})", re.IGNORECASE)


def glued_name(text: str) -> str:
    """Return a word in one piece if its apostrophe may be that of a name, whatever its capitals; else an empty text.

    Only a query needs it: in a text, a capital shows the name (`is_name`).

    >>> glued_name("n'diaye"), glued_name("M'BAPPÉ"), glued_name("d'or"), glued_name("l'équipe")
    ('ndiaye', 'MBAPPÉ', '', '')
    """
    name = _GLUED_NAME.fullmatch(text)
    return name["start"] + name["rest"] if name else ""


def elided(text: str) -> int:
    """Return the length of the elided word at the start of a text, with its apostrophe; 0 if there is no elided word.

    >>> elided("l'État"), elided("Jusqu'où"), elided("aujourd'hui"), elided("prud'homme"), elided("l'")
    (2, 6, 0, 0, 0)
    """
    if "'" not in text or _WHOLE_WORD.match(text):
        return 0
    match = _ELIDED_WORD.match(text)
    return match.end() if match else 0


def is_whole(text: str) -> bool:
    """Return whether a text is one word although it has an apostrophe.

    >>> is_whole("aujourd'hui"), is_whole("rock'n'roll")
    (True, False)
    """
    return ("'" in text or "-" in text) and _WHOLE_WORD.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Return whether a text is a name with an apostrophe, which is also written without it.

    The letter in lower case after the capital distinguishes `N'Diaye` from the headline `N'A PAS`.

    >>> is_name("N'Diaye"), is_name("n'a"), is_name("N'A"), is_name("L'Équipe")
    (True, False, False, False)
    """
    return _NAME_START.match(text) is not None and text[2].isupper() and text[3].islower()
