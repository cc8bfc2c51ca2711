"""The entities with the most articles are counted exactly, whatever a column leaves out and whatever names are merged."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from index.document import whole
from index.names.aliases import Aliases, Name, NameKey, Rule
from index.names.counting.countable import Column
from index.names.counting.entities import Entities
from index.names.counting.recount import Limits, Recount
from index.names.resolution import Names

TEXTS = ("Awa Sarr", "Sarr", "Ali Ba", "Ba", "Moussa Fall", "Lou", "Femen", "Onu", "Ocp")
FIELDS = ("person", "org")
KEYS = [NameKey(field, whole(text)) for field in FIELDS for text in TEXTS]


def _shards(chance: Random) -> list[list[frozenset[NameKey]]]:
    """Return articles in shards, of which some have other names than the others."""
    shards = []
    for _ in range(chance.randint(1, 3)):
        weights = [chance.choice([0, 1, 1, 2, 5]) for _ in KEYS]
        articles = [
            chance.choices(KEYS, weights, k=chance.randint(0, 4)) if any(weights) else ()
            for _ in range(chance.randint(0, 15))
        ]
        shards.append([frozenset(article) for article in articles])
    return shards


SHARDS = st.integers(0, 1 << 32).map(lambda seed: _shards(Random(seed)))
NAMES = st.builds(Name, st.sampled_from(FIELDS), st.sampled_from(TEXTS))
RULES = st.one_of(
    st.builds(Rule, NAMES, st.lists(NAMES, max_size=4).map(tuple)),
    st.builds(Rule, NAMES, dropped=st.just(True)),
)
DECISIONS = st.builds(lambda rules: Names(aliases=Aliases(tuple(rules))), st.lists(RULES, max_size=3))
LIMITS = st.builds(Limits, st.integers(1, 4), st.integers(0, 20), st.sampled_from([1, 8, 100]))
MANY = settings(max_examples=500, derandomize=True, deadline=None, database=None)


class ShardedNames:
    """The names of articles in several shards, each of which reports its first names alone."""

    def __init__(
        self, shards: Sequence[Sequence[frozenset[NameKey]]], *, has_dictionary: bool = False
    ) -> None:
        self._shards = shards
        self._has_dictionary = has_dictionary
        self.requests: list[str] = []

    def articles(self, names: Iterable[NameKey]) -> int:
        """Return the number of articles with any of the names."""
        return sum(not article.isdisjoint(names) for article in chain(*self._shards))

    def columns(self, fields: Sequence[str], size: int) -> Mapping[str, Column[NameKey]]:
        """Return the names of each field that are among the first of a shard, with the bounds that this leaves."""
        self.requests.append("columns")
        return {field: self._column(field, size) for field in fields}

    def _column(self, field: str, size: int) -> Column[NameKey]:
        counts: Counter[NameKey] = Counter()
        errors: Counter[NameKey] = Counter()
        left_out = []
        for shard in self._shards:
            every = Counter(name for article in shard for name in article if name.field == field)
            reported = dict(every.most_common(size))
            counts.update(reported)
            left_out.append((reported, min(reported.values(), default=0) if len(every) > size else 0))
        kept = dict(counts.most_common(size))
        for name in kept:
            errors[name] = sum(least for reported, least in left_out if name not in reported)
        is_all = len(kept) == len(counts) and not any(least for _, least in left_out)
        beyond = 0 if is_all else sum(least for _, least in left_out) + min(kept.values(), default=0)
        return Column(kept, +errors, beyond)

    def having(self, groups: Mapping[NameKey, Sequence[NameKey]]) -> Mapping[NameKey, int]:
        """Return the number of articles that have any of the names of each entity."""
        self.requests.append("having")
        return {entity: self.articles(names) for entity, names in groups.items()}

    def spelt(self, field: str) -> Iterable[tuple[NameKey, str, int]]:
        """Yield the one spelling of every name of a field, with its articles."""
        for text in TEXTS:
            name = NameKey(field, whole(text))
            if articles := self.articles([name]):
                yield name, text, articles

    def frequency(self, name: NameKey) -> int | None:
        """Return the articles of a name, or None as an engine without a dictionary."""
        return self.articles([name]) if self._has_dictionary else None

    def are_apart(self, _: Sequence[NameKey]) -> bool:
        """Return that it is not known."""
        return False


def entities_of(answer: ShardedNames, names: Names, field: str) -> dict[NameKey, int]:
    """Return the articles of every entity of a field, counted one by one."""
    members: dict[NameKey, list[NameKey]] = {}
    for key in KEYS:
        if entity := names.resolved(key):
            members.setdefault(entity, []).append(key)
    counts = {entity: answer.articles(keys) for entity, keys in members.items() if entity.field == field}
    return {entity: count for entity, count in counts.items() if count}


@MANY
@given(SHARDS, DECISIONS, LIMITS, st.integers(1, 4), st.booleans())
def test_the_first_entities_are_those_with_the_most_articles_and_their_ties(
    shards: Sequence[Sequence[frozenset[NameKey]]],
    names: Names,
    limits: Limits,
    most: int,
    has_dictionary: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    answer = ShardedNames(shards, has_dictionary=has_dictionary)
    recount = Recount(answer, Entities(names, lambda key: key), limits)
    columns = answer.columns(recount.sources(FIELDS), limits.first_names)

    for field, counts in recount.first(FIELDS, most, columns).items():
        every = entities_of(answer, names, field)
        least = min(sorted(every.values(), reverse=True)[:most], default=1)
        assert counts == {entity: count for entity, count in every.items() if count >= least}


@given(SHARDS, DECISIONS, LIMITS)
def test_all_entities_are_counted_once_for_each_article(
    shards: Sequence[Sequence[frozenset[NameKey]]], names: Names, limits: Limits
) -> None:
    answer = ShardedNames(shards)
    recount = Recount(answer, Entities(names, lambda key: key), limits._replace(doubtful_names=1))

    for field in FIELDS:
        every = entities_of(answer, names, field)
        assert sorted(recount.all(field).values()) == sorted(every.values())


@given(SHARDS, DECISIONS, LIMITS, st.integers(1, 6))
def test_what_is_in_doubt_in_all_fields_is_recounted_in_one_request(
    shards: Sequence[Sequence[frozenset[NameKey]]], names: Names, limits: Limits, most: int
) -> None:
    answer = ShardedNames(shards)
    recount = Recount(answer, Entities(names, lambda key: key), limits)
    recount.first(FIELDS, most, answer.columns(recount.sources(FIELDS), limits.first_names))

    assert "having having" not in " ".join(answer.requests)


def test_names_in_no_column_that_may_tie_as_one_entity_are_recounted() -> None:
    awa, sarr, other = KEYS[0], KEYS[1], KEYS[2]
    articles = [*[frozenset([other])] * 4, *[frozenset([awa])] * 2, *[frozenset([sarr])] * 2]
    names = Names(aliases=Aliases((Rule(Name("person", TEXTS[0]), (Name("person", TEXTS[1]),)),)))
    answer = ShardedNames([articles])
    recount = Recount(answer, Entities(names, lambda key: key), Limits(1, 9, 1))
    column = Column({other: 4}, {}, 2)

    assert recount.first(["person"], 1, {"person": column}) == {"person": {other: 4, awa: 4}}
    assert answer.requests == ["having"]
