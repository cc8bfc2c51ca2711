"""How a page is decoded: what it declares counts where its bytes do not say better."""

import pytest

from corpus.encoding import LOST_BYTES
from corpus.errors import Unreadable
from corpus.readers.pages.charset import decoded_page

TEXT = "<p>L’été à Sète, 3 € l’entrée</p>"


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO-8859-1", "windows-1252", "latin1", "cp1252"])
def test_a_declared_code_page_is_that_of_windows(label: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">{TEXT}'
    assert decoded_page(page.encode("cp1252")) == page


def test_a_page_in_utf_8_is_read_so_whatever_it_declares() -> None:
    page = f'<meta charset="iso-8859-1">{TEXT}'
    assert decoded_page(page.encode()) == page


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_mark_of_a_file_says_its_encoding(encoding: str) -> None:
    assert decoded_page(TEXT.encode(encoding)) == TEXT


def test_a_page_that_declares_nothing_is_surveyed() -> None:
    assert decoded_page(TEXT.encode("mac_roman")) == TEXT


def test_a_code_page_with_another_alphabet_is_read_as_declared() -> None:
    page = '<meta charset="windows-1251"><p>Порт Севастополь</p>'
    assert decoded_page(page.encode("cp1251")) == page


def test_a_label_that_python_does_not_know_is_none() -> None:
    assert decoded_page(f'<meta charset="windows-9">{TEXT}'.encode("cp1252")).endswith(TEXT)


def test_an_odd_byte_in_utf_8_is_lost_alone() -> None:
    found = decoded_page(b'<meta charset="utf-8"><p>' + "L’été, ".encode() * 9 + b"\xf0\x9f</p>")
    assert found.count("été") == 9
    assert len(LOST_BYTES.findall(found)) == 1


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Unreadable, match=r"reading\.binary"):
        decoded_page(b"%PDF-1.7 <html>")
