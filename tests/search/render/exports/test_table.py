"""Which format a file asks for."""

import pytest

from search.errors import SearchError
from search.render.exports.table import FORMATS, of_file
from search.render.fields import FIELDS, typed


def test_each_format_is_asked_for_by_suffixes_of_its_own() -> None:
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for known in FORMATS:
        assert {of_file(f"presse{suffix}") for suffix in known.suffixes} == {known}
        assert (known.parts is None) != (known.save is None)


@pytest.mark.parametrize("name", ["presse", "presse.odt", "csv", ""])
def test_a_file_of_another_suffix_is_refused(name: str) -> None:
    with pytest.raises(SearchError) as refused:
        of_file(name)
    assert refused.value.message.code == "export.no_suffix"


def test_fields_have_the_names_of_the_query_language() -> None:
    fields = typed("titre, JOURNAL,auteur,lieu,chapô,texte,Édition,titre,,")
    names = [field.name for field in fields]
    assert names == ["title", "source", "author", "place", "heading", "text", "edition"]
    assert typed(",".join(field.name for field in FIELDS)) == FIELDS


@pytest.mark.parametrize(("name", "mend"), [("titr", "export.near_field"), ("zzz", "export.all_fields")])
def test_an_unknown_field_is_refused_with_what_to_type(name: str, mend: str) -> None:
    with pytest.raises(SearchError) as refused:
        typed(f"title,{name}")
    assert refused.value.mend
    assert refused.value.mend.code == mend
