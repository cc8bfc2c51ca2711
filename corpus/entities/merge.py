"""Makes one entity of the mentions of one name in an article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from corpus.entities.classify import LISTED, Mention
from corpus.entities.entity import Entity, Kind
from corpus.entities.lexicon import lexicon, lines
from corpus.entities.words import fold, is_acronym

_HONORIFIC = re.compile(r"^(?:m|mm|mme|mlle|me|dr|pr|mgr)\.? (?=\S)")
# An article needs its blank, lest Laurent become urent.
_ARTICLE = re.compile(r"^(?:(?:le|la|les) |[ld]')(?=\w)")
_SEPARATORS = re.compile(r"[\s‐–-]+")


@dataclass(slots=True)
class _Group:
    """The mentions of one name, and the votes for what it is."""

    forms: Counter[str] = field(default_factory=Counter)
    votes: Counter[Kind] = field(default_factory=Counter)
    spans: set[tuple[int, int]] = field(default_factory=set)

    @property
    def kind(self) -> Kind:
        return max(Kind, key=self.votes.__getitem__)

    def absorb(self, other: "_Group") -> None:
        """Take the mentions of another name for this entity, which keeps its kind and form."""
        self.spans |= other.spans


@lru_cache(1 << 16)
def key(name: str) -> str:
    """Return the form under which two spellings of a name are the same.

    >>> key("l’État Islamique") == key("État islamique"), key("Laurent"), key("Nations-Unies")
    (True, 'laurent', 'nations unies')
    """
    bare = _SEPARATORS.sub(" ", fold(name).replace("œ", "oe")).strip(" .,'\"")
    while (shorter := _ARTICLE.sub("", _HONORIFIC.sub("", bare))) != bare:
        bare = shorter
    return bare


@cache
def aliases() -> dict[str, str]:
    """Return the display form of every name in the alias list, by key: "onu" → "Nations unies"."""
    table: dict[str, str] = {}
    for line in lines("aliases"):
        canonical, _, variants = line.partition(" = ")
        for form in (canonical, *variants.split(" | ")):
            table[key(form)] = canonical
    return table


def merge(text: str, mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Return the entities of a text, the most mentioned first, then the first mentioned."""
    found = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    introduced = dict(_introduced(text, found))
    groups = _groups(found)
    for short, full in introduced.items():
        if short in groups and full in groups and short != full:
            groups[full].absorb(groups.pop(short))
    _complete_persons(groups)
    entities = [
        Entity(group.kind, _display(name, group), tuple(sorted(group.spans)))
        for name, group in groups.items()
        if group.votes.total() > 0
    ]
    return tuple(
        sorted(entities, key=lambda entity: (-len(entity.mentions), entity.mentions[0], entity.name))
    )


def _groups(mentions: Iterable[Mention]) -> dict[str, _Group]:
    table = aliases()
    groups: dict[str, _Group] = defaultdict(_Group)
    for mention in mentions:
        name = key(mention.name)
        if not name:
            continue
        if name in table:
            name = key(table[name])
        group = groups[name]
        group.forms[mention.name] += 1
        group.votes[mention.kind] += mention.weight
        group.spans.add((mention.start, mention.end))
    return dict(groups)


def _introduced(text: str, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """Yield the keys of the acronyms that the text introduces, "Full name (ACR)", and of their full names."""
    for full, short in pairwise(mentions):
        if text[full.end : short.start] in (" (", " («") and text[short.end : short.end + 1] in ")»":
            if is_acronym(short.name) and " " in full.name:
                yield key(short.name), key(full.name)
            elif is_acronym(full.name) and " " in short.name:
                yield key(full.name), key(short.name)


def _complete_persons(groups: dict[str, _Group]) -> None:
    """Give the mentions of a bare surname, or first name, to the only person who bears it."""
    persons = [name for name, group in groups.items() if " " in name and group.kind is Kind.PERSON]
    by_word: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        for word in {person.split()[0], person.split()[-1]}:
            by_word[word].append(person)
    for name, group in list(groups.items()):
        if max(group.votes[Kind.ORG], group.votes[Kind.PLACE]) >= LISTED:
            continue
        words = name.split()
        bearers = [
            person for person in by_word.get(words[-1], ()) if person != name and _bears(person, words)
        ]
        if len(bearers) == 1 and bearers[0] in groups:
            groups[bearers[0]].absorb(groups.pop(name))


def _bears(person: str, words: list[str]) -> bool:
    """Tell whether a person's full name is a longer form of these words."""
    name = " ".join(words)
    if len(words) == 1 or (len(words) == 2 and words[0] in lexicon().particles):
        return person.endswith(f" {name}") or person.startswith(f"{name} ")
    full = person.split()
    return len(full) > len(words) and set(words) <= set(full)


def _display(name: str, group: _Group) -> str:
    """Return the form to show: that of the alias list, else the most frequent in upper and lower case."""
    canonical = aliases().get(name)
    if canonical is not None:
        return canonical
    form = max(group.forms, key=lambda form: (not form.isupper(), group.forms[form], form))
    if group.kind is Kind.PERSON:
        form = " ".join(_lowered(word) for word in form.split())
    return form.replace("’", "'")


def _lowered(word: str) -> str:
    return word.title() if len(word) > 3 and word.isupper() else word
