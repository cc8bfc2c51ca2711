"""What a person changes about names: what is written, what is told, what undoes it."""

from pathlib import Path

import pytest

from index import aliases, open_engine
from index.aliases import Key, Name
from index.build import build
from index.names import Names, Unknown, Value
from search.curator import Curator
from search.edits import Action, Edit, Edited, apply, undo
from search.errors import SearchError
from search.searcher import Searcher
from tests.index.press import write_lines
from tests.search.naming import curator, make


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("press"))


@pytest.fixture
def place(indexed: Path) -> Path:
    for name in (aliases.NAME, aliases.BEFORE):
        (indexed / name).unlink(missing_ok=True)
    return indexed


class Told(Unknown):
    """A corpus that merges ONR into Nations rurales."""

    def merged(self) -> dict[Key, Value]:
        return {Key("org", "=onr"): Value("org", "Nations rurales")}


def done(place: Path, line: str) -> Edited:
    """Do `merge A|B`, `drop A` or `split A`."""
    action, _, names = line.partition(" ")
    [found] = apply(curator(place), [Edit(Action(action), tuple(map(Name.read, names.split("|"))))])
    return found


def edited(place: Path, line: str) -> str:
    """Do an edit, and return what was told."""
    return done(place, line).told


def written(place: Path) -> list[str]:
    return [str(rule) for rule in aliases.read(place).rules]


def counts(place: Path) -> dict[str, int]:
    return {f"{row.value.field}:{row.value.name}": row.articles for row in curator(place).rows()}


def test_a_merge_is_told_with_the_articles_that_the_entity_has_now(place: Path) -> None:
    assert edited(place, "merge Nations rurales|ONR") == "merged ONR into Nations rurales (4 articles)"
    assert written(place) == ["Nations rurales = ONR"]
    assert counts(place)["org:Nations rurales"] == 4


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("merge faisal shahkar|FAISAL SHAKAR", ["Faisal Shahkar = Faisal Shakar"]),
        ("merge person:Faisal Shahkar|person:F. Shahkar", ["Faisal Shahkar = F. Shahkar"]),
        ("merge Rabat|Lire", ["Rabat = place:Lire"]),
        ("merge Faisal Shahkar|Lire", ["Faisal Shahkar = person:Lire"]),
        ("merge ONR|Rabat", ["org:ONR = place:Rabat"]),
        ("merge journal:Le Phare|source:L’Écho", ["source:Le Phare = source:L’Écho"]),
        ("drop Rabat", ["!Rabat"]),
        ("drop Lire", ["!place:Lire"]),
        ("drop person:Lire", ["!person:Lire"]),
    ],
)
def test_a_field_is_written_where_it_tells_something(place: Path, line: str, rules: list[str]) -> None:
    edited(place, line)
    assert written(place) == rules


@pytest.mark.parametrize("before", ["", "# mine\nLire = Rabat\n!Dakar\n", "Nations rurales = ONR\n"])
@pytest.mark.parametrize(
    "line",
    [
        "merge Faisal Shahkar|Faisal Shakar|F. Shahkar",
        "merge ONR|Rabat",
        "merge person:Lire|place:Lire",
        "drop ONR",
        "drop Lire",
    ],
)
def test_what_is_undone_leaves_the_file_and_the_counts_as_they_were(
    place: Path, before: str, line: str
) -> None:
    (place / aliases.NAME).write_text(before)
    counted = counts(place)
    done(place, line)
    after = counts(place)

    undo(curator(place))
    assert counts(place) == counted
    assert (place / aliases.NAME).read_text() == before

    undo(curator(place))
    assert counts(place) == after


def test_an_edit_by_hand_is_not_lost_by_undoing_what_was_before_it(place: Path) -> None:
    done(place, "drop ONR")
    (place / aliases.NAME).write_text("!Dakar\n")
    undo(curator(place))
    assert written(place) == []
    undo(curator(place))
    assert written(place) == ["!Dakar"]


def test_where_nothing_was_changed_nothing_is_undone(place: Path) -> None:
    with pytest.raises(SearchError, match="nothing to undo"):
        undo(curator(place))


def test_a_name_that_is_merged_and_dropped_is_told_with_its_own_articles(place: Path) -> None:
    told = Curator(Searcher(open_engine(place), Names(Told())), place)
    [found] = apply(told, [Edit(Action.DROP, (Name.read("ONR"),))])
    assert found.told == "dropped ONR (3 articles)"


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("", "merge ONR|onr", "ONR is ONR already"),
        ("Nations rurales = ONR", "merge Nations rurales|ONR", "ONR is Nations rurales already"),
        ("!ONR", "drop ONR", "ONR is dropped already"),
        ("", "split ONR", "ONR stands alone already"),
        ("ONR", "split ONR", "ONR stands alone already"),
    ],
)
def test_what_is_so_already_is_told_and_changes_nothing(
    place: Path, before: str, line: str, told: str
) -> None:
    (place / aliases.NAME).write_text(before)
    assert edited(place, line) == told
    assert (place / aliases.NAME).read_text() == before


def test_a_name_that_is_not_known_changes_nothing(place: Path) -> None:
    edits = [Edit(Action.DROP, (Name.read("ONR"),)), Edit(Action.DROP, (Name.read("Shahkar"),))]
    with pytest.raises(SearchError, match="did you mean"):
        apply(curator(place), edits)
    with pytest.raises(SearchError, match="did you mean"):
        edited(place, "merge ONR|Rabbat")
    assert not (place / aliases.NAME).exists()


def test_the_name_to_show_can_be_changed(place: Path) -> None:
    edited(place, "merge ONR|Nations rurales")
    edited(place, "merge Nations rurales|ONR")
    assert written(place) == ["Nations rurales = ONR"]


def test_a_name_that_is_merged_takes_its_entity_along(place: Path) -> None:
    edited(place, "merge Faisal Shahkar|F. Shahkar")
    edited(place, "merge F. Shahkar|Faisal Shakar")
    assert counts(place)["person:F. Shahkar"] == 3
    assert "person:Faisal Shahkar" not in counts(place)


def test_a_name_that_articles_merge_stands_alone_once_it_is_split_off(place: Path) -> None:
    told = Curator(Searcher(open_engine(place), Names(Told())), place)
    head = apply(told, [Edit(Action.SPLIT, (Name.read("Nations rurales"),))])[0]
    assert head.told == (
        "Nations rurales stands alone already; the articles merge ONR into it, which can be split off"
    )
    [found] = apply(told, [Edit(Action.SPLIT, (Name.read("ONR"),))])
    assert found.told == "ONR stands alone (3 articles)"
    assert written(place) == ["ONR"]
    assert found.changed


@pytest.mark.parametrize(
    ("into", "other"),
    [("Pile = face", "ONR"), ("!Kung", "ONR"), ("# 1 mondial", "ONR"), ("ONR", "Rock | Roll")],
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
            edited(place, "drop ONR")
    finally:
        (place / f"{aliases.NAME}.new").rmdir()
