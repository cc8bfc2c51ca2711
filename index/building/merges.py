"""What the corpus tells about its names: which kind a name is, whose a bare surname is, what an acronym stands for.

Each decision is a function of how many articles have which names, and of nothing else: an index that was
brought up to date tells the same as one made anew.  Only what depends on a touched name is decided again.
"""

from collections.abc import Iterator, Sequence

from corpus.entities.entity import Kind
from corpus.entities.names import other_names
from corpus.entities.onomastics import is_first_name, is_particle
from corpus.spelling import spelling_to_show
from index.document import whole
from index.names.aliases import NameKey
from index.names.resolution import EntityName
from index.storage.register import Count, Register

_KIND_FIELDS = frozenset(Kind)
"""The fields between which the corpus may move a name."""

_MIN_ARTICLES_OF_NAME = 4
"""Articles that must have a name before the corpus may contradict one of them (entities.md, section 6)."""

_MIN_AGREEING_SHARE = 0.8
"""Of the articles that have a name, how many must agree on its kind; below, each article decides alone."""

_MIN_SHARE_OF_ONE = 0.9
"""Of the articles that name a person with a surname, how many must name the same one (section 7)."""

_MIN_ARTICLES_OF_BEARER = 5
"""Articles that must name a person in full before a bare surname is theirs (entities.md, section 7)."""

_MIN_INTRODUCTIONS = 2
"""Articles that must introduce an acronym for a full name, where other articles have the acronym alone."""

_MAX_ALONE_PER_INTRODUCTION = 10
"""Times as many articles may have the acronym alone: an AP that two introduce and 200 do not is another one."""


def decide(register: Register) -> None:
    """Decide what the names that were touched are, and keep it."""
    register.settle()
    register.widen(is_bare)
    merged: dict[NameKey, EntityName] = {}
    merged.update(_surnames(register))
    merged.update(_acronyms(register))
    merged.update(_kinds(register))
    register.merge(merged)


def listed() -> dict[NameKey, EntityName]:
    """Return the names that are another's in any corpus: the extractor has written that other one in the articles."""
    return {
        EntityName(kind.value, name).key: EntityName(kind.value, shown)
        for kind, name, shown in other_names()
        if whole(name) != whole(shown)
    }


def is_bare(term: str) -> bool:
    """Return whether a name is a surname alone, particles aside.

    >>> is_bare("=macron"), is_bare("=le_pen"), is_bare("=emmanuel_macron")
    (True, True, False)
    """
    *before, _ = term[1:].split("_")
    return all(map(is_particle, before))


def _kinds(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the names whose kind the other articles contradict, with the kind and the name they have there.

    "Facebook" read as a person in 3 articles and as an organisation in 400 is one organisation; "Washington"
    stays what each article makes of it.
    """
    for _, counts in register.touched():
        known = [count for count in counts if count.key.field in _KIND_FIELDS]
        total = sum(count.articles for count in known)
        best = max(known, key=lambda count: count.articles, default=None)
        if best is None or total < _MIN_ARTICLES_OF_NAME or best.articles < _MIN_AGREEING_SHARE * total:
            continue
        for count in known:
            if count is not best:
                yield count.key, EntityName(best.key.field, spelling_to_show(best.forms))


def _surnames(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the bare surnames that one person alone bears, with the full name.

    A first name is nobody's, and a name that stands alone more often than in full is a name by itself.
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
    """Return the person who alone bears a surname, None where there is none or more than one."""
    ending = f"_{bare.key.term[1:]}"
    full = [person for person in persons if person.key.term.endswith(ending) and not is_bare(person.key.term)]
    best = max(full, key=lambda person: person.articles, default=None)
    if best is None or best.articles < max(_MIN_ARTICLES_OF_BEARER, bare.articles / 2):
        return None
    return best if best.articles >= _MIN_SHARE_OF_ONE * sum(person.articles for person in full) else None


def _acronyms(register: Register) -> Iterator[tuple[NameKey, EntityName]]:
    """Yield the acronyms that the articles introduce for one full name, with that name."""
    for short, pairs in register.introduced():
        full, articles = max(pairs, key=lambda pair: (pair[1], pair[0]))
        named, alone = register.count("org", full), register.count("org", short)
        if articles < (_MIN_INTRODUCTIONS if alone.forms else 1) or articles < _MIN_SHARE_OF_ONE * sum(
            count for _, count in pairs
        ):
            continue
        if (
            named.forms
            and abbreviates(short, full)
            and alone.articles <= _MAX_ALONE_PER_INTRODUCTION * articles
        ):
            yield NameKey("org", short), EntityName("org", spelling_to_show(named.forms))


def abbreviates(short: str, full: str) -> bool:
    """Return whether a longer name begins with the first letter of a short one, and has the others in order.

    >>> abbreviates("=dgsn", "=direction_generale_de_la_surete_nationale"), abbreviates("=cbe", "=empire_britannique")
    (True, False)
    """
    if len(full) <= len(short) or full[1:2] != short[1:2]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)
