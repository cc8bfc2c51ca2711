"""A query as a person types it in the language that is spoken."""

import pytest
from hypothesis import given

from search.language import Tree, parse
from search.messages import Language, speaking
from search.render.clauses import clause_text, line_text
from tests.support.strategies import trees


@pytest.mark.parametrize(
    ("line", "french"),
    [
        ('place:"Rabat"', 'lieu:"Rabat"'),
        ("-person:macron^2 OR (org:onu title:paix)", "-personne:macron^2 OR organisation:onu titre:paix"),
        ("journal:orange date:2020 note:x tag:à_lire", "journal:orange date:2020 note:x étiquette:à_lire"),
    ],
)
def test_fields_have_their_french_names_in_french(line: str, french: str) -> None:
    with speaking(Language.FRENCH):
        assert line_text(line) == french
        assert parse(line_text(line)) == parse(line)
    assert line_text(french) == str(parse(line))


@given(trees())
def test_a_query_in_french_is_the_same_query(tree: Tree) -> None:
    with speaking(Language.FRENCH):
        assert parse(clause_text(tree)) == parse(str(tree))
