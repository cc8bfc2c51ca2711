"""The rows of tables that people damaged, cut, or wrote a title above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.message import Message
from corpus.readers.tables.rows import Lines, rows

WIDTH = 4
COLUMNS = ("id", "titre", "date", "texte")


def cut(text: str, delimiter: str = ";") -> list[tuple[int, list[str] | str]]:
    """Return the rows below the header, each with its line, and for a row that cannot be read the reason."""
    first, *below = text.splitlines(keepends=True)
    width = len(first.split(delimiter))
    return [
        (number, row.code if isinstance(row, Message) else row)
        for number, _, row in rows(
            Lines(below, 1), delimiter, max_cell=1 << 20, width=width, first=[first, *below]
        )
    ]


def table(
    count: int, *, is_quoted: bool, is_long: bool, delimiter: str, columns: tuple[str, ...]
) -> list[str]:
    """Return the rows of a table, whose texts have a delimiter in them, and a line break if they are long."""
    made = []
    for number in range(count):
        text = f"Le pont, enfin{delimiter} rouvre." + ("\nLa suite, demain." if is_long else "")
        cells = {"id": f"a{number}", "titre": f"Titre {number}", "date": "2021-03-03", "texte": text}
        quoted = {name: f'"{cell}"' for name, cell in cells.items() if is_quoted or name == "texte"}
        made.append(delimiter.join({**cells, **quoted}[name] for name in columns) + "\n")
    return made


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize("is_quoted", [False, True])
@pytest.mark.parametrize("columns", [COLUMNS, COLUMNS[::-1], ("titre", "texte")])
def test_an_unclosed_quote_costs_two_rows_at_most_and_makes_none_up(
    columns: tuple[str, ...], delimiter: str, *, is_quoted: bool, is_long: bool
) -> None:
    whole = table(600, is_quoted=is_quoted, is_long=is_long, delimiter=delimiter, columns=columns)
    good = [row for _, row in cut("".join([delimiter.join(columns) + "\n", *whole]), delimiter)]
    assert len(good) == 600
    damaged = whole[5].replace('"Titre 5"', "Titre 5").replace("Titre 5", '"Titre 5')
    found = cut("".join([delimiter.join(columns) + "\n", *whole[:5], damaged, *whole[6:]]), delimiter)
    read = [row for _, row in found if isinstance(row, list) and len(row) == len(columns)]
    assert all(row in good for row in read)
    assert len(read) >= 598
    faults = [number for number, row in found if row not in read]
    assert faults[0] == 2 + 5 * (1 + is_long)
    assert faults[-1] <= faults[0] + 3


def test_rows_that_are_shorter_than_the_header_are_read_behind_an_unclosed_quote() -> None:
    below = "".join(f"{number};Titre {number};Le port rouvre.\n" for number in range(5))
    found = cut(f'id;titre;texte;date;lien\n1;Un;Texte\n2;"Deux;Texte\n{below}')
    assert [number for number, row in found if isinstance(row, str)] == [3]
    assert len(found) == 7


def test_a_quote_that_stands_in_a_text_is_no_fault() -> None:
    found = cut(
        'titre;texte;date\nUn 5" pouces;"Un ""vrai"" port\nrouvre";2021\nLe "12";Un "vrai" port;2021\n'
    )
    assert [row for _, row in found] == [
        ['Un 5" pouces', 'Un "vrai" port\nrouvre', "2021"],
        ['Le "12"', 'Un "vrai" port', "2021"],
    ]


def test_lines_of_a_quoted_text_that_have_delimiters_stay_in_it() -> None:
    text = "a;b;c\nd;e;f\ng;h;i\nj;k;l et fin, d’un poème."
    assert [row for _, row in cut(f'titre;texte;date;lien\nUn;"{text}";2021;x\n')] == [
        ["Un", text, "2021", "x"]
    ]


def test_a_backslash_before_a_quote_is_obeyed_where_no_quote_is_doubled() -> None:
    assert [row for _, row in cut('id;texte;date\n1;"Il dit \\"oui; non\\" ; puis \\n part";2\n')] == [
        ["1", 'Il dit "oui; non" ; puis \\n part', "2"]
    ]


def test_blanks_before_quotes_are_passed_over_where_the_header_has_them() -> None:
    assert [row for _, row in cut('"id", "titre", "texte"\n1, "Oui, non", x\n', ",")] == [
        ["1", "Oui, non", "x"]
    ]


@given(st.text(alphabet='ab;"\n\r\\', max_size=200))
def test_whatever_the_quotes_every_line_is_in_one_row(text: str) -> None:
    lines = text.splitlines(keepends=True)
    raws = [raw for _, raw, _ in rows(Lines(lines), ";", max_cell=1 << 20, width=3, first=lines)]
    kept = "".join(raws)
    assert [char for char in text if char not in "\r\n"] == [char for char in kept if char not in "\r\n"]
