"""What an article is about, of what it names: an agency that reports, its own paper and its authors are its credits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus import Article
from corpus.entities import Entity, Kind
from index.document import whole


def subjects(article: Article, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Yield the entities that the article is about: an agency that reports, its paper and its authors are its credits."""
    signatures = _Signatures(name for name in (article.source, *article.authors) if name)
    for entity in entities:
        if not entity.credit and (entity.kind is Kind.PLACE or not signatures.have(entity)):
            yield entity


class _Signatures:
    """The names of the paper and the authors of an article, by their words: an article may have thousands of authors."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: set[str] = set()
        self._with_word: defaultdict[str, list[set[str]]] = defaultdict(list)
        for name in map(whole, names):
            words = _words(name)
            self._names.add(name)
            for word in words:
                self._with_word[word].append(words)

    def have(self, entity: Entity) -> bool:
        """Return whether a name is that of a paper or an author, or a part of it as BBC is of BBC News Afrique.

        One word of it is not, unless it is an acronym: Orange Actu writes about Orange.
        """
        name = whole(entity.name)
        if name in self._names:
            return True
        if entity.kind is not Kind.ORG:
            return False
        words = _words(name)
        may_be_part = len(words) > 1 or entity.name.isupper()
        return may_be_part and any(words <= signed for signed in self._with_any_of(words))

    def _with_any_of(self, words: set[str]) -> Sequence[set[str]]:
        """Return the names with the word that the fewest names have."""
        return min((self._with_word.get(word, ()) for word in words), key=len)


def _words(name: str) -> set[str]:
    return set(name[1:].split("_"))
