"""The entities of an index: a list of them, the page of one, the spans of an article that name them.

A name is searched as a person types it, `Nations unies` or `org:ONU`, in the articles and in the aliases.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.message import Message, message
from corpus.records import record, replace
from corpus.spans import outermost
from corpus.spelling import spelling_to_show
from index.analysis.french import analyse
from index.fields import BY_NAME, VALUES
from index.names.aliases import ENTITIES, Aliases, Name, NameKey
from index.names.resolution import EntityName, Names
from index.opening import open_shelf
from index.spelling.words import close
from search.entities.page import EntityPage, Row, Variant, companions
from search.errors import SearchError
from search.language import tree
from search.results import Results
from search.searcher import Page, Searcher

if TYPE_CHECKING:
    from index.storage.register import Count

_MAX_SUGGESTIONS = 3
"""Names that an error suggests in place of an unknown one."""

_EDITS = 1
_MIN_MISSPELT_LETTERS = 4
"""Letters by which a word of a suggested name may differ, and the shortest word that may differ."""

NAME_FIELDS = tuple(field.name for field in VALUES)
"""The fields whose values are names."""


@record
class Match:
    """A name that the articles or the aliases have, in each of its fields; the one with the most articles is first."""

    values: tuple[EntityName, ...]
    several: bool
    """True if articles have the name in more than one field."""

    def written(self, value: EntityName, *, crossing: bool = False) -> Name:
        """Return one of the values as the aliases write it: with its field only where the name alone is ambiguous."""
        with_field = crossing or self.several or value.field not in ENTITIES
        return Name(value.field if with_field else "", value.name)


class Curator:
    """Answers questions about the entities of the index in a `.manchette` folder.

    Who opens the searcher closes it; the shelf of the index is opened for each question.
    """

    def __init__(self, searcher: Searcher, home: Path) -> None:
        self._searcher = searcher
        self.home = home

    @property
    def names(self) -> Names:
        """The knowledge of which names are one entity."""
        return self._searcher.names

    def with_aliases(self, aliases: Aliases) -> "Curator":
        """Return the same curator with other aliases."""
        return Curator(self._searcher.with_names(self.names.with_aliases(aliases)), self.home)

    def rows(self, fields: Sequence[str] = ENTITIES) -> tuple[Row, ...]:
        """Return the entities of some fields, the most frequent first; `merged` adds their other names.

        Raises:
            SearchError: a field is not a field of names.
        """
        wanted = tuple(dict.fromkeys(map(field_of, fields)))
        rows = (Row(value, count) for value, count in _counted(self._ask(wanted), wanted))
        return tuple(sorted(rows, key=lambda row: (-row.articles, row.value)))

    def merged(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Return the entities with the names that are merged into them, the most frequent first."""
        listed = list(rows)
        others = [self._others(row.value) for row in listed]
        with closing(open_shelf(self.home)) as shelf:
            counts = shelf.counts(chain.from_iterable(others))
            variants = [self._variants(islice(counts, len(keys))) for keys in others]
        return tuple(replace(row, variants=found) for row, found in zip(listed, variants, strict=True))

    def variants(self, value: EntityName) -> tuple[Variant, ...]:
        """Return the names that are merged into an entity, the most frequent first."""
        with closing(open_shelf(self.home)) as shelf:
            return self._variants(shelf.counts(self._others(value)))

    def _others(self, value: EntityName) -> list[NameKey]:
        """Return the names that are merged into an entity, without its own."""
        return [key for key in self.names.members(*value) if key != value.key]

    def _variants(self, counts: "Iterable[Count]") -> tuple[Variant, ...]:
        variants = (
            Variant(
                EntityName(count.key.field, spelling_to_show(count.forms)),
                count.articles,
                self.names.is_edited(count.key),
            )
            for count in counts
            if count.articles
        )
        return tuple(sorted(variants, key=lambda variant: (-variant.articles, variant.value)))

    def entity(self, name: Name) -> EntityPage:
        """Return the page of the entity that a name stands for.

        Raises:
            SearchError: nothing has this name, or it is dropped.
        """
        candidate = self.find(name).values[0]
        value = self.names.value(*candidate)
        if value is None:
            raise SearchError(
                "entity.dropped_name",
                name=candidate.name,
                mend=message("entity.take_back", name=candidate.name),
            )
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
        """Return the number of articles that have an entity."""
        return self._ask((), value).total.count

    def spans(self, article_id: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of an article that name an entity, sorted and disjoint.

        They are half-open offsets in its title, a line feed and its text.
        """
        with closing(open_shelf(self.home)) as shelf:
            mentions = shelf.mentions(article_id)
        entities = (mention for mention in mentions if self.names.value(mention.field, mention.name))
        return outermost(span for mention in entities for span in mention.spans)

    def find(self, name: Name) -> Match:
        """Return a name that the articles or the aliases have.

        Raises:
            SearchError: neither has it; the error suggests names like it.
        """
        alike = name.meanings if name.field not in ENTITIES else Name("", name.text).meanings
        with closing(open_shelf(self.home)) as shelf:
            counts = list(shelf.counts(alike))
        having = sorted((count for count in counts if count.forms), key=lambda count: -count.articles)
        forms = sum((Counter(count.forms) for count in having), Counter[str]())
        text = spelling_to_show(forms) if forms and name.text not in forms else name.text
        fields = [count.key.field for count in having] or [
            key.field for key in alike if self.names.is_known(key)
        ]
        values = tuple(EntityName(field, text) for field in fields if name.field in ("", field))
        if not values:
            raise SearchError("entity.unknown_name", name=str(name), mend=self._advice(name))
        return Match(values, several=len(having) > 1)

    def _advice(self, name: Name) -> Message:
        """Return the suggestion for an unknown name: the most frequent names that are like it.

        They have its words, or words that begin so, or words of nearly the same spelling.
        """
        rows = self.rows([name.field] if name.field else ENTITIES)
        words = {row.value: frozenset(row.value.key.term[1:].split("_")) for row in rows}
        typed = analyse(name.text).exact
        near = _with_words(words, [{word} for word in typed])
        vocabulary = set().union(*words.values()) if not near else set()
        if not near:
            near = _with_words(words, [_beginning(word, vocabulary) for word in typed])
        if not near:
            spellings = [
                set(close(word, _EDITS, vocabulary)) if len(word) >= _MIN_MISSPELT_LETTERS else {word}
                for word in typed
            ]
            near = _with_words(words, spellings)
        if not near:
            return message("entity.see_list")
        # The quotes are those that a command line needs around a name.
        names = ", ".join(f'"{value.name}" ({value.field})' for value in near[:_MAX_SUGGESTIONS])
        return message("entity.did_you_mean", names=names)

    def _ask(self, facets: Sequence[str], value: EntityName | None = None) -> Results:
        """Return the counts of some facets in the articles that have an entity; without one, in all articles."""
        filters = (tree.Phrase(value.name, field=value.field),) if value else ()
        return self._searcher.search("*", Page(limit=0, facets=tuple(facets), filters=filters))


def field_of(typed: str) -> str:
    """Return the field of names of a typed word: `org`, `lieu`.

    Raises:
        SearchError: the word does not name a field of names.
    """
    field = BY_NAME.get(typed.strip().lower().rstrip(":"))
    if field not in VALUES:
        raise SearchError(
            "entity.no_names", field=typed, mend=message("entity.type_field", fields=", ".join(NAME_FIELDS))
        )
    return field.name


def _counted(results: Results, fields: Sequence[str]) -> Iterator[tuple[EntityName, int]]:
    for field in fields:
        for bucket in results.facets[field]:
            yield EntityName(field, bucket.value), bucket.count


def _spelt_as(totals: Mapping[EntityName, int], counts: Mapping[EntityName, int]) -> dict[EntityName, int]:
    """Return the counts under the spellings of the totals, those of the whole index; other names are left out."""
    by_key = {} if counts.keys() <= totals.keys() else {value.key: value for value in totals}
    names = ((value if value in totals else by_key.get(value.key), count) for value, count in counts.items())
    return {value: count for value, count in names if value}


def _beginning(start: str, vocabulary: AbstractSet[str]) -> set[str]:
    return {word for word in vocabulary if word.startswith(start)}


def _with_words(
    names: Mapping[EntityName, AbstractSet[str]], wanted: Sequence[AbstractSet[str]]
) -> list[EntityName]:
    """Return the names that have one of the spellings of each wanted word."""
    return [
        value for value, words in names.items() if wanted and all(spellings & words for spellings in wanted)
    ]
