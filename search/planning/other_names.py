"""The other names of what a person typed: `ONU` finds the articles that write Nations unies alone, too.

The index knows which names are one entity.  A name that is also a common word must not bring the articles of an entity,
nor an entity those of a common word: a name counts only where the articles that have its words are about its entity.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from corpus.records import record
from index.analysis.french import stop_words
from index.document import one_term
from index.engine import Engine
from index.fields import TEXT
from index.names.aliases import NameKey
from index.names.resolution import EntityName, Names
from index.query import And, Or, Query, Term
from search.language import tree
from search.language.tree import Tree
from search.planning.words import in_order, is_bare, terms

Words = tuple[str, ...]
"""The words of a name as the index has them: without accents and capitals."""

_MAX_NAME_WORDS = 12
"""Words of the longest name that is looked up in a query."""

_MAX_NAMES = 6
"""Other names that are added to a typed one, those of most articles."""

_MAX_TRIED_NAMES = 40
"""Other names of which the articles are counted, at once and .4 ms each; the list of the corpus has 4 at most."""

_SHARE_OF_ENTITY = 0.5
"""A name counts if this part of the articles that have its words has its entity.

Of 36,016 articles, 97 % of those with `igpn` have it and 3 % of those with `sec`, of the Securities and Exchange
Commission; of 1,470 names few lie between .3 and .5.
"""


@record
class Other:
    """An entity that a person typed a name of, and the words of its other names, those of most articles first."""

    entity: EntityName
    names: tuple[Words, ...]

    @property
    def shown(self) -> Words:
        """The words of the name to show."""
        return _words(self.entity.key.term)


OtherNames = Callable[[Words], Sequence[Other]]
"""From the words of a name to what else its entities are called."""


def no_other_names(words: Words) -> Sequence[Other]:  # noqa: ARG001 - of the protocol
    """Return no other name."""
    return ()


@record
class _Written:
    """The words of a name, the number of `every` article that writes it, and of those that are about its entity."""

    words: Words
    every: int
    about: int

    @property
    def share(self) -> float:
        """The part of the articles with the words that is about the entity; 1 if no article has the words."""
        return self.about / self.every if self.every else 1.0


class IndexedNames:
    """The other names in an index."""

    def __init__(self, engine: Engine, names: Names) -> None:
        self._engine = engine
        self._names = names
        self._known: dict[Words, tuple[Other, ...]] = {}

    def __call__(self, words: Words) -> tuple[Other, ...]:
        """Return the other names of the entities that the words are a whole name of."""
        entities = self._names.entities_of(one_term(words))
        if entities and words not in self._known:
            self._known[words] = tuple(self._found(words, entities))
        return self._known.get(words, ())

    def _found(self, words: Words, entities: Mapping[EntityName, Sequence[NameKey]]) -> Iterator[Other]:
        for entity, keys in entities.items():
            articles = Or(tuple(Term(*key) for key in keys))
            own = dict.fromkeys((entity.key.term, *(key.term for key in keys)))
            others = [other for term in own if not _overlap(other := _words(term), words)]
            if others and next(self._counted([words], articles)).share >= _SHARE_OF_ENTITY:
                often = sorted(
                    self._counted(others[:_MAX_TRIED_NAMES], articles), key=attrgetter("every"), reverse=True
                )
                sure = (one.words for one in often if one.every and one.share >= _SHARE_OF_ENTITY)
                if names := tuple(_distinct(sure))[:_MAX_NAMES]:
                    yield Other(entity, names)

    def _counted(self, names: Sequence[Words], articles: Query) -> Iterator[_Written]:
        """Yield the number of articles that write each name, and of those that are among some articles."""
        written = [in_order(TEXT.exact, words) for words in names]
        counts = self._engine.counts([*written, *(And((one, articles)) for one in written)])
        yield from map(_Written, names, counts, counts[len(names) :])


@record
class TypedName:
    """Bare words side by side in a query that are the whole name of entities with other names."""

    words: tuple[Tree, ...]
    others: tuple[Other, ...]

    @property
    def names(self) -> tuple[Words, ...]:
        """The other names of all entities."""
        return tuple(dict.fromkeys(name for other in self.others for name in other.names))

    def __str__(self) -> str:
        return " ".join(map(str, self.words))


def typed_names(typed: Tree, other_names: OtherNames) -> Iterator[TypedName]:
    """Yield the names in a query that have other names, in their order."""
    match typed:
        case tree.Word():
            yield from names_among((typed,), other_names)
        case tree.Words(clauses):
            yield from names_among(clauses, other_names)
            for clause in clauses:
                if not isinstance(clause, tree.Word):
                    yield from typed_names(clause, other_names)
        case tree.And(clauses) | tree.Or(clauses):
            for clause in clauses:
                yield from typed_names(clause, other_names)
        case tree.Not(clause) | tree.Boost(clause):
            yield from typed_names(clause, other_names)


def names_among(clauses: Sequence[Tree], other_names: OtherNames) -> Iterator[TypedName]:
    """Yield the runs of clauses side by side that are names with other names: the longest from each clause on."""
    words = [tuple(terms(clause.text)) if is_bare(clause) else () for clause in clauses]
    start = 0
    while start < len(clauses):
        end, others = _longest(words, start, other_names)
        if others:
            yield TypedName(tuple(clauses[start:end]), tuple(others))
        start = end


def _longest(words: Sequence[Words], start: int, other_names: OtherNames) -> tuple[int, Sequence[Other]]:
    """Return the end of the longest name with other names from a clause on, and what its entities are also called."""
    longest: tuple[int, Sequence[Other]] = start + 1, ()
    name: Words = ()
    for end in range(start, len(words)):
        name += words[end]
        if not words[end] or len(name) > _MAX_NAME_WORDS:
            break
        if others := other_names(name):
            longest = end + 1, others
    return longest


def _words(term: str) -> Words:
    return tuple(term[1:].split("_"))


def _distinct(names: Iterator[Words]) -> Iterator[Words]:
    """Yield the names that have not all the words of one before: Organisation des Nations unies has Nations unies."""
    kept: list[Words] = []
    for name in names:
        if not any(_overlap(name, other) for other in kept):
            kept.append(name)
            yield name


def _overlap(name: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether one of two names has all the words of the other: Macron finds Emmanuel Macron as it is."""
    some, others = (set(words) - stop_words() or set(words) for words in (name, other))
    return some <= others or others <= some
