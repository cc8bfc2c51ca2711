"""Escapes in which mails and addresses carry letters, left in a text: quoted-printable, `=C3=A9`, and `%C3%A9`."""

import re
from urllib.parse import unquote_to_bytes

from corpus.expression import expression

_QUOTED = expression(r"(?:=[0-9A-F]{2}(?:=\r?\n(?==[0-9A-F]{2}))?)+|=\r?\n")
"""A run of escapes, a line end that is none of the text between them or not, or such a line end."""
_PERCENT_SIGNS = expression("%(?:c3|e2%80)%", re.IGNORECASE)
"""The first byte of é, è and à, and those of the typographic apostrophe: one of them is in nearly any French text."""
_WORD = expression(r"[^\s%]{0,200}(?:%[0-9A-Fa-f]{2}[^\s%]{0,200})+")
_ADDRESS = expression(r"[/@?=&#]|\.\w|www\.")


def decoded(text: str) -> str:
    r"""Return a text without escapes of quoted-printable (RFC 2045) and of addresses (RFC 3986); addresses stay.

    >>> decoded("Les infirmi=C3=A8res=20d=\n'ici"), decoded("l%27infirmi%C3%A8re https://exemple.fr/%C3%A9t%C3%A9")
    ("Les infirmières d'ici", "l'infirmière https://exemple.fr/%C3%A9t%C3%A9")
    """
    if "=" in text and ("=C3=" in text or "=E2=80=" in text):
        text = _QUOTED.sub(_of_mail, text)
    if "%" in text and _PERCENT_SIGNS.search(text):
        text = _WORD.sub(_of_address, text)
    return text


def _of_mail(escape: re.Match[str]) -> str:
    """Return the letters of a run of escapes; "" for a line end that is none of the text."""
    return _letters(bytes.fromhex(escape[0].replace("=", "")), escape[0])


def _of_address(word: re.Match[str]) -> str:
    """Return a word without its escapes; an address as it is."""
    return word[0] if _ADDRESS.search(word[0]) else _letters(unquote_to_bytes(word[0]), word[0])


def _letters(data: bytes, written: str) -> str:
    """Return what bytes are in UTF-8, `written` where they are no text."""
    try:
        letters = data.decode("utf-8")
    except UnicodeDecodeError:
        return written
    return (
        letters
        if letters.replace("\r", "").replace("\n", "").replace("\u00a0", "").isprintable()
        else written
    )
