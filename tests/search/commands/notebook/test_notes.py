"""The commands `tag`, `tags`, `note` and `undo`, and what `show`, `query`, `status` and `check` say of the notebook."""

import io
import json
from pathlib import Path

import pytest

from index import layout
from search.commandline.status import ExitStatus
from search.errors import SearchError
from tests.search.commands.notebook.conftest import Type

A, B = "dep-2025-0303", "dep-2025-1103"


def test_articles_are_tagged_found_and_shown_with_their_tags(type_: Type) -> None:
    assert type_("tags") == (
        ExitStatus.NOTHING_FOUND,
        "",
        "manchette: no article is tagged yet: type tag ID TAG\n",
    )
    assert type_("tag", A, "procès", "à citer").said == (
        "procès, à citer: 1 article; tag: finds them, undo takes it back\n"
    )
    type_("tag", B, "procès")
    type_("note", A, "Vérifier", "le", "nom.")
    assert type_("query", "tag:proces", "--format", "ids").data.split() == [B, A]
    assert type_("query", "tag:proces -tag:citer date:2025", "--count").data == "1\n"
    assert type_("query", "note:nom", "--format", "ids").data == f"{A}\n"
    assert "     #procès  #à citer  ✎ Vérifier le nom.\n" in type_("query", "tag:citer").data
    assert "tags  procès, à citer\nnote  Vérifier le nom.\n" in type_("show", A).data
    assert type_("tags").data == "        2  procès\n        1  à citer\n  1 article with a note\n"
    assert json.loads(type_("tags", "--format", "json").data)["tags"][0] == {"value": "procès", "count": 2}
    assert type_("note", A).data.endswith(f"{A}\ntags  procès, à citer\nnote  Vérifier le nom.\n")
    assert json.loads(type_("note", A, "--format", "jsonl").data)["notes"] == ["Vérifier le nom."]
    type_("tag", A, "-à citer")
    assert type_("query", "tag:citer", "--count").data == "0\n"
    assert (
        type_("undo").said
        == "notes.txt: - tags: procès · + tags: procès, à citer; undo again brings the change back\n"
    )
    assert type_("query", "tag:citer", "--count").data == "1\n"


def test_a_whole_answer_is_tagged_through_a_pipe(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = type_("query", "date:2025", "--format", "ids", "-n", "100").data
    monkeypatch.setattr("sys.stdin", io.StringIO(ids))
    assert type_("tag", "-", "2025").status is ExitStatus.FOUND
    assert type_("query", "tag:2025", "--count").data == f"{len(ids.split())}\n"


@pytest.mark.parametrize("piped", [None, io.StringIO()], ids=["closed", "empty"])
def test_without_an_id_nothing_is_changed(
    piped: io.StringIO | None, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_("tag", A, "vu")
    monkeypatch.setattr("sys.stdin", piped)
    for command in ("tag", "note"):
        with pytest.raises(SearchError, match=r"notebook\.no_id"):
            type_(command, "-", "procès")
    type_("undo")
    assert not type_("tags").data


@pytest.mark.parametrize("article_id", ["absent", "", "a\x00", "caf\udce9", "-absent"])
def test_an_article_that_is_not_there_is_not_tagged(article_id: str, type_: Type, mine: Path) -> None:
    for command in ("tag", "note"):
        with pytest.raises(SearchError, match="no_article"):
            type_(command, article_id, "procès")
    assert not layout.notes(mine).exists()


def test_what_the_index_has_no_article_for_is_said_in_a_line(type_: Type, mine: Path) -> None:
    type_("tag", A, "procès")
    file = layout.notes(mine)
    file.write_text(f"perdue\n{file.read_text('utf-8')}\n## parti  2019\ntags: vu\n", "utf-8")
    for command in ("status", "check"):
        said = type_(command).said
        assert f"{file}: belongs to no article, which begins with ## and its id: perdue\n" in said
        assert f"{file}: 1 article is no longer in the index, and its notes are kept: parti\n" in said
    type_("tag", A, "vu")
    assert "## parti  2019\ntags: vu\n" in file.read_text("utf-8")


def test_a_query_says_that_the_notes_cannot_be_read(type_: Type, mine: Path) -> None:
    layout.notes(mine).mkdir()
    with pytest.raises(Exception, match="unfit_text"):
        type_("query", "tag:procès")
