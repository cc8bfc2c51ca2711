"""Lines of a page that are not the article: buttons, links to other articles, notices, captions printed twice."""

import re

from corpus.dates.lines import date_line
from corpus.expression import expression

_MAX_LINE_CHARACTERS = 250
"""Furniture is a whole line, at most this long: it is never looked for inside a paragraph."""

_BUTTON = (
    r"(?:partager?(?:[ ](?:cet[ ]article|l['’]article|cette[ ]page|par[ ]e-?mail))?|partagez(?:[ ]cet[ ]article)?|tweeter|tweet|"
    r"facebook|twitter|x|whatsapp|linkedin|telegram|messenger|instagram|bluesky|e-?mail|imprimer|envoyer|"
    r"copier[ ]le[ ]lien|enregistrer|sauvegarder|commenter|réagir|écouter|offrir|flipboard|pinterest|"
    r"(?:partager|suivre|partagez|suivez-nous)[ ]sur(?:[ ]\w+)?)"
)
_FURNITURE = expression(
    rf"""
    [►▶→➜>•*▪■🔴👉\[(\s-]*
    (?:
      (?:[àa][ ])?(?:lire|voir|relire|revoir|écouter|découvrir)[ ](?:aussi|également|encore)
          (?:\s*[:|>»–—-].*|[ ]sur[ ].{{1,40}}|[^.]*)
    | [àa][ ](?:lire|voir|relire|écouter|découvrir)(?:[ ]sur[ ][^.:]{{1,40}})?\s*:.*
    | >>[ ]?[^.]{{1,200}} | en[ ]vidéo(?:,|\s*:)[^.]{{0,200}}
    | (?:veuillez[ ])?vous[ ](?:connecter|identifier|inscrire)[ ](?:pour|afin).{{0,80}}
    | (?:lire|voir)[ ](?:la[ ]suite|les[ ]commentaires|plus|l['’]article[ ]complet|tous[ ]les[ ]articles)[^.]{{0,60}}
    | sur[ ]le[ ]même[ ](?:sujet|thème)[^.]{{0,60}} | dans[ ]la[ ]même[ ]rubrique[^.]{{0,60}}
    | (?:articles?|contenus?|sujets?)[ ](?:liés?|associés?|similaires?|recommandés?) | vous[ ]aimerez[ ]aussi[^.]{{0,60}}
    | {_BUTTON}(?:(?:[ ]?[,|/·•-][ ]?|[ ]){_BUTTON}){{0,9}}
    | (?:abonnez|inscrivez)-vous(?:[ ](?:(?:dès[ ])?maintenant|ici|gratuitement|.{{0,100}}(?:newsletter|infolettre|lettre).*))?
    | (?:je[ ]m['’]abonne|s['’]abonner|s['’]inscrire|se[ ]connecter|déjà[ ]abonné.{{0,40}})
    | (?:suivez|rejoignez|retrouvez)-nous(?:[ ]sur[ ].{{0,80}})?
    | recevez[ ].{{0,80}}(?:newsletter|lettre[ ]d['’]information|boîte[ ]mail|infolettre).*
    | newsletters? | (?:notre|la)[ ]newsletter.{{0,60}}
    | (?:cet[ ])?article[ ](?:est[ ])?réservé[ ]aux[ ]abonnés.{{0,60}} | il[ ]vous[ ]reste[ ].{{1,40}}[ ]à[ ]lire.{{0,60}}
    | (?:©|\(c\)|copyright\b).* | tous[ ]droits[ ]réservés.* | (?:toute[ ])?reproduction[ ].{{0,60}}interdite.*
    | publicités? | annonces? | contenu[ ]sponsorisé | la[ ]suite[ ]après[ ](?:la|cette)[ ]publicité
    | (?:ce[ ]site|nous)[ ].{{0,40}}utilis(?:e|ons)[ ].{{0,40}}cookies.*
    | en[ ]poursuivant[ ]votre[ ]navigation.* | (?:tout[ ])?(?:accepter|refuser)(?:[ ].{{0,20}}cookies)?
    | (?:gérer|paramétrer|personnaliser)[ ].{{0,20}}cookies | continuer[ ]sans[ ]accepter
    | (?:temps[ ]de[ ])?lecture\s*:?\s*\d+[ ]?min(?:utes?)? | \d+[ ]min(?:utes?)?[ ]de[ ]lecture
    | unsubscribe[^.]{{0,60}}
    | (?:voir|lire|afficher|consulter)[ ].{{0,60}}[ ](?:dans|sur)[ ](?:le|mon|votre|un)[ ]navigateur.{{0,20}}
    | (?:gérer|modifier)[ ](?:mes|vos)[ ](?:préférences|abonnements)[^.]{{0,40}}
    | vous[ ]ne[ ](?:parvenez|arrivez)[ ]pas[ ]à[ ](?:lire|voir|afficher|visualiser).{{0,120}}
    | si[ ](?:ce|cet|cette|vous)[ ].{{0,80}}(?:s['’]affiche|à[ ](?:lire|voir|visualiser)).{{0,60}}(?:cliquez|suivez|consultez).{{0,60}}
    | vous[ ](?:recevez|avez[ ]reçu)[ ](?:ce|cet|cette)[ ](?:message|mail|e-?mail|courriel|lettre|newsletter|alerte).{{0,40}}
        [ ](?:car|parce[ ]que|suite[ ]à)[ ].{{0,120}}
    | (?:(?:pour|je)[ ])?(?:se|vous|me)[ ]dés(?:abonner|inscrire)[^.]{{0,60}}\.?
    | cliquez[ ]ici[ ].{{0,60}}(?:désabonner|désinscrire|en[ ]ligne|navigateur).{{0,40}}
    | signaler[ ](?:comme[ ]non[ ]pertinent|(?:un|cet?)[ ]abus) | (?:afficher|voir)[ ]plus[ ]de[ ]résultats.{{0,60}}
    | modifier[ ]cette[ ]alerte.{{0,40}} | se[ ]désinscrire.{{0,60}}
    | \d+[ ]commentaires? | commentaires? | retour[ ](?:en[ ]haut|à[ ]l['’]accueil) | haut[ ]de[ ]page
    )
    [\s\])<◄!-]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MIN_REPEAT_CHARACTERS = 40
"""A shorter paragraph may stand twice in an article ("Oui.", "Classement :"); a caption is longer."""


def without_furniture(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that are not furniture; all of them, if nothing would be left.  A date line stays.

    >>> without_furniture(["Voir cette lettre dans votre navigateur", "Le port rouvre.", "Se désabonner"])
    ['Le port rouvre.']
    >>> without_furniture(["Le port rouvre.", "À lire aussi : Le phare de Sète", "Publicité", "Lire aussi est un plaisir."])
    ['Le port rouvre.', 'Lire aussi est un plaisir.']
    """
    return [
        text
        for text in paragraphs
        if len(text) > _MAX_LINE_CHARACTERS or not _FURNITURE.fullmatch(text) or date_line(text)
    ] or paragraphs


def without_repeats(paragraphs: list[str], *printed: str) -> list[str]:
    """Return each paragraph once, without those that repeat what is `printed` above (the headline, the abstract).

    The last copy is kept.  A caption that opens an article and is printed again belongs to the picture at the top of
    the page: it is not the first sentence of the text.  A caption that is printed once is kept, for it may name a
    place that nothing else names.

    >>> caption = "Le maire de Sète, lundi 1er décembre 2025, sur le vieux port."
    >>> without_repeats([caption, "Le port rouvre.", caption, "Il était fermé."])
    ['Le port rouvre.', 'Le maire de Sète, lundi 1er décembre 2025, sur le vieux port.', 'Il était fermé.']
    """
    above = [text for text in printed if text]
    beginnings = set(map(_beginning, (*above, *paragraphs)))
    if len(beginnings) == len(above) + len(paragraphs):
        return paragraphs  # as most articles are, known in a third of the time of the rest
    seen = set(map(_key, above))
    kept: list[str] = []
    for text in reversed(paragraphs):
        key = _key(text)
        if key in seen:
            continue
        if len(text) >= _MIN_REPEAT_CHARACTERS:
            seen.add(key)
        kept.append(text)
    return kept[::-1] or paragraphs


def _beginning(text: str) -> str:
    """Return the beginning of the key of a text, which two texts with one key share."""
    return _key(text[:_MIN_REPEAT_CHARACTERS])[:_MIN_REPEAT_CHARACTERS].rstrip(" .")


def _key(text: str) -> str:
    return text.replace("’", "'").casefold().rstrip(" .")
