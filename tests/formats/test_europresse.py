"""The written export of Europresse: 200 articles in each variant of its layout, read as they were written."""

from collections import Counter

from corpus import Article, read
from tests.formats import europresse


def _articles() -> list[Article]:
    found = read(europresse.FILE, name="europresse.html", columns={})
    return [piece for piece in found if isinstance(piece, Article)]


def test_the_file_is_the_one_that_its_seed_gives() -> None:
    assert europresse.FILE.read_bytes() == europresse.export()[0].encode("utf-8")


def test_each_article_is_read_as_it_was_written() -> None:
    for article, written in zip(_articles(), europresse.export()[1], strict=True):
        assert article.reference == written.reference == article.id
        assert article.title == written.title
        assert article.source == written.source
        assert article.date is not None
        assert article.date.isoformat() == written.date
        assert article.body == written.body
        assert article.heading == written.heading
        assert article.section == written.section, written.html
        assert article.page == written.page
        assert article.edition == written.edition
        assert article.authors == written.authors
        assert article.url == written.url
        assert article.also_in == written.also_in


def test_two_pieces_of_a_day_with_one_title_are_both_read() -> None:
    printed = Counter((article.title, article.source, article.date) for article in _articles())
    assert 2 in printed.values()
