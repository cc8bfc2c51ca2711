"""What stands on a page and is not the article: buttons, links to other articles, notices, things printed twice."""

import re

_LONGEST = 250
"""A whole short line or nothing: furniture is never looked for inside a paragraph."""

_BUTTON = (
    r"(?:partager?(?:[ ](?:cet[ ]article|l['’]article|cette[ ]page|par[ ]e-?mail))?|partagez(?:[ ]cet[ ]article)?|tweeter|tweet|"
    r"facebook|twitter|x|whatsapp|linkedin|telegram|messenger|instagram|bluesky|e-?mail|imprimer|envoyer|"
    r"copier[ ]le[ ]lien|enregistrer|sauvegarder|commenter|réagir|écouter|offrir|flipboard|pinterest|"
    r"(?:partager|suivre|partagez|suivez-nous)[ ]sur(?:[ ]\w+)?)"
)
_FURNITURE = re.compile(
    rf"""
    [►▶→➜>•*▪■🔴👉\[(\s-]*
    (?:
      (?:[àa][ ])?(?:lire|voir|relire|revoir|écouter|découvrir)[ ](?:aussi|également|encore)
          (?:\s*[:|>–—-].*|[^.]*)
    | [àa][ ](?:lire|voir|relire|écouter|découvrir)(?:[ ]sur[ ][^.:]{{1,40}})?\s*:.*
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
    | \d+[ ]commentaires? | commentaires? | retour[ ](?:en[ ]haut|à[ ]l['’]accueil) | haut[ ]de[ ]page
    )
    [\s\])<◄!-]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REPEATABLE = 40
"""Characters: a shorter paragraph may well be said twice ("Oui.", "Classement :"); a caption is longer."""


def without_furniture(paragraphs: list[str]) -> list[str]:
    """The paragraphs that are the article's; all of them, should nothing be left.

    >>> without_furniture(["Le port rouvre.", "À lire aussi : Le phare de Sète", "Publicité", "Lire aussi est un plaisir."])
    ['Le port rouvre.', 'Lire aussi est un plaisir.']
    """
    return [
        text for text in paragraphs if len(text) > _LONGEST or not _FURNITURE.fullmatch(text)
    ] or paragraphs


def without_repeats(paragraphs: list[str], *printed: str) -> list[str]:
    """Each paragraph once, and none that is already `printed` (the headline, the abstract).

    The last copy stays.  A caption that opens an article and comes again is the picture at the top of the page,
    not the first sentence of the text; it stays where it stands alone, for it may name a place nothing else names.

    >>> caption = "Le maire de Sète, lundi 1er décembre 2025, sur le vieux port."
    >>> without_repeats([caption, "Le port rouvre.", caption, "Il était fermé."])
    ['Le port rouvre.', 'Le maire de Sète, lundi 1er décembre 2025, sur le vieux port.', 'Il était fermé.']
    """
    seen = {_key(text) for text in printed if text}
    kept: list[str] = []
    for text in reversed(paragraphs):
        key = _key(text)
        if key in seen:
            continue
        if len(text) >= _REPEATABLE:
            seen.add(key)
        kept.append(text)
    return kept[::-1] or paragraphs


def _key(text: str) -> str:
    return text.casefold().rstrip(" .")
