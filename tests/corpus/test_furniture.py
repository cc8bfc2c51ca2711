"""What is no part of an article goes; no sentence goes with it."""

import time

import pytest

from corpus.furniture import without_furniture, without_repeats

SENTENCE = "Le port de Sète rouvre lundi."
CAPTION = "Le maire de Sète et le préfet de l’Hérault, lundi 1er décembre 2025 sur le vieux port."


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : Le phare de Sète fermera-t-il ?",
        "À lire aussi",
        "A lire aussi : Le phare. Un monument.",
        "► LIRE ÉGALEMENT – Le phare de Sète",
        "[A voir aussi : le port en images]",
        "À lire sur Le Phare : la mer monte",
        "Lire la suite",
        "Sur le même sujet",
        "Partager sur Facebook",
        "Facebook Twitter WhatsApp E-mail",
        "Facebook | Twitter | Imprimer",
        "Abonnez-vous à notre newsletter pour ne rien manquer.",
        "Suivez-nous sur Twitter !",
        "Cet article est réservé aux abonnés.",
        "© 2025 Le Phare. Tous droits réservés.",
        "PUBLICITÉ",
        "- Publicité -",
        "La suite après la publicité",
        "Ce site utilise des cookies pour améliorer votre visite.",
        "Tout accepter",
        "Temps de lecture : 3 min",
        "12 commentaires",
        "Vous ne parvenez pas à lire ce message ? Consultez-le en ligne",
        "Si cette lettre ne s’affiche pas correctement, cliquez ici",
        "Vous recevez cet e-mail car vous êtes inscrit. Se désinscrire",
        "Vous avez reçu ce message, car vous êtes abonné à nos alertes. Se désabonner",
        "Pour vous désabonner, cliquez ici.",
        "Signaler comme non pertinent",
        "Afficher plus de résultats | Modifier cette alerte",
        "Il vous reste 71.9% de cet article à lire. La suite est réservée aux abonnés.",
    ],
)
def test_furniture_goes(line: str) -> None:
    assert without_furniture([line, SENTENCE]) == [SENTENCE]


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi les auteurs anciens, voilà ce que demande le ministre.",
        "Rejoignez-nous, a lancé le maire à la foule.",
        "Inscrivez-vous à la mairie avant lundi.",
        "Partager l’eau de la rivière divise les communes.",
        "La publicité est interdite sur le port.",
        "Facebook a répondu lundi.",
        "Les cookies du boulanger se vendent bien.",
        "Copyrights et brevets : la mairie gagne son procès.",
        "Voir la mer, enfin.",
        "Annoncer la fin des travaux est prématuré.",
        "Commentaires acerbes au conseil municipal",
        "Vous ne parvenez pas à dormir ? Le port non plus.",
        "Vous recevez des hôtes ce soir, car la saison commence.",
        "Se désabonner de la piscine coûte cher. Le maire le regrette.",
        "Modifier cette rue demandera deux ans.",
    ],
)
def test_sentences_that_look_like_furniture_stay(line: str) -> None:
    assert without_furniture([line, SENTENCE]) == [line, SENTENCE]


def test_an_article_that_is_all_furniture_is_left_whole() -> None:
    assert without_furniture(["Publicité", "Partager"]) == ["Publicité", "Partager"]


def test_a_caption_above_the_text_and_in_it_is_kept_in_the_text() -> None:
    assert without_repeats([CAPTION, SENTENCE, CAPTION, "Fin."]) == [SENTENCE, CAPTION, "Fin."]


def test_the_headline_and_the_abstract_are_not_repeated_in_the_body() -> None:
    assert without_repeats(["Le port rouvre", CAPTION, SENTENCE], "Le port rouvre", CAPTION) == [SENTENCE]


@pytest.mark.parametrize(
    "again",
    [CAPTION.upper(), CAPTION.rstrip("."), f"{CAPTION} ..", CAPTION[:2] + CAPTION[2:].upper()],
)
def test_a_repeat_may_differ_in_capitals_and_in_its_end(again: str) -> None:
    assert without_repeats([CAPTION, SENTENCE, again]) == [SENTENCE, again]
    assert without_repeats([again, SENTENCE], CAPTION) == [SENTENCE]


def test_a_repeat_may_have_more_letters_in_capitals() -> None:
    street = "La Große Straße und die Weiße Gasse, am Fuße der Straße, lundi 1er décembre 2025"
    assert without_repeats([street, SENTENCE, street.upper()]) == [SENTENCE, street.upper()]


def test_a_body_that_is_only_its_headline_keeps_it() -> None:
    assert without_repeats(["Le port rouvre."], "Le port rouvre") == ["Le port rouvre."]


def test_short_replies_may_be_said_twice() -> None:
    assert without_repeats(["Oui.", SENTENCE, "Oui."]) == ["Oui.", SENTENCE, "Oui."]


@pytest.mark.parametrize(
    "line", ["partager sur x " * 16, "lire aussi" + " " * 240, "[" * 250, "facebook " * 27]
)
def test_no_line_takes_long_to_judge(line: str) -> None:
    started = time.process_time()
    without_furniture([line + "!?"[:1] + "z"] * 100)
    assert time.process_time() - started < 1


def test_furniture_with_the_day_of_the_article_stays() -> None:
    lines = [
        "Article réservé aux abonnés — 3 mars 2021",
        "© Le Phare, 3.3.2021. Tous droits réservés.",
        "© Le Phare 2021",
    ]
    assert without_furniture(["Le port rouvre.", *lines]) == ["Le port rouvre.", *lines[:2]]
