"""What is new for the saved searches, from one build to the next, as a cron job sees it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import layout
from index.build import build
from search.commandline.opening import open_searcher
from search.messages import sentence
from search.notebook import news, searches, seen
from search.notebook.edits import save
from search.notebook.news import News, SavedList
from search.searcher import Searcher
from tests.support.engines import LOCAL_ENGINES


class Press:
    """A newspaper whose articles change from one build to the next."""

    def __init__(self, folder: Path, engine: str) -> None:
        self.home = folder / ".manchette"
        self._file = folder / "presse.jsonl"
        self._engine = engine
        self._printed: dict[str, dict[str, str]] = {}

    def prints(self, *articles: tuple[str, str, str]) -> None:
        """Print articles, each an id, a day and a text, beside those printed before, and bring the index up to date."""
        self._printed |= {
            name: {"id": name, "date": day, "title": f"Titre de {name}", "body": body}
            for name, day, body in articles
        }
        self.index()

    def withdraws(self, name: str) -> None:
        """Print an article no more."""
        del self._printed[name]
        self.index()

    def index(self, *, rebuild: bool = False) -> None:
        """Build the index."""
        rows = [json.dumps(row, ensure_ascii=False) for row in self._printed.values()]
        self._file.write_text("".join(f"{row}\n" for row in rows), "utf-8")
        engine = "auto" if layout.manifest(self.home).exists() and not rebuild else self._engine
        build(self.home, [self._file], engine=engine, entities="none", rebuild=rebuild, jobs=1)

    @contextmanager
    def open(self) -> Iterator[Searcher]:
        """Open the index."""
        searcher = open_searcher(self.home)
        try:
            yield searcher
        finally:
            searcher.close()

    def saves(self, name: str, line: str) -> None:
        """Save a search."""
        with self.open() as searcher:
            save(searcher, self.home, name, line)

    def news(self, *names: str) -> News:
        """Return what is new, and note that it was seen."""
        with self.open() as searcher:
            found = news.news(searcher, self.home, names)
        news.note_shown(self.home, found)
        return found

    def saved(self) -> SavedList:
        """Return the list of the searches."""
        with self.open() as searcher:
            return news.saved_list(searcher, self.home)


def ids(found: News) -> dict[str, list[str]]:
    return {one.search.name: [article.id for article in one.articles] for one in found.found}


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_the_news_are_what_came_since_and_come_once(engine: str, tmp_path: Path) -> None:
    press = Press(tmp_path, engine)
    press.prints(("a1", "2025-03-01", "Le barrage déborde."), ("a2", "2025-03-02", "Le marché rouvre."))
    press.saves("eau", "barrage OR fleuve")
    press.saves("marché", "marché date:2025")
    assert ids(press.news()) == {}
    press.prints(
        ("b1", "2025-03-05", "Le fleuve monte."),
        ("b2", "1998-01-01", "Le barrage d’autrefois."),  # old, and indexed today
        ("b3", "1998-01-01", "Le marché d’autrefois."),
        ("a2", "2025-03-02", "Le marché rouvre près du fleuve."),  # changed: it now matches, and is not new
    )
    assert [(row.search.name, row.articles, row.new) for row in press.saved().rows] == [
        ("eau", 4, 2),
        ("marché", 1, 0),
    ]
    assert ids(press.news("marché")) == {}
    assert ids(press.news()) == {"eau": ["b1", "b2"]}
    assert ids(press.news()) == {}
    press.index(rebuild=True)
    assert ids(press.news()) == {}
    press.withdraws("b1")
    press.prints(
        ("b1", "2025-03-05", "Le fleuve monte."), ("c1", "2025-03-07", "Le fleuve baisse, le marché ferme.")
    )
    assert ids(press.news("eau")) == {"eau": ["c1"]}
    assert ids(press.news()) == {"marché": ["c1"]}


def test_news_come_again_if_another_process_noted_something_while_they_were_read(tmp_path: Path) -> None:
    press = Press(tmp_path, "whoosh")
    press.prints(("a1", "2025-03-01", "Le barrage déborde."))
    press.saves("eau", "barrage")
    press.prints(("b1", "2025-03-02", "Le barrage tient."))
    with press.open() as searcher:
        shown = news.news(searcher, press.home)
    press.saves("marché", "marché")
    news.note_shown(press.home, shown)
    assert ids(press.news()) == ids(shown) == {"eau": ["b1"]}
    assert ids(press.news()) == {}


def test_what_only_some_words_match_is_no_news(tmp_path: Path) -> None:
    press = Press(tmp_path, "whoosh")
    press.prints(("a1", "2025-03-01", "Le barrage déborde."))
    press.saves("grève", "grève barrage")
    press.prints(("a2", "2025-03-02", "Le barrage est réparé."))
    assert ids(press.news()) == {}
    assert [(row.articles, row.new) for row in press.saved().rows] == [(0, 0)]


def test_a_query_that_was_edited_brings_no_old_article(tmp_path: Path) -> None:
    press = Press(tmp_path, "whoosh")
    press.prints(("a1", "2025-03-01", "Le barrage déborde."), ("a2", "2025-03-01", "Le marché rouvre."))
    press.saves("eau", "barrage")
    layout.searches(press.home).write_text("# à la main\neau = barrage OR marché\nneuf = marché\n", "utf-8")
    assert ids(press.news()) == {}  # `neuf` looks for the first time
    press.prints(("b1", "2025-03-02", "Le marché ferme."))
    assert ids(press.news()) == {"eau": ["b1"], "neuf": ["b1"]}


def test_a_search_that_cannot_be_answered_costs_no_other_and_keeps_its_news(tmp_path: Path) -> None:
    press = Press(tmp_path, "whoosh")
    press.prints(("a1", "2025-03-01", "Le barrage déborde."))
    press.saves("eau", "barrage")
    press.saves("marché", "marché")
    file = layout.searches(press.home)
    mended = file.read_text("utf-8")
    file.write_text(mended.replace("eau = barrage", "eau = (barrage"), "utf-8")
    press.prints(("b1", "2025-03-02", "Le marché du barrage."))
    found = press.news()
    assert ids(found) == {"marché": ["b1"]}
    assert [row.search.name for row in found.refused] == ["eau"]
    assert [sentence(row.refusal) for row in press.saved().rows if row.refusal]
    file.write_text(mended, "utf-8")
    assert ids(press.news()) == {"eau": ["b1"]}


def test_a_search_that_is_forgotten_leaves_nothing_behind(tmp_path: Path) -> None:
    press = Press(tmp_path, "whoosh")
    press.prints(("a1", "2025-03-01", "Le barrage déborde."))
    press.saves("eau", "barrage")
    press.saves("marché", "marché")
    searches.save(press.home, searches.read(press.home).dropped(press.saved().rows[0].search.key))
    press.news()
    assert len(seen.read(press.home).searches) == 1
