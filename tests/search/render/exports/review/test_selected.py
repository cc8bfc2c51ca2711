"""The press review of an answer and of marked articles of the sample."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from index.engine import Sort
from search.commandline.opening import open_searcher
from search.language import parse
from search.render.exports.review.selected import of_selection
from search.render.exports.table import BY_NAME, REVIEW_FIELDS, Choice, of_file
from search.render.fields import named
from search.render.plain import text
from search.searcher import Page, Searcher
from search.shell.current import Current
from search.shell.session import Session
from search.shell.step import step
from search.study.selection import Parts, Selection, answered, marked
from tests.conftest import Run

PARTS = Parts(passages=True, printings=True)


@pytest.fixture(scope="module")
def searcher(home: Path) -> Iterator[Searcher]:
    with open_searcher(home) as opened:
        yield opened


def page(taken: Selection, title: str = "") -> html.HtmlElement:
    return html.document_fromstring(
        "".join(of_selection(taken, REVIEW_FIELDS, title, lambda: date(2026, 1, 5)))
    )


def test_a_whole_answer_has_each_story_once_with_the_other_papers(searcher: Searcher) -> None:
    read = page(answered(searcher, "climat", Page(limit=0, folded=True), PARTS))
    articles = searcher.search("climat", Page(limit=50, folded=True))
    assert len(read.xpath("//article")) == len(articles.results) < articles.total.count
    [number] = read.xpath("//p[@class='number-of-articles']/text()")
    reprints = articles.total.count - len(articles.results)
    assert number.startswith(f"{articles.total.count} articles, {reprints} reprint")
    assert "Also in " in read.xpath("//p[@class='elsewhere']/text()")[0]
    assert {mark.text_content().lower() for mark in read.xpath("//h3/mark")} == {"climat"}


def test_the_timeline_is_that_of_the_whole_answer(searcher: Searcher) -> None:
    whole = page(answered(searcher, "climat", Page(limit=0, folded=True), PARTS))
    first = page(answered(searcher, "climat", Page(limit=2, folded=True), PARTS))
    assert len(first.xpath("//article")) == 2
    assert first.xpath("//g/title/text()") == whole.xpath("//g/title/text()") != []
    assert " of " in first.xpath("//p[@class='number-of-articles']/text()")[0]


def test_filters_and_order_are_those_of_the_answer(searcher: Searcher) -> None:
    filters = (parse("date:2025"),)
    read = page(answered(searcher, "climat", Page(limit=0, sort=Sort.OLDEST, filters=filters), PARTS))
    assert read.xpath("//p[@class='asked']/text()")[0].startswith("Period: 1\u00a0January 2025 to ")
    months = [name for name in read.xpath("//nav//h3/text()") if name != "Undated"]
    assert all("2025" in month for month in months)
    newest = page(answered(searcher, "climat", Page(limit=0, filters=filters), PARTS))
    assert newest.xpath("//nav//h3/text()") == read.xpath("//nav//h3/text()")[::-1]


def test_marked_articles_have_their_own_title_and_no_query(searcher: Searcher) -> None:
    ids = [result.article.id for result in searcher.search("climat", Page(limit=3)).results]
    read = page(marked(searcher, ids, PARTS))
    assert read.xpath("//h1/text()") == ["Chosen articles"]
    assert not read.xpath("//mark")
    assert len(read.xpath("//article")) == 3
    assert page(marked(searcher, ids, PARTS), "La semaine").xpath("//h1/text()") == ["La semaine"]


def test_texts_can_be_left_out(searcher: Searcher) -> None:
    taken = answered(searcher, "climat", Page(limit=0, folded=True), PARTS)
    known = BY_NAME["html"]
    assert known.parts
    made = known.parts(taken, Choice(named("title", "source", "date", "snippet"), title="Passages"))
    read = html.document_fromstring("".join(made))
    assert read.xpath("//h1/text()") == ["Passages"]
    assert read.xpath("//blockquote")
    assert not read.xpath(
        "//main//details | //div[@class='text'] | //p[@class='abstract'] | //p[@class='authors']"
    )


def test_the_suffix_asks_for_a_review() -> None:
    assert of_file("revue.html") is of_file("REVUE.HTM") is BY_NAME["html"]
    assert set(BY_NAME["html"].fields) == set(REVIEW_FIELDS)


def test_the_command_writes_a_review(home: Path, tmp_path: Path, manchette: Run) -> None:
    done = manchette(
        *("export", "climat", "-i", str(home), "--lang", "fr", "-o", "revue.html", "--title", "Le climat")
    )
    assert done.returncode == 0, done.stderr
    read = html.document_fromstring((tmp_path / "revue.html").read_text("utf-8"))
    assert read.xpath("//h1/text()") == ["Le climat"]
    assert read.xpath("/html/@lang") == ["fr"]
    refused = manchette("export", "climat", "-i", str(home), "--format", "csv", "--title", "Le climat")
    assert refused.returncode == 2
    assert "--format html" in refused.stderr


def test_a_line_of_the_shell_writes_a_review(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "revue.html"
    with closing(Current(lambda: open_searcher(home), home)) as current:
        session, _ = step(Session(current), "climat")
        _, reply = step(session, f":export {file}")
    read: html.HtmlElement = html.document_fromstring(file.read_text("utf-8"))
    assert f"{len(read.xpath('//article'))} articles for climat" in text(reply.lines).replace("\n", " ")
