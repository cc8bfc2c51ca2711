r"""What programs did to a text on its way: escape sequences, HTML, codes of blogs and wrong encodings, undone.

The last that was done is undone first: a mail or an address carries the text of a program, whose sequences may stand
for the signs of HTML, in which stand the codes of a blog.  What was read in a wrong code page is mended behind all
these, for any of them may carry its letters (`&Atilde;&copy;`), and only where the text is not ASCII.
"""

from corpus.message import Message, message
from corpus.repair import crossed, escapes, markup, mojibake, shortcodes, transfer
from corpus.repair.markup import unescaped

__all__ = ["noted", "repaired", "unescaped"]

_ANY_TEXT = (
    (transfer.decoded, message("repair.transfer")),
    (escapes.unescaped, message("repair.escapes")),
    (markup.plain, message("repair.markup")),
    (shortcodes.plain, message("repair.shortcodes")),
)
_BEYOND_ASCII = ((mojibake.mended, message("repair.mojibake")), (crossed.mended, message("repair.crossed")))
"""The repairs in their order, each with the note of an article in which it changed something."""


def repaired(text: str) -> str:
    r"""Return a text as it was written; a text that nothing happened to stays as it is, and costs 4 microseconds.

    >>> repaired("<p>L\\u2019&Atilde;&copy;t&eacute;</p>").strip()
    'L’été'
    """
    text = shortcodes.plain(markup.plain(escapes.unescaped(transfer.decoded(text))))
    return text if text.isascii() else crossed.mended(mojibake.mended(text))


def noted(text: str) -> tuple[str, tuple[Message, ...]]:
    """Return a text as `repaired` does, and a note for each kind of repair that it needed.

    >>> [str(note) for note in noted("<p>Le port rouvre.</p>")[1]], noted("Le port rouvre.")[1]
    (['repair.markup'], ())
    """
    notes: list[Message] = []
    for repairs in (_ANY_TEXT, _BEYOND_ASCII):
        if repairs is _BEYOND_ASCII and text.isascii():
            break
        for repair, note in repairs:
            before, text = text, repair(text)
            if text != before:
                notes.append(note)
    return text, tuple(notes)
