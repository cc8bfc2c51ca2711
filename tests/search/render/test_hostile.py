"""An article full of escape sequences, markup and overrides of direction is shown, not obeyed."""

import re

import pytest

from corpus.records import replace
from index.engine import Ranked
from index.query import Everything
from search.counts.facets import Bucket
from search.planning.kept import Kept
from search.render import bibtex, csv, json, plain, terminal, trec
from search.render.inert import OBEYED
from search.render.page import page
from search.render.panel import panel, table
from search.render.reading import reading
from search.results import Reading
from tests.search.render.answers import ATTACK, HOSTILE, answer

KEPT = Kept((ATTACK,), (ATTACK,))
FOUND = answer("securite", [HOSTILE])
ANSWER = replace(
    FOUND,
    facets={"person": (Bucket(ATTACK, 1),)},
    results=tuple(replace(result, kept=KEPT) for result in FOUND.results),
)
LAID_OUT = {
    "page": page(ANSWER, 80),
    "page beside facets": page(ANSWER, 120),
    "article": reading(Reading(HOSTILE, ANSWER.asked), 80),
    "article with entities": reading(Reading(HOSTILE, Everything(), ((0, 12), (90, 140), (400, 500))), 80),
    "panel": panel(ANSWER.facets, 40),
    "table": table(ATTACK, ANSWER.facets["person"], 40),
    "empty table": table(ATTACK, [], 40),
}
OWN = re.compile(r"\x1b\[[0-9;]*m")
"""The looks that we give ourselves."""


def harmless(text: str) -> bool:
    return not OBEYED.search(text.replace("\n", ""))


@pytest.mark.parametrize("name", LAID_OUT)
def test_on_a_terminal(name: str) -> None:
    text = terminal.ansi(LAID_OUT[name])
    assert harmless(OWN.sub("", text))
    assert "·[31m" in text
    assert set(OWN.findall(text)) <= {
        f"\x1b[{look}m" for look in ("0", "1", "2", "4", "35", "1;31", "1;35", "1;4;31")
    }


@pytest.mark.parametrize("name", LAID_OUT)
def test_in_a_pipe(name: str) -> None:
    assert harmless(plain.text(LAID_OUT[name]))


@pytest.mark.parametrize(
    "written",
    [
        json.results(ANSWER),
        "".join(json.lines(ANSWER.results)),
        json.article(HOSTILE, KEPT),
        bibtex.entries([(HOSTILE, KEPT)]),
        json.facet(ATTACK, ANSWER.facets["person"]),
        json.identified(ATTACK, ANSWER),
        csv.results(ANSWER),
        csv.identified(ATTACK, ANSWER),
        trec.run("q1", [Ranked(HOSTILE.id, 1.0)]),
        csv.facet(ANSWER.facets["person"]),
    ],
)
def test_for_programs(written: str) -> None:
    assert harmless(written)
    written.encode()


def test_markup_is_text() -> None:
    assert "[red]rouge[/red]" in terminal.ansi(LAID_OUT["page"])


def test_a_message_keeps_its_lines() -> None:
    assert plain.message("a\x1b\nb") == "a·\nb\n"
