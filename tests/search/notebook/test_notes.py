"""The file of the notes and tags: what is read of it, and what an edit leaves alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import PrintDate
from index import layout
from index.document import whole
from index.errors import IndexFailure
from index.layout import edited
from search.notebook.notes import Block, NotesFile, is_tag, parse, read, save
from search.planning.kept import Kept
from tests.support.failures import raises
from tests.support.press import article

TEXTS = st.text(max_size=12).map(edited.one_line).filter(bool) | st.sampled_from(
    ["## faux", "##", "tags: faux", "Étiquettes : faux", "# commentaire", "a = b", "-moins"]
)
TAGS = TEXTS.filter(lambda text: is_tag(text) and not {",", ";"} & set(text)).filter(
    lambda text: ":" not in text
)
IDS = st.sampled_from(["a", "dep-2025-0303", "b-2", "é"])
OTHER_LINES = st.sampled_from(
    ["", "# en tête", "perdue", "## a  2025  Un titre", "tags: un, deux", "étiquettes : TROIS; un", "une note", "##", "## caf\udce9",
     "## b-2", "th\udce9", "  tags: en retrait"]
)  # fmt: skip


def tagged(tags: Sequence[str], notes: Sequence[str], file: NotesFile, article_id: str) -> NotesFile:
    def edit(block: Block) -> Block:
        block = block.tagged(tags, ())
        for note in notes:
            block = block.noted(note)
        return block

    return file.edited([article(article_id, "Le titre")], edit)


@given(
    st.dictionaries(IDS, st.tuples(st.lists(TAGS, unique_by=whole, max_size=3), st.lists(TEXTS, max_size=3)))
)
def test_what_is_kept_is_read_again(kept: dict[str, tuple[list[str], list[str]]]) -> None:
    file = NotesFile()
    for article_id, (tags, notes) in kept.items():
        file = tagged(tags, notes, file, article_id)
    again = parse(edited.lines(str(file)))
    assert again == file
    assert again.kept == {
        article_id: Kept(tuple(tags), tuple(notes))
        for article_id, (tags, notes) in kept.items()
        if tags or notes
    }


@given(st.lists(OTHER_LINES), TAGS, TEXTS)
def test_an_edit_leaves_what_is_kept_of_the_other_articles(lines: list[str], tag: str, note: str) -> None:
    before = parse(lines)
    after = parse(edited.lines(str(tagged([tag], [note], before, "a"))))
    assert {one: kept for one, kept in after.kept.items() if one != "a"} == {
        one: kept for one, kept in before.kept.items() if one != "a"
    }
    assert after.unread == before.unread
    assert after.above == before.above
    known = before.of("a")
    assert after.of("a").notes == (*known.notes, note)
    assert {whole(one) for one in after.of("a").tags} == {whole(one) for one in (*known.tags, tag)}


@given(st.lists(OTHER_LINES), TAGS)
def test_a_tag_that_is_taken_away_leaves_the_others(lines: list[str], tag: str) -> None:
    before = parse(lines)
    given_ = tagged([tag], [], before, "a")
    taken = given_.edited([article("a")], lambda block: block.tagged((), [tag]))
    assert [whole(one) for one in taken.of("a").tags] == [
        whole(one) for one in before.of("a").tags if whole(one) != whole(tag)
    ]
    assert taken.of("a").notes == before.of("a").notes


def test_the_file_reads_as_a_person_would_write_it(tmp_path: Path) -> None:
    known = article("dep-1", "Le  marché\nrouvre", source="Le Phare", date=PrintDate(2025, 3, 3))
    file = NotesFile().edited(
        [known], lambda block: block.tagged(["procès", "à citer"], ()).noted("Vérifier.")
    )
    save(tmp_path, tagged(["procès"], [], file, "b-2"))
    assert layout.notes(tmp_path).read_text("utf-8") == (
        "# Below ## and the id of an article: tags: a tag, another tag; and the lines of your note.\n"
        "\n"
        "## dep-1  2025-03-03  Le Phare  Le marché rouvre\n"
        "tags: procès, à citer\n"
        "Vérifier.\n"
        "\n"
        "## b-2  Le titre\n"
        "tags: procès\n"
    )
    assert read(tmp_path).tags == {"procès": frozenset({"dep-1", "b-2"}), "à citer": frozenset({"dep-1"})}


def test_spellings_of_a_tag_are_one_tag() -> None:
    file = parse(["## a", "tags: Procès", "tags: proces, PROCÈS", "## b", "Tags : procès"])
    assert file.tags == {"Procès": frozenset({"a", "b"})}


def test_lines_that_belong_to_no_article_are_reported_and_cost_no_other() -> None:
    file = parse(["# en tête", "perdue", "##", "orpheline", "## a", "tags: x", "## caf\udce9", "th\udce9"])
    assert file.unread == ("perdue", "##", "orpheline", "## caf\udce9", "th\udce9")
    assert file.kept == {"a": Kept(("x",))}


def test_the_blocks_of_an_article_become_one_when_it_is_edited() -> None:
    file = parse(["## a", "tags: x", "", "## b", "note de b", "", "## a", "tags: y", "une note"])
    assert file.of("a") == Kept(("x", "y"), ("une note",))
    after = file.edited([article("a")], lambda block: block.tagged((), ["x", "y"]))
    assert after.kept == {"a": Kept((), ("une note",)), "b": Kept((), ("note de b",))}


def test_an_article_of_which_nothing_is_left_goes() -> None:
    file = parse(["## a", "tags: x", "", "## b", "tags: x"])
    after = file.edited([article("a")], lambda block: block.tagged((), ["X"]))
    assert str(after) == "## b\ntags: x\n"


@pytest.mark.parametrize("nothing", ["", "!!", " - ", "«»"])
def test_a_tag_has_a_letter_or_a_digit(nothing: str) -> None:
    assert not is_tag(nothing)


def test_a_folder_is_no_file_of_notes(tmp_path: Path) -> None:
    layout.notes(tmp_path).mkdir()
    with raises(IndexFailure, "index.unfit_text", "mend.move_away"):
        read(tmp_path)
