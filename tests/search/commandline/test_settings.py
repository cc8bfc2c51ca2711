"""The settings of a person: which value wins, and what a wrong file is answered with."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.message import CodedError
from index import layout
from search import cli
from search.commandline import settings
from search.commands import COMMAND_NAMES
from search.messages import Language, speaking
from search.notebook.settings import Setting, Settings, merged
from search.render.error import text
from tests.conftest import Run

FILE = Path("config.toml")
SETTINGS = st.lists(
    st.builds(
        Setting,
        st.sampled_from(["", "query", "facets"]),
        st.sampled_from(["limit", "color", "all"]),
        st.integers(0, 9),
        st.sampled_from([Path("a"), Path("b")]),
    )
)


@given(SETTINGS, SETTINGS, SETTINGS)
def test_files_merge_in_their_order_however_they_are_grouped(
    first: list[Setting], second: list[Setting], third: list[Setting]
) -> None:
    every = merged([*first, *second, *third])
    assert set(merged([*merged([*first, *second]), *third])) == set(every)
    assert set(merged([*first, *merged([*second, *third])])) == set(every)
    assert set(merged(every)) == set(every)
    for setting in every:
        same = [one for one in [*first, *second, *third] if one[:2] == setting[:2]]
        assert setting == same[-1]


@given(
    person=st.none() | st.integers(0, 50), index=st.none() | st.integers(0, 50), typed=st.none() | st.integers(0, 50)
)  # fmt: skip
def test_the_command_line_wins_over_the_index_and_that_over_the_person(
    person: int | None, index: int | None, typed: int | None
) -> None:
    files = [(Path("person"), person), (Path("index"), index)]
    found = Settings(
        (), merged(Setting("query", "limit", value, path) for path, value in files if value is not None)
    )
    options = cli.read(["query", "Dakar", *([] if typed is None else ["-n", str(typed)])], found)
    assert options.limit == next((value for value in (typed, index, person) if value is not None), 10)


def written(folder: Path, content: str) -> Settings:
    file = folder / FILE
    file.write_text(content, "utf-8")
    return settings.read([folder / "absent.toml", file], COMMAND_NAMES)


def test_a_folder_that_cannot_be_entered_has_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_file", refused)
    assert settings.read([FILE], COMMAND_NAMES).settings == ()


def test_each_kind_of_option_takes_its_kind_of_value(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        'color = "never"\npager = false\n[chercher]\nall = true\ncollapse = false\nfacet = ["place", "org"]\n'
        'since = 2019\nsort = "récents"\noffset = 3\n[status]\nleft_out = true\n',
    )
    query = cli.read(["query", "Dakar"], found)
    assert (query.color, query.pager, query.matching, query.collapse) == ("never", False, "all", False)
    assert (query.facet, query.since, query.sort, query.offset) == (["place", "org"], "2019", "newest", 3)
    assert cli.read(["status"], found).left_out is True
    assert cli.read(["query", "--any", "--pager"], found).matching == "any"
    assert cli.read(["facets", "place"], found).color == "never"
    assert cli.read(["check"], found).command == "check"


def read_a_query(folder: Path, content: str) -> None:
    found = written(folder, content)
    settings.language(found)
    cli.read(["query", "Dakar"], found)


WRONG = [
    ("limit = 1", "there is no option limit: write it below the name of its command, as [query]"),
    ("[quer]\nlimit = 1", "there is no command [quer]: did you mean query?"),
    ("[query]\nlimt = 2", "there is no option query.limt: did you mean limit?"),
    ("[query]\nindex = 'x'", "there is no option query.index: "),
    ("[query]\nlang = 'de'", "there is no option query.lang: "),
    ("[query]\nno-collapse = true", "there is no option query.no-collapse: did you mean collapse?"),
    ("[query]\nlimit = 'a'", 'query.limit cannot be a: "a" is not a number'),
    ("[query]\nlimit = true", "query.limit cannot be true: type a number, or a text in quotes"),
    ("[query]\nlimit = 1.5", "query.limit cannot be 1.5: type a number"),
    ("[query]\nall = 1", "query.all cannot be 1: type true or false"),
    ("[query]\nsort = 'haut'", "query.sort cannot be haut: type one of relevance, newest, oldest"),
    ("color = 'bleu'", "color cannot be bleu: type one of auto, always, never"),
    ("lang = 'de'", "lang cannot be de: type one of en, fr"),
    ("[query]\n\nlimit 2", "line 3: this is not TOML"),
    ("[query", "line 1: this is not TOML"),
]


@pytest.mark.parametrize(("content", "said"), WRONG)
def test_a_wrong_setting_is_one_line_with_its_file_its_key_and_what_to_type(
    tmp_path: Path, content: str, said: str
) -> None:
    with pytest.raises(CodedError) as raised:
        read_a_query(tmp_path, content)
    line = text(raised.value)
    assert line.startswith(f"{tmp_path / FILE}")
    assert said in line
    assert "\n" not in line
    with speaking(Language.FRENCH):
        assert text(raised.value) != line


def test_settings_hold_in_a_process_and_config_shows_them(home: Path, tmp_path: Path, manchette: Run) -> None:
    mine = tmp_path / "settings" / "manchette"
    mine.mkdir(parents=True)
    (mine / FILE).write_text('lang = "fr"\n[query]\nlimit = 2\n', "utf-8")
    index = tmp_path / ".manchette"
    index.mkdir()
    for path in home.iterdir():
        (index / path.name).symlink_to(path)
    layout.settings(index).write_text("[query]\nlimit = 3\n", "utf-8")

    found = manchette("query", "Dakar", "--format", "ids", "-i", str(home))
    in_index = manchette("query", "Dakar", "--format", "ids", "-i", str(index))
    assert [len(done.stdout.split()) for done in (found, in_index)] == [2, 3]
    assert manchette("query", "introuvablement", "-i", str(home)).stderr.startswith(
        "manchette: aucun article"
    )
    assert manchette("query", "zzz", "-i", str(home), MANCHETTE_LANG="en").stderr.startswith("manchette: no")
    shown = manchette("config", "-i", str(index), "--lang", "en").stdout.splitlines()
    assert any(line.startswith("lang         fr") for line in shown)
    assert any(line.startswith("query.limit  3") for line in shown)
    (mine / FILE).write_text("[query]\nlimt = 2\n", "utf-8")
    broken = manchette("query", "Dakar", "-i", str(home))
    assert (broken.returncode, broken.stdout) == (2, "")
    assert broken.stderr == f"manchette: {mine / FILE}: there is no option query.limt: did you mean limit?\n"


def test_a_default_is_let_go_of_where_it_does_not_fit_and_a_typed_option_is_refused(
    home: Path, tmp_path: Path, manchette: Run
) -> None:
    (tmp_path / "manchette").mkdir()
    (tmp_path / "manchette" / FILE).write_text(
        'quiet = true\n[export]\ndialect = "excel-fr"\nformat = "xlsx"\nfields = "date"\ntitle = "Revue"\n'
        '[query]\nfields = "date"\n[timeline]\nformat = "csv"\n[batch]\nsort = "newest"\nfacet = "org"\n',
        "utf-8",
    )

    (tmp_path / "q.txt").write_text("Dakar\n", "utf-8")

    def run(*words: str) -> tuple[int, str]:
        done = manchette(*words, "-i", str(home), XDG_CONFIG_HOME=str(tmp_path))
        return done.returncode, done.stderr

    for fitting in (
        ("export", "Dakar", "-o", "a.csv"),
        ("export", "Dakar", "--format", "ris"),
        ("query", "Dakar"),
        ("timeline", "Dakar", "-o", "a.png"),
        ("batch", "q.txt", "--format", "trec"),
    ):
        assert run(*fitting) == (0, "")
    assert (tmp_path / "a.csv").read_text("utf-8").startswith("\ufeffdate\n")
    assert run("export", "Dakar", "--format", "ris", "--dialect", "plain")[0] == 2
    assert run("query", "Dakar", "--fields", "title")[0] == 2
    assert "in all" in run("query", "Dakar", "--verbose")[1]
