"""The words of some articles: how many of the articles have each, by its stem, and the form of it to show."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from pathlib import Path

from corpus import Article, Found
from index.analysis.bound import bound
from index.analysis.french import stem, stems, stop_words, words
from index.document import values
from index.names.aliases import ENTITIES
from search.planning.words import terms

_BEFORE = re.compile(r"(?:\w+-)+$")
_AFTER = re.compile(
    r"(?:-(?!(?:t|je|tu|ils?|elles?|on|nous|vous|moi|toi|l[aeà]|les|lui|leur|ce|ci|y|en)(?![\w’']))\w+)+"
)
"""The words before and behind a word that hyphens join to it; the pronoun of an inversion, `dit-elle`, is none of them."""


class Vocabulary:
    """The words of some articles; stop words and numbers are no words here."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = tuple(articles)
        self._texts = list(map(_text, self._articles))
        counts: Counter[str] = Counter()
        for text in self._texts:
            counts.update({one for piece in set(bound(text).split()) for one in stems(piece)})
        self.counts: Mapping[str, int] = {one: counts[one] for one in counts if _is_word(one)}

    def __len__(self) -> int:
        """Return the number of the articles."""
        return len(self._texts)

    def forms(self, stems: Collection[str]) -> dict[str, str]:
        """Return the form to show of each of some stems: the most frequent one, with its accents and capitals.

        A word that stands in a compound most often is shown as the compound: `afro-américain`.
        """
        pieces = Counter(piece for text in self._texts for piece in text.split())
        times: dict[str, Counter[str]] = {one: Counter() for one in stems}
        for piece, count in pieces.items():
            for one, form in _forms(piece, times.keys()):
                times[one][form] += count
        return {
            one: min(forms, key=lambda form: (-forms[form], form)) for one, forms in times.items() if forms
        }

    def names(self, one: str, form: str) -> bool:
        """Return whether a word, with a stem and a form, is part of a name: capitals, and a name of the articles has the stem."""
        return not form[0].islower() and one in self._name_stems

    @cached_property
    def _name_stems(self) -> frozenset[str]:
        names = {name for article in self._articles for field in ENTITIES for name in values(article, field)}
        return frozenset(stem(term) for name in names for term in terms(name))


def _text(article: Article) -> str:
    """Return the words of an article; a headline that was cut from the text stands in it already."""
    return article.text if article.title_found is Found.TEXT else f"{article.title}\n{article.text}"


def _is_word(one: str) -> bool:
    return one.isalpha() and len(one) > 1 and one not in _grammar()


@cache
def _grammar() -> frozenset[str]:
    """Return the stems of the stop words, and of the adverbs, prepositions, pronouns and numerals of `grammar.txt`.

    A query may ask for these, and they say nothing of an answer.
    """
    more = Path(__file__).with_name("grammar.txt").read_text("utf-8")
    return frozenset(map(stem, (*stop_words(), *terms(more))))


def _forms(piece: str, wanted: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield the wanted stems of the words of a piece, each with its form."""
    if not wanted.isdisjoint(stems(piece)):
        for word in words(piece):
            if word.stem in wanted:
                yield word.stem, _whole(piece, word.start, word.end)


def _whole(piece: str, start: int, end: int) -> str:
    """Return a word with the words that hyphens join to it.

    >>> _whole("l’afro-américain,", 2, 6), _whole("(voile)", 1, 6), _whole("dit-elle,", 0, 3)
    ('afro-américain', 'voile', 'dit')
    """
    before, after = _BEFORE.search(piece[:start]), _AFTER.match(piece, end)
    return f"{before[0] if before else ''}{piece[start:end]}{after[0] if after else ''}"
