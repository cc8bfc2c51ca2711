"""The pages of the notebook, to the letter: at three widths, plain and coloured, in both languages, one file for each."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.message import message
from index.query import Everything
from search.notebook.news import News, SavedList, SavedRow, SearchNews
from search.notebook.searches import SavedSearch
from search.notebook.seen import Seen
from search.notebook.tally import KeptList, Notebook, TagList
from search.planning.kept import Kept
from search.render import in_shell, plain, rendered, terminal
from search.render.inert import OBEYED
from search.render.lines import line_width
from search.results import Reading
from tests.search.render.answers import ATTACK, BARE, HOSTILE, MEETING, PAGE
from tests.search.render.test_hostile import OWN

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


HOSTILE_SEARCH = SavedSearch(ATTACK, ATTACK)
HOSTILE_VALUES: dict[str, object] = {
    "saved": SavedList(Path(ATTACK), (SavedRow(HOSTILE_SEARCH, 1, 1), SavedRow(HOSTILE_SEARCH, refusal=message("query.unclosed_parenthesis"))), (ATTACK,)),
    "news": News((SearchNews(HOSTILE_SEARCH, (HOSTILE,)),), (), Seen(), Seen()),
    "tags": TagList(((ATTACK, 1),), 0),
    "kept": KeptList(((HOSTILE, Kept((ATTACK,), (ATTACK,))),)),
    "notebook": Notebook(Path(ATTACK), Path(ATTACK), (ATTACK,), (ATTACK,), (ATTACK,)),
    "article": Reading(HOSTILE, Everything(), kept=Kept((ATTACK,), (ATTACK,))),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_VALUES)
def test_what_strangers_wrote_is_shown_and_not_obeyed(name: str) -> None:
    value = HOSTILE_VALUES[name]
    for text in (plain.text(in_shell(value, 80)), OWN.sub("", terminal.ansi(in_shell(value, 80)))):
        assert not OBEYED.search(text.replace("\n", ""))


@pytest.mark.parametrize(
    ("name", "format_"),
    [("saved", "json"), ("news", "jsonl"), ("news", "ids"), ("tags", "json"), ("kept", "jsonl")],
)
def test_what_programs_read_has_no_control_character(name: str, format_: str) -> None:
    written = rendered(HOSTILE_VALUES[name], format_, 80)
    assert isinstance(written, str)
    assert not OBEYED.search(written.replace("\n", ""))
