"""Mails: headers, parts, and what is no mail."""

from pathlib import Path

import pytest

from corpus import Article, Rejected, read
from corpus.formats import opened
from corpus.readers.mail import mime
from corpus.source import Source

ABOVE = b"From: Le Fanal <a@fanal.exemple.fr>\nDate: Wed, 11 Sep 2024 07:00:00 +0200\nMessage-ID: <1@fanal.exemple.fr>\nMIME-Version: 1.0\n"


def pieces(folder: Path, data: bytes) -> list[Article | Rejected]:
    path = folder / "a.bin"
    path.write_bytes(data)
    return [*read(path, name="a.bin", columns={})]


def article(folder: Path, headers: bytes, body: bytes = b"Le port rouvre.\n") -> Article:
    [found] = pieces(folder, ABOVE + headers + b"\n" + body)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"Le port", "Le port"),
        (b"=?utf-8?Q?L=E2=80=99=C3=A9t=C3=A9_=C3=A0?=\n =?iso-8859-1?q?_S=E8te?=", "L’été à Sète"),
        (b"=?UTF-8?B?TMOpYQ?= part", "Léa part"),
        ("L’été à Sète".encode(), "L’été à Sète"),
        ("L'été à Sète".encode("cp1252"), "L'été à Sète"),
        (b"Fwd: TR: Re: Le port", "Le port"),
        ("RE : Réf\u00a0: Le port".encode(), "Le port"),
        ("Théâtre : le Fanal rouvre".encode(), "Théâtre : le Fanal rouvre"),
        (b"Guerre : le point", "Guerre : le point"),
        (b"Le port, tr: la suite", "Le port, tr: la suite"),
        (b"=?inconnu?Q?a?= Le port", "=?inconnu?Q?a?= Le port"),
        (b"=?utf-8?B?!!!?= Le port", "Le port"),
    ],
)
def test_the_subject_is_the_headline(tmp_path: Path, subject: bytes, title: str) -> None:
    assert article(tmp_path, b"Subject: " + subject + b"\n").title == title


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        (b'"Le Fanal, la lettre" <a@exemple.fr>', "Le Fanal, la lettre"),
        (b"a@www.exemple.fr", "exemple.fr"),
        (b"=?utf-8?Q?L=E2=80=99=C3=89cho?= <a@exemple.fr>", "L’Écho"),
    ],
)
def test_the_sender_is_the_source(tmp_path: Path, sender: bytes, source: str) -> None:
    [found] = pieces(tmp_path, b"From: " + sender + b"\nSubject: x\nMessage-ID: <1@a>\n\nLe port rouvre.\n")
    assert isinstance(found, Article)
    assert found.source == source


@pytest.mark.parametrize("page", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("declared", [True, False])
def test_the_text_is_read_in_its_code_page(tmp_path: Path, page: str, *, declared: bool) -> None:
    kind = f"Content-Type: text/plain; charset={page}\n" if declared else ""
    found = article(
        tmp_path, b"Subject: x\n" + kind.encode(), "L'été à Sète a été très agité.\n".encode(page)
    )
    assert found.body == "L'été à Sète a été très agité."


def test_a_wrong_code_page_is_seen(tmp_path: Path) -> None:
    found = article(
        tmp_path, b"Subject: x\nContent-Type: text/plain; charset=utf-8\n", "L'été à Sète.\n".encode("cp1252")
    )
    assert found.body == "L'été à Sète."


def test_lines_that_go_on_are_joined_where_the_mail_says_so(tmp_path: Path) -> None:
    flowed = b"Subject: x\nContent-Type: text/plain; format=flowed\n"
    text = b"Le port de Valbourg \nrouvre.\nLa foire aussi.\n"
    assert article(tmp_path, flowed, text).body == "Le port de Valbourg rouvre.\nLa foire aussi."


def test_what_a_newsletter_hides_and_its_attachments_are_left_out(tmp_path: Path) -> None:
    page = b'<style>p {}</style><div style="Display: NONE">Aper\xc3\xa7u</div><p>Le port rouvre.</p>'
    body = (
        b"--b\nContent-Type: text/html; charset=utf-8\n\n" + page
        + b"\n--b\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>Une annexe.</p>\n--b--\n"
    )  # fmt: skip
    found = article(tmp_path, b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n", body)
    assert found.body == "Le port rouvre."


@pytest.mark.parametrize(
    "text",
    [
        "Date: 3 mars 2021\nSujet: le port\n\nLe port rouvre.",
        "From: Paris\nDate: hier\n\nLe port rouvre.",
        "Titre: Le port\nFrom: a\nSubject: b\nLe port rouvre sans ligne vide.",
    ],
)
def test_a_text_with_labels_above_is_no_mail(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    assert opened(Source(path, "a.txt"), {}).format == "text"


@pytest.mark.parametrize("depth", [mime.MAX_DEPTH - 1, mime.MAX_DEPTH + 2, 900, 5000])
def test_parts_nest_within_a_limit(tmp_path: Path, depth: int) -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    [found] = pieces(
        tmp_path, ABOVE + b"Subject: x\n" + nested + b"Content-Type: text/plain\n\nLe port rouvre.\n"
    )
    assert isinstance(found, Article if depth < mime.MAX_DEPTH else Rejected)


def test_a_mail_without_text_is_refused(tmp_path: Path) -> None:
    [refused] = pieces(tmp_path, ABOVE + b"Subject: x\nContent-Type: image/gif\n\nGIF89a")
    assert isinstance(refused, Rejected)
    assert refused.reason.code == "reading.no_text"


SENT_ON = "De : {}\nEnvoyé : 10 septembre 2024 18:02\nÀ : Anne\nObjet : Le bac\n\nLe bac de Valbourg a repris jeudi ses passages.\n"


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        ("La Vigie <a@vigie.exemple.fr>", "La Vigie"),
        ("La Vigie [mailto:a@vigie.exemple.fr]", "La Vigie"),
        ("a@vigie.exemple.fr", "vigie.exemple.fr"),
        ("La Vigie, la lettre", "La Vigie, la lettre"),
    ],
)
def test_the_source_of_a_mail_that_was_sent_on_is_its_first_sender(
    tmp_path: Path, sender: str, source: str
) -> None:
    found = article(tmp_path, b"Subject: TR: Le bac\n", SENT_ON.format(sender).encode())
    assert (found.title, found.source, str(found.date)) == ("Le bac", source, "2024-09-10")
    assert found.body == "Le bac de Valbourg a repris jeudi ses passages."
    assert "Envoyé" in found.raw


def test_a_mail_that_is_attached_to_another_one_is_the_article(tmp_path: Path) -> None:
    headers = b"Subject: Fwd: presse\nContent-Type: multipart/mixed; boundary=x\n"
    note = "--x\nContent-Type: text/plain; charset=utf-8\n\nÀ lire.\n"
    inside = "--x\nContent-Type: message/rfc822\n\nFrom: La Vigie <a@vigie.exemple.fr>\nSubject: Le bac\nDate: Tue, 10 Sep 2024 18:02:00 +0200\n\n"
    found = article(tmp_path, headers, f"{note}{inside}Le bac reprend.\n--x--\n".encode())
    assert (found.title, found.source, str(found.date), found.body) == (
        "Le bac",
        "La Vigie",
        "2024-09-10",
        "Le bac reprend.",
    )
