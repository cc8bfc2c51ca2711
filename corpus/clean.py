"""Text as a person would type it: composed letters, plain spaces, no invisible character."""

import re
import unicodedata

from corpus.expression import expression
from corpus.typography import PLAIN_APOSTROPHES

_ESCAPE = expression(
    r"\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"  # ESC [ … m: colours, cursor
    r"|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)"  # ESC ] … BEL: titles, links, only if they end
    r"|[ -/]*[0-~]"  # ESC ( B and the rest of ECMA-48
    r")?"
)
_SOFT_BREAK = expression("\u00ad[ \t]*\n[ \t]*")
_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PLAIN = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys("\v\f\u2028\u2029", "\n"),
    **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    # Letters and marks to Unicode, nothing to the eye: fillers, joiners, variation selectors.
    **dict.fromkeys("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0", ""),
    **dict.fromkeys(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10))), ""),
}
_ODD = expression(f"[{''.join(_PLAIN)}\U000e0100-\U000e01ef]")  # the range one by one is 100 times slower
_MARKS = expression(r"[^\w\s]{31,}")
_STARRED = expression(" {2,}")
_INDENTATION = expression("\n ")
_GAPS = expression("\n\n\n+")
"""It begins with a text, as `_INDENTATION` does: found in a tenth of the time of `\\n{3,}`."""


def clean(text: str) -> str:
    r"""Return the text in NFC, of printable characters and line feeds only; cleaning twice changes nothing more.

    No-break spaces become plain ones: they look the same, and dates, entities and phrases then need no rule for
    them; `Article.raw` keeps the typography.  Several blanks become one, blanks at line ends are removed, several
    empty lines become one.  The control characters 0x80 to 0x9F become the letters that Windows-1252 has there, as in
    HTML (https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state).

    >>> clean("L\u0092e\u0301te\u0301\u202f:\u00a0\x1b[31mla ﬁn\x1b[0m\u202e")
    'L’été : la fin'
    """
    if text.isascii() and text.isprintable() and "  " not in text:  # most labels and links are such a line
        return text.strip()
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\u00ad" in text:
        text = _SOFT_BREAK.sub("", text)
    text = _ODD.sub(_plain, text)
    if not text.replace("\n", "").isprintable():
        text = text.translate({ord(char): _visible(char) for char in set(text) if not char.isprintable()})
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", _MARKS.sub(_sparse, text))
    if "  " in text:
        text = _STARRED.sub(" ", text)
    if "\n" in text:
        text = _GAPS.sub("\n\n", _INDENTATION.sub("\n", text.replace(" \n", "\n")))
    return text.strip()


def clean_line(text: str) -> str:
    r"""Return the text cleaned, on one line.

    >>> clean_line("Le Monde\r\n diplomatique")
    'Le Monde diplomatique'
    """
    return " ".join(clean(text).split())


def bare(text: str) -> str:
    """Return the text without accents, capitals and typography, to compare words: months, columns, first names.

    >>> bare("Février"), bare("À LIRE"), bare("1ᵉʳ"), bare("aujourd’hui")
    ('fevrier', 'a lire', '1er', "aujourd'hui")
    """
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", _MARKS.sub(_sparse, text))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return plain.casefold().translate(PLAIN_APOSTROPHES)


def _plain(match: re.Match[str]) -> str:
    return _PLAIN.get(match[0], "")


def _visible(char: str) -> str:
    """Return what replaces a character that does not print."""
    if char == "\n":
        return char
    if "\x80" <= char <= "\x9f":
        return char.encode("latin-1").decode("cp1252", "ignore")
    return ""


def _sparse(match: re.Match[str]) -> str:
    """Return a run of marks without combining ones beyond 30 in a row, the limit of UAX #15.

    Normalising takes time that grows with the square of their number: 40,000 marks on one letter took 0.8 s.
    """
    kept: list[str] = []
    run = 0
    for char in match[0]:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= 30:
            kept.append(char)
    return "".join(kept)
