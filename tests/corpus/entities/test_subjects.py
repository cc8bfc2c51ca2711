"""What an article is about is a facet; who prints it, what is paid, played or posted on is not."""

import pytest

from corpus.entities import extract
from corpus.entities.credits import agencies, is_credit


def found(text: str) -> set[tuple[str, str]]:
    return {(entity.kind.value, entity.name) for entity in extract([text])[0] if entity.kind != "other"}


def names(text: str) -> set[str]:
    return {name for _, name in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le chantier a coûté 30 millions de FCFA.",
        "Une amende de 500 000 F CFA a été infligée.",
        "La monnaie unique, l’Eco, se fait attendre.",
        "Les candidats au BEPC composent lundi.",
        "La CAN commence samedi.",
        "Le tirage de la CAN 2019 a eu lieu hier.",
        "Il a marqué dix buts en Liga cette saison.",
        "Elle a gagné la FA Cup deux fois.",
        "Ils joueront le Championnat d’Afrique des nations.",
        "L’épidémie de Covid-19 recule.",
        "Le variant Omicron inquiète les médecins.",
    ],
)
def test_money_exams_competitions_and_diseases_are_not_subjects(text: str) -> None:
    assert found(text) == set()


def test_a_company_with_the_name_of_a_competition_in_it_stays() -> None:
    assert names("Selon la NBA, le match aura lieu à Paris.") == {"NBA", "Paris"}


@pytest.mark.parametrize(
    "text",
    [
        "« C’est fini », a-t-elle écrit sur Twitter.",
        "Il a publié une vidéo sur son compte Instagram.",
        "L’audience s’est tenue via Zoom.",
        "Le message a circulé sur Facebook et WhatsApp.",
        "Sa page Facebook a été fermée.",
    ],
)
def test_a_platform_on_which_something_is_said_is_no_subject(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Facebook a licencié mille salariés.",
        "Le gouvernement a interdit Facebook.",
        "Selon Facebook, tout va bien.",
    ],
)
def test_a_platform_that_acts_is_an_organisation(text: str) -> None:
    assert found(text) == {("org", "Facebook")}


@pytest.mark.parametrize(
    "text",
    [
        "A lire aussi sur BBC Afrique : le portrait.",
        "À ne pas manquer sur France 24 : le débat.",
        "Lire aussi sur RFI :",
    ],
)
def test_a_paper_to_go_on_with_is_no_subject(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "« Oui », a-t-il dit à l’AFP.",
        "Il a démissionné (AFP).",
        "Selon l'agence de presse Reuters, il a démissionné.",
        "Il a démissionné, a appris mardi l'AFP de source policière.",
        "Un journaliste de l’AFP l’a constaté.",
        "Reuters rapporte que le ministre a démissionné.",
    ],
)
def test_an_agency_that_reports_is_a_credit(text: str) -> None:
    (agency,) = (entity for entity in extract([text])[0] if entity.name in {"AFP", "Reuters"})

    assert agency.credit


@pytest.mark.parametrize(
    "text",
    [
        "Le PDG de l’AFP a démissionné.",
        "Les salariés de l’AFP sont en grève. « Oui », a-t-il dit à l’AFP.",
        "Le siège de Reuters est à Londres.",
    ],
)
def test_an_agency_that_the_article_is_about_is_not(text: str) -> None:
    assert not any(entity.credit for entity in extract([text])[0])


def test_a_hostile_text_costs_little() -> None:
    text = "a appris " * 20_000 + "l’AFP " * 2_000

    spans = [(start, start + 3) for start in range(180_000, 180_000 + 12_000, 6)]
    assert is_credit(text, spans) in {True, False}
    assert "afp" in agencies()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le prince Harry a quitté Londres.", ("person", "prince Harry")),
        ("Le pape François a parlé hier.", ("person", "pape François")),
        ("La reine Elizabeth a parlé. Elizabeth était là.", ("person", "reine Elizabeth")),
    ],
)
def test_who_is_known_by_a_first_name_keeps_the_title_with_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)
    assert len([name for kind, name in found(text) if kind == "person"]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ligne Nîmes-Béziers rouvre.", {"Nîmes", "Béziers"}),
        ("Il vit à Port-Soudan depuis un an.", {"Port-Soudan"}),
        ("Il vit à Guinée-Bissau.", {"Guinée-Bissau"}),
        ("Le duel Trump/Biden a eu lieu.", {"Trump", "Biden"}),
        ("Il écoute AC/DC.", {"AC/DC"}),
    ],
)
def test_two_names_joined_by_a_hyphen_or_a_slash_are_two(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Texte.\nPropos recueillis par Florian Martin",
        "Par Sandra Idossou\nLe marché ouvre.",
        "Un reportage de Claire Mendy.",
    ],
)
def test_who_signs_an_article_is_no_subject(text: str) -> None:
    assert found(text) == set()


def test_who_is_quoted_is_one() -> None:
    assert found("Une loi défendue par Florian Martin.") == {("person", "Florian Martin")}


@pytest.mark.parametrize(
    "text",
    [
        "Le Parti a tranché.",
        "La ministre des Mines et des Hydrocarbures a parlé.",
        "Le ministre de l’Énergie a parlé.",
        "Il préside le Comité exécutif.",
    ],
)
def test_a_common_noun_with_a_capital_is_no_name(text: str) -> None:
    assert "org" not in {kind for kind, _ in found(text)}


def test_the_president_known_by_initials_is_one_person() -> None:
    text = "Ibrahim Boubacar Keïta (IBK) a été élu. Selon IBK, tout va bien. Le régime d’IBK est tombé."

    assert found(text) == {("person", "Ibrahim Boubacar Keïta")}


@pytest.mark.parametrize("name", ["Silverstone Auctions", "Morgan Motor Company", "RM Sotheby's"])
def test_a_firm_with_an_english_name_is_an_organisation(name: str) -> None:
    assert found(f"Selon {name}, la vente aura lieu.") == {("org", name)}


def test_an_acronym_written_like_a_name_is_the_name_that_introduces_it() -> None:
    text = (
        "La Commission électorale nationale autonome (Cena) a publié les listes. Les membres de la Cena "
        "se sont réunis. Selon la Cena, tout est prêt."
    )

    assert names(text) == {"Commission électorale nationale autonome"}


def test_other_names_of_a_country_are_the_country() -> None:
    assert found("L’État hébreu a répondu à la RD Congo.") == {
        ("place", "Israël"),
        ("place", "République démocratique du Congo"),
    }
