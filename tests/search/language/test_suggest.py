import pytest

from index.fields import BY_NAME
from search.language.suggest import FieldNames, FieldValue, completions

PERSON = ("person", "personne")

CASES: list[tuple[str, FieldNames | FieldValue | None]] = [
    # a bar is the cursor
    ("|", FieldNames(0, "", tuple(BY_NAME))),
    ("sécurité |", FieldNames(9, "", tuple(BY_NAME))),
    ("sécurité per|", FieldNames(9, "per", PERSON)),
    ("sécurité per| Maroc", FieldNames(9, "per", PERSON)),
    ("PER|", FieldNames(0, "PER", PERSON)),
    ("-per|", FieldNames(1, "per", PERSON)),
    ("a OR (per|", FieldNames(6, "per", PERSON)),
    ("jour|", FieldNames(0, "jour", ("jour", "journal"))),
    ("xyz|", None),
    ("a-per|", None),
    ("=per|", None),
    ("per~|", None),
    ('"per|', None),
    ('"a b"per|', None),
    ("mot ^3 per|", None),
    ("person:|", FieldValue(7, "", "person", quoted=False)),
    ("personne:abdel|", FieldValue(9, "abdel", "person", quoted=False)),
    ('person:"Abdel|', FieldValue(7, "Abdel", "person", quoted=True)),
    ('person:"Abdel H|"', FieldValue(7, "Abdel H", "person", quoted=True)),
    ("source:«L’Éq|", FieldValue(7, "L'Éq", "source", quoted=True)),
    ("person:(a OU b|", FieldValue(13, "b", "person", quoted=False)),
    ('person:(a OU "b|', FieldValue(13, "b", "person", quoted=True)),
    ("person:(a) per|", FieldNames(11, "per", PERSON)),
    ("date:2025-|", FieldValue(5, "2025-", "date", quoted=False)),
    ("title:élec|", None),
    ("inconnu:x|", None),
    ('person:"A B"|', None),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_a_line_is_completed_at_the_cursor(line: str, expected: FieldNames | FieldValue | None) -> None:
    assert completions(line.replace("|", ""), line.index("|")) == expected
