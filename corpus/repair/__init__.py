r"""What programs did to a text on its way: escape sequences, HTML, codes of blogs and wrong encodings, undone.

The last that was done is undone first: a mail or an address carries the text of a program, whose sequences may stand
for the signs of HTML, in which stand the codes of a blog.  What was read in a wrong code page is mended behind all
these, for any of them may carry its letters (`&Atilde;&copy;`), and only where the text is not ASCII.
"""

from corpus.repair import crossed, escapes, markup, mojibake, shortcodes, transfer
from corpus.repair.markup import unescaped

__all__ = ["repaired", "unescaped"]


def repaired(text: str) -> str:
    r"""Return a text as it was written; a text that nothing happened to stays as it is, and costs 4 microseconds.

    >>> repaired("<p>L\\u2019&Atilde;&copy;t&eacute;</p>").strip()
    'L’été'
    """
    text = shortcodes.plain(markup.plain(escapes.unescaped(transfer.decoded(text))))
    return text if text.isascii() else crossed.mended(mojibake.mended(text))
