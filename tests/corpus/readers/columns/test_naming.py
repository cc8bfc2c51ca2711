"""Which columns are recognised."""

import pytest

from corpus.readers.columns.naming import columns
from corpus.readers.columns.usual import USUAL_COLUMNS


@pytest.mark.parametrize("field", USUAL_COLUMNS)
def test_each_usual_name_is_found_however_it_is_written(field: str) -> None:
    for name in USUAL_COLUMNS[field]:
        for written in (
            name,
            name.upper(),
            name.replace(" ", "_"),
            f" {name.title()} ",
            name.removesuffix("s") + "s",
        ):
            assert columns((written,), ()).fields == {field: (written,)}


def test_no_name_stands_for_two_fields() -> None:
    names = [name for names in USUAL_COLUMNS.values() for name in names]
    assert len(names) == len(set(names))


def test_a_chosen_column_serves_no_other_field() -> None:
    found = columns(("summary", "text"), (("text", "summary"),))
    assert found.fields == {"text": ("summary",)}


def test_camel_case_and_dashes_are_seen_through() -> None:
    assert columns(("datePublished", "article-body"), ()).fields == {
        "text": ("article-body",),
        "date": ("datePublished",),
    }


@pytest.mark.parametrize(
    ("field", "best", "others"),
    [
        ("text", "text", ("raw_text", "content", "article")),
        ("text", "textContent", ("content",)),
        ("text", "maintext", ("text",)),
        ("text", "Texte intégral", ("Texte",)),
        ("text", "extracted_text", ("raw_content", "text")),
        ("heading", "chapo", ("description", "summary")),
        ("heading", "meta_description", ("summary",)),
        ("date", "publish_date", ("date", "created_at")),
        ("date", "dateTimePub", ("date", "dateTime")),
        ("date", "Date de publication", ("Date", "Jour")),
        ("date", "date", ("date_gmt", "created_at", "seendate")),
        ("source", "source_name", ("source", "publisher")),
        ("source", "meta_site_name", ("source",)),
        ("url", "resolved_url", ("canonical_url", "url")),
        ("title", "title", ("headline", "meta_title", "name")),
        ("title", "titre", ("article_title",)),
    ],
)
def test_of_several_columns_the_surest_comes_first(field: str, best: str, others: tuple[str, ...]) -> None:
    for names in ((best, *others), (*others, best)):
        assert columns(names, ()).fields[field][0] == best
        assert set(columns(names, ()).fields[field]) == set(names)


@pytest.mark.parametrize(
    "name",
    [
        "filedate",
        "indexed_date",
        "collect_date",
        "date_download",
        "crawl_date",
        "scraped_at",
        "Date Added",
        "accessed",
    ],
)
def test_the_day_of_a_crawl_is_never_the_date(name: str) -> None:
    assert "date" not in columns((name, "text"), ()).fields


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Date (JJ/MM/AAAA)", "date"),
        ("DATE PUBLI.", "date"),
        ("Texte intégral [fr]", "text"),
        ("Titre de l’article", "title"),
        ("article_text", "text"),
        ("storyTitle", "title"),
        ("Auteur(s)", "authors"),
        ("Nom du journal", "source"),
        ("\ufefftitre", "title"),
        ("_source.source.title", "source"),
        ("metadata.published_at", "date"),
        ("title.rendered", "title"),
        ("stories_id", "id"),
        ("CatÃ©gorie", "section"),
        ("Cat&eacute;gorie", "section"),
    ],
)
def test_units_nouns_and_paths_are_seen_through(name: str, field: str) -> None:
    assert columns((name, "autre"), ()).fields == {field: (name,)}


@pytest.mark.parametrize(
    "name", ["author.url", "image.title", "source.url.id", "News", "Date de mise en ligne du fichier"]
)
def test_what_belongs_to_something_else_is_no_field_of_the_article(name: str) -> None:
    assert not {"url", "title", "id", "text", "date"} & columns((name,), ()).fields.keys()


def test_the_text_is_found_among_a_hundred_thousand_keys() -> None:
    names = (*(f"k{number}" for number in range(100_000)), "texte")
    assert columns(names, ()).fields == {"text": ("texte",)}
