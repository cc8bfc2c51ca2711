"""The exports of databases that are not ours: each article found, with its headline, its source and its date."""

import re
from hashlib import blake2b
from pathlib import Path

import pytest

from corpus import Article, read

_LEFT = re.compile(
    r"(?:Load-Date|Graphic|Classification|Length|Section|Byline|Highlight|Dateline|Language|Copyright|End of Document|Body|LOAD-DATE|"
    r"LANGUAGE|SUBJECT|SUJET|LANGUE|GRAPHIC|DATE-CHARGEMENT|TYPE-PUBLICATION|RUBRIQUE|LONGUEUR|Do[ck]ument \w+\d{8}|Numéro de document|©)"
)
"""What must not stand at the beginning of a line of a text."""


@pytest.mark.parametrize(
    ("name", "count", "digest"),
    [
        ("europresse/europresse_test1.html", 3, "39c9efacc32f796f"),
        ("europresse/europresse_test2.html", 4, "af6880a89a60085f"),
        ("factiva/factiva_test.html", 2, "903ec8b8f4b0f1b8"),
        ("factiva/factiva_test.xml", 3, "a7547c504480767f"),
        ("factiva/german-ui.html", 100, "e99e73df18951dfd"),
        ("factiva/nyt_1_1993-01-03.html", 27, "22327364dfba511c"),
        ("lexis_docx/nyt1.docx", 50, "22ed772e039fd89a"),
        ("lexis_docx/guardian1.docx", 2, "2cab0b64c44ebae3"),
        ("lexis_docx/misc.docx", 100, "47d6892bfe79ecc1"),
        ("lexis_docx/sample.DOCX", 10, "8986f8fa82f91522"),
        ("lexis_docx/sample.TXT", 10, "7c83ce87e0096319"),
        ("lexisnexis/irish-times_1995-06-12_0001.html", 166, "7e6608ed6863e60b"),
        ("lexisnexis/lexisnexis_test_en.html", 2, "33627fbde891f41e"),
        ("lexisnexis/lexisnexis_test_fr.html", 3, "410897b539cb1f5c"),
        ("lexisnexis/lexisnexis_test_copyright_error.html", 1, "f8eecb58cb8894de"),
    ],
)
def test_every_article_of_a_sample_is_found(
    name: str, count: int, digest: str, shared: Path, tmp_path: Path
) -> None:
    """The digest is that of headlines, sources and dates; they were compared with what patterns find in the files."""
    sample = shared / "corpora" / "formats" / name
    renamed = tmp_path / "sample.bin"
    renamed.write_bytes(sample.read_bytes())
    articles = [piece for piece in read(renamed, name=name, columns={}) if isinstance(piece, Article)]
    assert len(articles) == count
    assert all(article.source and article.date and article.body for article in articles)
    assert not [line for article in articles for line in article.body.split("\n") if _LEFT.match(line)]
    said = "\n".join(f"{article.title}|{article.source}|{article.date}" for article in articles)
    assert blake2b(said.encode(), digest_size=8).hexdigest() == digest
