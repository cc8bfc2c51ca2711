"""The fields of an article, read from the columns that hold them."""

import json
from collections.abc import Callable, Mapping

import pytest

from corpus.dates.print_date import PrintDate
from corpus.readers.columns.fields import record
from corpus.readers.columns.naming import columns
from corpus.readers.record import Record


def values_of(read: Mapping[str, object]) -> Record:
    return record(read, columns(tuple(read), ()), raw="", dates={})


@pytest.mark.parametrize(
    "missing",
    [
        "",
        " ",
        "NaN",
        "nan",
        "None",
        "null",
        "NULL",
        "N/A",
        "#N/A",
        "<NA>",
        "NaT",
        "NA",
        "\\N",
        "-",
        None,
        float("nan"),
    ],
)
def test_what_programs_write_for_nothing_is_nothing(missing: object) -> None:
    found = values_of(
        {
            "text": "Un texte.",
            "id": missing,
            "title": missing,
            "source": missing,
            "author": missing,
            "url": missing,
        }
    )
    assert found == Record(raw="", text="Un texte.")
    assert values_of({"texte intégral": missing, "text": "Un texte."}).text == "Un texte."


def test_an_update_dates_an_article_that_nothing_else_dates() -> None:
    both = {"modified": "2022-01-01", "text": "x", "date": "2021-03-03"}
    assert values_of(both).date == PrintDate(2021, 3, 3)
    assert values_of({**both, "date": None}).date == PrintDate(2022, 1, 1)
    assert values_of({**both, "date": None, "year": 2021, "month": "mars", "day": 3.0}).date == PrintDate(
        2021, 3, 3
    )


@pytest.mark.parametrize(
    ("read", "source"),
    [
        (
            {"source": "https://exemple.fr/pont", "source-hostname": "L’Écho", "hostname": "exemple.fr"},
            "L’Écho",
        ),
        (
            {"source": "https://exemple.fr/pont", "source-hostname": None, "hostname": "exemple.fr"},
            "exemple.fr",
        ),
        ({"source": "https://www.exemple.fr/pont"}, "exemple.fr"),
        ({"source": "exemple.fr", "journal": "L’Écho"}, "L’Écho"),
        ({"source": "Mediapart.fr"}, "Mediapart.fr"),
        ({"source": {"uri": "exemple.fr", "title": "L’Écho"}}, "L’Écho"),
        ({"publisher": {"@type": "Organization", "name": "L’Écho", "logo": {"url": "x"}}}, "L’Écho"),
    ],
)
def test_a_source_is_a_name_before_an_address(read: dict[str, object], source: str) -> None:
    assert values_of({"text": "x", **read}).source == source


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("L&eacute;a Martin;Paul &amp; Fils", ("Léa Martin", "Paul & Fils")),
        ("JosÃ© Bov\\u00e9|Anne Roy", ("José Bové", "Anne Roy")),
        ("Anne R\udcf0\udc9fy", ("Anne R\ufffdy",)),
        (["L&eacute;a Martin", "<b>Anne Roy</b>"], ("Léa Martin", "Anne Roy")),
        ('["L\\u00e9a \\"Bibi\\" Martin"]', ('Léa "Bibi" Martin',)),
    ],
)
def test_names_are_repaired_before_they_are_cut(written: object, names: tuple[str, ...]) -> None:
    assert values_of({"text": "x", "authors": written}).authors == names


@pytest.mark.parametrize("write", [str, json.dumps])
def test_a_list_written_as_text_may_be_long(write: Callable[[list[str]], str]) -> None:
    names = [f"Anne Roy {letter * times}" for letter in "abcdefghij" for times in range(1, 11)]
    assert values_of({"text": "x", "person": write(names)}).person == tuple(names)


def test_a_section_is_repaired() -> None:
    assert values_of({"text": "x", "rubrique": "SociÃ©tÃ©"}).section == "Société"


@pytest.mark.parametrize("written", ["3&nbsp;f&eacute;vrier 2021", "3 fÃ©vrier 2021", "3 f\\u00e9vrier 2021"])
def test_a_date_is_repaired(written: str) -> None:
    assert values_of({"text": "x", "date": written}).date == PrintDate(2021, 2, 3)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ([{"given": "Charles", "family": "Roy", "non-dropping-particle": "de"}], ("Charles de Roy",)),
        ([{"given": "Jean", "family": "Tour", "dropping-particle": "de", "non-dropping-particle": "La"}], ("Jean de La Tour",)),
        ([{"given": "Anne", "family": "Alès", "dropping-particle": "d’"}], ("Anne d’Alès",)),
        ([{"given": "J.-M.", "family": "Le Roy", "suffix": "Jr"}, {"literal": "Service Mer"}], ("J.-M. Le Roy Jr", "Service Mer")),
        ("Par Anne Roy et Luc Petit", ("Anne Roy", "Luc Petit")),
        ("Anne Roy & Luc Petit; Anne Roy", ("Anne Roy", "Luc Petit")),
        ("Dupont et Fils", ("Dupont et Fils",)),
    ],
)  # fmt: skip
def test_each_author_is_named_once_and_whole(written: object, names: tuple[str, ...]) -> None:
    assert values_of({"text": "x", "author": written}).authors == names


@pytest.mark.parametrize(
    ("title", "source", "headline"),
    [
        ("Le port rouvre - Le Phare", "Le Phare", "Le port rouvre"),
        ("Le port rouvre | LE PHARE", "Le Phare", "Le port rouvre"),
        ("Un port - un phare - Le Phare", "Le Phare", "Un port - un phare"),
        ("Le port rouvre - Midi", "Le Phare", "Le port rouvre - Midi"),
        ("Un an à bord du Phare", "Phare", "Un an à bord du Phare"),
        ("Le Phare", "Le Phare", "Le Phare"),
        ("Le port-Le Phare", "Le Phare", "Le port-Le Phare"),
        ("Le port rouvre - ", "", "Le port rouvre - "),
    ],
)
def test_a_headline_is_without_its_source(title: str, source: str, headline: str) -> None:
    assert values_of({"text": "x", "title": title, "source": {"name": source}}).title == headline
