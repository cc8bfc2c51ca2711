"""The names of a facet, counted and ordered for a person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from index.document import whole


class Tally:
    """How many articles have each entity of a field, and how often each of its spellings stands."""

    def __init__(self) -> None:
        self._articles: Counter[str] = Counter()
        self._spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, names: Iterable[str]) -> None:
        """Count an article that has these names; two of one entity are one."""
        terms = set()
        for name in names:
            term = whole(name)
            terms.add(term)
            self._spellings[term][name] += 1
        self._articles.update(terms)

    def first(self, most: int | None) -> dict[str, int]:
        """Return the entities that most articles have, all where `most` is None, under the names to show."""
        least = sorted(self._articles.values(), reverse=True)[most - 1 : most] if most else []
        counted = {
            shown(self._spellings[term]): count
            for term, count in self._articles.items()
            if not least or count >= least[0]
        }
        return ordered(counted, most)


def ordered(counts: Mapping[str, int], most: int | None = None) -> dict[str, int]:
    """Return the names with the highest counts, the alphabet deciding between equals.

    >>> ordered({"Mali": 1, "Bénin": 1, "Tchad": 3}, 2)
    {'Tchad': 3, 'Bénin': 1}
    """
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])


def shown(spellings: Mapping[str, int]) -> str:
    """Return the spelling to show: one in mixed case where there is one, then the most frequent.

    >>> shown({"ABDELLATIF HAMMOUCHI": 9, "Abdellatif Hammouchi": 1}), shown({"OCP": 5, "Ocp": 1})
    ('Abdellatif Hammouchi', 'OCP')
    """
    return max(spellings, key=lambda name: (not name.isupper() or len(name) < 7, spellings[name], name))
