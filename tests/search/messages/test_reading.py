"""What a person reads of a file that could not be read."""

from pathlib import Path

import pytest

from corpus import Rejected, read
from corpus.records import replace
from index.building.report import Report
from index.storage.catalog import Catalog
from search.messages import Language, sentence, speaking
from search.render import in_shell, json_of_files, plain

NOTHING = Report(0, 0, 0, 0, 0, 0, (), "whoosh", 0.0)

FILES = [
    ("a.txt", "", "vide", "empty"),
    ("a.csv", "texte\nPort,port\n", "2 cellules pour 1 dans l’en-tête", "2 cells, the header has 1"),
    ("a.jsonl", '{"texte": "Port"\n', "JSON incorrect", "not JSON"),
    ("a.png", "", "format non pris en charge (.png)", "not a format read (.png)"),
]


@pytest.mark.parametrize(("name", "content", "french", "english"), FILES)
def test_an_index_made_in_one_language_says_in_another_what_was_rejected(
    tmp_path: Path, name: str, content: str, french: str, english: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    catalog = Catalog.create(tmp_path / "catalog.sqlite")
    for rejected in read(tmp_path / name, name=name, columns={}):
        assert isinstance(rejected, Rejected)
        catalog.note_rejected(rejected)
    [kept] = catalog.rejected()
    catalog.close()
    assert sentence(kept.reason).startswith(english)
    with speaking(Language.FRENCH):
        assert sentence(kept.reason).startswith(french)


def test_the_report_of_a_build_is_said_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("texte\nPort,port\n", "utf-8")
    found = read(tmp_path / "a.csv", name="a.csv", columns={})
    done = replace(NOTHING, rejected=tuple(piece for piece in found if isinstance(piece, Rejected)))
    reason = "2 cellules pour 1 dans l’en-tête\u00a0: un texte se met entre guillemets"
    with speaking(Language.FRENCH):
        assert f"  a.csv, ligne 2\u00a0: {reason}\n" in plain.text(in_shell(done, 120))
        assert (
            f'"where": "ligne 2", "reason": "{reason}", "code": "reading.too_many_cells"'
            in json_of_files.report(done)
        )
