"""The other names of a typed name: which are found, which are not, and what it costs to look."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article
from index.document import prepare, whole
from index.engine import Ask, Engine
from index.names.aliases import NameKey, parse
from index.names.resolution import EntityName, Merge, Names, NoMerges
from index.query import Not
from search.language import parse as parse_query
from search.planning.other_names import IndexedNames, Other, OtherNames, Words, typed_names
from search.planning.plan import Matching, plan
from search.searcher import Page, Searcher
from tests.index.engines.stores import ENGINE_KINDS, STORES, write
from tests.support.oracle import MemoryIndex
from tests.support.press import article

TODAY = date(2025, 12, 1)
LEAGUE = EntityName("org", "Ligue des ports libres")

ARTICLES = (
    article("court", "La LPL à Louga", "La LPL ouvre un bureau.", org=("Ligue des ports libres",)),
    article("long", "Un bureau à Louga", "La ligue des Ports libres ouvre.", org=("Ligue des ports libres",)),
    article("deux", "La LPL attend", "La Ligue des ports libres (LPL) attend.", org=("Ligue des ports libres",)),
    article("ports", "Des ports", "La ligue des villes aime les ports, libres ou non."),
    article("sec", "Un temps sec", "Le temps reste sec."),
    article("sec2", "Un vin sec", "Un vin sec et blanc."),
    article("securite", "La SEC", "La Société des eaux claires (SEC) ouvre.", org=("Société des eaux claires",)),
    article("maire", "Awa Sarr", "Awa Sarr, dite la Dame de Louga, parle.", person=("Awa Sarr",)),
    article("dame", "À la mairie", "La Dame de Louga parle encore.", person=("Dame de Louga",)),
    article("moussa", "Moussa Diop", "Moussa Diop parle.", person=("Moussa Diop",)),
    article("diop", "Diop", "Diop parle.", person=("Diop",)),
    article("sarr", "Sarr parle", "Sarr parle à Dakar.", person=("Sarr",)),
)  # fmt: skip


class Decided(NoMerges):
    """A corpus that merges two acronyms and two surnames."""

    def merged(self) -> Mapping[NameKey, Merge]:
        return {
            NameKey("org", whole("LPL")): Merge.into(LEAGUE),
            NameKey("org", whole("SEC")): Merge.into(EntityName("org", "Société des eaux claires")),
            NameKey("person", whole("Sarr")): Merge.into(EntityName("person", "Awa Sarr")),
            NameKey("person", whole("Diop")): Merge.into(EntityName("person", "Moussa Diop")),
        }


NAMES = Names(Decided(), (parse("Awa Sarr = Dame de Louga")))


def filled(*articles: Article) -> Engine:
    index = MemoryIndex()
    writer = index.writer()
    for one in articles:
        writer.add(prepare(one))
    writer.commit()
    return index.engine()


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(filled(*ARTICLES), NAMES, today=lambda: TODAY)


def found(searcher: Searcher, line: str, page: Page = Page()) -> list[str]:
    return [result.article.id for result in searcher.search(line, page).results]


@pytest.mark.parametrize(
    ("line", "articles"),
    [
        ("LPL", {"court", "long", "deux"}),
        ("lpl", {"court", "long", "deux"}),
        ("L.P.L.", {"court", "long", "deux"}),
        ("la LPL", {"court", "long", "deux"}),
        ("text:LPL", {"court", "long", "deux"}),
        ("LPL^2", {"court", "long", "deux"}),
        ("Ligue des ports libres", {"court", "long", "deux", "ports"}),
        ("LIGUE DES PORTS LIBRES", {"court", "long", "deux", "ports"}),
        ("ligue ports libres", {"long", "deux", "ports"}),  # it is not the whole name
        ("LPL bureau", {"court", "long"}),
        ("bureau LPL Louga", {"court", "long"}),
        ("LPL AND bureau", {"court", "long"}),
        ("LPL OR vin", {"court", "long", "deux", "sec2"}),
        ("LPL -Louga", {"deux"}),
        ("Louga -LPL", {"maire", "dame"}),
        ("Louga -Ligue", {"court", "maire", "dame"}),
        ("Louga -=LPL", {"long", "maire", "dame"}),
        ('Louga -"LPL"', {"long", "maire", "dame"}),
        ('"LPL"', {"court", "deux"}),
        ("=LPL", {"court", "deux"}),
        ("title:LPL", {"court", "deux"}),
        ("L?L", {"court", "deux"}),
        ("lpm~", {"court", "deux"}),
        ('"Ligue des ports libres"', {"long", "deux"}),
        ("org:LPL", {"court", "long", "deux"}),
        ("sec", {"sec", "sec2", "securite"}),  # most articles with the word are not about the company
        ("société des eaux claires", {"securite"}),
        ("Dame de Louga", {"maire", "dame", "sarr"}),
        ("Awa Sarr", {"maire", "dame"}),
        ("Sarr", {"maire", "dame", "sarr"}),
        ("Diop", {"diop", "moussa"}),
        ("Moussa Diop", {"moussa"}),  # a surname alone is no other name of whom it is part of
    ],
)
def test_a_typed_name_finds_the_articles_with_another_name_of_its_entity(
    line: str, articles: set[str], searcher: Searcher
) -> None:
    assert set(found(searcher, line, Page(matching=Matching.ALL))) == articles


@pytest.mark.parametrize("engine", ENGINE_KINDS)
def test_an_article_with_both_names_comes_first_and_the_typed_name_before_the_other(
    engine: str, tmp_path: Path
) -> None:
    ends = {"both": "LPL et la ligue des ports libres", "typed": "LPL et le club des villes unies",
            "other": "ADT et la ligue des ports libres"}  # fmt: skip
    press = [article(id_, "Titre", f"Parlent : {end}.", org=(LEAGUE.name,)) for id_, end in ends.items()]
    others = [article(str(number), "Titre", "Le temps reste sec.") for number in range(20)]
    store = STORES[engine](tmp_path)
    write(store, [*press, *others])

    with Searcher(store.engine(), NAMES) as searcher:
        assert found(searcher, "LPL") == ["both", "typed", "other"]
        assert found(searcher, "LPL Parlent") == ["both", "typed", "other"]


def test_a_name_that_is_typed_twice_counts_once(searcher: Searcher) -> None:
    """Its other name had twice the weight."""
    assert searcher.search("LPL bureau LPL").asked == searcher.search("LPL bureau").asked


def test_a_name_that_is_typed_twice_is_shown_once(searcher: Searcher) -> None:
    assert len(searcher.search("LPL OR lune OR LPL").other_names) == 1


def test_the_passage_marks_the_other_name(searcher: Searcher) -> None:
    marked = {
        result.article.id: [result.snippet.text[start:end] for start, end in result.snippet.spans]
        for result in searcher.search("lpl").results
    }

    assert marked == {
        "deux": ["Ligue des ports libres", "LPL"],
        "court": ["LPL"],
        "long": ["ligue des Ports libres"],
    }


def test_an_answer_says_which_names_have_other_names(searcher: Searcher) -> None:
    [typed] = searcher.search("bureau de la Ligue des ports libres org:LPL -sec").other_names

    assert (str(typed), typed.names) == ("Ligue des ports libres", (("lpl",),))
    assert not searcher.search('"LPL" =LPL title:LPL').other_names


def known(names: Mapping[str, str]) -> OtherNames:
    """Return other names from a table: each name with another one."""
    table = {tuple(name.split()): tuple(other.split()) for name, other in names.items()}

    def other_names(words: Words) -> list[Other]:
        return [Other(LEAGUE, (table[words],))] if words in table else []

    return other_names


def test_the_longest_name_is_read() -> None:
    other_names = known({"ports libres": "a", "ligue des ports libres": "b", "ligue": "c", "louga": "d"})

    typed = typed_names(
        parse_query("louga OR (la Ligue des Ports-Libres ouvre -ligue) OR ports =libres"), other_names
    )

    assert [(str(name), name.names) for name in typed] == [
        ("louga", (("d",),)),
        ("Ligue des Ports-Libres", (("b",),)),
        ("ligue", (("c",),)),
    ]


WORDS = st.lists(st.sampled_from(("ligue", "des", "ports", "libres", "lpl", "louga")), min_size=1, max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=6), WORDS)
def test_an_article_has_a_name_by_all_of_its_words_or_by_another_name(
    texts: list[list[str]], line: list[str]
) -> None:
    engine = filled(*(article(f"{number}", "Titre", " ".join(text)) for number, text in enumerate(texts)))
    typed = parse_query(" ".join(line))
    names = list(typed_names(typed, known(PAIRS)))

    asked = plan(typed, TODAY, other_names=known(PAIRS))
    matched = {hit.article.id for hit in engine.search(asked, Ask(10)).hits}
    left = engine.search(Not(asked), Ask(10)).total.count

    subjects = [word for word in line if word != "des"] or line
    expected = {
        str(number)
        for number, text in enumerate(texts)
        if all(
            word in text or any(word in str(name).split() and has(text, name.names) for name in names)
            for word in subjects
        )
    }
    assert matched == expected
    assert len(matched) + left == len(texts)


PAIRS = {"lpl": "ligue des ports libres", "ligue des ports libres": "lpl", "ports": "louga"}


def has(text: list[str], names: Sequence[Words]) -> bool:
    return any(f" {' '.join(name)} " in f" {' '.join(text)} " for name in names)


class Asked:
    """An engine that counts the questions that it is asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.questions = 0

    def __getattr__(self, name: str) -> object:
        self.questions += name == "counts"
        return getattr(self._engine, name)


def test_words_that_are_no_name_with_another_name_ask_the_index_nothing() -> None:
    engine = Asked(filled(*ARTICLES))
    other_names = IndexedNames(engine, NAMES)  # type: ignore[arg-type] # it stands for an engine

    assert not list(typed_names(parse_query("le vin de Louga, Diop OR macron ligue des ports"), other_names))
    assert engine.questions == 0
    assert list(typed_names(parse_query("LPL LPL"), other_names))
    assert engine.questions > 0
    before = engine.questions
    assert list(typed_names(parse_query("lpl"), other_names))
    assert engine.questions == before, "a name is looked up once"


def test_of_many_other_names_those_of_most_articles_are_added() -> None:
    spellings = [f"ligue{chr(ord('a') + number // 20)}{chr(ord('a') + number % 20)}" for number in range(60)]
    texts = [" ".join(spellings[:number]) for number in range(60)]
    press = [article(str(number), "Titre", text, org=("LPL",)) for number, text in enumerate(texts)]
    names = Names(NoMerges(), (parse(f"org:LPL = {' | '.join(spellings)}")))

    [other] = IndexedNames(filled(*press), names)(("lpl",))

    assert other.entity == EntityName("org", "LPL")
    assert other.names == tuple((spelling,) for spelling in spellings[:6])


def test_a_name_that_no_article_has_finds_its_entity_and_one_that_means_two_finds_both() -> None:
    press = [
        article("p", "La ligue", "La ligue vote.", org=("Ligue",)),
        article("v", "Louga", "À Louga.", place=("Louga",)),
    ]
    names = Names(NoMerges(), (parse("org:Ligue = org:LPL\nplace:Louga = place:LPL")))
    engine = filled(*press)

    assert [other.names for other in IndexedNames(engine, names)(("lpl",))] == [(("ligue",),), (("louga",),)]
    asked = plan(parse_query("lpl"), TODAY, other_names=IndexedNames(engine, names))
    assert engine.search(asked, Ask(0)).total.count == 2


def test_a_dropped_name_has_no_other_names() -> None:
    names = Names(Decided(), (parse("!LPL")))

    assert not IndexedNames(filled(*ARTICLES), names)(("lpl",))
