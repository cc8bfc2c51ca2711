"""Each peer finds what its chain promises."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus import Article, Found
from tests.relevance import peers
from tests.relevance.peers import lucene
from tests.relevance.systems import System, ours, two_fields

TEXTS = {
    "a": "Les élections présidentielles approchent.",
    "b": "Le marché de la ville a rouvert.",
    "c": "Rien de neuf.",
}


def article(name: str, text: str) -> Article:
    return Article(id=name, title="", title_found=Found.METADATA, body=text, raw="", path="")


def answer(system: System, folder: Path, text: str) -> Sequence[str]:
    system.build((article(*row) for row in TEXTS.items()), folder)
    return list(system.open(folder)(text, 10))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fts5", "elections presidentielles"),  # accents
        ("lucene", "election"),  # accents and plurals, of words of five letters and more
        ("lucene", "l’élection ?"),  # elision, with either apostrophe
        ("tantivy", "election"),  # accents and plurals
        ("tantivy", "L'élection ?"),
        ("whoosh", "élection"),  # plurals: it folds after it stems
        ("xapian", "élection"),  # plurals, no accents
    ],
)
def test_a_peer_finds_what_its_chain_promises(name: str, text: str, tmp_path: Path) -> None:
    if peers.missing(name):
        pytest.skip(peers.missing(name))
    assert answer(peers.PEERS[name], tmp_path, text) == ["a"]


@pytest.mark.parametrize("name", peers.PEERS)
def test_a_peer_takes_any_of_the_words_and_no_sign_for_an_operator(name: str, tmp_path: Path) -> None:
    if peers.missing(name):
        pytest.skip(peers.missing(name))
    text = '"marché" : (NOT élections) AND -ville*^2 OR foobar ?'
    assert set(answer(peers.PEERS[name], tmp_path, text)) == {"a", "b"}


def test_ours_relaxes_as_a_person_sees_it(tmp_path: Path) -> None:
    assert answer(ours("whoosh"), tmp_path, "marche girafe") == ["b"]


def test_the_two_fields_do_not_count_the_lead_twice(tmp_path: Path) -> None:
    """The lead is the first 150 words: the article that has the word in it comes first for our ranking alone."""
    last, first = "du sel " * 200 + "port", "port " + "du sel " * 200
    press = [article("a", last), article("b", first)]
    found = {}
    for name, system in {"ours": ours("whoosh"), "two fields": two_fields("whoosh")}.items():
        (tmp_path / name).mkdir()
        system.build(press, tmp_path / name)
        found[name] = list(system.open(tmp_path / name)("port", 10))

    assert found == {"ours": ["b", "a"], "two fields": ["a", "b"]}


def test_a_missing_peer_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda _: None)
    assert peers.missing("xapian") == "xapian is not installed; type: pip install -e '.[peers]'"
    assert not peers.missing("fts5")


def test_lucene_is_passed_over_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/javac")
    assert peers.missing("lucene").endswith("; type: python -m tests.relevance.peers")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert peers.missing("lucene") == "Java is not installed: Lucene needs a JDK, of Java 11 or later"


def test_lucene_that_died_is_no_empty_answer(tmp_path: Path) -> None:
    if peers.missing("lucene"):
        pytest.skip(peers.missing("lucene"))
    answer = peers.PEERS["lucene"].open(tmp_path)  # no index is there
    with pytest.raises((subprocess.CalledProcessError, BrokenPipeError)):
        answer("marché", 10)


def test_lucene_is_not_fetched_from_a_jar_that_was_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def copied(command: Sequence[str], **_: object) -> None:
        folder = Path(command[-1].partition("=")[2])
        for jar in lucene.SHA256:
            (folder / jar).write_bytes(b"something else")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/mvn")
    monkeypatch.setattr("subprocess.run", copied)
    with pytest.raises(SystemExit, match="is not the one that was pinned"):
        lucene.fetch()
    assert not list(tmp_path.rglob("*.jar"))
