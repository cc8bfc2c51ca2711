"""Running heads and feet, and what a browser prints at the edges of a page."""

from collections.abc import Sequence

import pytest

from corpus.readers.documents.layout import Run
from corpus.readers.documents.running_heads import without_print_margins, without_running_heads


def run(text: str, left: float, bottom: float, size: float = 10) -> Run:
    return Run(text, left, left + len(text) * size / 2, bottom, size)


def texts(runs: Sequence[Run]) -> list[str]:
    return [one.text for one in runs]


def test_what_recurs_at_one_height_is_a_running_head_but_the_first_date() -> None:
    pages = [
        [
            run("Le Fanal, 6 mars 2020", 50, 790),
            run(f"Le port {name}", 50, 500),
            run(f"Page {number}", 50, 30),
        ]
        for number, name in enumerate(("ouvre", "ferme", "brûle"), start=1)
    ]
    found = without_running_heads(pages, 842)
    assert [texts(page) for page in found] == [
        ["Le Fanal, 6 mars 2020", "Le port ouvre"],
        ["Le port ferme"],
        ["Le port brûle"],
    ]


def test_the_name_of_the_paper_in_large_letters_stays_where_it_stands_first() -> None:
    pages = [
        [
            run("Le Fanal", 50, 790, 30),
            run("Mairie de Valbourg", 50, 770),
            run(f"Le port {name}", 50, 500),
            run("Suite", 50, 480),
        ]
        for name in ("ouvre", "ferme")
    ]
    assert [texts(page) for page in without_running_heads(pages, 842)] == [
        ["Le Fanal", "Mairie de Valbourg", "Le port ouvre", "Suite"],
        ["Mairie de Valbourg", "Le port ferme", "Suite"],
    ]


def test_the_number_of_a_page_makes_no_other_line_even_beside_a_date() -> None:
    pages = [
        [run(f"Le Fanal, 6 mars 2020 — page {number}", 50, 800), run("Le port", 50, 500 - number * 9)]
        for number in (1, 2)
    ]
    assert [len(page) for page in without_running_heads(pages, 842)] == [2, 1]


def test_what_recurs_at_other_heights_or_on_two_pages_is_not() -> None:
    pages = [[run("Lire aussi", 50, 500 - 20 * number)] for number in range(3)]
    assert without_running_heads(pages, 842) == pages
    pages = [[run("Lire aussi", 50, 500)], [run("Lire aussi", 50, 500)], [run("Le port", 50, 500)]]
    assert without_running_heads(pages, 842) == pages


def test_a_page_alone_has_its_number_in_its_margin_and_no_other_line_ends_with_a_number() -> None:
    page = [
        run("Le Fanal | 12", 50, 20),
        run("Le port rouvre", 50, 700),
        run("Sète, 6 mars 2020", 50, 800),
    ]
    assert texts(without_running_heads([page], 842)[0]) == ["Le port rouvre", "Sète, 6 mars 2020"]


def test_pages_that_are_all_alike_are_kept() -> None:
    page = [run(f"Ligne {word}", 50, 700 - 12 * row) for row, word in enumerate("abcdefghij")]
    assert without_running_heads([page] * 4, 842) == [page] * 4


@pytest.mark.parametrize(
    ("line", "is_foot"),
    [("12", True), ("Page 3", True), ("3/12", True), ("Le port brûle en 1998", False), ("— 4 —", True)],
)
def test_a_line_in_the_margin_is_a_foot_if_it_is_the_number_of_the_page(line: str, is_foot: bool) -> None:  # noqa: FBT001 - a case
    page = [run("Le port rouvre", 50, 700), run(line, 50, 40)]
    assert len(without_running_heads([page], 842)[0]) == 2 - is_foot


def test_what_a_browser_prints_gives_the_address_unless_it_was_cut() -> None:
    page = [
        run("05/04/2024 10:12", 50, 825),
        run("Le port rouvre", 50, 700),
        run("https://exemple.fr/port 1/1", 50, 15),
    ]
    address, [lines] = without_print_margins([page], 842)
    assert (address, texts(lines)) == ("https://exemple.fr/port", ["Le port rouvre"])
    cut = [*page[:2], run("https://exemple.fr/por… 1/1", 50, 15)]
    address, [lines] = without_print_margins([cut], 842)
    assert (address, texts(lines)) == ("", ["Le port rouvre"])
    inside = [run("https://exemple.fr/port", 50, 400)]
    assert without_print_margins([inside], 842) == ("", [inside])
