"""A press of 90 articles: thirty about the veil at school, thirty about a dam, thirty about anything."""

from collections.abc import Iterator

from corpus import Article
from tests.support.press import article

TOWNS = ("Louga", "Gafsa", "Korhogo", "Ségou", "Bouaké", "Ziguinchor")
ANYTHING = ("la récolte", "le marché", "l’hôpital", "la gare", "le musée", "la fanfare")


def press() -> Iterator[Article]:
    """Yield the articles; an article of a kind has its words in turn, so that none is in all of them."""
    for number in range(30):
        town = TOWNS[number % 6]
        yield article(
            f"voile-{number}",
            f"Le voile à l’école de {town}",
            f"Les élèves voilées et la neutralité divisent {town}, hier. Awa Sarr-Koné défend une école laïque"
            f"{' et afro-américaine' * (number % 2)}, dit-elle ; le voile reste permis pour {number} élèves.",
            person=("Awa Sarr-Koné",),
            place=(town,),
            org=("Ligue de l’école",) if number % 3 else (),
        )
        yield article(
            f"barrage-{number}",
            f"Le barrage de {town}",
            f"Les turbines du barrage tournent à {town}, et le fleuve monte de {number} mètres ; la sécheresse inquiète, sécheresse ou sècheresse.",
            org=("Office du fleuve",),
            place=(town,),
        )
        yield article(
            f"divers-{number}",
            f"{ANYTHING[number % 6].capitalize()} de {town}",
            f"Rien de neuf pour {ANYTHING[number % 6]} de {town} : le numéro {number} attend la pluie.",
            place=(town,),
        )
