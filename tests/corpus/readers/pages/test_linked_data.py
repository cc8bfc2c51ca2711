"""What is read of JSON-LD, as sites write it."""

import json

import pytest

from corpus.readers.pages.linked_data import LinkedData, types

ARTICLE = '{"@type": "NewsArticle", "headline": "Port"}'


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        '{"@type": "NewsArticle", "headline": "Port",}',
        f"[{ARTICLE},]",
        f'{{"@graph": [{ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        '{"@type": "NewsArticle", "headline": "Port", "description": "en\ndeux\tlignes"}',
    ],
)
def test_an_article_is_found_however_it_is_written(script: str) -> None:
    assert [node["headline"] for node in LinkedData([script]).articles] == ["Port"]


@pytest.mark.parametrize(
    "name", ["NewsArticle", "BlogPosting", "http://schema.org/Article", "schema:ReportageNewsArticle"]
)
def test_articles_and_postings_are_articles(name: str) -> None:
    assert LinkedData([json.dumps({"@type": ["Thing", name]})]).articles


@pytest.mark.parametrize("name", ["WebPage", "ArticleList", "ItemList"])
def test_what_is_of_another_type_is_none(name: str) -> None:
    assert not LinkedData([json.dumps({"@type": name})]).articles


def test_a_reference_is_what_it_refers_to_and_one_to_nothing_stays() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "author": [{"@id": "#a"}, {"@id": "#b"}]},
            {"@id": "#a", "name": "Anne Roy"},
        ]
    }
    [article] = LinkedData([json.dumps(graph)]).articles
    assert article["author"] == [{"@id": "#a", "name": "Anne Roy"}, {"@id": "#b"}]


def test_references_in_a_circle_end() -> None:
    graph = [
        {"@type": "Article", "@id": "#a", "author": {"@id": "#b"}},
        {"@id": "#b", "author": {"@id": "#a"}},
    ]
    assert len(LinkedData([json.dumps(graph)]).articles) == 1


@pytest.mark.parametrize(
    "script", ["", "null", "3", '"x"', "{", "[" * 200_000, '{"a":' * 50_000, "{" + " " * 99_999 + "x}"]
)
def test_what_is_no_value_says_nothing_and_the_other_scripts_are_read(script: str) -> None:
    assert len(LinkedData([script, ARTICLE]).articles) == 1


def test_a_node_without_type_has_none() -> None:
    assert types({"@type": 3}) == []
