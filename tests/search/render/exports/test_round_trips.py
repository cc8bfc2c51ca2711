"""What is taken away is read back by our own readers, with the same fields."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Article, PrintDate, Rejected, read
from corpus.records import replace
from search.render.csv import EXCEL_FR
from search.render.exports.table import BY_NAME, TEXT_FIELDS, Choice
from tests.search.render.answers import MEETING
from tests.search.render.exports.taken import saved, text

SIGNS = "aàœÉ bcd’'\"«»;,:|{}()*_~$=+-.0123456789/"
"""Signs that a format may obey; not those of tags and entities, which the readers repair wherever they come from."""
WORDS = st.text(st.sampled_from(SIGNS), max_size=12)


def lines(first: str, last: str) -> st.SearchStrategy[str]:
    """Return lines that begin and end with words, for cleaning takes quotes and signs off the ends of a value.

    A headline, an abstract and a paragraph have words of their own: a text that repeats another one is taken out.
    """
    return WORDS.map(lambda words: " ".join(f"{first} {words} {last}".split()))


DATES = st.builds(PrintDate, st.integers(1900, 2025), st.integers(1, 12), st.integers(1, 28))
ARTICLES = st.builds(
    replace,
    st.just(MEETING),
    id=st.integers(1, 10**6).map("art-{}".format),
    title=lines("La mer", "monte"),
    heading=lines("Le port", "rouvre ce matin."),
    body=st.lists(lines("Le maire", "parle aux pêcheurs."), min_size=1, max_size=3, unique=True).map(
        "\n".join
    ),
    date=DATES,
    source=st.sampled_from(["Le Fanal", "L’Équipe News", "Ouest-France (Rennes)"]),
    section=st.sampled_from(["Sport", "Économie & société"]),
    authors=st.sampled_from([(), ("Anne Roy",), ("Charles de Gaulle", "AFP"), ("Jean-Pierre d’Ormesson",)]),
    page=st.sampled_from(["", "11", "A5"]),
    edition=st.sampled_from(["", "Rabat-Salé"]),
    language=st.sampled_from(["", "fr"]),
    reference=st.sampled_from(["", "10.1234/exemple.5678"]),
)

FEW = settings(max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])

WHOLE = ("id", "title", "heading", "body", "date", "source", "section", "authors", "url", "page", "edition", "language", "reference", "person", "org", "place")  # fmt: skip
REFERENCE = tuple(name for name in WHOLE if name not in ("heading", "body", "person", "org", "place"))


def articles(path: Path) -> list[Article]:
    """Return the articles that our readers find in a file."""
    found = list(read(path, name=path.name, columns={}))
    assert not [piece for piece in found if isinstance(piece, Rejected)]
    return [piece for piece in found if isinstance(piece, Article)]


def fields(article: Article, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(article, name) for name in names}


def file_of(name: str, made: Article, path: Path) -> Path:
    """Write an article in a format, whole."""
    known = BY_NAME[name.removesuffix("-fr")]
    file = path / f"a{known.suffixes[0]}"
    choice = Choice(TEXT_FIELDS, EXCEL_FR) if name.endswith("-fr") else Choice(known.fields and TEXT_FIELDS)
    if known.save:
        saved(known.name, [made], file, choice)
    else:
        file.write_text(text(known.name, [made], choice), "utf-8", newline="")
    return file


@FEW
@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "csv-fr", "xlsx"])
@given(made=ARTICLES)
def test_a_whole_article_comes_back(name: str, made: Article, tmp_path: Path) -> None:
    [back] = articles(file_of(name, made, tmp_path))
    assert fields(back, WHOLE) == fields(made, WHOLE)


@FEW
@pytest.mark.parametrize("name", ["ris", "csl"])
@given(made=ARTICLES)
def test_a_reference_comes_back(name: str, made: Article, tmp_path: Path) -> None:
    """A reference has the abstract in the place of the text."""
    [back] = articles(file_of(name, made, tmp_path))
    assert fields(back, REFERENCE) == fields(made, REFERENCE)
    assert back.text == made.heading


@FEW
@given(first=ARTICLES, second=ARTICLES)
def test_a_corpus_comes_back(first: Article, second: Article, tmp_path: Path) -> None:
    """IRaMuTeQ has no capitals and no signs in its variables, and no star in its texts."""
    path = tmp_path / "a.txt"
    path.write_text(text("iramuteq", [first, second]), "utf-8")
    for made, back in zip([first, second], articles(path), strict=True):
        assert (back.id, back.date) == (made.id, made.date)
        printed = " ".join(f"{made.title} {made.text}".replace("*", " ").split())
        assert " ".join(f"{back.title} {back.text}".split()) == printed


@FEW
@given(made=ARTICLES)
def test_a_clipping_comes_back(made: Article, tmp_path: Path) -> None:
    """Our reader takes a file in Markdown for one article, whose abstract is its first paragraph."""
    path = tmp_path / "a.md"
    path.write_text(text("markdown", [replace(made, url="")]), "utf-8")
    [back] = articles(path)
    names = ("title", "date", "source", "section", "page", "edition")
    assert fields(back, names) == fields(made, names)
    assert back.text == made.text


def test_a_folder_comes_back(tmp_path: Path) -> None:
    made = [
        MEETING,
        replace(MEETING, id="autre", title="Le port rouvre", body="Le quai est neuf.", heading=""),
    ]
    saved("folder", made, tmp_path)
    table = tmp_path / "metadata.csv"
    back = [piece for piece in read(table, name=table.name, columns={}) if isinstance(piece, Article)]
    assert [(one.title, one.date, one.source) for one in back] == [
        (one.title, one.date, one.source) for one in made
    ]
    assert back[1].text == made[1].text
