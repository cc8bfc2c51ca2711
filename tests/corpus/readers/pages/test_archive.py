"""Archives of the web: which records are pages, and what damage costs."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from corpus import Article, Rejected, read

pytest.importorskip("warcio")

PAGE = (
    "<!doctype html><html><head><title>{title}</title><meta property='og:type' content='article'></head><body><article>"
    "<h1>{title}</h1>"
    "<p>Les chalutiers sont revenus au quai de la Marine, où la criée a vendu douze tonnes de poisson.</p>"
    "<p>Le maire de la commune a coupé le ruban devant deux cents personnes venues de tout le canton.</p>"
    "<p>Il reste à rouvrir la passerelle, dont les travaux prendront encore trois mois au moins.</p></article></body></html>"
)


def record(
    kind: str, address: str, block: bytes, content: str = "application/http; msgtype=response"
) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def page(title: str) -> bytes:
    return PAGE.format(title=title).encode()


def response(
    address: str, title: str, *, status: str = "200 OK", kind: str = "text/html", above: str = ""
) -> bytes:
    return record(
        "response",
        address,
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{above}\r\n".encode() + page(title),
    )


A, B = "https://exemple.fr/2024/port", "https://exemple.fr/2024/bac"


def pieces(folder: Path, data: bytes, name: str = "a.bin") -> list[Article | Rejected]:
    path = folder / name
    path.write_bytes(data)
    return [*read(path, name=name, columns={})]


def titles(found: list[Article | Rejected]) -> list[str]:
    return [piece.title for piece in found if isinstance(piece, Article)]


@pytest.mark.parametrize(
    "other",
    [
        response(B, "Absente", status="404 Not Found"),
        response(B, "Ailleurs", status="301 Moved"),
        response(B, "Une image", kind="image/png"),
        record("request", B, b"GET / HTTP/1.1\r\n\r\n"),
        record("revisit", B, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        record("metadata", B, b"via: x", "application/warc-fields"),
    ],
)
def test_other_records_are_no_pages(tmp_path: Path, other: bytes) -> None:
    assert titles(pieces(tmp_path, other + response(A, "Le port rouvre") + other)) == ["Le port rouvre"]


def test_the_address_of_the_capture_is_that_of_the_page(tmp_path: Path) -> None:
    [article] = pieces(tmp_path, response(A, "Le port rouvre"))
    assert isinstance(article, Article)
    assert article.url == A


def test_a_page_that_was_captured_twice_is_read_once_and_a_changed_one_again(tmp_path: Path) -> None:
    data = (
        response(A, "Le port rouvre") * 2 + response(A, "Le port a rouvert") + response(B, "Le port rouvre")
    )
    assert titles(pieces(tmp_path, data)) == ["Le port rouvre", "Le port a rouvert", "Le port rouvre"]


def test_a_page_captured_at_two_addresses_is_read_once_where_it_says_which_is_its_own(tmp_path: Path) -> None:
    own = f"<link href='{A}' rel=canonical><script>jeton({{}})</script></head>"
    first, again = (
        record(
            "response",
            address,
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
            + page("Le port rouvre").replace(b"</head>", own.format(number).encode()),
        )
        for number, address in enumerate((A, f"{A}?xtor=RSS-1"))
    )
    changed = first.replace(b"douze tonnes", b"trois tonnes")
    assert titles(pieces(tmp_path, first + again)) == ["Le port rouvre"]
    assert titles(pieces(tmp_path, changed + again)) == ["Le port rouvre"] * 2


def test_resources_are_pages_and_conversions_texts(tmp_path: Path) -> None:
    data = record("resource", A, page("Le port rouvre"), "text/html") + record(
        "conversion",
        B,
        b"Le bac reprend\n\nLe bac de Valbourg reprend ses passages jeudi.",
        "text/plain",
    )
    assert titles(pieces(tmp_path, data)) == ["Le port rouvre", "Le bac reprend"]


@pytest.mark.parametrize("kept", [30, 260, 600])
def test_an_archive_that_ends_early_keeps_what_came_and_says_where(tmp_path: Path, kept: int) -> None:
    whole = response(A, "Le port rouvre")
    article, *_, report = pieces(tmp_path, whole + response(B, "Le bac reprend")[:kept])
    assert isinstance(article, Article)
    assert isinstance(report, Rejected)
    assert (report.reason.code, str(report.where)) == ("reading.nothing_after", "reading.record (number=2)")


def test_lines_that_are_no_record_end_the_reading_in_words(tmp_path: Path) -> None:
    article, report = pieces(tmp_path, response(A, "Le port rouvre") + b"<html>\r\nrien\r\n\r\n")
    assert isinstance(article, Article)
    assert isinstance(report, Rejected)
    assert report.reason.code == "reading.nothing_after"


@pytest.mark.parametrize("each", [True, False])
def test_gzip_packs_each_record_or_the_whole_file(tmp_path: Path, *, each: bool) -> None:
    records = [response(A, "Le port rouvre"), response(B, "Le bac reprend")]
    packed = b"".join(map(gzip.compress, records)) if each else gzip.compress(b"".join(records))
    assert titles(pieces(tmp_path, packed, "a.warc.gz")) == ["Le port rouvre", "Le bac reprend"]


def test_a_wacz_has_archives_in_it(tmp_path: Path) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as wacz:
        wacz.writestr("datapackage.json", "{}")
        wacz.writestr("archive/un.warc.gz", gzip.compress(response(A, "Le port rouvre")))
        wacz.writestr("archive/deux.warc", response(B, "Le bac reprend") + response(A, "Le port rouvre"))
    assert titles(pieces(tmp_path, memory.getvalue())) == ["Le port rouvre", "Le bac reprend"]


def test_an_arc_is_read_as_a_warc_is(tmp_path: Path) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Le port rouvre")
    names = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    above = b"filedesc://a.arc 0.0.0.0 20020912100000 text/plain %d\n%s\n" % (len(names), names)
    [article] = pieces(
        tmp_path, above + f"{A} 1.2.3.4 20020912100000 text/html {len(block)}\n".encode() + block + b"\n"
    )
    assert isinstance(article, Article)
    assert (article.title, article.url) == ("Le port rouvre", A)


def test_an_address_in_brackets_is_one(tmp_path: Path) -> None:
    [article] = pieces(tmp_path, response(f"<{A}>", "Le port rouvre"))
    assert isinstance(article, Article)
    assert article.url == A
