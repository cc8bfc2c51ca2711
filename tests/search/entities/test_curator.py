"""The entities of an index: the list, the pages, the spans in an article."""

from itertools import pairwise
from pathlib import Path

import pytest

from corpus.message import message
from index.names.aliases import Name, NameKey, parse
from index.names.resolution import EntityName, Merge, Names, NoMerges
from index.opening import open_catalog
from search.entities.curator import NAME_FIELDS, Curator, field_of
from search.entities.page import Variant
from search.errors import SearchError
from search.render.error import text
from tests.support.naming import curator, make


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Curator:
    return curator(make(tmp_path_factory.mktemp("press")))


def under(press: Curator, lines: str) -> Curator:
    return press.with_aliases(parse(lines))


def test_entities_are_listed_with_the_most_frequent_first(press: Curator) -> None:
    rows = press.rows()
    assert [(row.value, row.articles) for row in rows[:3]] == [
        (EntityName("org", "ONR"), 3),
        (EntityName("place", "Dakar"), 3),
        (EntityName("place", "Rabat"), 3),
    ]
    assert {row.value.field for row in rows} == {"person", "org", "place"}
    assert [row.value.name for row in press.rows(["source"])] == ["Le Phare", "L’Écho"]


def test_a_list_has_the_merged_names_and_who_merged_them(press: Curator) -> None:
    [row, *_] = under(press, "Nations rurales = ONR").merged(press.rows(["org"])[1:])
    assert row.variants == (Variant(EntityName("org", "ONR"), 3, edited=True),)


def test_a_name_of_the_aliases_that_no_article_has_is_not_listed(press: Curator) -> None:
    assert under(press, "ONR = United Nations").variants(EntityName("org", "ONR")) == ()


def test_the_page_of_an_entity_has_its_companions_and_its_days(press: Curator) -> None:
    page = press.entity(Name.read("onr"))
    assert (page.value, page.articles) == (EntityName("org", "ONR"), 3)
    assert [(one.value, one.articles, one.lift) for one in page.companions] == [
        (EntityName("place", "Rabat"), 3, 2.0),
        (EntityName("place", "Lire"), 2, 2.0),
    ]
    assert page.dated == ("2025-10-01", "2025-11-02")
    assert [day.count for day in page.days] == [1, 1, 1]


def test_a_name_leads_to_the_page_of_its_entity(press: Curator) -> None:
    page = under(press, "Nations rurales = ONR").entity(Name.read("ONR"))
    assert (page.value, page.articles) == (EntityName("org", "Nations rurales"), 4)
    assert [variant.value.name for variant in page.variants] == ["ONR"]


def test_a_name_without_a_field_means_the_field_with_more_articles(press: Curator) -> None:
    assert press.entity(Name.read("Lire")).value == EntityName("place", "Lire")
    assert press.entity(Name.read("personne:lire")).value == EntityName("person", "Lire")
    assert press.entity(Name.read("journal:le phare")).value == EntityName("source", "Le Phare")


def test_a_dropped_name_has_no_page_and_the_error_says_how_to_restore_it(press: Curator) -> None:
    with pytest.raises(SearchError, match=r"entity\.dropped_name") as raised:
        under(press, "!ONR").entity(Name.read("ONR"))
    assert text(raised.value) == 'ONR is dropped: entities split "ONR" takes it back'


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("shahkar", '"Faisal Shahkar" (person), "F. Shahkar" (person)'),
        ("Fayssal Shahkar", 'nothing is called "Fayssal Shahkar" in this index'),
        ("nation rurales", '"Nations rurales" (org)'),
        ("nat rur", '"Nations rurales" (org)'),
        ("shah", '"Faisal Shahkar" (person), "F. Shahkar" (person)'),
        ("person:ONR", "entities list shows the names"),
        ("", "entities list shows the names"),
        ("…", "entities list shows the names"),
    ],
)
def test_an_unknown_name_is_refused_with_names_like_it(press: Curator, typed: str, advice: str) -> None:
    with pytest.raises(SearchError) as raised:
        press.find(Name.read(typed))
    assert advice in text(raised.value)


def test_a_name_of_the_aliases_is_found_without_an_article(press: Curator) -> None:
    match = under(press, "org:UN = org:United Nations").find(Name.read("united nations"))
    assert match.values == (EntityName("org", "united nations"),)


@pytest.mark.parametrize("typed", ["couleur", "date", "text", ""])
def test_a_field_without_names_is_refused(typed: str) -> None:
    with pytest.raises(SearchError, match=r"entity\.no_names") as raised:
        field_of(typed)
    assert raised.value.mend == message("entity.type_field", fields=", ".join(NAME_FIELDS))
    assert field_of("Lieu:") == "place"


def test_a_name_that_articles_have_as_a_work_too_is_found(press: Curator) -> None:
    class MergedByArticles(NoMerges):
        def merged(self) -> dict[NameKey, Merge]:
            return {NameKey("other", "=dakar"): Merge(NameKey("place", "=dakar"), "Dakar")}

    merging = Curator(press._searcher.with_names(Names(MergedByArticles())), press.home)
    page = merging.entity(Name.read("Dakar"))
    assert (page.articles, page.variants) == (3, ())


def test_an_article_has_the_spans_of_its_entities(home: Path) -> None:
    everything = curator(home)
    [article, *_] = [hit.article for hit in everything._searcher.search("title:marché").results]
    text = f"{article.title}\n{article.text}"
    spans = everything.spans(article.id)
    assert spans == tuple(sorted(spans))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    with_spans = [one for one in open_catalog(home).register.mentions(article.id) if one.spans]
    first = with_spans[0]
    places = {text[start:end] for start, end in first.spans}
    assert places <= {text[start:end] for start, end in spans}
    dropped = everything.with_aliases(parse(f"!{first.field}:{first.name}")).spans(article.id)
    assert set(spans) - set(dropped) == set(first.spans) & set(spans)
    assert everything.spans("no such article") == ()
