r"""Escape sequences of a programming language left in a text: `\u00e9`, `\xe9`, `\/`, `\n`."""

import re

from corpus.expression import expression

_OWN_USE = expression(r"\b[A-Za-z]:\\|\\(?!\\{0,3}(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[/\"'nrt]))")
"""A backslash that means itself: that of a path, or before anything that is no sequence."""
_LETTER = expression(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})")
_SEQUENCE = expression(
    r"\\{1,4}(?:u(?P<half>[dD][89abAB][0-9a-fA-F]{2})\\{1,4}u(?P<other>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<unit>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[/\"'nrt]))"
)
_WORD_AFTER_LINE_END = expression(r"\\[nrt][a-zà-ÿ]")
_SIGNS = {"n": "\n", "r": "\n", "t": "\t"}


def unescaped(text: str) -> str:
    r"""Return a text without escape sequences, unless it has another backslash: a path, a formula.

    Where the text escapes no letter, `\n` before a small letter may be the beginning of a name, and all stays.

    >>> print(unescaped(r"L\u2019\u00e9t\u00e9 \ud83d\ude00 ouvert\/ferm\xe9"), unescaped(r"C:\users\u00e9"))
    L’été 😀 ouvert/fermé C:\users\u00e9
    """
    if "\\" not in text or _OWN_USE.search(text):
        return text
    if not _LETTER.search(text) and _WORD_AFTER_LINE_END.search(text):
        return text
    return _SEQUENCE.sub(_meant, text)


def _meant(sequence: re.Match[str]) -> str:
    """Return the character that a sequence stands for; half a letter of UTF-16 is none."""
    if sequence["half"]:
        units = bytes.fromhex(sequence["half"] + sequence["other"])
        return units.decode("utf-16-be")
    if sequence["sign"]:
        return _SIGNS.get(sequence["sign"], sequence["sign"])
    char = chr(int(sequence["unit"] or sequence["byte"], 16))
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char
