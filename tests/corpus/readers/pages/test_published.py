"""The day of a page: what programs state, then what the page prints; the day of an update last."""

import json

import pytest

from corpus.readers import markup
from corpus.readers.pages.linked_data import LinkedData
from corpus.readers.pages.published import published
from corpus.readers.pages.statements import Statements

TITLE = "Le port de Sète rouvre"
HEADLINE = f"<h1>{TITLE}</h1>"


def day(page: str, url: str = "", **node: object) -> str:
    """Return the day of a page whose headline is `TITLE`, "" if it has none."""
    scripts = [json.dumps({"@type": "NewsArticle", **node})]
    found = published(Statements(markup.html(page), LinkedData(scripts)), node, url, TITLE)
    return found.isoformat() if found else ""


@pytest.mark.parametrize(
    "page",
    [
        '<meta property="article:published_time" content="2021-03-03T23:50:00+01:00">',
        '<meta name="article:published:time" content="2021-03-03">',
        '<meta name="DC.date.issued" content="2021-03-03">',
        '<span itemprop="datePublished" content="2021-03-03">hier</span>',
        '<time pubdate datetime="2021-03-03">hier</time>',
        '<aside><time datetime="2020-01-01">x</time></aside><time datetime="2021-03-03T18:00Z">hier</time>',
        '<time class="modified" datetime="2021-03-08">x</time><time datetime="2021-03-03">hier</time>',
        f"{HEADLINE}<p>Publié le mercredi 3 mars 2021 à 18h02</p>",
        f"<p>Mer | Par Anne Roy | 3 mars 2021</p>{HEADLINE}",
        f"{HEADLINE}<p>Mis à jour le 8 mars 2021</p><p>Publié le 3 mars 2021</p>",
        f"{HEADLINE}<ul><li>4 mars 2021</li></ul><p>3 mars 2021</p>",
    ],
)
def test_the_day_of_the_publication_is_found(page: str) -> None:
    assert day(f"<html><body>{page}</body></html>") == "2021-03-03"


def test_no_time_zone_moves_the_day_and_no_update_counts_before_it() -> None:
    assert day(HEADLINE, datePublished="2021-03-03T23:50:00-05:00", dateModified="2021-03-08") == "2021-03-03"


def test_the_address_has_the_day_where_nothing_states_it() -> None:
    assert day(HEADLINE, "https://exemple.fr/mer/2021/03/03/port") == "2021-03-03"


def test_an_update_counts_where_nothing_else_does() -> None:
    assert day(f"{HEADLINE}<p>Mis à jour le 8 mars 2021</p>") == "2021-03-08"


def test_a_day_before_the_web_and_a_day_in_a_sentence_are_none() -> None:
    page = f"{HEADLINE}<p>Le 3 mars 2021, la ville a fêté son port.</p>"
    assert day(page, datePublished="1970-01-01") == ""
