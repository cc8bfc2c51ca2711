"""What a person reads of an error, in English and in French."""

from datetime import date

import pytest

from corpus.message import CodedError
from search.counts.facets import engine_facet
from search.errors import SearchError
from search.language import parse
from search.language.days import period
from search.messages import Language, speaking
from search.planning.plan import plan
from search.render.error import in_one_line, text


def failure(query: str) -> CodedError:
    with pytest.raises(SearchError) as raised:
        plan(parse(query), date(2025, 12, 5))
    return raised.value


@pytest.mark.parametrize(
    ("query", "english", "french"),
    [
        (
            "sécurité (Maroc",
            [
                "this parenthesis is never closed",
                "  sécurité (Maroc",
                "           ^",
                "Type ) where it ends, or leave it out.",
            ],
            [
                "cette parenthèse n’est jamais fermée",
                "  sécurité (Maroc",
                "           ^",
                "Tapez ) à l’endroit où elle finit, ou retirez-la.",
            ],
        ),
        (
            "personn:x",
            [
                "there is no field personn:",
                "  personn:x",
                "  ^^^^^^^^",
                "Did you mean personne: or person: ? For the word itself, type personn :",
            ],
            [
                "il n’y a pas de champ personn:",
                "  personn:x",
                "  ^^^^^^^^",
                "Vouliez-vous dire personne: ou person:\u202f? Pour chercher le mot lui-même, tapez personn :",
            ],
        ),
        (
            "date:bientot",
            [
                '"bientot" is not a date',
                "  date:bientot",
                "       ^^^^^^^",
                'Type 2025-11, 20/11/2025, "last week", "2 march 2020", 2019-2021, >=2025, 7j or none.',
            ],
            [
                "«\u00a0bientot\u00a0» n’est pas une date",
                "  date:bientot",
                "       ^^^^^^^",
                'Tapez 2025-11, 20/11/2025, "la semaine dernière", "2 mars 2020", 2019-2021, >=2025, 7j ou sans.',
            ],
        ),
        (
            "a* " * 21,
            ["21 words with *, ? or ~ are too many: type 20 at most"],
            ["21 mots avec *, ? ou ~, c’est trop\u00a0: tapez-en 20 au plus"],
        ),
    ],
    ids=["parenthesis", "field", "date", "patterns"],
)
def test_a_person_reads_what_is_wrong_and_what_to_type(
    query: str, english: list[str], french: list[str]
) -> None:
    error = failure(query)
    assert text(error).splitlines() == english
    with speaking(Language.FRENCH):
        assert text(error).splitlines() == french


def test_a_date_shows_what_dates_are_like() -> None:
    with pytest.raises(SearchError) as raised:
        period("31 avril 2025", date(2025, 12, 5))
    assert text(raised.value) == (
        '2025-04 has no day 31: type 2025-11, 20/11/2025, "last week", "2 march 2020", 2019-2021, >=2025, 7j or none'
    )
    with pytest.raises(SearchError) as raised:
        period("nouvembre 2019", date(2025, 12, 5))
    assert text(raised.value) == '"nouvembre 2019" is not a date: type "novembre 2019"'


def test_a_facet_shows_those_that_there_are() -> None:
    with pytest.raises(SearchError) as raised:
        engine_facet("moi")
    assert text(raised.value).startswith('there is no facet "moi": type one of person, org, place, source')
    with speaking(Language.FRENCH):
        assert text(raised.value).startswith(
            "il n’y a pas de facette «\u00a0moi\u00a0»\u00a0: choisissez parmi"
        )


def test_a_line_of_a_file_has_its_error_on_one_line() -> None:
    assert in_one_line(failure("(maroc")) == (
        "this parenthesis is never closed. Type ) where it ends, or leave it out."
    )
    assert in_one_line(failure("a* " * 21)) == "21 words with *, ? or ~ are too many: type 20 at most"
