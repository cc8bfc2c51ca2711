"""The edits of a person to names: what is written to the aliases, the outcome, the undo."""

from pathlib import Path

import pytest

from index.build import build
from index.names import aliases
from index.names.aliases import Name, NameKey
from index.names.resolution import Merge, Names, NoMerges
from index.opening import open_engine
from search.entities.curator import Curator
from search.entities.edits import Action, Edit, Edited, apply, undo
from search.errors import SearchError
from search.messages import Language, sentence, speaking
from search.searcher import Searcher
from tests.support.naming import curator, make
from tests.support.press import write_lines


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("press"))


@pytest.fixture
def home(indexed: Path) -> Path:
    for name in ("aliases.txt", "aliases.before.txt"):
        (indexed / name).unlink(missing_ok=True)
    return indexed


class MergedByArticles(NoMerges):
    """A corpus that merges ONR into Nations rurales."""

    def merged(self) -> dict[NameKey, Merge]:
        return {NameKey("org", "=onr"): Merge(NameKey("org", "=nations_rurales"), "Nations rurales")}


def done(home: Path, line: str) -> Edited:
    """Do `merge A|B`, `drop A` or `split A`."""
    action, _, names = line.partition(" ")
    [edit] = apply(curator(home), [Edit(Action(action), tuple(map(Name.read, names.split("|"))))])
    return edit


def edited(home: Path, line: str) -> str:
    """Do an edit, and return what a person reads of it."""
    return sentence(done(home, line).outcome)


def written(home: Path) -> list[str]:
    return [str(rule) for rule in aliases.read(home).rules]


def counts(home: Path) -> dict[str, int]:
    return {f"{row.value.field}:{row.value.name}": row.articles for row in curator(home).rows()}


def test_the_outcome_of_a_merge_has_the_articles_of_the_entity(home: Path) -> None:
    assert edited(home, "merge Nations rurales|ONR") == "merged ONR into Nations rurales (4 articles)"
    assert written(home) == ["Nations rurales = ONR"]
    assert counts(home)["org:Nations rurales"] == 4


def test_an_outcome_is_said_in_french(home: Path) -> None:
    merged = done(home, "merge Nations rurales|ONR")
    again = done(home, "merge Nations rurales|ONR")
    with speaking(Language.FRENCH):
        assert sentence(merged.outcome) == "«\u00a0Nations rurales\u00a0» regroupe désormais ONR (4 articles)"
        assert sentence(again.outcome) == "«\u00a0Nations rurales\u00a0» regroupe déjà ONR"


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
def test_a_field_is_written_where_the_name_alone_is_ambiguous(
    home: Path, line: str, rules: list[str]
) -> None:
    edited(home, line)
    assert written(home) == rules


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
def test_an_undo_restores_the_file_and_the_counts(home: Path, before: str, line: str) -> None:
    (home / "aliases.txt").write_text(before)
    counted = counts(home)
    done(home, line)
    after = counts(home)

    undo(curator(home))
    assert counts(home) == counted
    assert (home / "aliases.txt").read_text() == before

    undo(curator(home))
    assert counts(home) == after


def test_an_undo_keeps_an_edit_by_hand(home: Path) -> None:
    done(home, "drop ONR")
    (home / "aliases.txt").write_text("!Dakar\n")
    undo(curator(home))
    assert written(home) == []
    undo(curator(home))
    assert written(home) == ["!Dakar"]


def test_an_undo_without_a_change_is_refused(home: Path) -> None:
    with pytest.raises(SearchError, match=r"entity\.nothing_to_undo"):
        undo(curator(home))


def test_the_outcome_of_dropping_a_merged_name_has_its_own_articles(home: Path) -> None:
    merging = Curator(Searcher(open_engine(home), Names(MergedByArticles())), home)
    [edit] = apply(merging, [Edit(Action.DROP, (Name.read("ONR"),))])
    assert sentence(edit.outcome) == "dropped ONR (3 articles)"


@pytest.mark.parametrize(
    ("before", "line", "outcome"),
    [
        ("", "merge ONR|onr", "ONR is ONR already"),
        ("Nations rurales = ONR", "merge Nations rurales|ONR", "ONR is Nations rurales already"),
        ("!ONR", "drop ONR", "ONR is dropped already"),
        ("", "split ONR", "ONR stands alone already"),
        ("ONR", "split ONR", "ONR stands alone already"),
    ],
)
def test_an_edit_that_is_already_done_changes_nothing(
    home: Path, before: str, line: str, outcome: str
) -> None:
    (home / "aliases.txt").write_text(before)
    assert edited(home, line) == outcome
    assert (home / "aliases.txt").read_text() == before


def test_an_edit_of_an_unknown_name_changes_nothing(home: Path) -> None:
    edits = [Edit(Action.DROP, (Name.read("ONR"),)), Edit(Action.DROP, (Name.read("Shahkar"),))]
    with pytest.raises(SearchError, match=r"entity\.unknown_name \(name=Shahkar\)"):
        apply(curator(home), edits)
    with pytest.raises(SearchError, match=r"entity\.unknown_name \(name=Rabbat\)"):
        edited(home, "merge ONR|Rabbat")
    assert not (home / "aliases.txt").exists()


def test_the_name_to_show_can_be_changed(home: Path) -> None:
    edited(home, "merge ONR|Nations rurales")
    edited(home, "merge Nations rurales|ONR")
    assert written(home) == ["Nations rurales = ONR"]


def test_a_name_that_is_merged_takes_its_entity_along(home: Path) -> None:
    edited(home, "merge Faisal Shahkar|F. Shahkar")
    edited(home, "merge F. Shahkar|Faisal Shakar")
    assert counts(home)["person:F. Shahkar"] == 3
    assert "person:Faisal Shahkar" not in counts(home)


def test_a_name_that_articles_merge_stands_alone_once_it_is_split_off(home: Path) -> None:
    merging = Curator(Searcher(open_engine(home), Names(MergedByArticles())), home)
    head = apply(merging, [Edit(Action.SPLIT, (Name.read("Nations rurales"),))])[0]
    assert sentence(head.outcome) == (
        "Nations rurales stands alone already; the articles merge ONR into it, which can be split off"
    )
    [edit] = apply(merging, [Edit(Action.SPLIT, (Name.read("ONR"),))])
    assert sentence(edit.outcome) == "ONR stands alone (3 articles)"
    assert written(home) == ["ONR"]
    assert edit.changed


@pytest.mark.parametrize(
    ("into", "other"),
    [("Pile = face", "ONR"), ("!Kung", "ONR"), ("# 1 mondial", "ONR"), ("ONR", "Rock | Roll")],
)
def test_a_name_that_the_aliases_cannot_hold_is_refused(tmp_path: Path, into: str, other: str) -> None:
    write_lines(tmp_path / "presse.jsonl", [{"title": "Un", "text": "Un.", "org": [into, other]}])
    build(tmp_path / ".manchette", [tmp_path / "presse.jsonl"], entities="none")
    with pytest.raises(SearchError, match=r"entity\.no_alias"):
        apply(curator(tmp_path / ".manchette"), [Edit(Action.MERGE, (Name("org", into), Name("org", other)))])
    assert not (tmp_path / ".manchette" / "aliases.txt").exists()


def test_a_file_that_cannot_be_written_is_an_error(home: Path) -> None:
    (home / "aliases.txt.new").mkdir()
    try:
        with pytest.raises(
            SearchError, match=r"entity\.not_written \(.*aliases\.txt, cause=error\.is_a_folder\)"
        ):
            edited(home, "drop ONR")
    finally:
        (home / "aliases.txt.new").rmdir()
