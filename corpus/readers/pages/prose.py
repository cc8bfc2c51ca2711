"""Where the sentences of a page stand: the element that has most of them side by side."""

from collections import Counter

from corpus.readers.markup import Element

_MIN_SENTENCE_CHARACTERS = 60
"""Characters of a text outside links, in one paragraph, from which on it is taken for a sentence, not for a label."""


def prose(tree: Element) -> tuple[Element, int]:
    """Return the element with most sentences outside links in its paragraphs or its own text, and their characters.

    The abstracts of a list stand one by one, each in an element of its own; the paragraphs of an article, side by side.
    """
    found: Counter[Element] = Counter()
    for element in tree.iter("p", "br", "div", "td", "section", "article"):
        texts = (
            (element.tail,)
            if element.tag == "br"
            else (element.text, *(child.tail for child in element if child.tag != "br"))
        )
        length = sum(len(text.strip()) for text in texts if text)
        if length >= _MIN_SENTENCE_CHARACTERS:
            holder = element.getparent() if element.tag in ("p", "br") else element
            found[tree if holder is None else holder] += length
    return max(found.items(), key=lambda item: item[1], default=(tree, 0))
