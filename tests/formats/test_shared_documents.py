"""The documents and tables of the shared folder, which are not ours: what is found in each."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read


@pytest.mark.parametrize(
    ("name", "title", "paragraphs", "printed"),
    [
        ("rtf/french.rtf", "10‘000", 4, ("", "")),
        ("rtf/test_line_breaks_google_docs.rtf", "Asdf", 3, ("", "")),
        ("pdf/issue-00352-asw-oct96-p41.pdf", "Losing the Cabin", 28, ("2006-10", "41")),
        ("pdf/simple1.pdf", "Hello World", 4, ("", "")),
    ],
)
def test_a_document_is_one_article(
    name: str, title: str, paragraphs: int, printed: tuple[str, str], shared: Path
) -> None:
    path = shared / "corpora" / "formats" / name
    (found,) = read(path, name=path.name, columns={})
    assert isinstance(found, Article)
    assert (found.title, len(found.body.split("\n"))) == (title, paragraphs)
    assert (found.date.isoformat() if found.date else "", found.page) == printed


def test_a_table_without_texts_says_so(shared: Path) -> None:
    path = shared / "corpora" / "formats" / "parquet" / "alltypes_plain.snappy.parquet"
    (found,) = read(path, name=path.name, columns={})
    assert isinstance(found, Rejected)
    assert found.reason.code == "reading.no_text_column"
