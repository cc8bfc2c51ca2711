"""The passage that answers a query, and the matches marked in it."""

import time
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.analysis.french import analyse, stem
from index.query import Phrase, Query, leaves
from search.language import parse
from search.planning.plan import plan
from search.snippet import ELLIPSIS, PASSAGE_CHARACTERS, Highlighter, Snippet
from tests.support.marks import marks
from tests.support.oracle import fits, within
from tests.support.press import sample

SOME = settings(
    max_examples=300, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def asked(line: str) -> Query:
    return plan(parse(line), date(2025, 12, 1))


def whole(line: str, text: str, *, headline: bool = False) -> list[str]:
    """Return what is marked in a whole text."""
    return marked(Highlighter(asked(line)).whole(text, headline=headline))


def passage(line: str, text: str) -> Snippet:
    return Highlighter(asked(line)).passage(text)


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.spans]


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("securite", "La SÉCURITÉ des uns, la sécurité des autres.", ["SÉCURITÉ", "sécurité"]),
        ("election", "L’élection et les élections.", ["élection", "élections"]),
        ("etat", "L’État, l'État.", ["État", "État"]),
        ("SNCF", "La S.N.C.F. et la SNCF", ["S.N.C.F.", "SNCF"]),
        ("dgst", "La DGSN-DGST veille.", ["DGST"]),
        ("vice-président", "Le vice-président préside ; le président vice.", ["vice-président"]),
        ("ndiaye", "Mme N’Diaye et Mme Ndiaye", ["N’Diaye", "Ndiaye"]),
        ("oeuvre", "Une œuvre", ["œuvre"]),
        ("élève", "Un e\u0301le\u0300ve", ["e\u0301le\u0300ve"]),
        ("evenement", "Un évé\u00adnement", ["évé\u00adnement"]),
        ("1200", "1.200 tonnes, 1200 sacs", ["1.200", "1200"]),
        ("93e", "La quatre-vingt-treizième session", ["quatre-vingt-treizième"]),
        ("10000", "Les 10 000 et les 10\u202f000,5", ["10 000"]),
        ('"10.000 euros"', "Pour 10 000 euros", ["10 000 euros"]),
        ("20h30", "À 20 h 30, à 20:30, à 20 heures 30, à 20 h", ["20 h 30", "20:30", "20 heures 30"]),
        ("20h", "À 20 heures", ["20 heures"]),
        ("st-malo", "De Saint-Malo à St. Malo", ["Saint-Malo", "St. Malo"]),
        ("XIXe", "Au 19ᵉ, au XIXème, au dix-neuvième, à 19", ["19ᵉ", "XIXème", "dix-neuvième"]),
        ("vie", "Au VIe siècle, une vie", ["VIe", "vie"]),
        ("premi*", "Le 1er, la première", ["1er", "première"]),
        ("n°5", "Le numéro 5, le nº 5, le 5", ["numéro 5", "nº 5"]),
        ("étudiantes", "Des étudiant·e·s", ["étudiant·e·s"]),
        ('"étudiants élus"', "Des étudiant(e)s élu(e)s.", ["étudiant(e)s élu(e)s"]),
        ('"étudiantes élues"', "Des étudiant(e)s élu(e)s, un étudiant élu.", ["étudiant(e)s élu(e)s"]),
        ("weekend", "Un week-end, un week end, un weekend", ["week-end", "week end", "weekend"]),
        ("conceptcar", "Un concept-car", ["concept-car"]),
        (
            "ronds-points",
            "Un rond-point, deux ronds points au bout de la longue rue, un rond",
            ["rond-point", "ronds points"],
        ),
        (
            "chine-taiwan",
            "La Chine et Taïwan. Le thé se cultive aussi en Chine. Aucun vol ne relie aujourd’hui Chine-Taïwan",
            ["Chine", "Taïwan", "Chine-Taïwan"],
        ),
        ("pourrait-elle", "Pourrait-il ? Elle pourrait, elle.", ["Pourrait", "pourrait, elle"]),
        ("2-1", "Score : 2-1, 3-1, 2 à 1", ["2-1"]),
        ("=weekend", "Un week-end, un weekend", ["week-end", "weekend"]),
        ("terroris*", "Terrorisme, terroriste, terreur", ["Terrorisme", "terroriste"]),
        ("hamouchi~", "M. Hammouchi", ["Hammouchi"]),
        ("=Côte", "La Côte, la côte, la Cote", ["Côte"]),
        ("eau -feu", "L’eau et le feu", ["eau"]),
        ("eau NOT (feu OR air)", "L’eau, le feu, l’air", ["eau"]),
        ("date:2025 eau person:awa", "L’eau d’Awa en 2025", ["eau"]),
        ("*", "Rien n’est marqué", []),
    ],
)
def test_what_matches_is_marked_and_nothing_else(line: str, text: str, expected: list[str]) -> None:
    assert whole(line, text) == expected


def test_a_phrase_is_marked_only_where_it_stands() -> None:
    text = "Le conseil. La sécurité. Le conseil de sécurité. Sécurité de conseil, conseil de la sécurité."

    assert whole('"conseil de sécurité"', text) == ["conseil de sécurité"]


def test_a_loose_phrase_marks_its_words_where_they_stand_together() -> None:
    text = "La police des Nations unies. " + "Un mot. " * 20 + "La police seule."

    assert whole('"police nations"~3', text) == ["police", "Nations"]


def test_a_query_of_headlines_marks_headlines_alone() -> None:
    assert whole("title:port", "Le port", headline=True) == ["port"]
    assert whole("title:port", "Le port") == []
    assert whole("port", "Le port", headline=True) == ["port"]


def test_the_passage_with_most_words_of_the_query_is_chosen() -> None:
    text = (
        "Le port est là. " + "Rien du tout. " * 40 + "À Louga, le port et la pêche. " + "Rien du tout. " * 40
    )

    snippet = passage("port pêche louga", text)

    assert marked(snippet) == ["Louga", "port", "pêche"]
    assert snippet.text.startswith(f"{ELLIPSIS} ")


def test_a_text_that_fits_is_given_whole() -> None:
    assert passage("port", "Le port\nrouvre.") == Snippet("Le port rouvre.", ((3, 7),))


def test_without_a_match_the_passage_is_the_beginning() -> None:
    snippet = passage("zanzibar", "Le port rouvre. " * 100)

    assert snippet.spans == ()
    assert snippet.text.startswith("Le port rouvre.")
    assert len(snippet.text) <= PASSAGE_CHARACTERS + 4


def test_an_empty_text_has_an_empty_passage() -> None:
    assert passage("port", "") == Snippet("", ())


@pytest.mark.parametrize("width", range(20, 40))
def test_a_passage_cuts_no_word_behind_its_last_match(width: int) -> None:
    words = "une longue marche pour le climat entre la place et la corniche"
    cut = Highlighter(asked("climat")).passage(words, width).text
    assert set(cut.split()) <= {*words.split(), ELLIPSIS}


def test_a_match_inside_a_run_without_blanks_is_in_its_passage() -> None:
    text = "mot-" * 300 + "port-" + "mot-" * 300 + "fin. Une autre phrase."

    assert "port" in marked(passage("port", text))


PIECES = st.sampled_from(
    ["port", "Port", "pêche", "l’eau", "le port de pêche", "de", "zut", "x" * 70, "mot-mot-mot", "N’Diaye", "1.200", "(", "«",
     "»", "!", "…", "-port-", "e\u0301cole", "port/pêche", "1 200", "week-end", "weekend", "8 h 30", "élu(e)s", "VIe", "n° 5"]
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(PIECES, st.sampled_from([" ", " ", " ", "\n", ". ", "", ", ", "\u00a0", "\t"])), max_size=150
)
LINES = st.sampled_from(
    [
        "port",
        "port pêche eau",
        '"port de pêche"',
        '"pêche port"~4',
        "p*",
        "ecole~ port",
        "=Port",
        "ndiaye OR 1200",
        "zut -port",
        "weekend",
        '"élus de week-end"',
        "8h30 OR vie OR n°5",
        "port-pêches zut",
    ]
)


@SOME
@given(TEXTS, LINES, st.sampled_from([20, 80, PASSAGE_CHARACTERS]))
@example([("port", "-")] * 150, "port", 80)
def test_a_passage_is_part_of_the_text_with_its_matches_marked(
    pieces: list[tuple[str, str]], line: str, width: int
) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    query = asked(line)
    highlighter = Highlighter(query)
    snippet = highlighter.passage(text, width)

    check(snippet, text, query)
    if highlighter.marks(text):
        assert snippet.spans, "what matches is shown"


@SOME
@given(
    pieces=TEXTS,
    line=LINES
    | st.sampled_from(
        ["title:port pêche", "p?che OR title:eau", "?ort", "*ole", "=mot", "ecole~2", '"de port"~9 port']
    ),
    headline=st.booleans(),
)
def test_the_marks_are_those_of_the_reference(
    pieces: list[tuple[str, str]], line: str, *, headline: bool
) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    highlighter = Highlighter(asked(line))
    highlighter.marks(
        "Le port de l’eau.", headline=headline
    )  # what is kept of a text changes nothing in the next

    assert highlighter.marks(text, headline=headline) == marks(asked(line), text, headline=headline)


@pytest.mark.parametrize(
    "line", ["ville port", '"la ville"', '"de ville"~6', "ch*", "presidence~", "=La", "-port ville"]
)
def test_the_marks_of_the_sample_are_those_of_the_reference(line: str) -> None:
    highlighter = Highlighter(asked(line))
    for article in sample():
        assert highlighter.marks(article.text) == marks(asked(line), article.text)


def check(snippet: Snippet, text: str, query: Query) -> None:
    """Check what any passage must be."""
    inner = snippet.text.removeprefix(f"{ELLIPSIS} ").removesuffix(f" {ELLIPSIS}")
    assert inner in text.replace("\n", " ") or snippet.text in text.replace("\n", " ")
    edges = [offset for span in snippet.spans for offset in span]
    assert edges == sorted(edges)
    assert all(start < end for start, end in snippet.spans)
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(snippet.text))
    for piece in marked(snippet):
        assert any(matched(piece, query)), piece


def matched(piece: str, query: Query) -> Iterator[bool]:
    """Yield whether each leaf of the query has something to do with the piece."""
    terms = analyse(piece)
    words = {*terms.exact, *terms.stem, *terms.form, *terms.joined, *terms.beside, *map(stem, terms.beside)}
    for leaf in leaves(query):
        if isinstance(leaf, Phrase):
            yield bool(words & set(leaf.terms))
        else:
            wanted: str = getattr(leaf, "pattern", "") or getattr(leaf, "term", "")
            yield any(fits(wanted, word) or within(wanted, word, getattr(leaf, "edits", 0)) for word in words)


@pytest.mark.parametrize(
    "line", ["securite", "port eau police ONU", '"de la"', "s*", "president~", '"la ville"~5']
)
def test_the_passages_of_the_sample_are_right(line: str) -> None:
    query = asked(line)
    highlighter = Highlighter(query)
    for article in sample():
        snippet = highlighter.passage(article.text)
        check(snippet, article.text, query)
        assert len(snippet.text) <= PASSAGE_CHARACTERS + 80
        assert bool(snippet.spans) == bool(highlighter.marks(article.text))


@pytest.mark.parametrize(
    "text", ["Le port de pêche. " * 14_000, "x" * 1_000_000, "port-" * 50_000, "port " * 50_000, "a’" * 125_000],
    ids=["sentences", "one word", "hyphens", "no sentence", "apostrophes"],
)  # fmt: skip
@pytest.mark.parametrize("line", ["port pêche", '"port de pêche"~10'])
def test_a_text_of_two_hundred_pages_is_quick(text: str, line: str) -> None:
    started = time.process_time()
    passage(line, text)

    assert time.process_time() - started < 4
