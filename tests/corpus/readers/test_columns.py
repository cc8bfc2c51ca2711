"""Which columns are recognised."""

import pytest

from corpus.readers.columns import USUAL_COLUMNS, columns


@pytest.mark.parametrize("field", USUAL_COLUMNS)
def test_each_usual_name_is_found_however_it_is_written(field: str) -> None:
    for name in USUAL_COLUMNS[field]:
        for written in (
            name,
            name.upper(),
            name.replace(" ", "_"),
            f" {name.title()} ",
            name.removesuffix("s") + "s",
        ):
            assert columns((written,), ()).fields == {field: (written,)}


def test_no_name_stands_for_two_fields() -> None:
    names = [name for names in USUAL_COLUMNS.values() for name in names]
    assert len(names) == len(set(names))


def test_a_chosen_column_serves_no_other_field() -> None:
    found = columns(("summary", "text"), (("text", "summary"),))
    assert found.fields == {"text": ("summary",)}


def test_camel_case_and_dashes_are_seen_through() -> None:
    assert columns(("datePublished", "article-body"), ()).fields == {
        "text": ("article-body",),
        "date": ("datePublished",),
    }
