"""The table of the fields."""

import pytest

from index.fields import FIELDS, Field
from search.messages import Language, say, speaking


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_described_in_each_language(field: Field) -> None:
    with speaking(Language.FRENCH):
        french = say(field.description)

    assert french
    assert french != say(field.description)
