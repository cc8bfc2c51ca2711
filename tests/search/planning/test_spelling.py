"""Other spellings for the words of a query that no article has, whatever the engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Engine
from index.names.resolution import Names
from search.language import parse
from search.planning.spelling import Speller
from search.searcher import Searcher
from tests.index.engines.stores import STORE_KINDS, STORES, memory_store, write
from tests.support.press import article

ARTICLES = [
    *(
        article(
            f"laïc{number}",
            "La laïcité à l’école",
            "Emmanuel Macron défend la laïcité. La police municipale attend. Gouvernementalement, rien.",
            person=("Emmanuel Macron",),
            place=("Paris",),
            source="Le Fanal",
        )
        for number in range(30)
    ),
    article("rare", "Une laicite", "Emanuel Macron, homonyme, est l’oncle de Brigitte Macron.", person=("Emanuel Macron", "Brigitte Macron")),
    article("pari", body="Un pari.", org=("Nations unies", "L’« Alliance » du fleuve")),
]  # fmt: skip


@pytest.fixture(scope="module", params=STORE_KINDS)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return each engine, with the same articles."""
    store = STORES[request.param](tmp_path_factory.mktemp("spelling") / "engine")
    write(store, ARTICLES)
    opened = store.engine()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("macrn", "Macron"),
        ("laicte", "laïcité"),
        ("l'econle", "école"),
        ("amcron", "Macron"),
        ("acron", "Macron"),
        ("nacron", "Macron"),
        ("xmacron", "Macron"),
        ("munciipalee", "municipale"),
        ("macrn laicte", "Macron laïcité"),
        ("(macrn OR pari) -zzzz", "(Macron OR pari) -zzzz"),
        ("macrn^2 date:2025", "Macron^2 date:2025"),
        ("title:laicte", "title:laïcité"),
        ("lapolice", "La police"),
        ("lapolice macrn", "La police Macron"),
        ("gouvernementale ment", "Gouvernementalement"),
        ("personne:macrn", 'person:"Emmanuel Macron"'),
        ('person:"emmanuel macrn"', 'person:"Emmanuel Macron"'),
        ("org:natons", 'org:"Nations unies"'),
        ("org:allliance", 'org:"L\' Alliance du fleuve"'),
        ("lieu:pariss", 'place:"Paris"'),
        ("source:fannal", 'source:"Le Fanal"'),
    ],
)
def test_what_no_article_has_gives_way_to_what_the_index_has(
    engine: Engine, typed: str, offered: str
) -> None:
    respelt = Speller(engine, Names()).respelt(parse(typed))
    assert str(respelt) == offered
    assert parse(offered) == respelt


@pytest.mark.parametrize(
    "typed",
    ["laïcité", "police", "zzzz", "mcr", "macron paris", "*", "date:2025", "macrn~", "=macrn", "macr*", '"macrn police"',
     "person:macron", 'person:"Brigitte Macron"', "person:zzzz", "-macrn", "a12345", "macrn-zzzz", "macrn " * 11],
)  # fmt: skip
def test_nothing_is_offered_where_nothing_is_better_or_the_person_chose_the_letters(
    engine: Engine, typed: str
) -> None:
    assert Speller(engine, Names()).respelt(parse(typed)) is None


def test_a_rare_word_gives_way_only_where_the_answer_is_scarce(engine: Engine) -> None:
    speller = Speller(engine, Names())
    assert speller.respelt(parse('person:"emanuel macron"')) is None
    assert str(speller.respelt(parse('person:"emanuel macron"'), 3)) == 'person:"Emmanuel Macron"'
    assert str(speller.respelt(parse("homonime"), 3)) == "homonyme"
    assert speller.respelt(parse("homonyme"), 3) is None
    assert speller.respelt(parse("oncle"), 3) is None


def test_a_query_of_two_words_with_a_long_answer_is_left_alone(engine: Engine) -> None:
    searcher = Searcher(engine)

    def offered(line: str) -> str | None:
        return searcher.respelt(searcher.search(line))

    assert offered("macrn") == "Macron"
    assert offered("macrn police") == "Macron police"
    assert offered("police laïcité") is None
    assert offered("macrn police municipale laïcité") == "Macron police municipale laïcité"


@pytest.mark.parametrize("name", STORE_KINDS)
def test_a_word_of_removed_articles_alone_is_not_offered(name: str, tmp_path: Path) -> None:
    store = STORES[name](tmp_path / "engine")
    often = [article(f"often{number}", body="Le merle, la gouvernance.") for number in range(9)]
    left = [article("left", body="Le merlu, le gouverneur."), article("more", body="Le gouverneur.")]
    write(store, [*often, *left])
    write(store, [], removed=[one.id for one in often])
    opened = store.engine()
    speller = Speller(opened, Names())
    offered = [str(speller.respelt(parse(line))) for line in ("merlx", "gouvernauc", "lagouvernance")]
    opened.close()
    assert offered == ["merlu", "gouverneur", "None"]


class _Asked:
    """An engine that notes the methods by which it is asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.methods: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.methods.append(name)
        return getattr(self._engine, name)


@pytest.mark.parametrize(
    "typed", ["amcron", "coranavirus", "lapolice", "munciipalee", "macrn laïcité police municipale"]
)
def test_the_engine_is_asked_a_few_times_for_a_word(engine: Engine, typed: str) -> None:
    asked = _Asked(engine)

    Speller(asked, Names()).respelt(parse(typed))  # type: ignore[arg-type] # it stands for an engine

    assert 2 < len(asked.methods) <= 8


_MEMORY = memory_store(Path())
write(_MEMORY, ARTICLES)


_WORDS = st.sampled_from(
    ["laïcité", "Macron", "police", "municipale", "homonyme", "Nations", "Gouvernementalement"]
)


@given(_WORDS, st.integers(0, 30), st.sampled_from(["", "x", "ze"]))
@settings(deadline=None, max_examples=60)
def test_what_is_offered_finds_articles_where_nothing_was_found(word: str, cut: int, put: str) -> None:
    searcher = Searcher(_MEMORY.engine())
    misspelt = word[: cut % len(word)] + put + word[cut % len(word) + 1 :]
    results = searcher.search(misspelt)
    offered = searcher.respelt(results)
    if offered:
        assert results.total.count <= 3
        assert searcher.search(offered).total.count > results.total.count
