"""Credits of films and pictures at the end of a paragraph: they go, and no word of the text goes with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.credits import without_credit
from corpus.readers.record import Record, compose


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ('Kaba promet "un port pour tous"par BFMTV', 'Kaba promet "un port pour tous"'),
        ('Le film de "Sidi Bou"par VOGUEPARIS', 'Le film de "Sidi Bou"'),
        ("Ziguinchor fête Awa Ndiayepar Le Parisien", "Ziguinchor fête Awa Ndiaye"),
        ("Le Vieux Port - Bande-annoncepar PremiereFR", "Le Vieux Port - Bande-annonce"),
        ("Que sait-on du port ?par franceinfo", "Que sait-on du port ?"),
        ("Le port (vidéo)par euronews (en français)", "Le port (vidéo)"),
        ("« Le port rouvrira »par Le Monde.fr", "« Le port rouvrira »"),
        ("Le record de 2019par 20 Minutes", "Le record de 2019"),
        ("Le port rouvre à Sètepar 6MEDIAS", "Le port rouvre à Sète"),
        ("Le port rouvre lundi...par Stupéfiant !", "Le port rouvre lundi..."),
        ("Le port rouvreavec AFP", "Le port rouvre"),
        ("Le port rouvre lundi.avec AFP et Reuters", "Le port rouvre lundi."),
        ("Le maire, lundi à Sète. © AFP / A. Kaba", "Le maire, lundi à Sète."),
        ("Le maire, lundi à Sète© Getty Images", "Le maire, lundi à Sète"),
        ("Le maire, lundi à Sète. © Ville de Sète / A. Kaba", "Le maire, lundi à Sète."),
        ("Le maire, lundi à Sète. © Getty - kaba34", "Le maire, lundi à Sète."),
        ("Le maire, lundi à Sète. © Tous droits réservés", "Le maire, lundi à Sète."),
        ("Le maire, lundi à Sète. © franceinfo", "Le maire, lundi à Sète."),
        ("La rue est barrée.Photo Sipa/Awa Kaba", "La rue est barrée."),
        ("La rue est barrée.KEYSTONE/Awa Kaba", "La rue est barrée."),
        ("La rue est barrée. Reuters/Awa Kaba", "La rue est barrée."),
        ("La rue est barrée.BELGA PHOTO AWA KABA", "La rue est barrée."),
        ("La rue est barrée.PHOTO FRANÇOIS KABA, LE PHARE", "La rue est barrée."),
        ("La rue est barrée.(Photo : Awa Kaba/AFP)Jean Roy parle.", "La rue est barrée. Jean Roy parle."),
        ("LP/Awa Kaba", ""),
        ("Le maire, lundi à Sète Crédit : Ville de Sète", "Le maire, lundi à Sète"),
        ("Le maire, lundi à SèteCrédit photo : A. Kaba", "Le maire, lundi à Sète"),
        ("Le maire - Crédit : Ville de Sète", "Le maire"),
        ("Le maire, lundi à Sète. Photo AFP", "Le maire, lundi à Sète."),
        ("Le maire à Sète (photo A. Kaba / AFP).", "Le maire à Sète."),
        ("Le maire, lundi à Sète. (Photo : Awa Kaba)", "Le maire, lundi à Sète."),
        ("Le maire, lundi à Sète.Vidéo : Awa Kaba", "Le maire, lundi à Sète."),
        ("Le maire, lundi à Sète (AFP/Archives)", "Le maire, lundi à Sète"),
        ("Crédit photo : Awa Kaba", ""),
        ("(Photo : Awa Kaba / AFP)", ""),
        ("Awa Kaba / AFP", ""),
        ("Photo Awa Kaba / Le Phare", ""),
        ("Photo Awa Kaba / Le Phare.", ""),
        ("Photo : Awa Kaba/AFP", ""),
        ("Photo : Jean-Marc Roy/Le Phare", ""),
        ("(Photo A. K. / Le Phare)", ""),
        ("[Photo Awa Kaba | Le Phare]", ""),
        ("PHOTO AWA KABA / LE PHARE", ""),
        ("Photo Le Phare/A. K.", ""),
        ("Photo d’archives Awa Kaba et J.-M. Roy – L’Écho du Phare", ""),
        ("Photo © Awa Kaba / Le Phare", ""),
        ("© Awa Kaba / Le Phare", ""),
        ("© Le Phare", ""),
        ("Le port rouvre lundi. Photo Awa Kaba / Le Phare", "Le port rouvre lundi."),
        ("Le port rouvre lundi (photo A. K. / Le Phare).", "Le port rouvre lundi."),
        ("Le port rouvre lundi. © Awa Kaba / Le Phare", "Le port rouvre lundi."),
        ("Le port. Photo © Awa Kaba / Le Phare", "Le port."),
        ("« Le port rouvre. » Photo Awa Kaba / Le Phare", "« Le port rouvre. »"),
        ("Le maire à Sète Photo Awa Kaba / Le Phare", "Le maire à Sète"),
        ("AFP/Archives", ""),
    ],
)
def test_the_credit_goes_and_the_words_before_it_stay(printed: str, kept: str) -> None:
    assert without_credit(printed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Un film de Gaspar Noé",
        "Le musée montre Kaspar Hauser",
        "Un magasin Spar France",
        "Le système Mopar Europe",
        'Il a été mis à l’écart "par Air Sénégal"',
        'Un gage donné "par précaution"',
        "(par Kaba)",
        "Le port est géré par BFMTV",
        'La vigilance "neige"par Météo France, lundi 19 novembre.',
        "Le texte a été adoptépar ordonnance",
        "Le compar de Kaba a parlé",
        "Il travaille avec AFP",
        "Le crédit : trois millions d’euros",
        "Crédit : 3 millions",
        "Photo : le port de Sète",
        "Un débat sur la photo",
        "Vidéo : le port rouvre",
        "Le port rouvre (vidéo)",
        "Il roule à 90 km/h",
        "Une photo de la place, prise par Awa Kaba",
        "AFP",
        "La loi a été votée (AFP)",
        "Le logo © de la marque a été déposé par la ville en 1998. Awa Kaba parle.",
        "Le logo © Kaba a été déposé par la ville",
        "Le signe © est protégé. Awa Kaba parle.",
        "Tout est © Le Phare. Awa Kaba dit non.",
        "Le port, qui rouvre lundi, est plus grand qu’avant et " * 4 + "le signe © Kaba",
        "Le match Grèce/Turquie",
        "Il remporte le concours photo Roy / Le Phare",
        "Il remporte le prix Photo Roy / Le Phare",
        "Une photo de Awa Kaba / Le Phare a été primée",
        "La photo montre le match France / Belgique",
        "Photo : le match France / Belgique",
        "Vidéo : France / Belgique",
        "Photos de famille / albums",
        "Photo A. Kaba / Le Phare. Le port rouvre",
        "Photo Awa Kaba",
        "© 2023 Le Phare",
        "Le match a été joué (photo : le port) Awa Kaba parle.",
    ],
)
def test_words_that_look_like_a_credit_stay(text: str) -> None:
    assert without_credit(text) == text


@given(st.text(st.sampled_from("ab\"«»()©/: .?A'")) | st.text())
def test_any_paragraph_keeps_its_beginning(text: str) -> None:
    kept = without_credit(text)

    assert text.startswith(kept.removesuffix("."))
    assert len(kept) <= len(text)


def test_an_article_is_read_without_credits_and_its_headline_is_made_of_what_stays() -> None:
    article = compose(
        Record(
            raw="x",
            heading="Un lead.par BFMTV",
            text="Le port rouvrepar BFMTV\n\nAwa Kaba / AFP\n\nC’est dit.",
        ),
        path="a",
    )

    assert (article.title, article.heading, article.body) == (
        "Le port rouvre",
        "Un lead.",
        "Le port rouvre\nC’est dit.",
    )


def test_an_article_that_is_nothing_but_a_credit_stays() -> None:
    assert compose(Record(raw="x", text="Awa Kaba / AFP"), path="a").body == "Awa Kaba / AFP"
