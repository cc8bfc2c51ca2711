"""The counts of the names of a facet, and their order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from corpus.spelling import spelling_to_show
from index.document import whole


class Tally:
    """The number of articles of each entity of a field, and of each of its spellings."""

    def __init__(self) -> None:
        self._articles: Counter[str] = Counter()
        self._spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, names: Iterable[str]) -> None:
        """Count an article with these names; it counts once for an entity of which it has two names."""
        terms = set()
        for name in names:
            term = whole(name)
            terms.add(term)
            self._spellings[term][name] += 1
        self._articles.update(terms)

    def first(self, most: int | None) -> dict[str, int]:
        """Return the `most` entities with the most articles, all if `most` is None, each under the name to show."""
        least = sorted(self._articles.values(), reverse=True)[most - 1 : most] if most else []
        counted = {
            spelling_to_show(self._spellings[term]): count
            for term, count in self._articles.items()
            if not least or count >= least[0]
        }
        return ordered(counted, most)


def ordered(counts: Mapping[str, int], most: int | None = None) -> dict[str, int]:
    """Return the names with the highest counts, in order; names with equal counts are in the order of their letters.

    >>> ordered({"Mali": 1, "Bénin": 1, "Tchad": 3}, 2)
    {'Tchad': 3, 'Bénin': 1}
    """
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
