"""A record made an article."""

import pytest

from corpus import Article, Found
from corpus.dates.print_date import PrintDate
from corpus.errors import Unreadable
from corpus.message import message
from corpus.readers.record import MAX_TEXT_CHARACTERS, Record, compose, record_id

LEAD = "Le vieux port de Sète a rouvert lundi aux pêcheurs, après un an de travaux et de colère."
DAY = PrintDate(2025, 11, 25)


def article(record: Record, file_name: str = "") -> Article:
    return compose(record, path="a", file_name=file_name)


def test_what_the_record_states_has_the_last_word() -> None:
    text = f"Le Phare\n3 mars 2020\nLe port rouvre aux pêcheurs\nPar Anne Roy\n{LEAD}"
    found = article(
        Record(raw="", text=text, date=DAY, source="Midi", authors=("Luc Petit",)), "2021-01-01.txt"
    )
    assert (found.date, found.date_found) == (DAY, Found.METADATA)
    assert (found.title, found.title_found) == ("Le port rouvre aux pêcheurs", Found.LINE)
    assert (found.source, found.authors, found.body) == ("Midi", ("Luc Petit",), LEAD)


def test_the_text_of_a_record_that_has_its_headline_loses_no_line_but_those_that_say_who_and_when() -> None:
    found = article(Record(raw="", text=f"Le Phare\n25 novembre 2025\nPar Anne Roy\n{LEAD}", title="Port"))
    assert found.body == f"Le Phare\n{LEAD}"
    assert (found.date, found.date_found, found.authors) == (DAY, Found.LINE, ("Anne Roy",))


def test_headline_and_abstract_are_not_in_the_body_again() -> None:
    found = article(Record(raw="", text=f"Port\n\nEnfin.\n\n{LEAD}", title="Port", heading="Enfin", date=DAY))
    assert (found.title, found.heading, found.body) == ("Port", "Enfin", LEAD)


def test_an_undated_article_is_visibly_undated() -> None:
    found = article(Record(raw="", text=LEAD))
    assert (found.date, found.date_found) == (None, Found.NOWHERE)


def test_a_record_without_text_is_no_article() -> None:
    with pytest.raises(Unreadable, match=r"reading.no_text"):
        compose(Record(raw="x", text=" \u200b\n"), path="a")


def test_every_text_is_repaired_and_the_raw_record_is_not() -> None:
    found = article(
        Record(
            raw="as it was",
            text=f"<p>{LEAD}</p><p>Il fÃªtait l&rsquo;\\u00e9t\\u00e9.</p>",
            title="Gr&egrave;ve &amp;agrave; l&rsquo;<em>h&ocirc;pital</em>",
            heading="<p>Lâ€™Ã©tÃ©</p>",
            date=DAY,
            source="Le&nbsp;Phare",
            url="https://exemple.fr/?a=1&amp;copy=2",
        )
    )
    assert found.body == f"{LEAD}\nIl fêtait l’été."
    assert (found.title, found.heading) == ("Grève à l’hôpital", "L’été")
    assert found.source == "Le Phare"
    assert found.url == "https://exemple.fr/?a=1&copy=2"
    assert found.raw == "as it was"


def test_the_lines_above_a_text_are_read_after_its_repair() -> None:
    found = article(Record(raw="", text=f"Le Phare\n3 f&eacute;vrier 2020\nLe port dâ€™Ãˆze rouvre\n{LEAD}"))
    assert (found.source, found.date, found.title) == (
        "Le Phare",
        PrintDate(2020, 2, 3),
        "Le port d’Èze rouvre",
    )


@pytest.mark.parametrize("own", ["AFP-0042", " 42 ", "x" * 64, "é/1"])
def test_an_id_that_can_be_typed_is_kept(own: str) -> None:
    assert record_id(own, "raw") == (own.strip(), Found.METADATA)


def test_two_records_that_differ_have_different_ids() -> None:
    ids = [record_id("", f"article {number}") for number in range(10_000)]
    assert len({article_id for article_id, _ in ids}) == 10_000
    assert {found for _, found in ids} == {Found.TEXT}


def test_an_article_says_whether_its_id_is_its_own() -> None:
    assert article(Record(raw="x", text=LEAD, id="AFP-42")).id_found is Found.METADATA
    assert article(Record(raw="x", text=LEAD, id="A F P")).id_found is Found.TEXT


def test_a_text_that_no_article_has_is_refused_as_too_long() -> None:
    book = "mot " * (MAX_TEXT_CHARACTERS // 4)
    assert article(Record(raw="", text=book)).body.startswith("mot")
    with pytest.raises(Unreadable) as refused:
        article(Record(raw="", text=book, heading="a"))
    assert refused.value.message == message("reading.too_long", limit=MAX_TEXT_CHARACTERS)


@pytest.mark.parametrize(
    ("record", "notes"),
    [
        (Record(raw="x", text="Le port rouvre lundi à Dakar."), []),
        (Record(raw="x", text="<p>Le port rouvre lundi.</p>"), ["repair.markup"]),
        (Record(raw="x", text="L’Ã©tÃ© rouvre le port lundi."), ["repair.mojibake"]),
        (Record(raw="x", text="", heading="Le port rouvre lundi à Dakar."), ["doubt.abstract_only"]),
        (Record(raw="x", text=("Le port rouvre. " * 2048)[:32_767]), ["doubt.cut_cell"]),
        (Record(raw="x", text=("Le port rouvre. " * 2048)[:32_766]), []),
    ],
)
def test_an_article_notes_what_was_repaired_and_what_is_doubtful(record: Record, notes: list[str]) -> None:
    assert [note.code for note in article(record).notes] == notes


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("p. 12", "12"), ("pp. 3-4", "3-4"), ("Page 4", "4"), ("pages 3 et 4", "3 et 4"), ("p.A4", "A4"), ("Seite 7", "7"), ("12.0", "12"),
        ("12", "12"), ("P5", "P5"), ("SPORTS 5", "SPORTS 5"), ("Une", "Une"), ("Pages", "Pages"), ("1, 18-19", "1, 18-19"),
    ],
)  # fmt: skip
def test_a_page_is_without_its_sign(written: str, page: str) -> None:
    assert article(Record(raw="", text=LEAD, page=written)).page == page


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("https://doi.org/10.3917/x.12", "10.3917/x.12"), ("http://dx.doi.org/10.3917/x.12", "10.3917/x.12"),
        ("doi:10.3917/x.12", "10.3917/x.12"), ("DOI 10.3917/x.12", "10.3917/x.12"), ("10.3917/x.12", "10.3917/x.12"),
        ("https://exemple.fr/10.3917", "https://exemple.fr/10.3917"), ("news·20240911·LM·5", "news·20240911·LM·5"),
    ],
)  # fmt: skip
def test_a_doi_is_without_the_address_that_resolves_it(written: str, reference: str) -> None:
    assert article(Record(raw="", text=LEAD, reference=written)).reference == reference
