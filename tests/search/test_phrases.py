"""A phrase finds the words of two terms in both readings, on every engine, and marks them where it stands.

What the engines must find is worked out here from the words that were printed, without the analysis.
"""

import random
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import prepare
from index.engine import Ask, Engine
from search.language import parse
from search.planning.plan import plan
from search.snippet import Highlighter
from tests.index.engines.stores import AT_RANDOM, LOCAL_STORES, STORES
from tests.support.press import article

TODAY = date(2025, 12, 1)

READINGS = {
    "étudiant·e·s": ("étudiants", "étudiantes"),
    "maire·sse·s": ("maires", "mairesses"),
    "directeur·rice·s": ("directeurs", "directrices"),
    "élu(e)s": ("élus", "élues"),
    "D’Orbec": ("D’Orbec", "Dorbec"),
}
"""What is printed, and what is read: the masculine and the feminine, the name with its apostrophe and without."""

PLAIN = ["de", "la", "faculté", "étudiants", "mairesses", "élues"]
WORDS = [*READINGS, *PLAIN]
TYPED = sorted({*PLAIN, *(word for pair in READINGS.values() for word in pair if word != "D’Orbec")})


def printed() -> dict[str, list[str]]:
    """Return the words of some articles, by id; one article is long."""
    chance = random.Random(10)
    texts = {f"a{number}": chance.choices(WORDS, k=chance.randint(3, 12)) for number in range(60)}
    return texts | {
        "long": [*chance.choices(PLAIN, k=80), "élu(e)s", *chance.choices(PLAIN, k=80), "D’Orbec"]
    }


ARTICLES = printed()


@pytest.fixture(scope="module", params=LOCAL_STORES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    store = STORES[request.param](tmp_path_factory.mktemp("phrases") / "engine")
    writer = store.writer()
    for article_id, words in ARTICLES.items():
        writer.add(prepare(article(article_id, body=" ".join(words))))
    writer.commit()
    return store.engine()


def found(engine: Engine, line: str) -> set[str]:
    hits = engine.search(plan(parse(line), TODAY), Ask(len(ARTICLES))).hits
    return {hit.article.id for hit in hits}


def standing(phrase: list[str], words: list[str]) -> list[str]:
    """Return what is printed, each time that the phrase stands in one of the two readings."""
    readings = [[READINGS.get(word, (word, word))[number] for word in words] for number in (0, 1)]
    size = len(phrase)
    starts = [at for at in range(len(words)) if any(read[at : at + size] == phrase for read in readings)]
    return [" ".join(words[at : at + size]) for at in starts]


def marked(line: str, text: str) -> list[str]:
    marks = Highlighter(plan(parse(line), TODAY)).marks(text)
    return [text[mark.start : mark.end] for mark in marks]


@AT_RANDOM
@given(st.lists(st.sampled_from(TYPED), min_size=2, max_size=5))
def test_a_phrase_finds_the_articles_where_it_stands_in_one_of_the_two_readings(
    engine: Engine, phrase: list[str]
) -> None:
    expected = {article_id for article_id, words in ARTICLES.items() if standing(phrase, words)}

    assert found(engine, f'"{" ".join(phrase)}"') == expected


@AT_RANDOM
@given(st.sampled_from(sorted(ARTICLES)), st.integers(0, 1), st.integers(2, 5), st.data())
def test_what_is_printed_is_found_and_marked_in_either_reading(
    engine: Engine, article_id: str, reading: int, size: int, data: st.DataObject
) -> None:
    words = ARTICLES[article_id]
    start = data.draw(st.integers(0, max(0, len(words) - size)))
    phrase = [READINGS.get(word, (word, word))[reading] for word in words[start : start + size]]
    line = f'"{" ".join(phrase)}"'

    assert article_id in found(engine, line)
    assert " ".join(words[start : start + size]) in marked(line, " ".join(words))


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ('"étudiantes de la faculté"', "Les étudiant·e·s de la faculté.", "étudiant·e·s de la faculté"),
        ('"étudiants de la faculté"', "Les étudiant.e.s de la faculté.", "étudiant.e.s de la faculté"),
        ('"les mairesses élues"', "Hier les maire·sse·s élu·e·s.", "les maire·sse·s élu·e·s"),
        ('"les maires élus"', "Hier les maire·sse·s élu·e·s.", "les maire·sse·s élu·e·s"),
        ('"directrices de crèche"', "Des directeur·rice·s de crèche.", "directeur·rice·s de crèche"),
        ('"étudiant·e·s de la faculté"', "Les étudiantes de la faculté.", "étudiantes de la faculté"),
        ('"Rose Ndour"', "Mme Rose N’Dour est là.", "Rose N’Dour"),
        ('"Rose N’Dour"', "Mme Rose Ndour est là.", "Rose Ndour"),
        ('"étudiantes faculté"~2', "Les étudiant·e·s de la faculté.", "étudiant·e·s … faculté"),
        ('title:"des directrices"', "Des directeur·rice·s", "Des directeur·rice·s"),
    ],
)
@pytest.mark.parametrize("name", LOCAL_STORES)
def test_a_phrase_finds_and_marks_both_readings(
    name: str, line: str, text: str, expected: str, tmp_path: Path
) -> None:
    store = STORES[name](tmp_path / "engine")
    writer = store.writer()
    writer.add(prepare(article("un", text, text)))
    writer.add(prepare(article("deux", "Les étudiants", "Les étudiants de la faculté ; des étudiantes.")))
    writer.commit()
    query = plan(parse(line), TODAY)
    engine = store.engine()
    ids = {hit.article.id for hit in engine.search(query, Ask(9)).hits}
    engine.close()

    assert "un" in ids
    assert ("deux" in ids) == ("étudiants" in line or "étudiant·e·s" in line)
    spans = [text[mark.start : mark.end] for mark in Highlighter(query).marks(text, headline=True)]
    assert spans == re.split(" … ", expected)
