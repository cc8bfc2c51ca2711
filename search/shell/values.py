"""The values of the facets for the completion, read from the index in the background."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from threading import Thread
from typing import Protocol

from corpus.records import record
from index.analysis.french import analyse
from index.fields import FIELDS, TAG, Kind
from index.names.aliases import Name
from search.counts.facets import Bucket
from search.counts.periods import UNDATED
from search.language import Tree
from search.language.lex import quotable
from search.language.tree import Phrase
from search.planning.kept import NO_NOTES, Notes


class Counts(Protocol):
    """The part of `search.searcher.Searcher` that the values need."""

    def values(self, facet: str, /) -> tuple[Bucket, ...]:
        """Return every value of a facet in the whole index."""
        ...

    @property
    def notes(self) -> Notes:
        """The tags and notes of the person."""
        ...

    def close(self) -> None:
        """Let go of the index."""
        ...


@record
class Completion:
    """A value of a facet, the number of its articles, and its words as `key` writes them."""

    value: str
    count: int
    key: str


class Values:
    """The values of each facet; a facet has no values until they are read, and nobody waits for that."""

    def __init__(self, opener: Callable[[], Counts]) -> None:
        self._opener = opener
        self._notes: Notes = NO_NOTES
        self._completions: dict[str, tuple[Completion, ...]] = {}

    def load(self) -> Thread:
        """Read the values anew; the old values stay until the new ones are there."""
        thread = Thread(target=self._read, name="manchette-values", daemon=True)
        thread.start()
        return thread

    def like(self, facet: str, typed: str) -> Iterator[Completion]:
        """Yield the values of which a word begins with the typed text, those of the most articles first, dates from the newest.

        Accents, capitals and elisions do not matter: `laf` finds Abdelouafi Laftit, `eq` L’Équipe News.
        """
        wanted = key(typed)
        if facet == TAG.name:
            return (tag for tag in self._tags() if wanted in tag.key)
        return (completion for completion in self._completions.get(facet, ()) if wanted in completion.key)

    def _tags(self) -> list[Completion]:
        """Return the tags as they are now: they are in no index, and one was perhaps given by the line before."""
        counts = {tag: len(ids) for tag, ids in self._notes.texts(TAG.name).items()}
        ordered = sorted(counts.items(), key=lambda counted: -counted[1])
        return [_completion(Bucket(tag, count)) for tag, count in ordered]

    def _read(self) -> None:
        # The next query says that the index cannot be read; an error here would only disturb the typing.
        with suppress(Exception), closing(self._opener()) as searcher:
            self._notes = searcher.notes
            for field in FIELDS:
                if field.facet:
                    values = searcher.values(field.name)
                    ordered = _newest_first(values) if field.kind is Kind.DATE else values
                    self._completions[field.name] = tuple(map(_completion, ordered))


def whole(name: Name) -> Tree:
    """Return the condition that an article has a name, whole.

    >>> str(whole(Name("person", 'Awa "la Grande" Sow')))
    'person:"Awa la Grande Sow"'
    """
    return Phrase(quotable(name.text), field=name.field)


def key(value: str) -> str:
    """Return the folded words of a value, a blank before each.

    >>> key("L’Équipe N'Diaye")
    ' equipe diaye ndiaye'
    """
    words = analyse(value)
    return "".join(f" {word}" for word in (*words.exact, *words.joined))


def _newest_first(times: Sequence[Bucket]) -> list[Bucket]:
    return [
        *reversed([time for time in times if time.value != UNDATED]),
        *(t for t in times if t.value == UNDATED),
    ]


def _completion(bucket: Bucket) -> Completion:
    return Completion(bucket.value, bucket.count, key(bucket.value))
