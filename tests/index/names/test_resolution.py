"""Every name leads to one entity: as it is counted, so it is found."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from corpus import Article
from index.document import prepare, values, whole
from index.engine import Ask
from index.fields import VALUES
from index.names.aliases import Aliases, Name, NameKey, Rule, parse
from index.names.resolution import OTHER, EntityName, Merge, Names, NoMerges
from index.query import Everything
from search.language import tree
from search.planning.plan import plan
from tests.support.oracle import MemoryIndex
from tests.support.press import article

ENTITIES = ("person", "org", "place")
TEXTS = ("Macron", "Emmanuel Macron", "Brigitte Macron", "Femen", "Lire", "Washington", "Le Washington Post")
FIELDS = st.sampled_from(ENTITIES)
KINDS = st.sampled_from((*ENTITIES, OTHER))
KEYS = st.builds(lambda field, text: NameKey(field, whole(text)), KINDS, st.sampled_from(TEXTS))
VALUE = st.builds(EntityName, KINDS, st.sampled_from(TEXTS))
MERGED = st.dictionaries(KEYS, VALUE, max_size=6)
NAMES = st.builds(Name, st.sampled_from(("", *ENTITIES)), st.sampled_from(TEXTS))
RULES = st.one_of(
    st.builds(Rule, NAMES, st.lists(NAMES, max_size=2).map(tuple)),
    st.builds(Rule, NAMES, dropped=st.just(True)),
)
NAMED = st.lists(st.sampled_from(TEXTS), max_size=3, unique=True).map(tuple)
PRESS = st.lists(st.tuples(NAMED, NAMED, NAMED), min_size=1, max_size=5)


class Corpus(NoMerges):
    """The merges of the names of some articles, in a plain table."""

    def __init__(self, merged: Mapping[NameKey, EntityName], articles: Iterable[Article] = ()) -> None:
        self._merged = {key: Merge.into(entity) for key, entity in sorted(merged.items())}
        self._articles = list(articles)

    def merged(self) -> Mapping[NameKey, Merge]:
        return self._merged

    def having(self, field: str, words: Sequence[str]) -> Iterable[str]:
        terms = {whole(name) for one in self._articles for name in values(one, field)}
        return [term for term in terms if set(words) <= set(term[1:].split("_"))]


def press(named: list[tuple[tuple[str, ...], ...]]) -> list[Article]:
    return [
        article(str(number), f"Titre {number}", "Corps.", person=person, org=org, place=place)
        for number, (person, org, place) in enumerate(named)
    ]


def counted(names: Names, articles: Iterable[Article]) -> dict[EntityName, set[str]]:
    """Return the articles of every entity, by the plainest rule: each name of each article looked up."""
    found: dict[EntityName, set[str]] = {}
    for one in articles:
        for field in VALUES:
            for name in values(one, field.name):
                value = names.value(field.name, name)
                if value:
                    found.setdefault(value, set()).add(one.id)
    return found


def filled(articles: Iterable[Article]) -> MemoryIndex:
    """Return an index of articles in memory."""
    index = MemoryIndex()
    writer = index.writer()
    for one in articles:
        writer.add(prepare(one))
    writer.commit()
    return index


@given(MERGED, st.lists(RULES, max_size=4).map(tuple), PRESS)
@example({NameKey("person", "=macron"): EntityName("person", "Emmanuel Macron")}, (), [(("Macron",), (), ())])
def test_a_value_of_a_facet_taken_as_a_filter_finds_the_articles_that_were_counted(
    merged: dict[NameKey, EntityName], rules: tuple[Rule, ...], named: list[tuple[tuple[str, ...], ...]]
) -> None:
    articles = press(named)
    names = Names(Corpus(merged, articles), Aliases(rules))
    engine = filled(articles).engine()

    facets = engine.search(Everything(), Ask(0, facets=ENTITIES, names=names)).count_facets()
    assert {(field, whole(name)) for field in ENTITIES for name in facets[field]} == {
        value.key for value in counted(names, articles)
    }
    for field in ENTITIES:
        for name in facets[field]:
            same = [facets[field][other] for other in facets[field] if whole(other) == whole(name)]
            query = plan(tree.Phrase(name, 0, field), date(2025, 1, 1), names=names)
            assert engine.search(query, Ask(0)).total.count == sum(same)


@given(MERGED, st.lists(RULES, max_size=4).map(tuple), PRESS, FIELDS)
@example(
    {
        NameKey("person", "=le_washington_post"): EntityName("org", "Femen"),
        NameKey(OTHER, "=macron"): EntityName("person", "Le Washington Post"),
    },
    (),
    [(("Macron", "Le Washington Post"), (), ())],
    "org",
)
def test_a_word_finds_the_articles_of_every_entity_of_which_it_is_part_of_a_name(
    merged: dict[NameKey, EntityName],
    rules: tuple[Rule, ...],
    named: list[tuple[tuple[str, ...], ...]],
    field: str,
) -> None:
    articles = press(named)
    names = Names(Corpus(merged, articles), Aliases(rules))
    index = filled(articles)

    query = plan(tree.Word("macron", field), date(2025, 1, 1), names=names)

    expected = set()
    known = {
        *(key for key in merged if key.field != OTHER),  # no article has a name of that field
        *(key for rule in rules for name in (rule.name, *rule.variants) for key in name.meanings),
    }
    for one in articles:
        for article_field in ENTITIES:
            for name in values(one, article_field):
                value = names.value(article_field, name)
                if value and value.field == field:
                    others = [key.term for key in known if names.resolved(key) == value.key]
                    if any(
                        "macron" in term[1:].split("_") for term in (whole(name), value.key.term, *others)
                    ):
                        expected.add(one.id)
    assert {hit.article.id for hit in index.engine().search(query, Ask(100)).hits} == expected


@given(MERGED, st.lists(RULES, max_size=4).map(tuple))
def test_no_circle_of_merges_keeps_a_name_from_an_answer(
    merged: dict[NameKey, EntityName], rules: tuple[Rule, ...]
) -> None:
    names = Names(Corpus(merged), Aliases(rules))

    for field in ENTITIES:
        for text in TEXTS:
            value = names.value(field, text)
            assert value is None or value.field in ENTITIES


@given(st.permutations(("Dakar = Lyon", "Lyon = Tunis", "Tunis = Rabat")))
def test_names_merged_one_into_the_next_are_one_whatever_the_order_of_the_lines(lines: list[str]) -> None:
    names = Names(aliases=parse("\n".join(lines)))

    assert {names.value("place", name) for name in ("Dakar", "Lyon", "Tunis", "Rabat")} == {
        EntityName("place", "Dakar")
    }


@given(st.permutations(("Dakar = Lyon", "Lyon = Tunis", "Tunis = Dakar")))
def test_lines_that_merge_in_a_circle_make_one_entity(lines: list[str]) -> None:
    names = Names(aliases=parse("\n".join(lines)))

    assert len({names.value("place", name) for name in ("Dakar", "Lyon", "Tunis")}) == 1


def test_the_last_line_about_a_name_holds() -> None:
    names = Names(aliases=parse("Dakar = Lyon\n!Lire\nLyon\nLire = Lu"))

    assert names.value("place", "Lyon") == EntityName("place", "Lyon")
    assert names.value("org", "Lu") == EntityName("org", "Lire")


def test_a_name_follows_its_kind_then_its_surname_then_the_last_word() -> None:
    known = {
        NameKey("place", "=macron"): EntityName("person", "Macron"),
        NameKey("person", "=macron"): EntityName("person", "Emmanuel Macron"),
    }

    assert Names(Corpus(known)).value("place", "Macron") == EntityName("person", "Emmanuel Macron")
    edited = Names(Corpus(known), parse("Président Macron = Emmanuel Macron"))
    assert edited.value("place", "Macron") == EntityName("person", "Président Macron")


def test_the_last_word_is_a_persons_and_no_rule_of_the_corpus_is_stronger() -> None:
    known = {NameKey("person", "=lou"): EntityName("person", "Camille Lou")}

    assert Names(Corpus(known)).value("person", "Lou") == EntityName("person", "Camille Lou")
    assert Names(Corpus(known), parse("Lou")).value("person", "Lou") == EntityName("person", "Lou")


def test_a_dropped_name_drops_what_is_merged_into_it() -> None:
    names = Names(aliases=parse("Lire = Lire !\n!Lire"))

    assert names.value("place", "Lire") is None
    assert names.members("place", "Lire") == ()


def test_an_article_shows_its_entities_once_each_under_the_name_to_show() -> None:
    names = Names(aliases=parse("org:Femen = place:Femen | Femens\n!Lire"))
    shown = names.article(article("1", "T", "B", place=("Femen", "Rabat", "Lire"), org=("Femens",)))

    assert (shown.place, shown.org) == (("Rabat",), ("Femen",))


def test_a_source_is_merged_only_where_its_field_is_named() -> None:
    names = Names(aliases=parse("source:Le Monde = lemonde.fr\nsource:Le Monde = source:lemonde.fr"))

    assert names.value("source", "lemonde.fr") == EntityName("source", "Le Monde")
    assert names.value("author", "lemonde.fr") == EntityName("author", "lemonde.fr")


def test_a_name_of_a_kind_that_is_not_counted_is_looked_for_nowhere() -> None:
    """No engine has a list of works and events: to ask for one would be an error."""
    names = Names(Corpus({NameKey(OTHER, "=femen"): EntityName("org", "Femen")}))

    assert names.members("org", "Femen") == (NameKey("org", "=femen"),)
    assert all(key.field == "org" for keys in names.groups("org").values() for key in keys)


@given(MERGED, st.lists(RULES, max_size=4).map(tuple), st.sampled_from(TEXTS))
@example({NameKey("org", "=femen"): EntityName("place", "Lire")}, (), "Lire")
def test_the_entities_of_a_name_are_those_that_it_leads_to_and_that_have_other_names(
    merged: dict[NameKey, EntityName], rules: tuple[Rule, ...], text: str
) -> None:
    names = Names(Corpus(merged), Aliases(rules))
    values = [value for field in ENTITIES if (value := names.value(field, text))]

    found = {entity.key: members for entity, members in names.entities_of(whole(text)).items()}

    every = {value.key: names.groups(value.field).get(value.key) for value in values}
    assert found == {key: members for key, members in every.items() if members}
    assert all(names.members(*value) == every[value.key] for value in values if every[value.key])
