"""Boxes of mails: where one ends and the next begins."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Rejected, read

OPENING = "From a@exemple.fr Thu Sep 12 08:00:00 2024"


def mail(number: int, text: str) -> str:
    return f"From: a@exemple.fr\nSubject: Numéro {number}\nMessage-ID: <{number}@exemple.fr>\n\n{text}\n\n"


def pieces(folder: Path, text: str) -> list[Article | Rejected]:
    path = folder / "a.bin"
    path.write_bytes(text.encode())
    return [*read(path, name="a.bin", columns={})]


def test_a_line_that_begins_with_from_opens_no_mail_inside_a_text(tmp_path: Path) -> None:
    text = "Le port rouvre.\n\nFrom Paris to Sète.\nFrom a@exemple.fr Thu Sep 12 08:00:00 2024\n\n>From midi à minuit."
    [article] = pieces(tmp_path, f"{OPENING}\n{mail(1, text)}")
    assert isinstance(article, Article)
    assert article.body.endswith("From midi à minuit.")


def test_lines_end_as_they_like(tmp_path: Path) -> None:
    box = "".join(f"{OPENING}\n{mail(number, 'Le port rouvre.')}" for number in (1, 2))
    assert len(pieces(tmp_path, box.replace("\n", "\r\n"))) == 2


def test_a_mail_without_text_is_one_line_of_the_report(tmp_path: Path) -> None:
    empty, full = pieces(tmp_path, f"{OPENING}\n{mail(1, '')}{OPENING}\n{mail(2, 'Le port rouvre.')}")
    assert isinstance(empty, Rejected)
    assert (empty.reason.code, str(empty.where)) == ("reading.no_text", "reading.line (line=1)")
    assert isinstance(full, Article)


@given(st.lists(st.text("abé\n >F", max_size=40), min_size=1, max_size=6))
def test_as_many_mails_come_out_as_were_put_in(texts: list[str]) -> None:
    box = "".join(f"{OPENING}\n{mail(number, f'Texte. {text}')}" for number, text in enumerate(texts))
    with tempfile.TemporaryDirectory() as folder:
        found = pieces(Path(folder), box)
    assert [piece.title for piece in found if isinstance(piece, Article)] == [
        f"Numéro {number}" for number in range(len(texts))
    ]
