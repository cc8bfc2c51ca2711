"""Whatever came, changed, moved and went: the lines that are left out are those of an index made anew."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Article
from corpus.lines import line_digests
from index import layout, opening
from index.build import build
from index.building import furniture, pipeline
from index.building.furniture import Learner
from index.building.update import Update
from index.check import check
from index.engine import Ask
from index.query import Everything, Term
from index.storage.lines import LeftOut, Lined
from tests.support.engines import LOCAL_ENGINES
from tests.support.press import write_lines
from tests.support.state import State, state

SLOGAN = "Aïssatou Ndiaye, directrice du Phare, vous remercie"
TOWNS = ("Taroudant", "Ziguinchor", "Korhogo", "Ségou", "Gafsa", "Louga", "Bouaké", "Tamanrasset")
FILES = ("a.jsonl", "b.jsonl", "c/d.jsonl")


def record(number: int, *, slogan: bool = True, **rest: object) -> dict[str, object]:
    """Return a record: an article of its own for each number."""
    town, other = TOWNS[number % 8], TOWNS[number // 8 % 8]
    lines = [
        f"La route de {town} rouvre, dit le maire de {other}.",
        f"À {town}, le marché attend la pluie depuis mai.",
    ]
    text = "\n\n".join([*lines, SLOGAN] if slogan else lines)
    return {"id": f"n{number}", "texte": text, "journal": "Le Phare", **rest}


def articles(home: Path) -> dict[str, Article]:
    with closing(opening.open_engine(home)) as engine:
        return {hit.article.id: hit.article for hit in engine.search(Everything(), Ask(1000)).hits}


def made_of(tmp_path: Path, records: list[dict[str, object]], engine: str, **wanted: object) -> Path:
    """Return the home of an index of these records."""
    (tmp_path / "presse").mkdir(exist_ok=True)
    write_lines(tmp_path / "presse" / "a.jsonl", records)
    build(tmp_path / ".manchette", [tmp_path / "presse"], engine=engine, **wanted)  # type: ignore[arg-type] # a test says which
    return tmp_path / ".manchette"


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_a_line_that_recurs_is_out_of_the_index_and_in_the_raw_text(tmp_path: Path, engine: str) -> None:
    home = made_of(tmp_path, [record(number) for number in range(6)], engine)

    first = articles(home)["n0"]
    assert SLOGAN in first.body
    assert SLOGAN not in first.text
    with closing(opening.open_engine(home)) as opened:
        assert opened.search(Term("exact", "remercie"), Ask()).total.count == 0
    with closing(opening.open_catalog(home)) as catalog:
        assert "remercie" in (catalog.raw("n0") or "")
        assert catalog.lines.left_out() == LeftOut(lines=1, articles=6)
    assert list(check(home)) == []


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_a_sentence_that_eight_articles_of_a_story_print_again_is_found_and_shown(
    tmp_path: Path, engine: str
) -> None:
    background = "Aïssatou Ndiaye, qui dirigeait le port, conteste les faits qui lui sont reprochés."
    records = [record(number, slogan=False) for number in range(40)]
    for one in records[:8]:
        one["texte"] = f"{one['texte']}\n\n{background}"
    home = made_of(tmp_path, records, engine)

    with closing(opening.open_engine(home)) as opened:
        assert opened.search(Term("exact", "conteste"), Ask()).total.count == 8
    assert background in articles(home)["n0"].text


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_names_that_stand_in_nothing_else_go_and_those_of_the_record_stay(
    tmp_path: Path, engine: str
) -> None:
    records = [record(number) for number in range(5)]
    records.append(record(5, personnes=["Aïssatou Ndiaye", "Jean Bart"]))
    records.append(
        record(6, texte=f"Aïssatou Ndiaye a ouvert le port de Louga mardi.\n\nIl pleut.\n\n{SLOGAN}")
    )
    home = made_of(tmp_path, records, engine)

    persons = {article.id: article.person for article in articles(home).values()}
    assert persons["n0"] == ()
    assert persons["n5"] == ("Aïssatou Ndiaye", "Jean Bart")
    assert [person.replace("'", "’") for person in persons["n6"]] == ["Aïssatou Ndiaye"]
    assert state(home).facets["person"] == {"Aïssatou Ndiaye": 2, "Jean Bart": 1}


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_articles_that_go_give_the_line_back(tmp_path: Path, engine: str) -> None:
    home = made_of(tmp_path, [record(number) for number in range(4)], engine)
    before = state(home)
    write_lines(tmp_path / "presse" / "b.jsonl", [record(4)])
    assert build(home).left_out == LeftOut(lines=1, articles=5)
    assert state(home) != before

    (tmp_path / "presse" / "b.jsonl").unlink()

    assert build(home).left_out == LeftOut(lines=0, articles=0)
    assert state(home) == before


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_an_article_that_comes_later_leaves_known_lines_out_at_once(tmp_path: Path, engine: str) -> None:
    home = made_of(tmp_path, [record(number) for number in range(5)], engine)
    write_lines(tmp_path / "presse" / "b.jsonl", [record(5), record(6, slogan=False)])
    build(home)

    assert {name: one.furniture for name, one in articles(home).items()} == {
        **{f"n{number}": (2,) for number in range(6)},
        "n6": (),
    }


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_a_build_that_died_between_its_two_commits_is_mended_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    home = made_of(tmp_path, [record(number) for number in range(4)], engine)
    write_lines(tmp_path / "presse" / "b.jsonl", [record(4)])
    with monkeypatch.context() as patch:
        patch.setattr(Update, "_write_again", died)
        with pytest.raises(KeyboardInterrupt):
            build(home)

    assert build(home).left_out == LeftOut(lines=1, articles=5)
    mended = state(home)
    build(home, rebuild=True)

    assert state(home) == mended
    assert list(check(home)) == []


def died(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_headline_is_not_made_of_furniture(tmp_path: Path) -> None:
    records = [record(number) for number in range(5)]
    for one in records:
        one["texte"] = f"Bonne lecture matinale.\n\n{one['texte']}"
    titles = [article.title for article in articles(made_of(tmp_path, records, "whoosh")).values()]
    assert all(title.startswith("La route de") for title in titles)


def test_articles_that_change_their_id_and_their_furniture_at_once_keep_both(tmp_path: Path) -> None:
    home = made_of(tmp_path, [record(number, id="x") for number in range(1, 5)], "whoosh")
    (tmp_path / "presse" / "a").mkdir()
    write_lines(tmp_path / "presse" / "a" / "first.jsonl", [record(5, id="x")])

    build(home)
    updated = state(home)
    build(home, rebuild=True)

    assert state(home) == updated
    assert {article.furniture for article in updated.articles.values()} == {(2,)}


RECORDS = st.lists(
    st.builds(
        lambda number, slogan, source, name: {
            **record(number, slogan=slogan),
            "journal": source,
            "id": name or f"n{number}",
        },
        st.integers(0, 63),
        st.sampled_from([True, True, True, False]),
        st.sampled_from(["Le Phare", "Le Phare", "LE PHARE", "Le Jour", ""]),
        st.sampled_from(["", "", "", "x"]),
    ),
    min_size=2,
    max_size=6,
)
HISTORIES = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(FILES, RECORDS)), min_size=2, max_size=4
)


def write(folder: Path, contents: dict[str, list[dict[str, object]]]) -> None:
    """Make a folder hold these files and no others."""
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name in contents:
            write_lines(path, contents[name])
        else:
            path.unlink(missing_ok=True)


@pytest.mark.long
@pytest.mark.parametrize("engine", LOCAL_ENGINES)
@given(HISTORIES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_brought_up_to_date_leaves_out_what_one_made_anew_does(
    tmp_path: Path, engine: str, history: list[dict[str, list[dict[str, object]]]]
) -> None:
    shutil.rmtree(tmp_path / "presse", ignore_errors=True)
    home = tmp_path / "presse" / ".manchette"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(furniture, "_LEARN_AT", (5, 7))
        for contents in history:
            write(tmp_path / "presse", contents)
            build(home, [tmp_path / "presse"], engine=engine)
    updated = state(home)
    assert list(check(home)) == []

    build(home, rebuild=True)

    assert state(home) == updated


def state_of(folder: Path, records: list[dict[str, object]], jobs: int = 1) -> State:
    """Return what an index of these records in a folder holds."""
    folder.mkdir()
    write_lines(folder / "a.jsonl", records)
    build(folder / ".manchette", [folder], engine="tantivy", jobs=jobs)
    return state(folder / ".manchette")


def test_the_order_of_the_articles_does_not_matter(tmp_path: Path) -> None:
    records = [record(number, slogan=number % 3 > 0) for number in range(20)]
    assert state_of(tmp_path / "straight", records) == state_of(tmp_path / "turned", records[::-1])


@pytest.mark.parametrize("learn_at", [(5,), (5, 20), (1000,)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_learnt_on_the_way_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, learn_at: tuple[int, ...], jobs: int
) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 4)
    monkeypatch.setattr(pipeline, "ONE_PROCESS_BYTES", 0)
    monkeypatch.setattr(pipeline, "ONE_PROCESS_ARTICLES", 0)
    records = [record(number, slogan=number % 3 > 0) for number in range(40)]
    expected = state_of(tmp_path / "expected", records)
    monkeypatch.setattr(furniture, "_LEARN_AT", learn_at)

    assert state_of(tmp_path / "learnt", records, jobs) == expected


def test_lines_are_learnt_while_articles_are_read() -> None:
    learner = Learner({})
    for number in range(furniture._LEARN_AT[0]):
        assert learner.known == {}
        learner.take(
            Lined("le phare", line_digests(f"La ville {'abcdefghij'[number % 10] * (number + 1)}.\n{SLOGAN}"))
        )
    assert learner.known == {"le phare": {line_digests(SLOGAN)}}


def test_an_index_that_leaves_out_other_lines_than_it_should_is_found(tmp_path: Path) -> None:
    home = made_of(tmp_path, [record(number) for number in range(6)], "whoosh")
    with closing(sqlite3.connect(layout.catalog(layout.generation(home, 1)))) as catalog:
        catalog.execute("UPDATE lines SET furniture = '' WHERE id = 'n3'")
        catalog.commit()
    assert [problem.what.code for problem in check(home)] == ["index.furniture_changed"]


def test_an_index_with_lines_that_changed_is_made_anew(tmp_path: Path) -> None:
    home = made_of(tmp_path, [record(number) for number in range(6)], "whoosh")
    with closing(sqlite3.connect(layout.catalog(layout.generation(home, 1)))) as catalog:
        catalog.execute("UPDATE lines SET digests = x'00' WHERE id = 'n3'")
        catalog.commit()
    assert [problem.what.code for problem in check(home)] == ["index.furniture_changed"]
    (tmp_path / "presse" / "b.jsonl").write_text(json.dumps(record(9)), "utf-8")

    assert build(home).damage is not None
    assert list(check(home)) == []
