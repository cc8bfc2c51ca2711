"""What could not be read, in few lines."""

import pytest

from corpus import Rejected
from corpus.message import message
from search.messages import Language, speaking
from search.overview import Unread
from search.render import plain, rendered
from search.render.unread import grouped_lines
from tests.search.render.answers import ATTACK
from tests.search.render.golden import same


def wide(number: int) -> Rejected:
    reason = message("reading.too_many_cells", cells=number, columns=2)
    return Rejected("presse/large.csv", reason, message("reading.line", line=number))


def picture(number: int) -> Rejected:
    return Rejected(f"presse/p{number:03}.png", message("foreign.picture"))


def missing(name: str, extra: str) -> Rejected:
    return Rejected(f"presse/{name}", message("reading.extra_missing", extra=extra))


MIXED = [
    Rejected("presse/vide.txt", message("reading.empty")),
    *map(picture, range(312)),
    *map(wide, range(3, 40)),
    missing("a.pdf", "pdf"),
    missing("b.pdf", "pdf"),
    missing("c.warc", "web-archive"),
    *(Rejected("presse/blancs.csv", message("reading.only_blanks"), message("reading.line", line=n)) for n in range(5)),
]  # fmt: skip


def shown(pieces: list[Rejected], columns: int = 200) -> list[str]:
    return plain.text(grouped_lines(pieces, columns)).splitlines()


@pytest.mark.parametrize(("name", "columns"), [("unread-80", 80), ("unread-40", 40)])
def test_a_folder_of_many_kinds_is_few_lines(name: str, columns: int) -> None:
    same(f"{name}.txt", plain.text(grouped_lines(MIXED, columns)))


def test_it_is_said_in_french() -> None:
    with speaking(Language.FRENCH):
        same("fr-unread-80.txt", plain.text(grouped_lines(MIXED, 80)))


def test_files_of_one_reason_are_one_line_with_their_number_and_two_examples() -> None:
    reason = "a picture, not text: run it through character recognition first"
    assert shown([picture(number) for number in range(30)]) == [
        f"  30 × {reason} · presse/p000.png, presse/p001.png"
    ]
    assert shown([picture(0), picture(1)]) == [
        f"  presse/p000.png: {reason}",
        f"  presse/p001.png: {reason}",
    ]


def test_records_of_one_file_name_it_once_with_the_first_line() -> None:
    same_reason = [Rejected("a.csv", message("reading.no_text"), message("reading.line", line=line)) for line in range(7, 17)]  # fmt: skip
    assert shown(same_reason) == ["  10 × no text · a.csv, line 7 and so on"]


def test_reasons_that_differ_in_their_numbers_alone_are_one_line() -> None:
    assert shown([wide(number) for number in range(3, 43)]) == [
        "  40 × such as presse/large.csv, line 3: 3 cells, the header has 2: a text needs quotes"
    ]


def test_what_is_missing_is_one_line_with_the_command_to_type() -> None:
    last = shown(MIXED)[-1]
    assert last == (
        "  3 files need more; type: python -m pip install 'manchette[pdf,web-archive]' · presse/a.pdf, presse/b.pdf"
    )


def test_no_piece_is_left_out_silently() -> None:
    many = [Rejected(f"{number}.txt", message("reading.system", cause=str(number))) for number in range(3)]
    other = [Rejected(f"d/{code}.txt", message(code)) for code in KINDS]
    lines = shown([*many, *other])
    assert len(lines) == 13
    assert lines[-1] == f"  and {len(many) + len(other) - 12} more: type manchette status --rejected"


KINDS = (
    "reading.empty", "reading.only_blanks", "reading.no_text", "foreign.picture", "foreign.spreadsheet", "foreign.presentation",
    "foreign.old_office", "foreign.arrow", "foreign.database", "foreign.pickle", "foreign.packed", "reading.no_row",
    "reading.encrypted", "reading.no_record",
)  # fmt: skip


def test_all_of_it_has_a_line_each() -> None:
    lines = plain.text(rendered(Unread(tuple(MIXED), (wide(3),)), "text", 80)).splitlines()  # type: ignore[arg-type] # lines
    assert len(lines) == len(MIXED) + 1
    assert lines[0] == "  presse/vide.txt: empty"


def test_names_that_attack_are_inert() -> None:
    text = plain.text(grouped_lines([Rejected(ATTACK, message("reading.empty"))] * 5, 80))
    assert "\x1b" not in text
    assert "\u202e" not in text
