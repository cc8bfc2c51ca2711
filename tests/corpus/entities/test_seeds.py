"""The two articles that the project starts from: what a journalist wants of them, and no rubbish."""

from pathlib import Path

import pytest

from corpus.entities import Entity, Kind, extract

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("seed", "wanted", "welcome"),
    [
        (
            "000",
            {
                Kind.PERSON: {"Abdellatif Hammouchi", "Faisal Shahkar"},
                Kind.ORG: {"Nations unies", "Interpol", "L'Équipe News", "Service de police des Nations Unies"},
                Kind.PLACE: {"Marrakech", "New York", "Maroc", "Jardins de la Ménara"},
            },
            # Offices and departments, in capitals in the text: neither asked for nor wrong.
            {"Police des Nations Unies", "Sécurité nationale", "Surveillance territoriale"},
        ),
        (
            "003",
            {
                Kind.PERSON: {"Abdellatif Hammouchi", "Alexandre Zouev"},
                Kind.ORG: {"DGSN-DGST", "Bureau des Nations Unies pour la lutte contre le terrorisme", "Interpol"},
                Kind.PLACE: {
                    "Rabat", "Sahel", "Sahara", "Corne de l'Afrique", "Syrie", "Afghanistan", "Maroc",
                },
            },
            {"Sûreté nationale", "Surveillance du territoire"},
        ),
    ],
)  # fmt: skip
def test_a_seed_is_read_right(
    shared: Path, seed: str, wanted: dict[Kind, set[str]], welcome: set[str]
) -> None:
    found = read(shared, seed)
    for kind, names in wanted.items():
        given = {entity.name for entity in found if entity.kind is kind}
        assert names <= given
        assert given - names <= (welcome if kind is Kind.ORG else NONE)
    assert not [entity for entity in found if entity.kind is Kind.OTHER]


def test_an_acronym_stands_for_the_name_it_is_introduced_with(shared: Path) -> None:
    (interpol,) = (entity for entity in read(shared, "000") if entity.name == "Interpol")
    text = seed_text(shared, "000")
    assert "Organisation internationale de police criminelle" in " ".join(
        text[start:end] for start, end in interpol.mentions
    )


def read(shared: Path, seed: str) -> tuple[Entity, ...]:
    return extract([seed_text(shared, seed)])[0]


def seed_text(shared: Path, seed: str) -> str:
    (path,) = (shared / "corpora" / "seeds").glob(f"{seed}_*.txt")
    return path.read_text("utf-8")
