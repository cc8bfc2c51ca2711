"""What an index knows of its entities: a list of them, the page of one, where an article names them.

A name is looked for as a person types it, `Nations unies` or `org:ONU`, in the articles and in the aliases.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.spans import outermost
from index.analysis.french import analyse
from index.fields import BY_NAME, VALUES
from index.names.aliases import ENTITIES, Aliases, Name
from index.names.resolution import EntityName, Names
from index.names.tally import shown
from index.opening import open_catalog
from index.spelling import close
from search.entities.page import EntityPage, Row, Variant, companions
from search.errors import SearchError
from search.language import tree
from search.results import Results
from search.searcher import Page, Searcher

if TYPE_CHECKING:
    from index.storage.register import Register

NEAR = 3
"""Names told at most where one is not known."""

EDITS = 1
SHORT = 4
"""Letters by which a word of a name close by may differ, and from how many letters on."""

FIELDS = tuple(field.name for field in VALUES)
"""The fields whose values are names."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name that is known, in each of its fields; the one with the most articles is the first."""

    values: tuple[EntityName, ...]
    several: bool
    """Whether articles have it in more than one field."""

    def written(self, value: EntityName, *, crossing: bool = False) -> Name:
        """Return one of the values as the aliases have it: with its field only where that tells something."""
        told = crossing or self.several or value.field not in ENTITIES
        return Name(value.field if told else "", value.name)


class Curator:
    """The entities of the index of a `.manchette` folder."""

    def __init__(self, searcher: Searcher, home: Path) -> None:
        self._searcher = searcher
        self.home = home

    @property
    def names(self) -> Names:
        """Which names are one entity."""
        return self._searcher.names

    def with_aliases(self, aliases: Aliases) -> "Curator":
        """Return the same curator with other aliases."""
        return Curator(self._searcher.with_names(self.names.with_aliases(aliases)), self.home)

    def rows(self, fields: Sequence[str] = ENTITIES) -> tuple[Row, ...]:
        """Return the entities of some fields, the most frequent first; `merged` tells their other names.

        Raises:
            SearchError: a field is none of names.
        """
        wanted = tuple(dict.fromkeys(map(field_of, fields)))
        rows = (Row(value, count) for value, count in _counted(self._ask(wanted), wanted))
        return tuple(sorted(rows, key=lambda row: (-row.articles, row.value)))

    def merged(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Return the entities with the names that are merged into them, the most frequent first."""
        with closing(open_catalog(self.home)) as catalog:
            return tuple(replace(row, variants=self._variants(row.value, catalog.register)) for row in rows)

    def variants(self, value: EntityName) -> tuple[Variant, ...]:
        """Return the names that are merged into an entity, the most frequent first."""
        with closing(open_catalog(self.home)) as catalog:
            return self._variants(value, catalog.register)

    def _variants(self, value: EntityName, register: "Register") -> tuple[Variant, ...]:
        counts = (register.count(*key) for key in self.names.members(*value) if key != value.key)
        found = (
            Variant(
                EntityName(count.key.field, shown(count.forms)),
                count.articles,
                self.names.is_edited(count.key),
            )
            for count in counts
            if count.articles
        )
        return tuple(sorted(found, key=lambda variant: (-variant.articles, variant.value)))

    def entity(self, name: Name) -> EntityPage:
        """Return the page of the entity that a name stands for.

        Raises:
            SearchError: nothing has this name, or it is dropped.
        """
        known = self.find(name).values[0]
        value = self.names.value(*known)
        if value is None:
            raise SearchError(f'{known.name} is dropped: entities split "{known.name}" takes it back')
        everywhere, having = self._ask(ENTITIES), self._ask((*ENTITIES, "day"), value)
        totals = dict(_counted(everywhere, ENTITIES))
        [itself] = _spelt_as(totals, {value: 0}) or [value]
        shared = _spelt_as(totals, dict(_counted(having, ENTITIES)))
        shared.pop(itself, None)
        return EntityPage(
            value=itself,
            articles=having.total.count,
            variants=self.variants(itself),
            companions=companions(shared, totals, having.total.count, everywhere.total.count),
            days=having.facets["day"],
        )

    def articles(self, value: EntityName) -> int:
        """Return how many articles have an entity."""
        return self._ask((), value).total.count

    def spans(self, article_id: str) -> tuple[tuple[int, int], ...]:
        """Return where an article names an entity, in its title, a line feed and its text: sorted, disjoint."""
        with closing(open_catalog(self.home)) as catalog:
            mentions = catalog.register.mentions(article_id)
        entities = (mention for mention in mentions if self.names.value(mention.field, mention.name))
        return outermost(span for mention in entities for span in mention.spans)

    def find(self, name: Name) -> Match:
        """Return a name that the articles or the aliases have.

        Raises:
            SearchError: neither has it; the message tells which are near.
        """
        alike = name.meanings if name.field not in ENTITIES else Name("", name.text).meanings
        with closing(open_catalog(self.home)) as catalog:
            counts = [catalog.register.count(*key) for key in alike]
        having = sorted((count for count in counts if count.forms), key=lambda count: -count.articles)
        forms = sum((Counter(count.forms) for count in having), Counter[str]())
        text = shown(forms) if forms and name.text not in forms else name.text
        fields = [count.key.field for count in having] or [
            key.field for key in alike if self.names.is_known(key)
        ]
        values = tuple(EntityName(field, text) for field in fields if name.field in ("", field))
        if not values:
            raise SearchError(self._unknown(name))
        return Match(values, several=len(having) > 1)

    def _unknown(self, name: Name) -> str:
        """Return that a name is not known, and which have its words, else words spelt much the same."""
        rows = self.rows([name.field] if name.field else ENTITIES)
        known = {row.value: frozenset(row.value.key.term[1:].split("_")) for row in rows}
        asked = [{word} for word in analyse(name.text).exact]
        near = _having(known, asked)
        if not near:
            vocabulary = set().union(*known.values())
            alike = [
                set(close(word, EDITS, vocabulary)) if len(word) >= SHORT else {word} for [word] in asked
            ]
            near = _having(known, alike)
        told = ", ".join(f'"{value.name}" ({value.field})' for value in near[:NEAR])
        advice = f"did you mean {told}?" if told else "entities list tells which names there are"
        return f'nothing is called "{name}" in this index: {advice}'

    def _ask(self, facets: Sequence[str], value: EntityName | None = None) -> Results:
        """Return the counts of some facets in the articles that have an entity; in all, without any."""
        filters = (tree.Phrase(value.name, field=value.field),) if value else ()
        return self._searcher.search("*", Page(limit=0, facets=tuple(facets), filters=filters))


def field_of(typed: str) -> str:
    """Return the field of names that was typed: `org`, `lieu`.

    Raises:
        SearchError: it is none of them.
    """
    field = BY_NAME.get(typed.strip().lower().rstrip(":"))
    if field not in VALUES:
        raise SearchError(f"there are no names of {typed!r}: type one of {', '.join(FIELDS)}")
    return field.name


def _counted(results: Results, fields: Sequence[str]) -> Iterator[tuple[EntityName, int]]:
    for field in fields:
        for bucket in results.facets[field]:
            yield EntityName(field, bucket.value), bucket.count


def _spelt_as(known: Mapping[EntityName, int], counts: Mapping[EntityName, int]) -> dict[EntityName, int]:
    """Return the counts under the names that are shown in the whole index; what is not in it is left out."""
    by_key = {} if counts.keys() <= known.keys() else {value.key: value for value in known}
    names = ((value if value in known else by_key.get(value.key), count) for value, count in counts.items())
    return {value: count for value, count in names if value}


def _having(
    known: Mapping[EntityName, AbstractSet[str]], asked: Sequence[AbstractSet[str]]
) -> list[EntityName]:
    """Return the names that have one of each of these words."""
    return [value for value, words in known.items() if asked and all(one & words for one in asked)]
