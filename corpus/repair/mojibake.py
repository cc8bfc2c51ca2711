"""Text in UTF-8 that a program took for another code page and saved again, once or more often: `Ã©tÃ©` for `été`."""

import re
from functools import cache
from typing import NamedTuple

from corpus.expression import expression

_MAX_TIMES = 4
"""Times that a text was saved wrongly, at most."""

_HINTS = {
    "cp1252": ("Ã", "Â", "â€", "Å", "ðŸ", "Ø", "Ð", "\x80"),
    "mac_roman": ("√", "‚Ä", "¬"),
    "cp437": ("Γ", "⌐", "╬"),  # what only this page of DOS has; all else is read in the other one
    "cp850": ("├", "┬", "Ô"),
    "cp1250": ("Ă",),
}
"""The code pages that programs read in, Windows and Latin-1 first; a text without these signs is not searched.

In an article of 3,000 characters a sign is found in 0.1 to 0.3 microseconds, unless it has two letters of which the last
is frequent: then in 3."""
_ALL_HINTS = tuple(dict.fromkeys(hint for hints in _HINTS.values() for hint in hints))

_LETTERS = frozenset("àâäáæçèéêëíîïñóôöùúûüÿœÀÂÄÁÆÇÈÉÊËÎÏÑÓÔÖÙÛÜŸŒÃ")
_SIGNS = frozenset("«»°·§£²³½\u00a0\u00ad‘’“”–—…•‹›€™−\ufeff")
"""What the French press writes beyond ASCII; with Ã, of which é is made where a text was saved wrongly twice."""
_SCRIPT = expression("[\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff]{3}")
"""Three letters of Greek, Cyrillic or Arabic."""
_OTHERS = expression(
    "[\u0080-\u017f\u0300-\u0527\u1e00-\u1eff\u2000-\u22ff\u2500-\u27bf\ufe0f\ufeff\U0001f000-\U0001faff]"
    "|[\u0600-\u06ff]{2,}"  # one alone may be `OÙ` before a no-break space or an ellipsis
)
"""What is mended as well in a text with other marks of mojibake, beside the letters of the code page."""

_OPENING = frozenset("«“‘\"'`([")
_CLOSING = frozenset("»”’\"'`)]")
_ENDS_OF_WORD = frozenset("\u00a0«»”“’‘…–—•´·")
_LINES = frozenset("─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬░▒▓█▄▀")

_WORD_A = expression(r"(?<![A-ZÀ-Þ][A-ZÀ-Þ])Ã (?P<ends>(?=[\s.,)\]…’'Â-]|$))?")
_LOST_BLANK = expression("(?<![\\s«“\"'(])Â(?=\\s|$)|(?<=[«“\"'(])Â(?=\\s[^»”\"')])")
_LOST_QUOTE = expression("â€(?:\ufffd|(?=[\\s.,;:!?)»\\]]|$))")
_STRAIGHT_DASH = expression('â€"')
_STRAIGHT_LIGATURE = expression('Å"(?=[a-z])')
_SURE_LOSS = expression(r"(?<=[a-z0-9.,%)])Â (?=\S)|(?<!\S)Ã  (?=\w)")
"""A no-break space that became a blank: the Â that was before it, or the Ã of `Ã  Nantes`, which is no word."""


class _Page(NamedTuple):
    """A code page: the byte of each character, and a pattern of the runs of characters that are letters in UTF-8."""

    bytes: dict[str, int]
    runs: re.Pattern[str]


def mended(text: str) -> str:
    """Return a text as it was before it was saved wrongly; all else stays, in the same text as well.

    >>> mended("LÃ¢â‚¬â„¢Ã‰tat a Ã©tÃ© saisi"), mended("√©t√©"), mended("SÃO PAULO, Å« CAFÉ »")
    ('L’État a été saisi', 'été', 'SÃO PAULO, Å« CAFÉ »')
    """
    if not any(map(text.__contains__, _ALL_HINTS)):
        return text
    for page, hints in _HINTS.items():
        for _ in range(_MAX_TIMES):
            if not any(hint in text for hint in hints):
                break
            before, text = text, _once(text, page)
            if text == before:
                break
    return text


def _once(text: str, name: str) -> str:
    """Return a text of which one wrong saving in a code page is undone."""
    page = _page(name)
    is_windows = name == "cp1252"
    if not any(_is_sure(run, page) for run in page.runs.finditer(text)) and not (
        is_windows and _SURE_LOSS.search(text)
    ):
        return text
    text = page.runs.sub(lambda run: _read(run[0], page), text)
    return _without_lost_bytes(text) if is_windows else text


@cache
def _page(name: str) -> _Page:
    """Return a code page; Windows-1252 has the control characters of Latin-1 as well, which many programs keep."""
    found = [{bytes([byte]).decode(name, "ignore") or chr(byte)} for byte in range(0x80, 0x100)]
    if name == "cp1252":
        found = [chars | {chr(byte)} for byte, chars in enumerate(found, 0x80)]

    def one_of(low: int, high: int) -> str:
        return f"[{re.escape(''.join(sorted(set().union(*found[low - 0x80 : high - 0x7F]))))}]"

    follows = one_of(0x80, 0xBF)
    letter = (
        f"{one_of(0xC2, 0xDF)}{follows}|{one_of(0xE1, 0xEF)}{follows}{{2}}|{one_of(0xF0, 0xF4)}{follows}{{3}}"
    )
    by_character = {char: byte for byte, chars in enumerate(found, 0x80) for char in chars}
    return _Page(by_character, re.compile(f"(?:{letter})+"))


def _decoded(run: str, page: _Page) -> str:
    """Return the letters of a run; U+FFFD for bytes that are no UTF-8."""
    return bytes(page.bytes[char] for char in run).decode("utf-8", "replace")


def _read(run: str, page: _Page) -> str:
    """Return a run read as UTF-8; as it is where a French text has no such letters."""
    letters = _decoded(run, page)
    return letters if all(char in page.bytes for char in _OTHERS.sub("", letters)) else run


def _is_sure(run: re.Match[str], page: _Page) -> bool:
    """Return whether a run of characters is a mark of mojibake, and cannot be what a text means.

    Portuguese ends words in Ã, and Swedish in Å; a page of spelling quotes « Â »; a mathematician writes √π; and a
    text on mojibake quotes it.
    """
    text, start, end = run.string, run.start(), run.end()
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    letters = _decoded(run[0], page)
    if (
        text[max(0, start - 2) : start].rstrip()[-1:] in _OPENING
        and text[end : end + 2].lstrip()[:1] in _CLOSING
    ):
        return False
    if _SCRIPT.search(letters):
        return True
    first, lead, follower = letters[:1], run[0][0], run[0][1]
    if first not in _LETTERS and first not in _SIGNS:
        # An emoji, or the first sign of what was saved wrongly twice.
        return first > "\U0001efff" or first in "√├┬"
    if lead in "ÂÃ" and before.isupper() and follower in _ENDS_OF_WORD:
        return after.isalpha() and after.isupper()
    if run[0] == "Ã\u00a0" and after in ":;!?»":
        return False
    if lead == "Â" and first in "\u00a0»":
        return not before.isspace() and before not in _OPENING
    if lead in "ÅĂ":
        return after.isalpha() or lead == "Ă"
    if follower in "πΩ∂Ø" or follower in _LINES:
        return before.isalpha()
    return True


def _without_lost_bytes(text: str) -> str:
    """Return a text with the letters whose second byte was lost: a no-break space become a blank, ” cut short."""
    if "Ã " in text:
        text = _WORD_A.sub(lambda found: "à " if found["ends"] is None else "à", text)
    if "Â" in text:
        text = _LOST_BLANK.sub("", text)
    if "â€" in text:
        text = _STRAIGHT_DASH.sub("–", _LOST_QUOTE.sub("”", text))
    return _STRAIGHT_LIGATURE.sub("œ", text) if 'Å"' in text else text
