"""The changes of the notebook: what they write, what they refuse, and what undo brings back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.message import Message
from index import layout
from index.errors import IndexNotFound
from index.layout import edited, locking
from index.names import aliases
from index.names.aliases import Aliases, Name
from search.errors import QuerySyntaxError, SearchError
from search.language import parse
from search.messages import sentence
from search.notebook import edits, notes, searches, seen
from search.notebook.edits import drop, find, known_articles, note, save, tag, undo
from search.notebook.searches import Searches
from search.searcher import Searcher

A, B = "dep-2025-0303", "dep-2025-1103"


def text(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def refusal(run: Callable[[], Message]) -> str:
    with pytest.raises(SearchError) as raised:
        run()
    return raised.value.message.code


def test_a_query_is_saved_with_its_filters(searcher: Searcher, mine: Path) -> None:
    said = save(
        searcher,
        mine,
        " École  du soir ",
        "école maroc",
        [parse("date:2025"), parse("-place:rabat OR org:onu")],
    )
    assert said.code == "notebook.saved"
    saved = searches.read(mine).by_key
    (search,) = saved.values()
    assert str(search) == "École du soir = école maroc AND date:2025 AND (-place:rabat OR org:onu)"
    assert parse(search.query) == parse("(école maroc) AND date:2025 AND (-place:rabat OR org:onu)")


def test_a_query_without_filters_is_saved_as_it_was_typed(searcher: Searcher, mine: Path) -> None:
    save(searcher, mine, "Côte", "=Côte   SAUF « côte d’Ivoire »")
    assert str(searches.read(mine)).endswith("\nCôte = =Côte SAUF « côte d’Ivoire »\n")


def test_a_search_that_is_saved_again_keeps_what_it_has_seen(searcher: Searcher, mine: Path) -> None:
    save(searcher, mine, "eau", "eau")
    state = seen.read(mine)
    seen.save(mine, seen.Seen((state.looks[0] - {max(state.looks[0])},), state.searches))
    unseen = seen.read(mine).new(find(searches.read(mine), "eau").key, searcher.ids())
    assert len(unseen) == 1
    again = save(searcher, mine, "EAU", "eau barrage")
    assert again.code == "notebook.replaced"
    assert seen.read(mine).new(find(searches.read(mine), "eau").key, searcher.ids()) == unseen


def test_a_search_that_was_dropped_and_is_saved_again_begins_anew(searcher: Searcher, mine: Path) -> None:
    save(searcher, mine, "eau", "eau")
    seen.save(mine, seen.Seen((), {find(searches.read(mine), "eau").key: 0}))
    drop(mine, ["eau"])
    save(searcher, mine, "eau", "eau")
    assert not seen.read(mine).new(find(searches.read(mine), "eau").key, searcher.ids())


@pytest.mark.parametrize("name", ["", " ", "a=b", "#climat", "!!", "\x1b", "=", "a\n=b"])
def test_a_name_that_the_file_cannot_hold_is_refused(name: str, searcher: Searcher, mine: Path) -> None:
    assert refusal(lambda: save(searcher, mine, name, "eau")) == "notebook.no_name"
    assert not layout.searches(mine).exists()


def test_a_name_and_a_query_lose_what_an_editor_does_not_show(searcher: Searcher, mine: Path) -> None:
    save(searcher, mine, "cli\x1b[31m\nmat", "eau\x00 \x9b\tbarrage")
    assert text(layout.searches(mine)).splitlines()[1] == "cli[31m mat = eau barrage"


def test_a_line_that_is_no_query_is_not_saved(searcher: Searcher, mine: Path) -> None:
    with pytest.raises(QuerySyntaxError):
        save(searcher, mine, "eau", "(eau")
    assert not layout.searches(mine).exists()


def test_a_search_is_found_by_the_beginning_of_its_name_alone() -> None:
    known = Searches(("Procès d’assises = a", "Procès civil = b", "Élections = c"))
    assert find(known, "ELECTIONS").query == "c"
    assert find(known, "élec").query == "c"
    with pytest.raises(SearchError) as raised:
        find(known, "procès")
    assert raised.value.mend
    assert sentence(raised.value.mend) == "did you mean Procès d’assises, Procès civil?"
    with pytest.raises(SearchError) as raised:
        find(known, "electons")
    assert raised.value.mend
    assert "Élections" in sentence(raised.value.mend)
    with pytest.raises(SearchError) as raised:
        find(known, "zzz")
    assert raised.value.mend
    assert raised.value.mend.code == "notebook.see_saved"
    with pytest.raises(SearchError) as raised:
        find(Searches(), "zzz")
    assert raised.value.message.code == "notebook.nothing_saved"


def test_all_searches_are_dropped_or_none(searcher: Searcher, mine: Path) -> None:
    save(searcher, mine, "eau", "eau")
    save(searcher, mine, "mil", "mil")
    assert refusal(lambda: drop(mine, ["eau", "zzz"])) == "notebook.no_search"
    assert len(searches.read(mine).by_key) == 2
    assert drop(mine, ["eau", "mil"]).values["count"] == 2
    assert not searches.read(mine).by_key


def test_tags_are_given_and_taken_away(searcher: Searcher, mine: Path) -> None:
    both = known_articles(searcher, [A, B])
    tag(mine, both, ["procès, à citer"])
    assert notes.read(mine).of(A).tags == ("procès", "à citer")
    assert tag(mine, both[:1], ["PROCES"]).code == "notebook.tagged_already"
    assert tag(mine, both[:1], ["-proces", "vu"]).code == "notebook.tagged"
    assert notes.read(mine).of(A).tags == ("à citer", "vu")
    assert tag(mine, both, ["-vu"]).code == "notebook.untagged"
    assert notes.read(mine).tags == {"à citer": {A, B}, "procès": {B}}


def test_what_changes_nothing_leaves_the_file_and_its_undo_alone(searcher: Searcher, mine: Path) -> None:
    known = known_articles(searcher, [A])
    tag(mine, known, ["procès"])
    before = layout.notes(mine).stat().st_mtime_ns
    tag(mine, known, ["-absent", "procès"])
    assert layout.notes(mine).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("words", "code"),
    [(["!!"], "no_tag"), ([" , "], "which_tag"), (["-"], "which_tag"), (["a", "-?"], "no_tag")],
)
def test_a_word_that_is_no_tag_is_refused(
    words: list[str], code: str, searcher: Searcher, mine: Path
) -> None:
    assert refusal(lambda: tag(mine, known_articles(searcher, [A]), words)) == f"notebook.{code}"


@pytest.mark.parametrize(
    "hostile", ["## dep-2025-1103 tags", "tags: faux", "a\n## b\ntags: c", "\x1b[31mrouge", "a = b # c"]
)
def test_a_note_is_only_a_note(hostile: str, searcher: Searcher, mine: Path) -> None:
    note(mine, known_articles(searcher, [A]), hostile)
    tag(mine, known_articles(searcher, [A]), [hostile.replace(":", "").replace(",", "")])
    kept = notes.read(mine).kept
    assert list(kept) == [A]
    assert kept[A].notes == (edited.one_line(hostile),)
    assert len(kept[A].tags) == 1


def test_an_empty_note_is_refused(searcher: Searcher, mine: Path) -> None:
    assert refusal(lambda: note(mine, known_articles(searcher, [A]), " \x00 ")) == "notebook.empty_note"


def test_an_article_that_is_not_there_is_named(searcher: Searcher) -> None:
    with pytest.raises(SearchError) as raised:
        known_articles(searcher, [A, "absent"])
    assert raised.value.message.values == {"id": "absent"}


def test_undo_takes_the_last_change_back_whichever_file_it_was_in(searcher: Searcher, mine: Path) -> None:
    assert refusal(lambda: undo(mine)) == "notebook.nothing_to_undo"
    files = (layout.searches(mine), layout.notes(mine), layout.aliases(mine))

    def state() -> list[list[str]]:
        return [
            [row for row in text(file).splitlines() if row and not row.startswith("# ")] for file in files
        ]

    states = [state()]
    save(searcher, mine, "eau", "eau")
    states.append(state())
    tag(mine, known_articles(searcher, [A]), ["procès"])
    states.append(state())
    undo(mine)
    assert state() == states[1]
    undo(mine)
    assert state() == states[2]
    aliases.save(mine, Aliases().drop(Name("", "Lire")))
    undo(mine)
    assert state() == states[2]
    drop(mine, ["eau"])
    undo(mine)
    assert state() == states[2]


def test_an_edit_in_an_editor_after_a_change_comes_back_with_a_second_undo(
    searcher: Searcher, mine: Path
) -> None:
    tag(mine, known_articles(searcher, [A]), ["procès"])
    file = layout.notes(mine)
    file.write_text(f"{text(file)}\n## absent\nune note\n", "utf-8")
    typed = text(file)
    undo(mine)
    assert "absent" not in text(file)
    undo(mine)
    assert text(file) == typed


def test_a_change_waits_for_another_one_and_then_says_so(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits, "_WAIT_SECONDS", 0.05)
    with locking.held(layout.notebook_lock(mine)):
        assert refusal(lambda: drop(mine, ["eau"])) == "notebook.busy"


def test_a_change_makes_no_folder_where_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexNotFound):
        undo(tmp_path / layout.HOME)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_reported(
    searcher: Searcher, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("index.layout.durable.write", full)
    with pytest.raises(SearchError) as raised:
        save(searcher, mine, "eau", "eau")
    assert raised.value.message.code == "notebook.not_written"
