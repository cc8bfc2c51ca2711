"""The samples of the shared folder, which are not ours: counts, days and papers; no text of theirs stands here."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read


def _read(path: Path) -> tuple[list[Article], list[str]]:
    """Return the articles of a sample, and the codes of what is refused."""
    found = [*read(path, name=path.name, columns={})]
    articles = [piece for piece in found if isinstance(piece, Article)]
    return articles, [piece.reason.code for piece in found if isinstance(piece, Rejected)]


@pytest.fixture
def formats(shared: Path) -> Path:
    return shared / "corpora" / "formats"


def test_scanned_newspapers(formats: Path) -> None:
    articles, refused = _read(formats / "alto/18140402_1/18140402_1-METS.xml")
    assert (len(articles), refused) == (5, [])
    assert {(str(article.date), article.language) for article in articles} == {("1814-04-02", "fr")}
    assert {article.source for article in articles} == {"Le Journal des Débats politiques et littéraires"}
    assert [article.page for article in articles] == ["1-2", "3", "3-4", "4", "4"]
    assert [article.title_found.value for article in articles] == [
        "metadata",
        "text",
        "metadata",
        "metadata",
        "metadata",
    ]
    assert [_read(path) for path in sorted((formats / "alto/18140402_1/ALTO").iterdir())] == [([], [])] * 4

    articles, refused = _read(formats / "alto/19011121_1/19011121_1-METS.xml")
    assert (len(articles), refused) == (22, ["reading.missing_pages", "reading.advertisements"])
    assert {(str(article.date), article.source, article.page) for article in articles} == {
        ("1901-11-21", "Ouest Eclair (Éd. de Rennes)", "1")
    }


def test_a_page_without_its_mets(formats: Path, tmp_path: Path) -> None:
    for path in (formats / "alto").glob("*/ALTO/*.xml"):
        alone = tmp_path / path.name
        alone.write_bytes(path.read_bytes())
        [article], refused = _read(alone)
        assert (article.date, article.page, refused) == (
            (1814, 4, 2) if path.name.startswith("1814") else (1901, 11, 21),
            str(int(path.stem[-1])),
            [],
        )


def test_dispatches_of_agencies(formats: Path) -> None:
    folder = formats / "newsml_nitf"
    [article], _ = _read(folder / "afp.xml")
    assert (article.source, str(article.date), article.language, len(article.body.split("\n"))) == (
        "AFP",
        "2014-08-29",
        "en",
        9,
    )
    assert article.id == "urn:newsml:afp.com:20140829T135002Z:TX-PAR-FXW86:1"
    [article], _ = _read(folder / "ap-nitf.xml")
    assert (article.source, str(article.date), article.authors) == (
        "The Associated Press",
        "2015-12-10",
        ("BERNARD CONDON",),
    )
    [article], _ = _read(folder / "ninjs1.json")
    assert (article.source, str(article.date), article.language) == ("AAP", "2017-08-24", "fr")
    assert _read(folder / "LISTING 1 A NewsML-G2 News Item.xml") == ([], ["reading.no_text"])


@pytest.mark.parametrize(
    ("name", "source", "day"),
    [("simple_email.txt", "a sender", "2015-02-19"), ("composite_email.txt", "someone", "2015-03-03")],
)
def test_mails(formats: Path, name: str, source: str, day: str) -> None:
    [article], refused = _read(formats / "email" / name)
    assert (article.source, str(article.date), refused) == (source, day, [])
    assert "base64" not in article.raw


def test_feeds_without_items_are_refused(formats: Path) -> None:
    assert {tuple(_read(path)[1]) for path in (formats / "feeds").iterdir()} == {("reading.no_record",)}


def test_archives_of_home_pages_are_refused_page_by_page(formats: Path) -> None:
    pytest.importorskip("warcio")
    assert {tuple(_read(path)[1]) for path in (formats / "warc").iterdir()} == {("reading.page_of_links",)}
