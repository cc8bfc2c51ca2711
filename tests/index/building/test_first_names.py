"""A first name alone is the person who goes by it, or nobody: Mohamed is no facet value."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.building.merges import decide
from index.names.aliases import NameKey
from index.names.resolution import EntityName
from index.storage.catalog import Catalog
from index.storage.register import NamedIn, article_names


def merged(folder: Path, persons: Sequence[tuple[str, int]]) -> dict[NameKey, EntityName]:
    """Return the merges of a corpus where as many articles name each person."""
    catalog = Catalog.create(folder / "catalog.sqlite")
    for number, (name, articles) in enumerate(persons):
        for copy in range(articles):
            catalog.register.note(f"{number}-{copy}", article_names([NamedIn("person", name)]))
    decide(catalog.register)
    made = {name: EntityName(one.key.field, one.name) for name, one in catalog.register.merged().items()}
    catalog.close()
    return made


@pytest.mark.parametrize(
    ("first", "persons", "expected"),
    [
        # nobody's: in few articles, or borne by many
        ("Pamela", [("Pamela", 2)], EntityName("other", "Pamela")),
        ("Mohamed", [("Mohamed", 9), *((f"Mohamed {name}", 3) for name in "ABCDEFGH")], EntityName("other", "Mohamed")),
        # of the person who goes by it
        ("Johnny", [("Johnny", 3), ("Johnny Hallyday", 20)], EntityName("person", "Johnny Hallyday")),
        ("Harry", [("Harry", 3), ("prince Harry", 12), ("Harry Roy", 1)], EntityName("person", "prince Harry")),
        # an Emmanuel of one article in a hundred is another one than the president
        ("Emmanuel", [("Emmanuel", 1), ("Emmanuel Macron", 100)], EntityName("other", "Emmanuel")),
        # a name by itself
        ("Barbara", [("Barbara", 12), ("Barbara Hendricks", 6), ("Barbara Pompili", 4)], None),
        # a surname, though a list has it among the first names
        ("Erdogan", [("Erdogan", 2), ("Recep Tayyip Erdogan", 9)], None),
        ("Jacob", [("Jacob", 2), ("Christian Jacob", 9), ("Jacob Blake", 3)], None),
    ],
)  # fmt: skip
def test_a_first_name_alone(
    tmp_path: Path, first: str, persons: list[tuple[str, int]], expected: EntityName | None
) -> None:
    made = merged(tmp_path, persons)

    assert made.get(NameKey("person", f"={first.lower()}")) == expected


def test_a_surname_that_no_list_has_as_a_first_name_is_left(tmp_path: Path) -> None:
    assert merged(tmp_path, [("Shahkar", 1)]) == {}
