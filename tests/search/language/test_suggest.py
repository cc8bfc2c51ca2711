import pytest

from index.fields import BY_NAME
from search.language.suggest import Names, Value, completions

PERSON = ("person", "personne")

CASES: list[tuple[str, Names | Value | None]] = [
    # a bar is the cursor
    ("|", Names(0, "", tuple(BY_NAME))),
    ("sécurité |", Names(9, "", tuple(BY_NAME))),
    ("sécurité per|", Names(9, "per", PERSON)),
    ("sécurité per| Maroc", Names(9, "per", PERSON)),
    ("PER|", Names(0, "PER", PERSON)),
    ("-per|", Names(1, "per", PERSON)),
    ("a OR (per|", Names(6, "per", PERSON)),
    ("jour|", Names(0, "jour", ("jour", "journal"))),
    ("xyz|", None),
    ("a-per|", None),
    ("=per|", None),
    ("per~|", None),
    ('"per|', None),
    ('"a b"per|', None),
    ("mot ^3 per|", None),
    ("person:|", Value(7, "", "person", quoted=False)),
    ("personne:abdel|", Value(9, "abdel", "person", quoted=False)),
    ('person:"Abdel|', Value(7, "Abdel", "person", quoted=True)),
    ('person:"Abdel H|"', Value(7, "Abdel H", "person", quoted=True)),
    ("source:«L’Éq|", Value(7, "L'Éq", "source", quoted=True)),
    ("person:(a OU b|", Value(13, "b", "person", quoted=False)),
    ('person:(a OU "b|', Value(13, "b", "person", quoted=True)),
    ("person:(a) per|", Names(11, "per", PERSON)),
    ("date:2025-|", Value(5, "2025-", "date", quoted=False)),
    ("title:élec|", None),
    ("inconnu:x|", None),
    ('person:"A B"|', None),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_completions(line: str, expected: Names | Value | None) -> None:
    assert completions(line.replace("|", ""), line.index("|")) == expected
