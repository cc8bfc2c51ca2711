"""What the press says beside a day: that it is that of the publication, of an update, and at which hour; buttons, notices.

Every pattern is one of small letters without accents, as `corpus.clean.bare` writes them.
"""

from corpus.clean import bare
from corpus.expression import expression
from corpus.months import MONTHS, WEEKDAYS

MAX_LINE_CHARACTERS = 160
"""Characters of a line that says when: with an update, a reading time and a few buttons it has 140."""

UPDATED = expression(
    r"mise?s? a jour|\bm\.?a\.?j\b|modif|actualis|rafraichi|corrige|\bcompletee?\b|\bedite|derniere edition|updated?\b|last edited"
)
PUBLISHED = expression(
    r"publi|\bpubl\b|paru|parution|mise?s? en ligne|poste|\bcree|creation|diffus|post(?:ed|e)|created|first|ecrit|redige"
)
"""What stands before the day of an update, and before that of the publication, in small letters without accents."""

_CLOCK = (
    r"\bt?\d{1,2} ?(?::|h(?:eures?)?\b|h(?=\d)) ?(?:\d{2}(?: ?mi?n\b)?)?(?::\d{2})?(?:[.,]\d{1,9})?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?z\b| ?\(?(?:gmt|utc|cet|cest|met|h[neapr][nepracta]|e[sd]t|p[sd]t)\b)?(?: ?[+-]\d{1,2}:?\d{0,2})?\)?"
    r"(?: ?\(?(?:heure (?:de |d'|locale)|heure normale)[a-z' ]{0,25}\)?)?"
)
_YEARLESS = rf"\b\d{{1,2}}(?:er)? ?(?:{'|'.join(MONTHS)})\b\.?|\b\d{{1,2}}[/.]\d{{2}}\b"
_COUNT = r"\d{1,3}(?:[ .]?\d{3}){0,2}"
"""A number, its thousands apart or not: 1 242 readers."""
_SAYINGS = expression(
    rf"{_CLOCK}(?: ?\([a-z' -]{{2,20}}\))?|{_YEARLESS}|\(heure [a-z' ]{{1,25}}\)"
    r"|(?:temps de )?lectures? ?:? ?(?:de |en |estimee? ?:? ?)?\d{1,3} ?(?:(?:minutes?|mins?|mn)\b\.?|['′])"
    r"|\b\d{1,3} ?(?:(?:minutes?|mins?|mn)\b\.?|['′])(?: de lecture| read)?|\blu en\b"
    rf"|\b{_COUNT} ?(?:commentaires?|reactions?|partages?|vues?|avis|lectures?|abonnes?|likes?)\b|\blu {_COUNT} fois"
    r"|\b(?:derniere |premiere |date de |date |1ere |heure de )?(?:mises? a jour|modification|actualisation|maj"
    r"|publication|parution|mises? en ligne|diffusion|creation)\b"
    r"|\bm\.a\.j\.?"
    r"|\b(?:re)?(?:publi|post|modifi|actualis|cre|ajout|edit|diffus|redig|corrig|archiv|complet)ee?s?\b|\b(?:paru|ecrit)e?s?\b"
    r"|\bmis(?:es?)? (?:a jour|en ligne)\b|\b(?:first |last )?(?:published|posted|updated?|modified|created)\b"
    r"|\bdate ?:|^date\b|\bdu jour\b|\barchives?\b|\barticle\b"
    r"|\b(?:dans )?(?:(?:l'|le |son )?(?:edition|numero|journal)(?: papier| numerique| imprimee?| abonnes?)?(?: (?:du|de)\b|(?= ?n[o°])))"
    rf"|\bn(?:°|o|os|um(?:ero)?)\.? ?{_COUNT}\b|(?:\bprix ?:? ?)?\b\d{{1,3}}(?:[.,]\d{{2}})? ?(?:€|euros?\b|chf\b)"
    r"|\b\d{1,3}(?:e|eme) annee\b|\bderniere edition\b"
    r"|\b(?:pages?|pp?\.) ?\d{1,3}(?: ?[,–-] ?\d{1,3}| et \d{1,3})?\b|\btous droits reserves\b|\b(?:derniere )?(?:publ|modif)\b\.?"
    r"|\b(?:reserve|accessible)e?s? aux? abonnes?\b|\babonnes?\b|\bpremium\b|\bacces libre\b|\bgratuit\b|\bpayant\b"
    r"|\bpartage[rz]?\b(?: (?:cet article|l'article|sur)\b)?|\b(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|bluesky)\b"
    r"|\b(?:tweeter|abonnez-vous|s'abonner|suivez-nous|google (?:news|actualites)|newsletter)\b"
    r"|\b(?:imprimer|commenter|commentaires?|reagir|enregistrer|sauvegarder|envoyer|suivre|favoris|copier le lien)\b"
    r"|\blire plus tard\b|\b(?:ecouter|offrir)\b(?: (?:cet|l')? ?article\b)?|\baudio\b"
    r"|(?:\b(?:avec|par|source ?:) )?\b(?:l'|agence )?(?:afp|reuters|belga|keystone-ats|ats|awp|ap)\b(?=$| ?[^\w ]| (?:$|(?:le|du) ?$|publi|mise? |post|modifi|le \d|\d))"
    r"|[|·•–—-] ?\d{1,5} ?(?=$|[|·•–—-])|\bil y a \d{1,3} (?:ans?|mois|semaines?|jours?|heures?|minutes?)\b|\b(?:par )?(?:la )?redaction(?: web| numerique)?\b"
    rf"|\bhier\b|\baujourd'hui\b|\b(?:{'|'.join(WEEKDAYS)})\b|\ba (?:midi|minuit)\b"
    r"|\b(?:on|at|the|le|la|du|de|a|en|et|puis|mais|ce|cet|c'est)\b"
)
"""What a line that only says when may say beside its days, in small letters without accents."""

_MOMENT = expression(r"\d|\bhier\b|aujourd'hui")
_NOTICE = expression(r"\baux? abonnes?\b|\blecture ?:? ?\d|\d (?:min|mn)\b")
CLOCK = expression(_CLOCK)
CLOCK_OR_VERB = expression(rf"{_CLOCK}|{UPDATED.pattern}|{PUBLISHED.pattern}")
_SAYS_MORE = expression(r"[^\W_]")


def only_says_when(part: str) -> bool:
    """Return whether a part of a line, without its days, says nothing but how a day is that of the publication."""
    return not _SAYS_MORE.search(part) or not _SAYS_MORE.search(_SAYINGS.sub(" ", bare(part)))


def is_dateless(line: str) -> bool:
    """Return whether a line says without a year that an article was published, or for whom.

    >>> is_dateless("Publié aujourd’hui à 18:02"), is_dateless("Réservé aux abonnés"), is_dateless("La création")
    (True, True, False)
    """
    if len(line) > MAX_LINE_CHARACTERS:
        return False
    said = bare(line)
    is_one = _NOTICE.search(said) or (
        _MOMENT.search(said) and (PUBLISHED.search(said) or UPDATED.search(said))
    )
    return bool(is_one) and not _SAYS_MORE.search(_SAYINGS.sub(" ", said))
