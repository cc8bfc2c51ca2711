"""Articles in CSV, as databases and spreadsheets export it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.dates.print_date import PrintDate
from corpus.message import message


def pieces(
    folder: Path, text: str, columns: Mapping[str, str] | None = None, *, encoding: str = "utf-8"
) -> list[Article | Rejected]:
    (folder / "a.csv").write_bytes(text.encode(encoding))
    return list(read(folder / "a.csv", name="a.csv", columns=columns or {}))


def article(
    folder: Path, text: str, columns: Mapping[str, str] | None = None, *, encoding: str = "utf-8"
) -> Article:
    (found,) = pieces(folder, text, columns, encoding=encoding)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_that_of_the_header(tmp_path: Path, delimiter: str, end: str) -> None:
    rows = [("Titre", "Date", "Texte"), ("Le port", "25/11/2025", '"Le port, enfin ; rouvre | lundi."')]
    found = article(tmp_path, end.join(delimiter.join(row) for row in rows))
    assert (found.title, found.date, found.body) == (
        "Le port",
        PrintDate(2025, 11, 25),
        "Le port, enfin ; rouvre | lundi.",
    )


def test_delimiters_inside_quoted_names_do_not_count(tmp_path: Path) -> None:
    assert article(tmp_path, '"a,b,c,d";texte\n1;Le port rouvre.').body == "Le port rouvre."


def test_a_quoted_text_may_hold_lines_and_quotes(tmp_path: Path) -> None:
    row = '"Le port","Le maire : ""Enfin !""\n\nLe port rouvre."\r\n'
    found = article(tmp_path, f"titre,texte\r\n{row}")
    assert found.body == 'Le maire : "Enfin !"\nLe port rouvre.'
    assert found.raw == row


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_the_encodings_of_spreadsheets_are_read(tmp_path: Path, encoding: str) -> None:
    found = article(tmp_path, "Résumé;Texte\nAprès l’été;Le port de Sète a été rouvert.", encoding=encoding)
    assert (found.heading, found.body) == ("Après l’été", "Le port de Sète a été rouvert.")


def test_the_line_by_which_excel_says_its_delimiter_is_obeyed(tmp_path: Path) -> None:
    found = pieces(tmp_path, "sep=;\ntitre;texte\na,b,c;Le port rouvre.\n;\n")
    assert isinstance(found[0], Article)
    assert (found[0].title, found[1]) == (
        "a,b,c",
        Rejected("a.csv", message("reading.no_text"), message("reading.line", line=4)),
    )


def test_a_text_of_a_megabyte_is_read(tmp_path: Path) -> None:
    assert len(article(tmp_path, f"titre,texte\nPort,{'port ' * 200_000}").body) == 999_999


def test_a_header_without_text_is_rejected_once_with_its_columns_and_the_remedy(tmp_path: Path) -> None:
    assert pieces(tmp_path, "Titre,Prose\nPort,Le port rouvre.\nPhare,Il ferme.") == [
        Rejected("a.csv", message("reading.no_text_column", columns="Titre, Prose"))
    ]


def test_a_mapping_names_the_columns(tmp_path: Path) -> None:
    found = article(
        tmp_path, "A,B,C\nPort,Le port rouvre.,3 mars 2025", {"title": "A", "text": "B", "date": "C"}
    )
    assert (found.title, found.body, found.date) == ("Port", "Le port rouvre.", PrintDate(2025, 3, 3))


def test_a_mapped_column_that_the_file_lacks_leaves_the_usual_ones(tmp_path: Path) -> None:
    assert article(tmp_path, "titre,texte\nPort,Le port rouvre.", {"text": "Prose"}).body == "Le port rouvre."


def test_rows_that_are_no_article_are_rejected_by_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = pieces(
        tmp_path,
        'titre,texte\nUn,"Le port\nrouvre."\nDeux,\n\nTrois,Le port, enfin\nQuatre,Le phare ferme.,\n',
    )
    assert [
        piece.title if isinstance(piece, Article) else (piece.where, str(piece.reason)) for piece in found
    ] == [
        "Un",
        (message("reading.line", line=4), "reading.no_text"),
        (message("reading.line", line=6), "reading.too_many_cells (cells=3, columns=2)"),
        "Quatre",
    ]


def test_a_quote_that_never_closes_is_said_and_does_not_swallow_the_rest_in_silence(tmp_path: Path) -> None:
    found = pieces(tmp_path, 'titre,texte\nUn,Le port rouvre.\nDeux,"Le phare\nTrois,ferme.\n')
    assert isinstance(found[0], Article)
    assert found[1] == Rejected(
        "a.csv", message("reading.open_quote", count=1), message("reading.line", line=3)
    )
    assert [piece.title for piece in found[2:] if isinstance(piece, Article)] == ["Trois"]


HEADERLESS = "1;2021-03-03;Le port;Le vieux port rouvre.\n2;2021-03-04;Le phare;Le phare ferme.\n"


def test_a_table_without_a_header_is_refused_with_its_first_row_and_what_to_type(tmp_path: Path) -> None:
    assert pieces(tmp_path, HEADERLESS) == [
        Rejected(
            "a.csv",
            message(
                "reading.no_header", cells="1: 1, 2: 2021-03-03, 3: Le port, 4: Le vieux port rouvre.", text=4
            ),
        )
    ]


def test_the_columns_of_a_table_without_a_header_have_numbers(tmp_path: Path) -> None:
    found = pieces(tmp_path, HEADERLESS, {"text": "4", "title": "3", "date": "2"})
    assert [(piece.title, piece.date, piece.body) for piece in found if isinstance(piece, Article)] == [
        ("Le port", PrintDate(2021, 3, 3), "Le vieux port rouvre."),
        ("Le phare", PrintDate(2021, 3, 4), "Le phare ferme."),
    ]


def test_of_columns_with_one_name_the_first_that_says_something_counts(tmp_path: Path) -> None:
    found = pieces(tmp_path, "titre;texte;titre\n;Le port rouvre.;Port\nQuai;Le quai ferme.;Cale\n")
    assert [piece.title for piece in found if isinstance(piece, Article)] == ["Port", "Quai"]


def test_rows_with_few_cells_and_a_line_of_totals_do_no_harm(tmp_path: Path) -> None:
    found = pieces(tmp_path, "texte;titre;date\nLe port rouvre.\nLe quai ferme.;Quai\n;Total;2\n")
    assert [piece.body if isinstance(piece, Article) else piece.reason.code for piece in found] == [
        "Le port rouvre.",
        "Le quai ferme.",
        "reading.no_text",
    ]


@pytest.mark.parametrize("text", ["sep=;\n", '"titre\n', ";\n", '""\n'])
def test_a_table_that_is_next_to_nothing_is_rejected(tmp_path: Path, text: str) -> None:
    (found,) = pieces(tmp_path, text)
    assert isinstance(found, Rejected)


def test_a_hundred_thousand_columns_are_read(tmp_path: Path) -> None:
    names = ",".join(f"c{number}" for number in range(100_000))
    found = article(tmp_path, f"{names},titre,texte\n{'x,' * 100_000}Port,Le port rouvre.\n")
    assert (found.title, found.body) == ("Port", "Le port rouvre.")


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["44258", "44259.75"], ["2021-03-03", "2021-03-04"]),
        (["3/4/2021", "3/17/2021"], ["2021-03-04", "2021-03-17"]),
        (["210303", "210331"], ["2021-03-03", "2021-03-31"]),
        (["3 mars 21", "03.03.21", "1614793500.0", "03-mars-2021"], ["2021-03-03"] * 4),
        (["2021-03", "mars 2021", "2021"], ["2021-03", "2021-03", "2021"]),
    ],
)
def test_the_rows_of_a_file_are_dated_by_what_its_column_shows(
    tmp_path: Path, dates: list[str], days: list[str]
) -> None:
    found = pieces(tmp_path, "date;texte\n" + "".join(f"{date};Le port rouvre.\n" for date in dates))
    assert [str(piece.date) for piece in found if isinstance(piece, Article)] == days
