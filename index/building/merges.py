"""What the corpus decides about its names: the kind of a name, the person of a bare surname, the full name of an acronym.

Each decision depends on nothing but the number of articles of each name, so that an index that was brought up to date
has the same merges as one made anew.  Only names that depend on a touched name are decided again.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from corpus.entities.entity import Kind
from corpus.entities.lexicon import is_first_name, is_particle, keeps_particle
from corpus.entities.names import initials, other_names
from corpus.entities.names import listed as listed_names
from corpus.spelling import spelling_to_show
from index.building.first_names import MIN_ARTICLES_OF_BEARER, first_names
from index.document import whole
from index.names.aliases import NameKey
from index.names.resolution import EntityName
from index.storage.register import Count, Register

_KIND_FIELDS = frozenset(Kind)
"""The fields between which the corpus may move a name."""

_ACRONYM_FIELDS = ("org", "place", "person")

_MIN_ARTICLES_OF_NAME = 4
"""The least articles of a name for which the corpus may contradict one of them (entities.md, section 6)."""

_MIN_AGREEING_SHARE = 0.8
"""The least share of the articles of a name that must agree on its kind; below it, each article decides for itself."""

_MIN_SHARE_OF_ONE = 0.9
"""The least share of the articles with a full name of a surname, or of an acronym, that must have the same (section 7)."""

_MIN_INTRODUCTIONS = 2
"""The least articles that must introduce an acronym for a full name, where other articles have the acronym alone.

One is enough if the acronym is the initials of the name, three or more: FPI, Front populaire ivoirien."""

_MAX_ALONE_PER_INTRODUCTION = 10
"""The most articles with the acronym alone, for each that introduces it: an AP of 200 articles is not that of two."""


def decide(register: Register) -> bool:
    """Decide what each touched name is merged into and how it is spelt, and keep the decisions in the register.

    Returns whether a decision is another than before.
    """
    register.settle()
    register.widen(is_bare, is_first_name)
    merged: dict[NameKey, EntityName] = {}
    merged.update(_surnames(register))
    merged.update(first_names(register))
    merged.update(_kinds(register))
    merged.update(_acronyms(register))  # an acronym written Cena is a place for many an article
    is_spelt_otherwise = register.spell()
    return register.merge(merged) or is_spelt_otherwise


def listed() -> dict[NameKey, EntityName]:
    """Return the names that stand for another one in any corpus, which the extractor has written into the articles."""
    return {
        EntityName(kind.value, name).key: EntityName(kind.value, shown)
        for kind, name, shown in other_names()
        if whole(name) != whole(shown)
    }


def is_bare(term: str) -> bool:
    """Return whether a name is a surname alone, apart from particles.

    >>> is_bare("=macron"), is_bare("=le_pen"), is_bare("=emmanuel_macron")
    (True, True, False)
    """
    *before, _ = term[1:].split("_")
    return all(map(is_particle, before))


def _kinds(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the names whose kind the other articles contradict, each with its kind and its name in those.

    If 3 articles have Facebook as a person and 400 as an organisation, it is an organisation; Washington, where
    articles do not agree, stays what it is in each article.
    """
    for _, counts in register.contested():
        of_kinds = [count for count in counts if count.key.field in _KIND_FIELDS]
        total = sum(count.articles for count in of_kinds)
        best = max(of_kinds, key=lambda count: count.articles, default=None)
        if best is None or total < _MIN_ARTICLES_OF_NAME or best.articles < _MIN_AGREEING_SHARE * total:
            continue
        for count in of_kinds:
            if count is not best:
                yield count.key, EntityName(best.key.field, spelling_to_show(best.forms))


def _surnames(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the bare surnames that only one person has, each with the full name.

    A first name is not a surname; a name that stands alone more often than in full is a name by itself.
    """
    for surname, persons in register.namesakes():
        if is_first_name(surname):
            continue
        for bare in persons:
            if is_bare(bare.key.term):
                bearer = _bearer(bare, persons)
                if bearer:
                    yield bare.key, EntityName("person", spelling_to_show(bearer.forms))


def _bearer(bare: Count, persons: Sequence[Count]) -> Count | None:
    """Return the only person who has a surname; None if nobody has it, or more than one person.

    A person whose particle is never left out does not have it: Bruno Le Maire is `Le Maire`, not `Maire`.
    """
    ending = f"_{bare.key.term[1:]}"
    full = [person for person in persons if person.key.term.endswith(ending) and not is_bare(person.key.term)]
    best = max(full, key=lambda person: person.articles, default=None)
    if best is None or best.articles < max(MIN_ARTICLES_OF_BEARER, bare.articles / 2):
        return None
    if keeps_particle(best.key.term[1:].removesuffix(ending).split("_")):
        return None
    return best if best.articles >= _MIN_SHARE_OF_ONE * sum(person.articles for person in full) else None


def _acronyms(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the acronyms that the articles introduce for one full name, in each field that has them, with that name."""
    for short, pairs in register.introduced():
        full, _ = max(pairs, key=lambda pair: (pair[1], pair[0]))
        articles = sum(count for name, count in pairs if _is_cut(name, full))
        named = max(
            (register.count(field, full) for field in ("org", "person")), key=lambda count: count.articles
        )
        alone = [count for field in _ACRONYM_FIELDS if (count := register.count(field, short)).forms]
        if (
            named.forms
            and short not in _shown_in_list()
            and abbreviates(short, full)
            and articles >= _least_introductions(short, full, alone)
            and articles >= _MIN_SHARE_OF_ONE * sum(count for _, count in pairs)
            and sum(count.articles for count in alone) <= _MAX_ALONE_PER_INTRODUCTION * articles
        ):
            name = EntityName(named.key.field, spelling_to_show(named.forms))
            yield NameKey(named.key.field, short), name
            yield from ((count.key, name) for count in alone)


def _least_introductions(short: str, full: str, alone: Sequence[Count]) -> int:
    """Return how many articles must introduce an acronym; a known one, CAF, is not another one for a single article."""
    words = [word for word in full[1:].split("_") if len(word) > 1]
    is_exact = len(short) > len("=AB") and initials(words) == short[1:] and short[1:] not in listed_names()
    return _MIN_INTRODUCTIONS if alone and not is_exact else 1


def _is_cut(name: str, full: str) -> bool:
    """Return whether one of two names is the other without some of its words, as far as the extractor read it."""
    words, others = set(name[1:].split("_")), set(full[1:].split("_"))
    return words <= others or others <= words


@cache
def _shown_in_list() -> frozenset[str]:
    """Return the terms of the names that the list shows: PSG is never what one newspaper introduces it for."""
    return frozenset(whole(shown) for _, _, shown in other_names())


def abbreviates(short: str, full: str) -> bool:
    """Return whether a longer name begins with the first letter of a short one and has the others in the same order.

    >>> abbreviates("=dgsn", "=direction_generale_de_la_surete_nationale"), abbreviates("=cbe", "=empire_britannique")
    (True, False)
    """
    if len(full) <= len(short) or full[1:2] != short[1:2]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)
