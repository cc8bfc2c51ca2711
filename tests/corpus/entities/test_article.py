"""The mentions of one name in one article make one entity."""

from corpus.entities.article import entities
from corpus.entities.entity import Entity
from corpus.entities.mentions import mentions

LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def made(marked: str) -> tuple[Entity, ...]:
    """Return the entities of a text in which {PER Anne Ney} marks a span."""
    text, spans, rest = "", [], marked
    while "{" in rest:
        before, _, rest = rest.partition("{")
        span, _, rest = rest.partition("}")
        label, _, name = span.partition(" ")
        text += before
        spans.append((len(text), len(text) + len(name), LABELS[label]))
        text += name
    text += rest
    return entities(text, mentions(text, spans))


def named(marked: str) -> list[tuple[str, str, int]]:
    return [(entity.kind.value, entity.name, len(entity.mentions)) for entity in made(marked)]


def test_the_most_mentioned_is_first() -> None:
    assert named("{LOC Rabat}, {LOC Fès}, {LOC Oujda}, {LOC Fès}") == [
        ("place", "Fès", 2),
        ("place", "Rabat", 1),
        ("place", "Oujda", 1),
    ]


def test_most_mentions_say_the_kind() -> None:
    assert named("{LOC Magento} et {ORG Magento} et {ORG Magento}") == [("org", "Magento", 3)]


def test_a_headline_in_capitals_does_not() -> None:
    assert named("{ORG PARIS} rit\nIl vit à {LOC Paris}.") == [("place", "Paris", 2)]


def test_a_surname_goes_to_the_one_who_bears_it() -> None:
    assert named("{PER Anne Ney} et {PER Ney}") == [("person", "Anne Ney", 2)]
    assert named("{PER Anne Ney}, {PER Luc Ney}, {PER Luc Ney}, {PER Ney}") == [
        ("person", "Luc Ney", 3),
        ("person", "Anne Ney", 1),
    ]
    assert named("{PER Luca Bo} et {PER Luca}") == [("person", "Luca Bo", 2)]


def test_a_surname_of_the_wrong_kind_too_unless_a_list_knows_it() -> None:
    assert named("{PER Anne Zlatek} et {LOC Zlatek}") == [("person", "Anne Zlatek", 2)]
    assert named("{PER Denzel Washington} à {LOC Washington}") == [
        ("person", "Denzel Washington", 1),
        ("place", "Washington", 1),
    ]


def test_what_two_persons_begin_with_is_neither() -> None:
    assert named("{PER Luca Bo}, {PER Luca Ri} et {PER Luca}")[-1] == ("person", "Luca", 1)


def test_a_longer_form_of_a_name_is_the_name() -> None:
    assert named("{PER Andrés Manuel López Obrador} et {PER López Obrador}") == [
        ("person", "Andrés Manuel López Obrador", 2)
    ]


def test_what_runs_into_a_name_is_cut() -> None:
    assert named("{PER Hubert Lenoir}, {PER Southwest Hubert Lenoir}, {PER Hubert Lenoir}") == [
        ("person", "Hubert Lenoir", 3)
    ]


def test_an_acronym_is_the_name_that_introduces_it() -> None:
    for text in (
        "{ORG Fédération des épiciers} ({ORG FEB})",
        "la {ORG FEB} ({ORG Fédération des épiciers}) et {ORG FEB}",
    ):
        (entity,) = made(text)
        assert (entity.name, entity.acronym) == ("Fédération des épiciers", "FEB")
    assert named("{ORG Fédération des épiciers belges} et {ORG FEB}") == [
        ("org", "Fédération des épiciers belges", 2)
    ]


def test_an_acronym_of_something_else_stays_apart() -> None:
    assert len(made("{ORG Fédération des épiciers} et {ORG OTAN}")) == 2
    assert len(made("{LOC Fédération de Russie} ({ORG FEB})")) == 2


def test_a_listed_alias_is_shown_as_the_list_says() -> None:
    assert named("l'{ORG ONU} et les {ORG Nations-Unies}") == [("org", "Nations unies", 2)]


def test_mentions_are_offsets() -> None:
    (entity,) = made("Ici {PER M. Anne Ney}, là {PER Ney}.")
    assert entity.mentions == ((7, 15), (20, 23))


def test_what_is_no_name() -> None:
    assert (
        made("{LOC Français}, {ORG Intérieur}, {LOC mars}, {ORG XIV}, {PER M.}, {ORG RN20}, {ORG ici}") == ()
    )
    assert made("Ces {LOC Belfortains} sont là") == ()


def test_what_belongs_to_a_name_and_what_does_not() -> None:
    assert named("le {ORG parti Fatah}") == [("org", "Fatah", 1)]
    assert named("la {ORG 93ème AG d'Interpol}") == [("org", "Interpol", 1)]
    assert named("dans l'{ORG État de New York}") == [("place", "New York", 1)]
    assert named("la start-up {LOC Ubeeqo}") == [("org", "Ubeeqo", 1)]
    assert named("le {ORG Bureau des Nations unies} pour la lutte contre le terrorisme, hier") == [
        ("org", "Bureau des Nations unies pour la lutte contre le terrorisme", 1)
    ]
    assert named("la {ORG Banque de France} pour la première fois") == [("org", "Banque de France", 1)]
