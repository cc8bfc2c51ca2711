"""What a reader finds in the facets: names, not strings."""

import pytest

from corpus.entities import Entity, Kind, extract


def found(text: str) -> set[tuple[str, str]]:
    return {(entity.kind.value, entity.name) for entity in extract([text])[0]}


def one(text: str) -> tuple[Entity, ...]:
    return extract([text])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier, M. Bourita a parlé.", {("person", "Bourita")}),
        ("Hier, la ministre marocaine Leila Benali a parlé.", {("person", "Leila Benali")}),
        ("Une visite du roi Mohammed VI à Rabat.", {("person", "Mohammed VI"), ("place", "Rabat")}),
        ("Une visite du Roi Mohammed VI.", {("person", "Mohammed VI")}),
        ("C'est le discours de Charles de Gaulle.", {("person", "Charles de Gaulle")}),
        ("On a vu Tahar Ben Jelloun.", {("person", "Tahar Ben Jelloun")}),
        ("Le gendarme Rasmané OUEDRAOGO l'a dit.", {("person", "Rasmané Ouedraogo")}),
        ("Il habite à Bonnefamille depuis peu.", {("place", "Bonnefamille")}),
        ("Il habite près du lac Tazza.", {("place", "Tazza")}),
        (
            "La Corne de l’Afrique et la Côte d’Ivoire",
            {("place", "Corne de l'Afrique"), ("place", "Côte d'Ivoire")},
        ),
        ("Selon 20 Minutes, il est parti.", {("org", "20 Minutes")}),
        (
            "La Banque mondiale et l’Union européenne ont payé.",
            {("org", "Banque mondiale"), ("org", "Union européenne")},
        ),
        ("Il revient du Mans et du Havre.", {("place", "Le Mans"), ("place", "Le Havre")}),
        ("Selon l’OCP, tout va bien.", {("org", "OCP")}),
        ("Un communiqué du pôle DGSN-DGST précise.", {("org", "DGSN-DGST")}),
        ("Selon Le Monde et L’Équipe, il est parti.", {("org", "Le Monde"), ("org", "L'Équipe")}),
        ("Il travaille dans la start-up Ubeeqo.", {("org", "Ubeeqo")}),
        ("Le parti Fatah et l’ONG Foodwatch ont répondu.", {("org", "Fatah"), ("org", "Foodwatch")}),
        ("porte-parole du ministère de l'Intérieur", {("org", "ministère de l'Intérieur")}),
        (
            "Selon la Direction générale de la Santé, tout va bien.",
            {("org", "Direction générale de la Santé")},
        ),
        ("Il vit dans l'État de New York.", {("place", "New York")}),
        (
            "Hier, M. Le Pen et Jean-Yves Le Drian ont parlé.",
            {("person", "Le Pen"), ("person", "Jean-Yves Le Drian")},
        ),
        ("les Jardins de la Ménara", {("place", "Jardins de la Ménara")}),
        ("les Etats-Unis et les États-Unis", {("place", "États-Unis")}),
    ],
)
def test_a_name_is_found_with_its_kind(text: str, expected: set[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "VIDÉO. Noël en Mars ? Lire aussi : la TVA",
        "Secrétaire général adjoint, il est venu lundi. Canicule en vue.",
        "Les Français et les Marocaines. Jusqu'à quand ? Aujourd'hui. C'est dit.",
        "le ministre de l'Intérieur et celui de la Justice",
        "au XIXe siècle, sous le chapitre XIV",
        "UN TITRE TOUT EN CAPITALES SUR LA CRISE DU LOGEMENT",
        "#BalanceTonPorc @Macronie",
        "",
        "\n\n",
    ],
)
def test_what_is_no_name_is_not_found(text: str) -> None:
    assert {name for _, name in found(text)} <= {"Mars"}


def test_the_surname_is_the_person() -> None:
    (person,) = one("Abdellatif Hammouchi est arrivé. Puis Hammouchi est reparti. M. Hammouchi aussi.")
    assert (person.name, len(person.mentions)) == ("Abdellatif Hammouchi", 3)


def test_a_name_that_is_glued_to_its_caption_is_itself() -> None:
    person, *others = one("Le plan d’Emmanuel Macronpar franceinfo\n\nHier, Emmanuel Macron a parlé.")
    assert (person.name, len(person.mentions)) == ("Emmanuel Macron", 2)
    assert all(other.kind is Kind.ORG for other in others)


def test_a_surname_that_two_persons_bear_is_that_of_the_most_mentioned() -> None:
    persons = one(
        "Luc Martin et Marie Martin. Marie Martin a souri. M. Martin l'a dit. Puis M. Martin est parti."
    )
    assert [(person.name, len(person.mentions)) for person in persons] == [
        ("Marie Martin", 4),
        ("Luc Martin", 1),
    ]


def test_known_acronyms_are_their_organisation() -> None:
    (org,) = one("l'ONU et les Nations Unies, l’Organisation des Nations unies")
    assert (org.kind, org.name, len(org.mentions)) == (Kind.ORG, "Nations unies", 3)


def test_an_acronym_that_the_article_introduces_is_its_full_name() -> None:
    (org,) = one("la Fédération des épiciers belges (FEB) a dit non. La FEB insiste.")
    assert (org.name, org.acronym, len(org.mentions)) == ("Fédération des épiciers belges", "FEB", 3)


def test_a_headline_in_capitals_is_read_by_the_rest_of_the_article() -> None:
    assert found("LE MAIRE DE PARIS RENCONTRE LES ÉLUS\nÀ Paris, Anne Hidalgo a reçu.") == {
        ("place", "Paris"),
        ("person", "Anne Hidalgo"),
    }


def test_entities_are_sorted_by_mentions_then_by_place_in_the_text() -> None:
    names = [entity.name for entity in one("à Rabat, à Fès, à Rabat, à Oujda")]
    assert names == ["Rabat", "Fès", "Oujda"]


def test_one_answer_for_each_text_in_order() -> None:
    assert [len(entities) for entities in extract(["à Rabat", "", "à Fès"])] == [1, 0, 1]
    assert extract([]) == []
