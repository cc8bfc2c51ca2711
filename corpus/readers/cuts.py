"""Texts that were cut before they came into a file, by a spreadsheet or by a service."""

from corpus.expression import expression
from corpus.message import Message, message

CELL_CHARACTERS = 32_767
"""Characters of the longest cell of a spreadsheet (specifications of Excel): a text of just this length was cut there."""
_BY_SERVICE = expression(r"\s*(?:…|\.\.\.)?\s*\[\+\d{1,9} chars\]\s*$")
_END = "chars]"
_MAX_MARK_CHARACTERS = 40
"""The mark of NewsAPI behind the 200 characters that it gives of a text, `… [+3241 chars]`."""


def cut(text: str) -> tuple[str, tuple[Message, ...]]:
    """Return a text without the mark of a service that cut it, and a note that says who cut it; none for a whole text.

    >>> cut("Le port rouv… [+3241 chars]")[0], [str(note) for note in cut("Le port rouv… [+3241 chars]")[1]]
    ('Le port rouv…', ['doubt.cut_by_service'])
    """
    if len(text) == CELL_CHARACTERS:
        return text, (message("doubt.cut_cell", limit=CELL_CHARACTERS),)
    if not text.rstrip().endswith(_END):
        return text, ()
    end = text[-_MAX_MARK_CHARACTERS:]
    whole = _BY_SERVICE.sub("…", end)
    if whole == end:
        return text, ()
    return text[:-_MAX_MARK_CHARACTERS] + whole, (message("doubt.cut_by_service"),)
