"""A headline for an article that has none: its first sentence, cut at a word."""

from corpus.dates.lines import dateline
from corpus.sentences import sentence_ends

_MAX_CHARACTERS = 100
"""Characters of a headline; of the 36,016 of Orange Actu, 95 % have 101 at most."""


def headline(paragraph: str) -> str:
    """Return the first sentence of a paragraph, without dateline and full stop, cut at a word near 100 characters.

    >>> headline("M. J. Martin, maire de Sète, rouvre le port. Il était fermé.")
    'M. J. Martin, maire de Sète, rouvre le port'
    """
    opening = dateline(paragraph)
    sentence = first_sentence(opening[1] if opening and opening[1] else paragraph)
    if len(sentence) > _MAX_CHARACTERS:
        return shortened(sentence)
    return sentence if sentence.endswith("..") else sentence.removesuffix(".") or sentence


def first_sentence(text: str) -> str:
    """Return the first sentence of the first 1,000 characters of a text.

    >>> first_sentence("Le 1er sept. 2024, M. A. Dupont vint ! Il vit.")
    'Le 1er sept. 2024, M. A. Dupont vint !'
    """
    text = text[:1000]
    return text[: next(sentence_ends(text), len(text))].rstrip()


def shortened(sentence: str) -> str:
    """Return a long sentence cut at a word, with an ellipsis: at most 101 characters.

    >>> shortened("sel, " * 30)[-9:]
    'sel, sel…'
    """
    head = sentence[: _MAX_CHARACTERS + 1]
    cut = head.rfind(" ")
    return head[: cut if cut > 0 else _MAX_CHARACTERS].rstrip(" ,;:–—-«(“") + "…"
