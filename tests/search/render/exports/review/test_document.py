"""The press review as a document: to the letter, with nothing from elsewhere, in order, for every reader."""

import hashlib
import re
import tracemalloc
from base64 import b64encode
from collections.abc import Iterator
from itertools import pairwise

import pytest

from corpus import PrintDate
from corpus.records import replace
from search.language import parse
from search.messages import Language, speaking
from search.render.exports.review.clipping import FIELDS
from search.render.exports.review.document import press_review
from search.results import Result
from tests.search.render.answers import BARE, MEETING, answer
from tests.search.render.exports.review.reviews import (
    ARTICLES,
    EVERYTHING_KNOWN,
    LONG,
    document,
    page,
    results,
    review,
    well_nested,
)
from tests.search.render.golden import same

WHOLE = document(EVERYTHING_KNOWN, results(ARTICLES))


def bare(written: str) -> str:
    """Return a document without its style and its script, which have files of their own, and their digests."""
    written = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1…\2", written, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", written)


@pytest.mark.parametrize(("language", "name"), [("en", "review.html"), ("fr", "fr-review.html")])
def test_a_review_to_the_letter(language: str, name: str) -> None:
    with speaking(Language(language)):
        same(name, bare(document(EVERYTHING_KNOWN, results(ARTICLES))))


def test_every_element_ends_where_it_should() -> None:
    assert well_nested(WHOLE)


def test_no_two_elements_have_the_same_id_and_every_link_inside_leads_somewhere() -> None:
    read = page(EVERYTHING_KNOWN, results(ARTICLES))
    ids = read.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {link.removeprefix("#") for link in read.xpath("//a/@href") if link.startswith("#")}
    named = {name for names in read.xpath("//@aria-labelledby") for name in names.split()}
    assert inside | named <= set(ids)
    assert {"a1", "a2", "a3"} <= inside


def test_nothing_comes_from_elsewhere() -> None:
    read = page(EVERYTHING_KNOWN, results(ARTICLES))
    assert not read.xpath("//@src | //@srcset | //@style | //link | //iframe | //object | //img | //base")
    [style] = read.xpath("//style/text()")
    assert set(re.findall(r"url\(.*?\)", style)) == {"url(#hatches)"}
    assert "@import" not in style
    [script] = read.xpath("//script/text()")
    assert not re.search(r"https?:|fetch|import|XMLHttp|eval|innerHTML", script)
    addresses = {link for link in read.xpath("//@href") if not link.startswith("#")}
    assert addresses == {MEETING.url}


def test_the_policy_allows_the_own_style_and_script_and_nothing_else() -> None:
    read = page(EVERYTHING_KNOWN, results(ARTICLES))
    [policy] = read.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")

    def digest(element: str) -> str:
        [content] = re.findall(f"<{element}>(.*?)</{element}>", WHOLE, re.DOTALL)
        return b64encode(hashlib.sha256(content.encode()).digest()).decode()

    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest('style')}'",
        f"script-src 'sha256-{digest('script')}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_newest_day_is_first_and_the_undated_last() -> None:
    read = page(EVERYTHING_KNOWN, results(ARTICLES))
    assert [title.text_content() for title in read.xpath("//main//h3")] == [
        "1 Sécurité\u00a0: Rabat et l’ONU accordent leurs violons",
        "2 Une école de la sécurité à Tanger",
        f"3 {BARE.title.replace(' :', chr(0xA0) + ':')}",
    ]
    assert read.xpath("//nav//h3/text()") == ["2025", "Undated"]


def test_the_oldest_day_may_be_first() -> None:
    read = page(review(oldest_first=True), results(ARTICLES))
    assert read.xpath("//nav//a")[0].text == LONG.title


def test_the_contents_are_in_the_order_of_the_articles() -> None:
    read = page(EVERYTHING_KNOWN, results(ARTICLES))
    assert read.xpath("//nav//a/@href") == ["#a1", "#a2", "#a3"]
    assert read.xpath("//main//article/@id") == ["a1", "a2", "a3"]
    assert read.xpath("//nav//h3/text()") == read.xpath("//main//h2/text()")


def test_articles_of_a_day_stay_in_their_order_under_that_day() -> None:
    articles = [replace(LONG, id=str(number), title=f"Titre {number}") for number in range(4)]
    with speaking(Language.FRENCH):
        read = page(review(), results(articles))
    assert read.xpath("//main//h2/text()") == ["Lundi 3\u00a0novembre 2025"]
    assert [link.text for link in read.xpath("//nav//a")] == [f"Titre {number}" for number in range(4)]


def test_articles_of_a_few_months_stand_under_their_months() -> None:
    articles = [replace(LONG, id=str(day), date=PrintDate(2025, 10 + day % 2, day)) for day in range(1, 7)]
    read = page(review(), results(articles))
    assert read.xpath("//nav//h3/text()") == ["November 2025", "October 2025"]
    assert read.xpath("//nav//span[@class='day']/text()")[0] == "Wednesday 5"


def test_the_head_says_how_many_articles_of_how_many() -> None:
    def number(**known: object) -> str:
        about = replace(review(), **known)
        [said] = page(about, results(ARTICLES)).xpath("//p[@class='number-of-articles']/text()")
        return str(said)

    assert number() == "3 articles, 3\u00a0November 2025 to 26\u00a0November 2025"
    assert number(found={"2025-11-26": 40}).startswith("3 articles of 40 found, ")
    assert number(found={"2025-11-26": 5}, is_whole=True).startswith("5 articles, 2 reprints, ")


def test_a_review_has_the_query_for_its_title_or_another() -> None:
    def said(kind: str, line: str = "securite", **known: object) -> list[str]:
        return [
            str(text) for text in page(review(line, **known), results(ARTICLES)).xpath(f"//{kind}/text()")
        ]

    assert said("h1") == ["securite"]
    assert said("head/title") == ["securite · Press review"]
    assert said("h1", title="La semaine") == ["La semaine"]
    assert "Query: securite" in said("p[@class='asked']", title="La semaine")
    assert said("h1", line="*") == ["All articles"]
    assert page(replace(review(), line=""), results(ARTICLES)).xpath("//h1/text()") == ["Chosen articles"]
    assert said(
        "p[@class='asked']", filters=(parse("date:2025"), parse("-place:rabat"), parse("title:mer"))
    ) == [
        "Period: 1\u00a0January 2025 to 31\u00a0December 2025",
        "Filters: -place:rabat · title:mer",
    ]
    assert "No article has all the words" in said("p[@class='asked']", relaxed=True)[0]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (["date:7j"], ["Période\u00a0: du 25\u00a0novembre 2025 au 1er\u00a0décembre 2025"]),
        (["date:hier"], ["Jour\u00a0: dimanche 30\u00a0novembre 2025"]),
        (["date:>=2025"], ["Période\u00a0: depuis le 1er\u00a0janvier 2025"]),
        (["date:<2025", "date:<2024"], ["Période\u00a0: jusqu’au 31\u00a0décembre 2023"]),
        (["date:none"], ["Articles sans date"]),
        (["date:>2025", "date:<2024"], []),
        (["-date:2025"], ["Filtres\u00a0: -date:2025"]),
    ],
)
def test_dates_are_the_days_that_they_were_when_the_review_was_made(
    typed: list[str], shown: list[str]
) -> None:
    with speaking(Language.FRENCH):
        read = page(review(filters=tuple(map(parse, typed))), results(ARTICLES))
    assert read.xpath("//p[@class='asked']/text()") == shown


def test_printed_pages_have_the_title_and_the_day_at_their_top() -> None:
    [style] = page(review(title='L’été "chaud"'), []).xpath("//style/text()")
    [title, day] = re.findall(r'content: "(.*?)";', style)
    written = re.sub(r"\\([0-9a-f]{6})", lambda number: chr(int(number[1], 16)), f"{title} {day}")
    assert written == 'L’été "chaud" 1\u00a0December 2025'


def test_a_review_without_articles_is_a_document_too() -> None:
    written = document(review(), [])
    assert well_nested(written)
    assert "no article" in written


def test_every_word_of_the_text_is_there_and_the_matches_are_marked() -> None:
    read = page(review(), results([LONG]))
    [text] = read.xpath("//details/div[@class='text']")
    paragraphs = [paragraph.text_content().replace("\u00a0", " ") for paragraph in text]
    assert paragraphs == LONG.body.split("\n")
    assert {mark.text for mark in text.xpath(".//mark")} == {"sécurité"}
    assert len(text.xpath(".//mark")) == 8


def test_fields_that_are_not_wanted_are_left_out() -> None:
    def holds(fields: set[str]) -> str:
        return document(review(fields=frozenset(fields)), results(ARTICLES))

    everything = holds(set(FIELDS))
    for field, text in {
        "text": "en 8 leçons",
        "heading": "Les deux délégations se sont vues",
        "snippet": 'class="passage"',
        "url": MEETING.url,
        "author": "Hajar Skalli-Benomar",
        "page": "p. 11",
        "section": "Rabat-Salé, Sécurité<",
        "edition": "Rabat-Salé",
        "duplicates": "L’Écho du Fleuve",
        "also_in": "La Gazette du Détroit",
        "person": "Ingrid Solheim</span>",
    }.items():
        assert text in everything, field
        assert text not in bare(holds(set(FIELDS) - {field})), field
    assert MEETING.title.replace(" :", "\u00a0:") in holds(set())


def test_the_headings_leave_out_no_level() -> None:
    read = page(EVERYTHING_KNOWN, results(ARTICLES))
    levels = [int(heading.tag[1]) for heading in read.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_screen_reader_finds_its_landmarks_and_labels() -> None:
    with speaking(Language.FRENCH):
        read = page(EVERYTHING_KNOWN, results(ARTICLES))
    assert read.xpath("/html/@lang") == ["fr"]
    for landmark in ("header", "main", "footer"):
        assert len(read.xpath(f"//body/{landmark} | //body/div/{landmark}")) == 1, landmark
    assert all(element.get("aria-labelledby") for element in read.xpath("//nav | //aside | //svg"))
    assert all(button.text_content().strip() for button in read.xpath("//button"))
    assert read.xpath("//body/*[1]/@href") == ["#articles"]
    assert read.xpath("//th[not(@scope)]") == []


def test_an_article_in_another_language_says_so() -> None:
    read = page(review(), results([LONG, replace(LONG, id="e", language="en"), replace(LONG, language="x<")]))
    assert read.xpath("//article/@lang") == ["fr", "fr"]
    with speaking(Language.FRENCH):
        read = page(review(), results([LONG, replace(LONG, id="e", language="en", title="Who? « Me »")]))
    assert read.xpath("//article/@lang") == ["en"]
    assert "Who? « Me »" in read.xpath("//article[@lang='en']/h3")[0].text_content()


@pytest.mark.parametrize(
    "scheme", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.b", "http:"]
)
def test_only_an_address_of_the_web_is_a_link(scheme: str) -> None:
    read = page(review(), results([replace(MEETING, url=scheme)]))
    assert not [link for link in read.xpath("//@href") if not link.startswith("#")]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("quiet", "paper"),
        ("accent", "paper"),
        ("ink", "mark"),
        ("paper", "accent"),
        ("quiet", "shade"),
    ],
)
def test_every_text_can_be_read(theme: int, ink: str, ground: str) -> None:
    """WCAG 2.2, level AA: a contrast of 4.5."""
    colours = dict(re.findall(r"--(\w+): (#\w+);", re.findall(r":root \{(.*?)\}", WHOLE, re.DOTALL)[theme]))
    darker, lighter = sorted((luminance(colours[ink]), luminance(colours[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_review_of_long_articles_takes_little_memory() -> None:
    text = f"La sécurité des gares. {'Le train part. ' * 5_000}"
    [result] = answer("securite", [replace(LONG, body=text)]).results

    def many() -> Iterator[Result]:
        for number in range(60):
            yield replace(result, article=replace(result.article, id=str(number), body=f"{number} {text}"))

    tracemalloc.start()
    size = sum(map(len, press_review(review(), many())))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 60 * len(text)
    assert peak < size / 2
