"""Who prints an article and who signs it are its credits: no facet of it counts them."""

from pathlib import Path

import pytest

from corpus import cut
from index.building.pipeline import Ready, Task, Wanted, work
from index.names.aliases import ENTITIES
from tests.support.press import write_lines

TEXT = (
    "Le ministre Faisal Shahkar a parlé à Dakar, a constaté BBC Afrique. « Nous voterons », a-t-il dit à l’AFP. "
    "Le journal Le Monde l’a confirmé, comme Orange et Nadia Tazerout."
)


def found(folder: Path, **columns: str) -> set[str]:
    write_lines(folder / "une.jsonl", [{"titre": "Le scrutin", "texte": TEXT, **columns}])
    [piece, *_] = cut(folder / "une.jsonl", name="une.jsonl", columns={})
    [[ready]] = work([Task(piece)], wanted=Wanted("modern"))
    assert isinstance(ready, Ready)
    assert ready.names is not None
    return {name for field, _, name in ready.names.names if field in ENTITIES}


SUBJECTS = {"Faisal Shahkar", "Dakar", "BBC Afrique", "Le Monde", "Orange", "Nadia Tazerout"}


def test_an_agency_that_reports_is_left_out(tmp_path: Path) -> None:
    assert found(tmp_path) == SUBJECTS


@pytest.mark.parametrize(
    ("columns", "left_out"),
    [
        ({"journal": "Le Monde"}, {"Le Monde"}),
        ({"journal": "BBC News Afrique"}, {"BBC Afrique"}),
        ({"journal": "Le Monde avec AFP"}, {"Le Monde"}),
        ({"auteur": "Nadia Tazerout"}, {"Nadia Tazerout"}),
        ({"auteur": "Nadia Tazerout; FAISAL SHAHKAR"}, {"Nadia Tazerout", "Faisal Shahkar"}),
        ({"auteur": "Nadia Le; Le Monde; Afrique News"}, {"Le Monde"}),
        ({"auteur": "Nadia Tazerout", "journal": "Le Soir"}, {"Nadia Tazerout"}),
        # one word of a name of several is another name, and no paper is a place or a person
        ({"journal": "Orange Actu"}, set()),
        ({"journal": "Dakar Matin"}, set()),
        ({"journal": "Faisal Shahkar Hebdo"}, set()),
    ],
)
def test_the_paper_and_the_authors_are_left_out(
    tmp_path: Path, columns: dict[str, str], left_out: set[str]
) -> None:
    assert found(tmp_path, **columns) == SUBJECTS - left_out
