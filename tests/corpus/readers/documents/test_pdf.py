"""PDF: pages, bookmarks, headlines, and what cannot be read."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.message import message
from corpus.readers.documents import pdf as reading
from tests.support.pdf import Text, pdf

TEXT = "Le vieux port de Valbourg a rouvert mardi, après deux ans de travaux."


def pieces(folder: Path, content: bytes) -> list[Article | Rejected]:
    (folder / "a.pdf").write_bytes(content)
    return [*read(folder / "a.pdf", name="a.pdf", columns={})]


def page(title: str, text: str = TEXT) -> list[Text]:
    return [Text(50, 740, 20, title), Text(50, 700, 10, text)]


def test_the_headline_is_what_is_printed_largest_not_the_name_of_the_paper(tmp_path: Path) -> None:
    content = pdf(
        [
            [
                Text(50, 790, 36, "Le Fanal"),
                Text(50, 770, 10, "6 mars 2020"),
                *page("Le port rouvre enfin ses quais"),
            ]
        ]
    )
    (found,) = pieces(tmp_path, content)
    assert isinstance(found, Article)
    assert (found.title, found.source, str(found.date), found.body) == (
        "Le port rouvre enfin ses quais", "Le Fanal", "2020-03-06", TEXT,
    )  # fmt: skip


def test_a_line_that_the_file_has_as_title_is_the_headline(tmp_path: Path) -> None:
    (found,) = pieces(
        tmp_path, pdf([[Text(50, 740, 10, "Enfin !"), Text(50, 700, 10, TEXT)]], title="Enfin !")
    )
    assert isinstance(found, Article)
    assert found.title == "Enfin !"


def test_a_word_cut_at_the_end_of_a_line_is_whole_and_a_compound_keeps_its_hyphen(tmp_path: Path) -> None:
    cut = (
        "Le conseil de Valbourg a exami-",
        "né le budget du port, et l’a vo-",
        "té hier. « Peut-",
        "être », dit le maire.",
    )
    (found,) = pieces(tmp_path, pdf([[Text(50, 700 - 12 * row, 10, line) for row, line in enumerate(cut)]]))
    assert isinstance(found, Article)
    assert (
        found.body
        == "Le conseil de Valbourg a examiné le budget du port, et l’a voté hier. « Peut-être », dit le maire."
    )


def test_a_page_of_the_web_that_was_printed_has_its_address_and_not_the_day_of_printing(
    tmp_path: Path,
) -> None:
    printed = [Text(25, 822, 8, "05/04/2024 10:12"), Text(200, 822, 8, "Le port rouvre - Le Fanal")]
    foot = Text(25, 14, 8, "https://exemple.fr/port-rouvre 1/1")
    (found,) = pieces(tmp_path, pdf([[*printed, *page("Le port de Valbourg rouvre"), foot]]))
    assert isinstance(found, Article)
    assert (found.title, found.url, found.date, found.body) == (
        "Le port de Valbourg rouvre", "https://exemple.fr/port-rouvre", None, TEXT,
    )  # fmt: skip


def test_a_press_review_is_cut_at_its_bookmarks(tmp_path: Path) -> None:
    pages = [
        page("Revue de presse"),
        page("Le port rouvre", f"{TEXT} Un."),
        [Text(50, 700, 10, "La suite de un.")],
        page("Le quai ferme", f"{TEXT} Deux."),
    ]
    marks = [("Le port rouvre", 1, 800.0), ("Le quai ferme", 3, 800.0)]
    above, first, second = pieces(tmp_path, pdf(pages, bookmarks=marks))
    assert isinstance(above, Rejected)
    assert above.reason == message("reading.pages_above", count=1)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.page, second.title, second.page) == (
        "Le port rouvre",
        "2",
        "Le quai ferme",
        "4",
    )
    assert "La suite de un." in first.body
    assert "Deux." in second.body


@pytest.mark.parametrize(
    "marks",
    [
        [("Introduction", 0, 800.0), ("Un", 0, 300.0), ("Deux", 1, 200.0)],
        [("Tout", 0, 800.0)],
        [("Un", 0, 400.0), ("Deux", 1, 300.0)],
    ],
)
def test_the_headings_of_a_document_do_not_cut_it(
    tmp_path: Path, marks: list[tuple[str, int, float]]
) -> None:
    (found,) = pieces(
        tmp_path, pdf([page("Le port rouvre"), page("Le quai ferme", "Autre texte.")], bookmarks=marks)
    )
    assert isinstance(found, Article)
    assert "Autre texte." in found.body


def test_a_bookmark_without_text_costs_its_own_article(tmp_path: Path) -> None:
    marks = [("Un", 0, 800.0), ("Deux", 1, 800.0)]
    empty, found = pieces(tmp_path, pdf([[], page("Le quai ferme")], bookmarks=marks))
    assert empty == Rejected("a.pdf", message("reading.empty"), message("reading.page", page=1))
    assert isinstance(found, Article)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (pdf([[]]), "reading.scan"),
        (pdf([page("Le port")], encrypted=True), "reading.encrypted"),
        (b"%PDF-1.7\n%\xe2\xe3", "reading.damaged"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, content: bytes, code: str) -> None:
    (found,) = pieces(tmp_path, content)
    assert isinstance(found, Rejected)
    assert found.reason.code == code


def test_the_pages_behind_the_last_that_is_read_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_PAGES", 1)
    said, found = pieces(tmp_path, pdf([page("Le port rouvre"), page("Deux")]))
    assert said == Rejected("a.pdf", message("reading.too_many_pages", limit=1))
    assert isinstance(found, Article)


def test_the_head_of_a_page_says_what_its_text_does_not(tmp_path: Path) -> None:
    head = [
        Text(40, 808, 10, "Le Progrès"),
        Text(220, 808, 10, "RÉGION"),
        Text(400, 808, 10, "Mercredi 3 mars 2021 | 7"),
    ]
    (found,) = pieces(tmp_path, pdf([[*head, *page("Le port de Valbourg rouvre enfin")]]))
    assert isinstance(found, Article)
    assert (found.source, found.section, str(found.date), found.page) == (
        "Le Progrès",
        "RÉGION",
        "2021-03-03",
        "7",
    )
    assert found.body == TEXT
    assert found.raw.startswith("Le Progrès | RÉGION | Mercredi 3 mars 2021 | 7\n")


def test_the_contents_of_a_press_review_are_no_article_and_its_pages_are_the_printed_ones(
    tmp_path: Path,
) -> None:
    pages = [
        page("Panorama"),
        [Text(50, 770, 10, "Le Fanal"), Text(50, 755, 10, "3 mars 2021 - p. 12"), *page("Le port rouvre")],
        page("Le quai ferme"),
    ]
    marks = [("Sommaire", 0, 800.0), ("Le port rouvre", 1, 800.0), ("Le quai ferme", 2, 800.0)]
    first, second, passed = pieces(tmp_path, pdf(pages, bookmarks=marks))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.page, second.title, second.page) == (
        "Le port rouvre",
        "12",
        "Le quai ferme",
        "3",
    )
    assert passed == Rejected("a.pdf", message("reading.covers", count=1))
