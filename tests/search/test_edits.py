"""What a person changes about names: what is written, what is told, what undoes it."""

from pathlib import Path

import pytest

from index import aliases, open_engine
from index.aliases import Key, Name
from index.build import build
from index.names import Names, Unknown, Value
from search.curator import Curator
from search.edits import Action, Edit, Edited, apply
from search.errors import SearchError
from search.searcher import Searcher
from tests.index.press import write_lines
from tests.search.naming import curator, make


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("press"))


@pytest.fixture
def place(indexed: Path) -> Path:
    (indexed / aliases.NAME).unlink(missing_ok=True)
    return indexed


class Told(Unknown):
    """A corpus that merges ONU into Nations unies."""

    def merged(self) -> dict[Key, Value]:
        return {Key("org", "=onu"): Value("org", "Nations unies")}


def done(place: Path, line: str) -> Edited:
    """Do `merge A|B`, `drop A` or `split A`."""
    action, _, names = line.partition(" ")
    [found] = apply(curator(place), [Edit(Action(action), tuple(map(Name.read, names.split("|"))))])
    return found


def edited(place: Path, line: str) -> str:
    """Do an edit, and return what was told."""
    return done(place, line).told


def undone(place: Path, line: str) -> str:
    """Do an edit and what undoes it, and return what was told last."""
    undo = done(place, line).undo
    assert undo is not None
    return apply(curator(place), [undo])[0].told


def written(place: Path) -> list[str]:
    return [str(rule) for rule in aliases.read(place).rules]


def counts(place: Path) -> dict[str, int]:
    return {f"{row.value.field}:{row.value.name}": row.articles for row in curator(place).rows()}


def test_a_merge_is_told_with_the_articles_that_the_entity_has_now(place: Path) -> None:
    assert edited(place, "merge Nations unies|ONU") == "merged ONU into Nations unies (4 articles)"
    assert written(place) == ["Nations unies = ONU"]
    assert counts(place)["org:Nations unies"] == 4


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("merge faisal shahkar|FAISAL SHAKAR", ["Faisal Shahkar = Faisal Shakar"]),
        ("merge person:Faisal Shahkar|person:F. Shahkar", ["Faisal Shahkar = F. Shahkar"]),
        ("merge Rabat|Lire", ["Rabat = place:Lire"]),
        ("merge Faisal Shahkar|Lire", ["Faisal Shahkar = person:Lire"]),
        ("merge ONU|Rabat", ["org:ONU = place:Rabat"]),
        ("merge journal:Le Phare|source:L’Écho", ["source:Le Phare = source:L’Écho"]),
        ("drop Rabat", ["!Rabat"]),
        ("drop Lire", ["!place:Lire"]),
        ("drop person:Lire", ["!person:Lire"]),
    ],
)
def test_a_field_is_written_where_it_tells_something(place: Path, line: str, rules: list[str]) -> None:
    edited(place, line)
    assert written(place) == rules


@pytest.mark.parametrize(
    "line",
    [
        "merge Nations unies|ONU",
        "merge Faisal Shahkar|Faisal Shakar|F. Shahkar",
        "merge ONU|Rabat",
        "merge person:Lire|place:Lire",
        "drop ONU",
        "drop Lire",
    ],
)
def test_what_is_told_to_undo_an_edit_undoes_it(place: Path, line: str) -> None:
    before = counts(place)
    undo = done(place, line).undo
    assert counts(place) != before
    assert undo is not None

    apply(curator(place), [Edit(Action.SPLIT, (name,)) for name in undo.names])

    assert counts(place) == before


@pytest.mark.parametrize("line", ["split ONU", "split Nations unies"])
def test_a_split_is_undone_too(place: Path, line: str) -> None:
    edited(place, "merge Nations unies|ONU")
    merged = counts(place)
    undone(place, line)
    assert counts(place) == merged


def test_to_bring_a_name_back_is_undone_by_dropping_it(place: Path) -> None:
    edited(place, "drop ONU")
    assert undone(place, "split ONU") == "dropped ONU (3 articles)"


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("", "merge ONU|onu", "ONU is ONU already"),
        ("Nations unies = ONU", "merge Nations unies|ONU", "ONU is Nations unies already"),
        ("!ONU", "drop ONU", "ONU is dropped already"),
        ("", "split ONU", "ONU stands alone already"),
        ("ONU", "split ONU", "ONU stands alone already"),
    ],
)
def test_what_is_so_already_is_told_and_changes_nothing(
    place: Path, before: str, line: str, told: str
) -> None:
    (place / aliases.NAME).write_text(before)
    assert edited(place, line) == told
    assert (place / aliases.NAME).read_text() == before


def test_a_name_that_is_not_known_changes_nothing(place: Path) -> None:
    edits = [Edit(Action.DROP, (Name.read("ONU"),)), Edit(Action.DROP, (Name.read("Shahkar"),))]
    with pytest.raises(SearchError, match="did you mean"):
        apply(curator(place), edits)
    with pytest.raises(SearchError, match="did you mean"):
        edited(place, "merge ONU|Rabbat")
    assert not (place / aliases.NAME).exists()


def test_the_name_to_show_can_be_changed(place: Path) -> None:
    edited(place, "merge ONU|Nations unies")
    edited(place, "merge Nations unies|ONU")
    assert written(place) == ["Nations unies = ONU"]


def test_a_name_that_is_merged_takes_its_entity_along(place: Path) -> None:
    edited(place, "merge Faisal Shahkar|F. Shahkar")
    edited(place, "merge F. Shahkar|Faisal Shakar")
    assert counts(place)["person:F. Shahkar"] == 3
    assert "person:Faisal Shahkar" not in counts(place)


def test_a_name_that_articles_merge_stands_alone_once_it_is_split_off(place: Path) -> None:
    told = Curator(Searcher(open_engine(place), Names(Told())), place)
    head = apply(told, [Edit(Action.SPLIT, (Name.read("Nations unies"),))])[0]
    assert head.told == (
        "Nations unies stands alone already; the articles merge ONU into it, which can be split off"
    )
    [found] = apply(told, [Edit(Action.SPLIT, (Name.read("ONU"),))])
    assert found.told == "ONU stands alone (3 articles)"
    assert written(place) == ["ONU"]
    assert found.undo == Edit(Action.MERGE, (Name("", "Nations unies"), Name("", "ONU")))


@pytest.mark.parametrize(
    ("into", "other"),
    [("Pile = face", "ONU"), ("!Kung", "ONU"), ("# 1 mondial", "ONU"), ("ONU", "Rock | Roll")],
)
def test_a_name_that_the_file_cannot_hold_is_refused(tmp_path: Path, into: str, other: str) -> None:
    write_lines(tmp_path / "presse.jsonl", [{"title": "Un", "text": "Un.", "org": [into, other]}])
    build(tmp_path / ".manchette", [tmp_path / "presse.jsonl"], entities="none")
    with pytest.raises(SearchError, match="cannot be an alias"):
        apply(curator(tmp_path / ".manchette"), [Edit(Action.MERGE, (Name("org", into), Name("org", other)))])
    assert not (tmp_path / ".manchette" / aliases.NAME).exists()


def test_a_file_that_cannot_be_written_is_told(place: Path) -> None:
    (place / f"{aliases.NAME}.new").mkdir()
    try:
        with pytest.raises(SearchError, match=r"aliases\.txt cannot be written \(Is a directory\)"):
            edited(place, "drop ONU")
    finally:
        (place / f"{aliases.NAME}.new").rmdir()
