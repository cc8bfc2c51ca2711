"""What a corpus says of its names, and that it says the same whatever the order in which articles came."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.building.merges import decide
from index.document import whole
from index.names.aliases import NameKey
from index.names.resolution import EntityName
from index.storage.catalog import Catalog
from index.storage.register import NamedIn
from index.storage.register import article_names as counted

Press = Sequence[Sequence[NamedIn]]


def person(*names: str) -> list[NamedIn]:
    return [NamedIn("person", name) for name in names]


def place(*names: str) -> list[NamedIn]:
    return [NamedIn("place", name) for name in names]


def org(*names: str, acronym: str = "") -> list[NamedIn]:
    return [NamedIn("org", name, acronym) for name in names]


@pytest.fixture
def decided(tmp_path: Path) -> Callable[[Press], dict[NameKey, EntityName]]:
    def article_names(articles: Press) -> dict[NameKey, EntityName]:
        path = tmp_path / "catalog.sqlite"
        path.unlink(missing_ok=True)
        catalog = Catalog.create(path)
        for number, mentions in enumerate(articles):
            catalog.register.note(str(number), counted(mentions))
        decide(catalog.register)
        merged = {
            name: EntityName(one.key.field, one.name) for name, one in catalog.register.merged().items()
        }
        catalog.close()
        return merged

    return article_names


Decide = Callable[[Press], dict[NameKey, EntityName]]


def test_a_kind_that_four_articles_in_five_contradict_is_theirs(decided: Decide) -> None:
    merged = decided([org("Facebook")] * 18 + [person("Facebook"), place("Facebook")])

    assert merged == {
        NameKey("person", "=facebook"): EntityName("org", "Facebook"),
        NameKey("place", "=facebook"): EntityName("org", "Facebook"),
    }


def test_a_name_of_two_kinds_stays_what_each_article_makes_of_it(decided: Decide) -> None:
    assert decided([place("Washington")] * 7 + [person("Washington")] * 2) == {}


def test_few_articles_contradict_nobody(decided: Decide) -> None:
    assert decided([org("Arnys")] * 2 + [place("Arnys")]) == {}


def test_a_name_that_is_a_work_almost_everywhere_is_one(decided: Decide) -> None:
    assert decided([[NamedIn("other", "Toy Story")]] * 18 + [place("Toy Story")]) == {
        NameKey("place", "=toy_story"): EntityName("other", "Toy Story")
    }


def test_a_bare_surname_is_the_persons_who_alone_bears_it(decided: Decide) -> None:
    merged = decided([person("Emmanuel Macron")] * 19 + [person("Brigitte Macron")] + [person("Macron")] * 3)

    assert merged == {NameKey("person", "=macron"): EntityName("person", "Emmanuel Macron")}


def test_a_surname_of_two_persons_is_nobodys(decided: Decide) -> None:
    assert (
        decided([person("Marine Le Pen")] * 6 + [person("Jean-Marie Le Pen")] * 3 + [person("Le Pen")]) == {}
    )


def test_a_surname_with_its_particle_is_a_bare_surname(decided: Decide) -> None:
    merged = decided([person("Marine Le Pen")] * 6 + [person("Le Pen")])

    assert merged == {NameKey("person", "=le_pen"): EntityName("person", "Marine Le Pen")}


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Bruno Le Maire", "Maire"),
        ("Joachim Du Bellay", "Bellay"),
        ("Georges de La Tour", "Tour"),
        ("Abdallah Ben Ali", "Ali"),
        ("Mohamed Ould Ghazouani", "Ghazouani"),
        ("Herman Van Rompuy", "Rompuy"),
        ("Alexander Van der Bellen", "Bellen"),
    ],
)
def test_a_surname_without_the_particle_that_it_keeps_is_nobodys(
    decided: Decide, full: str, bare: str
) -> None:
    assert decided([person(full)] * 9 + [person(bare)]) == {}


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Bruno Le Maire", "Le Maire"),
        ("Georges de La Tour", "La Tour"),
        ("Dominique de Villepin", "Villepin"),
        ("Bachar al-Assad", "Assad"),
        ("Ursula von der Leyen", "Leyen"),
    ],
)
def test_a_surname_without_a_particle_that_is_left_out_is_the_persons(
    decided: Decide, full: str, bare: str
) -> None:
    assert decided([person(full)] * 9 + [person(bare)]) == {
        NameKey("person", EntityName("person", bare).key.term): EntityName("person", full)
    }


def test_a_first_name_is_no_surname(decided: Decide) -> None:
    assert decided([person("Camille Lou")] * 6 + [person("Lou")]) == {}


def test_four_articles_make_nobody_known(decided: Decide) -> None:
    assert decided([person("Faisal Shahkar")] * 4 + [person("Shahkar")]) == {}


def test_who_goes_by_one_name_keeps_it(decided: Decide) -> None:
    assert decided([person("Robyn Rihanna")] * 5 + [person("Rihanna")] * 40) == {}


def test_an_acronym_is_the_full_name_that_articles_introduce_it_for(decided: Decide) -> None:
    full = "Direction générale de la sûreté nationale"

    assert decided([org(full, acronym="DGSN")] * 2 + [org("DGSN")]) == {
        NameKey("org", "=dgsn"): EntityName("org", full)
    }


def test_one_article_introduces_an_acronym_that_none_has_alone(decided: Decide) -> None:
    full = "Direction générale de la sûreté nationale"

    assert decided([org(full, acronym="DGSN")]) == {NameKey("org", "=dgsn"): EntityName("org", full)}
    assert decided([org(full, acronym="DGSN"), org("DGSN")]) == {}


def test_one_article_is_enough_if_the_acronym_is_the_initials_of_an_unknown_name(decided: Decide) -> None:
    full = "Inspection générale d'État"
    merged = {NameKey("org", "=ige"): EntityName("org", full)}

    assert decided([org(full, acronym="IGE"), *[org("IGE")] * 5]) == merged
    assert decided([org(full, acronym="IGE"), *[org("IGE")] * 11]) == {}


def test_a_name_cut_short_is_no_other_name(decided: Decide) -> None:
    full = "Confédération africaine de football"
    articles = [org(full, acronym="Caf")] * 7 + [org("Confédération africaine", acronym="Caf")]

    assert decided([*articles, *[org("Caf")] * 19]) == {NameKey("org", "=caf"): EntityName("org", full)}


def test_an_acronym_taken_for_a_place_is_its_full_name_too(decided: Decide) -> None:
    full = "Commission électorale nationale autonome"
    merged = decided([*[org(full, acronym="Cena")] * 4, *[place("Cena")] * 13])

    assert merged == {
        NameKey("org", "=cena"): EntityName("org", full),
        NameKey("place", "=cena"): EntityName("org", full),
    }


def test_a_name_that_the_list_shows_is_not_what_a_newspaper_introduces_it_for(decided: Decide) -> None:
    assert decided([org("Parti sans grandeur", acronym="PSG")] * 3 + [org("PSG")]) == {}


def test_an_acronym_of_two_names_is_neither(decided: Decide) -> None:
    articles = [org("Parti socialiste", acronym="PS")] * 3 + [org("Parti social", acronym="PS")] * 2

    assert decided([*articles, org("PS")]) == {}


def test_an_acronym_that_hardly_any_article_introduces_is_another_one(decided: Decide) -> None:
    articles = [org("Administration pénitentiaire", acronym="AP")] * 2

    assert decided([*articles, *[org("AP")] * 21]) == {}
    assert decided([*articles, *[org("AP")] * 20]) != {}


def test_an_acronym_has_the_letters_of_its_name(decided: Decide) -> None:
    assert decided([org("Empire britannique", acronym="CBE")] * 3 + [org("CBE")]) == {}


def test_the_name_to_show_is_the_most_frequent_in_mixed_case(decided: Decide) -> None:
    articles = [person("EMMANUEL MACRON")] * 9 + [person("Emmanuel Macron")] * 6 + [person("Emmanuel macron")]

    assert decided([*articles, person("Macron")]) == {
        NameKey("person", "=macron"): EntityName("person", "Emmanuel Macron")
    }


NAMES = (
    "Macron",
    "Emmanuel Macron",
    "Brigitte Macron",
    "Le Pen",
    "Marine Le Pen",
    "Lou",
    "Camille Lou",
    "Lou Doillon",
    "prince Lou",
    "EMMANUEL MACRON",
)
MENTIONS = st.lists(
    st.one_of(
        st.builds(NamedIn, st.sampled_from(("person", "place", "org", "other")), st.sampled_from(NAMES)),
        st.sampled_from(
            (
                NamedIn("org", "Direction des sports", "DS"),
                NamedIn("org", "Direction du sport", "DS"),
                NamedIn("org", "DS"),
                NamedIn("place", "DS"),
            )
        ),
    ),
    max_size=4,
    unique_by=lambda mention: (mention.field, whole(mention.name)),
)
CHANGES = st.lists(
    st.tuples(st.integers(0, 5), st.one_of(st.none(), st.tuples(MENTIONS, st.integers(1, 9)))), max_size=12
)


@given(CHANGES, st.sets(st.integers(0, 11)))
def test_what_is_decided_step_by_step_is_what_is_decided_at_once(
    changes: list[tuple[int, tuple[list[NamedIn], int] | None]], decided: set[int]
) -> None:
    with TemporaryDirectory() as folder:
        grown = Catalog.create(Path(folder) / "grown.sqlite")
        held: dict[str, list[NamedIn]] = {}
        for step, (number, change) in enumerate(changes):
            for copy in range(change[1] if change else 9):
                article_id = f"{number}-{copy}"
                held.pop(article_id, None)
                if change:
                    held[article_id] = change[0]
                    grown.register.note(article_id, counted(change[0]))
                else:
                    grown.register.forget(article_id)
            if step in decided:
                decide(grown.register)
        decide(grown.register)

        made = Catalog.create(Path(folder) / "made.sqlite")
        for article_id, mentions in held.items():
            made.register.note(article_id, counted(mentions))
        decide(made.register)

        assert grown.register.merged() == made.register.merged()
        for query in ("SELECT * FROM names", "SELECT * FROM acronyms"):
            assert grown._database.rows(query) == made._database.rows(query)
        grown.close()
        made.close()
