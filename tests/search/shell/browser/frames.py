"""Sessions made by hand for the full screen: what it shows does not change with the sample or the ranking."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from corpus.records import replace
from index.engine import Total
from search.commandline.face import Answer
from search.entities.curator import Curator
from search.language import parse
from search.results import Reading, Results
from search.searcher import Page, Searcher
from search.shell.session import Around, Opened, Screen, Session
from tests.search.render.answers import BARE, FACETS, MEETING, PRINTED, answer

ARTICLES = [
    replace(article, id=f"{article.id}-{number}", source=source)
    for number, source in enumerate(("Le Fanal de Tanger", "La Gazette du Détroit", "L’Écho du Fleuve"))
    for article in (MEETING, BARE)
]
"""Six results of three sources."""

SCREENS = (Screen(60, 20), Screen(80, 24), Screen(120, 40))


class Silent:
    """An index that is asked nothing: the view is a function of the session."""

    home = Path("absent")

    def search(self, _: str, __: Page = Page()) -> NoReturn:
        raise AssertionError

    def answer(self, _: Callable[[Searcher], Answer]) -> NoReturn:
        raise AssertionError

    def curated(self, _: Callable[[Curator], Answer]) -> NoReturn:
        raise AssertionError


def browsing(screen: Screen, results: Results | None = None) -> Session:
    """Return a session that browses an answer, its second article marked."""
    months = {"month": FACETS["date"]}
    results = replace(results or replace(answer("securite", ARTICLES), total=Total(7)), facets=months)
    return Session(
        Silent(),
        screen=screen,
        line="securite",
        filters=(parse("date:2025"), parse('-person:"Ingrid Solheim"')),
        results=results,
        around=Around({"2025-10": 40, "2025-11": 60}, {"person": FACETS["person"], "place": FACETS["place"]}),
        marks=(results.results[1].article.id,),
        cursor=1,
        browsing=True,
        known={result.rank: result for result in results.results},
    )


def reading(screen: Screen) -> Session:
    """Return the same session with its first article open, at its second match."""
    session = browsing(screen, answer("securite", [PRINTED, *ARTICLES]))
    assert session.results
    above = len(PRINTED.title) + 1
    start = PRINTED.text.index("Salim Benhaddou")
    names = ((above + start, above + start + len("Salim Benhaddou")),)
    read = Reading(PRINTED, session.results.asked, names)
    return replace(session, opened=Opened(1, read, match=2))
