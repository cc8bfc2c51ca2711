"""The tokens of a text, each with the blanks before it, and the normal form of a token."""

from corpus.expression import expression
from corpus.typography import APOSTROPHES, ELIDED_WORD, PLAIN_APOSTROPHES

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zß-öø-ÿœ"

# The blanks before a token are part of it: so the lengths add up to offsets, and a token with its blanks is one
# key of a dictionary.  Every character but a blank belongs to a token; no part of the pattern can backtrack far.
_TOKEN = expression(
    # Two tokens in three are a plain word before a blank or a comma: asked first, a text is cut in two thirds of the time.
    rf"[^\S\n]*+(?:[{_CAPITAL}]?[{_LOWER}]++(?=[ ,])"
    r"|\n+"
    # An elided word: "l'", "qu'"; but N'Diaye, M'Bappé and O'Neill stay whole.
    rf"|{ELIDED_WORD}[{APOSTROPHES}](?=\w)"
    rf"|[CMNST][{APOSTROPHES}](?=[{_LOWER}])"
    # A title with its full stop, glued to the name or not.
    rf"|(?:MM?|Mmes?|Mlles?|Mgr|Me|Dr|Pr|Ste?)\.(?=[\s{_CAPITAL}])"
    # Initials: J. K., O.N.U., J.-P.
    rf"|(?:[{_CAPITAL}]\.)++(?=[\s-]|[{_CAPITAL}][{_LOWER}])(?:-[{_CAPITAL}]\.)*+"
    # A date that a caption is glued to: "07/08/2018par CNEWS".
    r"|\d++(?=par\s)"
    # A word, with what holds it together; a full stop does not where a sentence begins behind it ("fin.Le").
    rf"|[^\W_]++(?:(?:[-&·_@{APOSTROPHES}](?=[^\W_])|\.(?=[^\W_{_CAPITAL}]|[{_CAPITAL}](?![{_LOWER}])))[^\W_]++)*+"
    r"|[^\w\s]|_)"
)
_DIGIT = expression(r"\d")
_MAX_LETTERS = 40
"""Letters of a token that count: no word of the training texts has more."""

NEWLINE = "\n"
"""The normal form of line feeds, one or several: they are a token, for they end a headline."""
ENDS = frozenset({".", "!", "?", ";", "…", NEWLINE})
"""Tokens behind which a sentence ends, and no name goes on."""


def tokens(text: str) -> list[str]:
    r"""Return the tokens of a text, each with the blanks before it, and a line feed behind the last.

    >>> tokens("L’ONU, M. N'Diaye")
    ['L’', 'ONU', ',', ' M.', " N'Diaye", '\n']
    """
    return _TOKEN.findall(text + NEWLINE)


def normal(token: str) -> str:
    r"""Return the normal form of a token: straight apostrophes, 0 for every digit, no blanks.

    >>> normal("  l’"), normal(" 2025"), normal(" \n\n")
    ("l'", '0000', '\n')
    """
    if token[-1] == NEWLINE:
        return NEWLINE
    word = token.lstrip()[:_MAX_LETTERS]
    return word if word.isalpha() else _DIGIT.sub("0", word.translate(PLAIN_APOSTROPHES))
