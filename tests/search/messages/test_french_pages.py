"""The pages that people see in French, to the letter."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Rejected
from corpus.message import message
from index.building.report import Report
from index.query import Everything
from index.storage.lines import LeftOut
from search.commandline.opening import open_searcher
from search.counts.facets import Bucket
from search.messages import Language, speaking
from search.overview import Overview
from search.render import in_shell, plain
from search.results import FacetCount, Reading
from search.shell.commands import TOPICS
from search.shell.current import Current
from search.shell.session import Session
from search.shell.step import step
from tests.search.render.answers import BARE, FACETS, MEETING, PAGE, PRINTED
from tests.search.render.golden import same
from tests.search.render.test_entity import PAGE as ENTITY

REJECTED = (
    Rejected("presse/vide.txt", message("reading.empty")),
    Rejected("presse/export.csv", message("reading.too_many_cells", cells=7, columns=5), message("reading.line", line=1204)),
)  # fmt: skip
LOSSES = (Rejected("presse/un.txt", message("reading.lost_bytes", count=3), message("reading.line", line=2)),)

VALUES: dict[str, object] = {
    "page": replace(PAGE, facets=FACETS),
    "article": Reading(MEETING, PAGE.asked),
    "article-imprime": Reading(PRINTED, Everything()),
    "article-nu": Reading(BARE, Everything()),
    "facette": FacetCount("person", replace(PAGE, facets=FACETS)),
    "entite": ENTITY,
    "construction": Report(
        36016, 12, 1, 0, 1340, 34663, REJECTED, "tantivy", 48.26, losses=LOSSES, left_out=LeftOut(12, 1340)
    ),
    "etat": Overview(
        home=Path("presse/.manchette"),
        roots=("presse",),
        engine="tantivy",
        entities="modern",
        articles=36016,
        undated=1,
        first="2010-01-04",
        last="2025-12-22",
        sources=(Bucket("L’Écho du Fleuve", 1204), Bucket("Sahel-Matin", 3)),
        values={"person": 40210, "org": 8120, "place": 1},
        size=272_400_000,
        rejected=REJECTED,
        losses=LOSSES,
        left_out=LeftOut(1, 1340),
    ),
}


@pytest.fixture(autouse=True)
def in_french() -> Iterator[None]:
    with speaking(Language.FRENCH):
        yield


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_shown_in_french(name: str) -> None:
    same(f"fr-{name}.txt", plain.text(in_shell(VALUES[name], 80)))


@pytest.mark.parametrize("page", ["", *TOPICS])
def test_the_help_is_in_french(home: Path, page: str) -> None:
    with closing(Current(lambda: open_searcher(home), home)) as current:
        _, reply = step(Session(current), f":help {page}")
    same(f"fr-help-{page or 'commands'}.txt", plain.text(reply.lines))
