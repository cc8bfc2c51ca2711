"""The pages of the notebook, on a narrow screen."""

from pathlib import Path

import pytest

from corpus.message import message
from corpus.records import replace
from index.query import Everything
from search.notebook.news import News, SavedList, SavedRow, SearchNews
from search.notebook.searches import SavedSearch
from search.notebook.seen import Seen
from search.notebook.tally import KeptList, Notebook, TagList
from search.planning.kept import Kept
from search.render import in_shell
from search.render.lines import line_width
from search.results import Reading
from tests.search.render.answers import BARE, MEETING, PAGE

SCHOOL = SavedSearch(
    "laïcité à l’école", "laïcité AND école AND date:>=2017 AND (-place:paris OR org:éducation)"
)
POLICE = SavedSearch("police", "police nations")
BROKEN = SavedRow(SavedSearch("faux", "(eau"), refusal=message("query.unclosed_parenthesis"))
KEPT = Kept(
    ("procès", "à citer"), ("Vérifier le nom de l’adjoint avant de citer ce papier.", "Appeler Rabat.")
)

VALUES: dict[str, object] = {
    "saved": SavedList(
        Path("presse/.manchette/searches.txt"),
        (SavedRow(SCHOOL, 1204, 3), SavedRow(POLICE, 12), BROKEN),
        ("une ligne perdue",),
    ),
    "saved-none": SavedList(Path("searches.txt"), ()),
    "news": News(
        (SearchNews(SCHOOL, (MEETING, BARE)), SearchNews(POLICE, (MEETING,))), (BROKEN,), Seen(), Seen()
    ),
    "news-none": News((), (), Seen(), Seen()),
    "tags": TagList((("à citer", 1204), ("procès", 3)), 12),
    "tags-none": TagList((), 0),
    "kept": KeptList(((MEETING, KEPT), (BARE, Kept()))),
    "notebook": Notebook(
        Path("searches.txt"), Path("notes.txt"), ("perdue",), ("perdue aussi",), ("a", "b", "c", "d")
    ),
    "article-kept": Reading(MEETING, Everything(), kept=KEPT),
    "page-kept": replace(PAGE, results=tuple(replace(result, kept=KEPT) for result in PAGE.results)),
}


@pytest.mark.parametrize("columns", [20, 40])
@pytest.mark.parametrize("name", ["saved", "news", "tags", "kept", "article-kept", "page-kept"])
def test_a_narrow_screen_is_not_left(name: str, columns: int) -> None:
    assert all(line_width(row) <= columns for row in in_shell(VALUES[name], columns))
