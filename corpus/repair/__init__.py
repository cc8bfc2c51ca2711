r"""What programs did to a text on its way: escape sequences, HTML, codes of blogs and wrong encodings, undone."""

from corpus.repair import crossed, escapes, markup, mojibake, shortcodes, transfer
from corpus.repair.markup import unescaped

__all__ = ["repaired", "unescaped"]


def repaired(text: str) -> str:
    r"""Return a text as it was written; a text that nothing happened to stays as it is, and costs 10 microseconds.

    >>> repaired("<p>L\\u2019&Atilde;&copy;t&eacute;</p>").strip()
    'L’été'
    """
    text = shortcodes.plain(markup.plain(escapes.unescaped(transfer.decoded(text))))
    return crossed.mended(mojibake.mended(text))
