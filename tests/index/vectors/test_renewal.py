"""The vectors follow the articles of the engine, however these came."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import Article
from index import layout
from index.build import build
from index.document import prepare, stem_text
from index.engine import Ask
from index.engines import create, open_engine, open_writer
from index.errors import Damaged
from index.opening import open_engine as open_index
from index.query import Everything
from index.vectors import renewal, since
from index.vectors.file import counts, key
from index.vectors.reader import VectorFile, open_vectors
from index.vectors.renewal import Renewal
from index.vectors.reranking import Near
from tests.support.engines import LOCAL_ENGINES
from tests.support.failures import raises
from tests.support.oracle import MemoryIndex
from tests.support.press import article, story, write_lines, write_stories

MANY = 40
PRESS = tuple(article(f"a{number}", f"Titre {number}", story(number)) for number in range(MANY))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "_MIN_ARTICLES", 10)
    monkeypatch.setattr(renewal, "_ARTICLES_AT_ONCE", 7)


def made(folder: Path, articles: Iterable[Article], *, noted: bool = True) -> MemoryIndex:
    """Make the vectors of articles, whose stems are noted or have to be read again."""
    folder.mkdir(exist_ok=True)
    kept = MemoryIndex()
    change(folder, kept, articles, noted=noted)
    return kept


def change(
    folder: Path,
    kept: MemoryIndex,
    added: Iterable[Article],
    removed: Sequence[str] = (),
    *,
    noted: bool = True,
    one_file: bool = False,
) -> None:
    fresh, writer = Renewal(folder, one_file=one_file), kept.writer()
    touched = set(removed)
    for gone in removed:
        writer.remove(gone)
    for one in added:
        touched.add(one.id)
        writer.remove(one.id)
        writer.add(prepare(one))
        if noted:
            fresh.take(one.id, counts(stem_text(one)))
    writer.commit()
    fresh.write(kept.engine(), touched)
    fresh.close()


def near(folder: Path, stem: str) -> Near:
    vectors = open_vectors(folder)
    assert vectors is not None
    found = vectors.near([stem])
    assert found is not None
    return found


def test_the_order_of_the_articles_changes_nothing(tmp_path: Path) -> None:
    shuffled = list(PRESS)
    Random(1).shuffle(shuffled)

    made(tmp_path / "one", PRESS)
    made(tmp_path / "two", shuffled)

    assert (tmp_path / "one" / "vectors").read_bytes() == (tmp_path / "two" / "vectors").read_bytes()


def test_what_waited_in_memory_and_what_is_read_again_are_the_same(tmp_path: Path) -> None:
    made(tmp_path / "noted", PRESS)
    made(tmp_path / "read", PRESS, noted=False)

    assert (tmp_path / "noted" / "vectors").read_bytes() == (tmp_path / "read" / "vectors").read_bytes()


def test_the_vectors_are_the_same_from_engine_to_engine(tmp_path: Path) -> None:
    for name in ("whoosh", "tantivy"):
        create(name, tmp_path / name / "engine")
        writer = open_writer(name, tmp_path / name / "engine")
        for one in PRESS:
            writer.add(prepare(one))
        writer.commit()
        engine = open_engine(name, tmp_path / name / "engine")
        Renewal(tmp_path / name).write(engine, ())
        engine.close()

    assert (tmp_path / "whoosh" / "vectors").read_bytes() == (tmp_path / "tantivy" / "vectors").read_bytes()


def test_few_articles_have_no_vectors(tmp_path: Path) -> None:
    kept = made(tmp_path, PRESS[:9])
    assert open_vectors(tmp_path) is None

    change(tmp_path, kept, PRESS)
    assert open_vectors(tmp_path) is not None

    change(tmp_path, kept, (), [one.id for one in PRESS[9:]])
    assert open_vectors(tmp_path) is None


def test_an_article_that_is_added_is_folded_in_and_the_others_stay_as_they_were(tmp_path: Path) -> None:
    kept = made(tmp_path, PRESS[:-2])
    keys = [key(one.id) for one in PRESS]
    before = list(near(tmp_path, "election")(keys))
    change(tmp_path, kept, PRESS[-2:])
    after = list(near(tmp_path, "election")(keys))

    assert after[:-2] == before[:-2]
    assert before[-2:] == [0.0, 0.0]
    assert max(after[-2:]) > 0


def test_an_article_that_changed_has_another_vector_and_one_that_is_removed_none(tmp_path: Path) -> None:
    kept = made(tmp_path, PRESS)
    keys = [key(one.id) for one in PRESS[:3]]
    before = list(near(tmp_path, "pech")(keys))
    changed = article("a1", PRESS[0].title, PRESS[0].body)

    change(tmp_path, kept, [changed], ["a2"])
    after = list(near(tmp_path, "pech")(keys))

    assert after == [before[0], pytest.approx(before[0], abs=1e-3), 0.0]
    assert before[1] != pytest.approx(before[0], abs=1e-3)


def test_the_space_is_fitted_again_where_the_corpus_has_grown_by_half(tmp_path: Path) -> None:
    kept = made(tmp_path, PRESS[:20])
    change(tmp_path, kept, PRESS[20:29])
    made(tmp_path / "29", PRESS[:29])
    assert (tmp_path / "vectors").read_bytes() != (tmp_path / "29" / "vectors").read_bytes()

    change(tmp_path, kept, PRESS[29:30])
    made(tmp_path / "30", PRESS[:30])
    assert (tmp_path / "vectors").read_bytes() == (tmp_path / "30" / "vectors").read_bytes()


def test_what_a_build_that_was_killed_left_undone_is_mended(tmp_path: Path) -> None:
    kept = made(tmp_path, PRESS[:-1])
    writer = kept.writer()
    writer.add(prepare(PRESS[-1]))
    writer.commit()

    change(tmp_path, kept, ())
    expected = made(tmp_path / "other", PRESS[:-1])
    change(tmp_path / "other", expected, PRESS[-1:])

    assert (tmp_path / "vectors").read_bytes() == (tmp_path / "other" / "vectors").read_bytes()


@pytest.mark.parametrize("engine", LOCAL_ENGINES)
def test_articles_whose_ids_changed_keep_their_vectors(tmp_path: Path, engine: str) -> None:
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    write_stories(press, range(10, 40))
    namesakes: list[dict[str, object]] = [{"id": "x", "texte": story(number)} for number in range(1, 8)]
    write_lines(press / "b.jsonl", namesakes[:4])
    build(home, [press], engine=engine, entities="none")
    before = _scores(home, "election")

    write_lines(press / "a.jsonl", namesakes[4:])
    (press / "0000.txt").write_text(story(10), "utf-8")
    (press / "0012.txt").unlink()
    report = build(home)

    assert (report.added, report.changed, report.removed) == (4, 0, 1)
    after = _scores(home, "election")
    assert len(after) == len(before) + 3 - 1
    assert max(after.values()) > 0
    assert all(
        score == pytest.approx(before[text], abs=1e-3) for text, score in after.items() if text in before
    )


def _scores(home: Path, stem: str) -> dict[str, float]:
    """Return how near each text of an index is to a stem: of twins, all are as near."""
    folder = layout.generation(home, 1)
    with closing(open_index(home)) as engine:
        articles = [hit.article for hit in engine.search(Everything(), Ask(100)).hits]
    scores = near(folder, stem)([key(one.id) for one in articles])
    found: dict[str, float] = {}
    for one, score in zip(articles, scores, strict=True):
        assert found.setdefault(one.text, score) == pytest.approx(score, abs=1e-3)
    return found


@pytest.mark.parametrize("content", [b"", b"vectors", b"x" * 500])
def test_a_damaged_file_is_reported_and_made_anew(tmp_path: Path, content: bytes) -> None:
    kept = made(tmp_path, PRESS)
    whole = (tmp_path / "vectors").read_bytes()
    for damaged in (content, whole[:-1], whole + b"\0"):
        (tmp_path / "vectors").write_bytes(damaged)
        with raises(Damaged, "index.damaged_file", "mend.index"):
            VectorFile(tmp_path / "vectors")

    change(tmp_path, kept, ())

    assert (tmp_path / "vectors").read_bytes() == whole


STEPS = st.lists(st.tuples(st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11))), max_size=4)


@given(STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_vectors_beside_the_file_are_those_of_a_file_that_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[tuple[set[int], set[int]]]
) -> None:
    """Whatever came, changed and went; when the file is written anew at last, it is the same file."""
    monkeypatch.setattr(since, "_MAX_CHANGED_SHARE", 1.0)
    folders = {one_file: tmp_path / str(one_file) for one_file in (False, True)}
    for folder in folders.values():
        shutil.rmtree(folder, ignore_errors=True)
    kept = {one_file: made(folder, PRESS) for one_file, folder in folders.items()}
    keys = [key(f"a{number}") for number in range(MANY)]
    for added, removed in [*steps, ({0}, set[int]())]:
        fresh = [article(f"a{number}", "Autre titre", story(number + 50)) for number in sorted(added)]
        gone = [f"a{number}" for number in sorted(removed - added)]
        for one_file, folder in folders.items():
            change(folder, kept[one_file], fresh, gone, one_file=one_file)
        beside, alone = (list(near(folder, "election")(keys)) for folder in folders.values())
        assert beside == alone

    assert layout.vectors_since(folders[False]).exists()
    change(folders[False], kept[False], (), one_file=True)
    assert not layout.vectors_since(folders[False]).exists()
    assert layout.vectors(folders[False]).read_bytes() == layout.vectors(folders[True]).read_bytes()


def test_the_file_is_written_anew_when_many_vectors_came_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(since, "_MAX_CHANGED_SHARE", 0.1)
    kept = made(tmp_path, PRESS[:30])
    whole, beside = layout.vectors(tmp_path), layout.vectors_since(tmp_path)
    before = whole.read_bytes()

    change(tmp_path, kept, PRESS[30:32])
    assert (whole.read_bytes(), beside.exists()) == (before, True)
    change(tmp_path, kept, PRESS[32:34])

    assert (whole.read_bytes() == before, beside.exists()) == (False, False)


@pytest.mark.parametrize("content", [b"", b"no vectors" * 9])
def test_damaged_vectors_beside_the_file_are_reported_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(since, "_MAX_CHANGED_SHARE", 1.0)
    kept = made(tmp_path, PRESS[:30])
    change(tmp_path, kept, PRESS[30:32])
    layout.vectors_since(tmp_path).write_bytes(content)
    with raises(Damaged, "index.damaged_file", "mend.index"):
        open_vectors(tmp_path)

    change(tmp_path, kept, ())

    made(tmp_path / "other", PRESS[:32])
    assert layout.vectors(tmp_path).read_bytes() == layout.vectors(tmp_path / "other").read_bytes()
    assert not layout.vectors_since(tmp_path).exists()
