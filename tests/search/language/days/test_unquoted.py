"""Dates of several words without quotes, in a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.message import Message, message
from search.errors import QuerySyntaxError
from search.language.days.vocabulary import PARTS_OF_NAMES
from search.language.parse import parse
from search.language.tree import And, Boost, Dates, Not, Or, Tree, Word, Words

QUERIES: list[tuple[str, Tree]] = [
    ("date:novembre 2019 grève", Words((Dates("novembre 2019"), Word("grève")))),
    ("grève date:novembre 2019", Words((Word("grève"), Dates("novembre 2019")))),
    ("date:mars 2020", Dates("mars 2020")),
    ("date:lundi dernier", Dates("lundi dernier")),
    ("date:il y a trois semaines grève", Words((Dates("il y a trois semaines"), Word("grève")))),
    ("date:la semaine dernière, grève", Words((Dates("la semaine dernière"), Word("grève")))),
    ("date:l’an dernier grève", Words((Dates("l'an dernier"), Word("grève")))),
    ("date:du 3 au 7 mars 2024 grève", Words((Dates("du 3 au 7 mars 2024"), Word("grève")))),
    ("date:nov. 2019 grève", Words((Dates("nov. 2019"), Word("grève")))),
    ("date:november 20, 2025 strike", Words((Dates("november 20, 2025"), Word("strike")))),
    ("date:les 15 derniers jours", Dates("les 15 derniers jours")),
    ("date:>mars 2020 grève", Words((Dates(">mars 2020"), Word("grève")))),
    ("date:novembre 2019..mars 2020 grève", Words((Dates("novembre 2019..mars 2020"), Word("grève")))),
    ("-date:lundi dernier", Not(Dates("lundi dernier"))),
    ("date:hier soir^2", Boost(Dates("hier soir"), 2)),
    ("date:(mars 2020 OU lundi dernier)", Or((Dates("mars 2020"), Dates("lundi dernier")))),
    ("date:hier AND grève", And((Dates("hier"), Word("grève")))),
    ("date:semaine du 2 au 8 mars 2020 grève", Words((Dates("semaine du 2 au 8 mars 2020"), Word("grève")))),
    ("date:avril-mai 2020 grève", Words((Dates("avril-mai 2020"), Word("grève")))),
    ("date:mars, avril et mai 2020 grève", Words((Dates("mars, avril et mai 2020"), Word("grève")))),
    ("date:mars ou avril 2020", Dates("mars ou avril 2020")),
    ("date:mars '20 grève", Words((Dates("mars '20"), Word("grève")))),
    ("date:24 heures grève", Words((Dates("24 heures"), Word("grève")))),
    ("date:1 er mars 2020 grève", Words((Dates("1 er mars 2020"), Word("grève")))),
    ("date:il y a 24 heures", Dates("il y a 24 heures")),
    ("date:1990s grève", Words((Dates("1990s"), Word("grève")))),
    ("date:1990's grève", Words((Dates("1990's"), Word("grève")))),
    ("date:depuis 1990s grève", Words((Dates("depuis 1990s"), Word("grève")))),
    ("date:dans les 10 derniers jours grève", Words((Dates("dans les 10 derniers jours"), Word("grève")))),
    ("date:over the last 10 days strike", Words((Dates("over the last 10 days"), Word("strike")))),
    # what is left to the query
    ("date:hier sur Paris", Words((Dates("hier"), Word("sur"), Word("Paris")))),
    ("date:lundi sur mars", Words((Dates("lundi"), Word("sur"), Word("mars")))),
    ("date:mars for 2020", Words((Dates("mars"), Word("for"), Word("2020")))),
    ("date:mars or massif", Words((Dates("mars"), Word("or"), Word("massif")))),
    ("date:mars, avril grève", Words((Dates("mars"), Word("avril"), Word("grève")))),
    ("date:lundi moitié prix", Words((Dates("lundi"), Word("moitié"), Word("prix")))),
    ("date:2020 grève", Words((Dates("2020"), Word("grève")))),
    ("date:2020 mars", Words((Dates("2020"), Word("mars")))),
    ("date:7j mars", Words((Dates("7j"), Word("mars")))),
    ("date:none mars", Words((Dates("none"), Word("mars")))),
    ("date:mars blanche", Words((Dates("mars"), Word("blanche")))),
    ("date:printemps arabe", Words((Dates("printemps"), Word("arabe")))),
    ("date:hier le maire", Words((Dates("hier"), Word("le"), Word("maire")))),
    ("date:lundi 12 morts", Words((Dates("lundi"), Word("12"), Word("morts")))),
    ("date:lundi ce maire", Words((Dates("lundi"), Word("ce"), Word("maire")))),
    ("date:hier dans Paris", Words((Dates("hier"), Word("dans"), Word("Paris")))),
    ("date:lundi d’après Macron", Words((Dates("lundi"), Word("d'après"), Word("Macron")))),
    ("date:hier heure d’été", Words((Dates("hier"), Word("heure"), Word("d'été")))),
    ("date:week-end 12 morts", Words((Dates("week-end"), Word("12"), Word("morts")))),
    ("date:mars 12 morts", Words((Dates("mars"), Word("12"), Word("morts")))),
    ("date:lundi, mars", Words((Dates("lundi"), Word("mars")))),
    ('date:"lundi" dernier', Words((Dates("lundi"), Word("dernier")))),
    ('-date:"lundi" dernier', Words((Not(Dates("lundi")), Word("dernier")))),
    # a number that nothing is a date without, or that is said so
    ("date:le 3 grève", Words((Dates("le 3"), Word("grève")))),
    ("date:march 2 strike", Words((Dates("march 2"), Word("strike")))),
    ("date:mai 68", Dates("mai 68")),
    ("date:lundi 12 person:macron", Words((Dates("lundi 12"), Word("macron", "person")))),
    ("date:mars cinquante nuances", Words((Dates("mars"), Word("cinquante"), Word("nuances")))),
    ("date:années 90 rap", Words((Dates("années 90"), Word("rap")))),
]


@pytest.mark.parametrize(("query", "tree"), QUERIES)
def test_the_most_words_that_are_a_date_belong_to_it(query: str, tree: Tree) -> None:
    assert parse(query) == tree
    assert parse(str(tree)) == tree


@pytest.mark.parametrize(
    ("query", "said", "meant"),
    [
        (
            "date:nouvembre 2019 grève",
            message("query.not_a_date", text="nouvembre"),
            'date:"novembre 2019"',
        ),
        (
            "date:lundi 3 mars 2020 grève",
            message("query.wrong_weekday", day="2020-03-03", weekday="lundi"),
            'date:"mardi 3 mars 2020"',
        ),
        (
            'date:"semaine derniere prochainne"',
            message("query.not_a_date", text="semaine derniere prochainne"),
            message("query.date_examples"),
        ),
        ("date:xyz grève", message("query.not_a_date", text="xyz"), message("query.date_examples")),
    ],
)
def test_a_refusal_repeats_what_was_typed_mended(query: str, said: Message, meant: str | Message) -> None:
    with pytest.raises(QuerySyntaxError) as refused:
        parse(query)
    assert refused.value.message == said
    assert refused.value.mend == message("query.type_date_instead", examples=meant)


WORDS = st.sampled_from([*sorted(PARTS_OF_NAMES), "2019", "12", "3/3", "grève", "7j", "hier..", "-", "mars,"])


@given(
    st.lists(WORDS, min_size=1, max_size=9).map(" ".join), st.sampled_from(["date:", "-date:", "a date:("])
)
def test_any_date_without_quotes_prints_as_what_one_would_type(words: str, before: str) -> None:
    try:
        tree = parse(before + words + (")" if "(" in before else ""))
    except QuerySyntaxError:
        return
    assert parse(str(tree)) == tree
