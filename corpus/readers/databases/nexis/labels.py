"""The labels of Nexis, in English, French and German: which field each opens, and the lines that part an article."""

import re
from collections.abc import Container, Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.clean import bare
from corpus.expression import expression

_LABELS = {
    "title": "headline titre titel uberschrift schlagzeile",
    "section": "section rubrique ressort rubrik",
    "length": "length longueur lange laenge",
    "byline": "byline auteur auteurs signature autor autoren verfasser",
    "heading": "highlight encart chapeau resume points-saillants zusammenfassung",
    "dateline": "dateline origine lieu-de-redaction ortsmarke",
    "body": "body corps hauptteil",
    "loaded": "load-date date-chargement date-de-chargement ladedatum lade-datum",
    "language": "language langue sprache",
    "url": "url",
    "below": (
        "graphic graphique grafik classification classement klassifizierung subject sujet schlagworter organization organisation "
        "company societe unternehmen ticker symbole-boursier borsenkurzel tickersymbol industry secteur-activite secteur-d'activite "
        "branche geographic localisation-geo geographique geografie publication-type type-publication type-de-publication "
        "publikationstyp publikationsart journal-code code-journal correction correction-date date-de-correction distribution "
        "document-type doc-type acc-no issn pub-type disclaimer"
    ),
    "beside": (
        "person personne personnes city ville stadt state etat country pays land series serie guests invites notes note category "
        "categorie type source credit column illustration photo edition page update"
    ),
}  # fmt: skip
"""Of each field, the labels that open it as `corpus.clean.bare` has them, with a hyphen for a blank.

What stands `below` a text is not of the article; what stands `beside` may be, for a text may have such a line of its own.
"""
_FIELDS = {label: field for field, labels in _LABELS.items() for label in labels.split()}
ABOVE = frozenset(("title", "section", "length", "byline", "heading", "dateline"))
"""The fields that stand above a text."""
_BELOW_A_TEXT = frozenset(("below", "language", "loaded"))
_SURE = frozenset(("byline", "dateline", "loaded"))
"""The fields whose labels open no sentence."""

_LABEL = expression(
    r"(?P<label>[^\W\d_][^\W\d_’' -]{1,20}(?:[ ’'-][^\W\d_]{1,15}){0,3})[ \u00a0]?:(?P<blank>[\s\u00a0]*)(?P<text>.*)",
    re.DOTALL,
)
COUNT = r"\d{1,6} (?:of|de|sur|von) (?P<all>\d{1,6}) DO[CK]UMENT(?:E|EN|S)?"
"""The line above a document of the older services, `1 of 74 DOCUMENTS`: a part of the patterns of pages and texts."""
_COUNT = expression(COUNT)

END = frozenset(
    (
        "end of document",
        "fin du document",
        "fin de document",
        "ende des dokuments",
        "dokumentende",
        "ende des dokumentes",
    )
)
"""The line below an article in the documents of Nexis Uni and Lexis+, in small letters."""
BODY = frozenset(("Body", "Corps", "Corps du texte", "Corps de l’article", "Corps de l'article", "Texte", "Text", "Hauptteil", "Haupttext"))  # fmt: skip
"""The line above its text."""
_OF_SUBJECTS = frozenset("classification classement klassifizierung klassifikation".split())
_BELOW = _OF_SUBJECTS | frozenset(
    "graphic graphique grafik graphiken illustration correction correction-appended korrektur notes anmerkungen".split()
)
"""The lines, alone in their paragraph, that open what stands below a text; those of subjects stand above labels."""
_MAX_BELOW_CHARACTERS = 25


class Label(NamedTuple):
    """A paragraph that begins with a label: the field that it opens, and its text."""

    field: str
    text: str
    is_capital: bool


def with_sure_label(paragraph: str) -> str:
    r"""Return a paragraph that stands between a date and the line `Body`, where a label is one whatever blank it has.

    Programs that saved the document again have made a plain blank of the no-break space.

    >>> with_sure_label("Section: SPORT"), with_sure_label("Le port : un an de travaux")
    ('Section:\xa0SPORT', 'Le port : un an de travaux')
    """
    return _with_sure_label(paragraph, ABOVE)


def with_sure_labels(text: Sequence[str]) -> list[str]:
    r"""Return the paragraphs of a text and of what stands below it, where a label is one whatever blank it has.

    What stands below begins with the name of the list of subjects, if a label is next, or has nothing but labels, and the
    language among them.

    >>> with_sure_labels(["Le port rouvre.", "Classification", "Langue: FRENCH"])[2]
    'Langue:\xa0FRENCH'
    >>> with_sure_labels(["Le port rouvre.", "Langue: FRENCH", "Il ferme."])[1]
    'Langue: FRENCH'
    """
    fields = [_field(line) for line in text]
    below = next(
        (at for at, field in enumerate(fields[1:]) if field in _BELOW_A_TEXT and is_of_subjects(text[at])), -1
    )
    if below < 0:
        below = len(text) - sum(1 for _ in takewhile(_BELOW_A_TEXT.__contains__, reversed(fields)))
        if "language" not in fields[below:]:
            return list(text)
    return [*text[:below], *(_with_sure_label(line, _BELOW_A_TEXT) for line in text[below:])]


def _with_sure_label(paragraph: str, fields: Container[str]) -> str:
    match = _LABEL.match(paragraph)
    if not match or _FIELDS.get(_label_name(match)) not in fields:
        return paragraph
    return f"{match['label']}:\u00a0{match['text'].strip()}"


def _field(paragraph: str) -> str:
    """Return the field that a label opens, whatever blank it has; "" for a paragraph without one."""
    match = _LABEL.match(paragraph)
    return _FIELDS.get(_label_name(match), "") if match else ""


def _label_name(match: re.Match[str]) -> str:
    return "-".join(re.split(r"[ -]+", bare(match["label"])))


def label(paragraph: str) -> Label | None:
    r"""Return the label of a paragraph; None for one without a label that is known.

    A label of the older services is in capitals, one of the newer has a no-break space behind its colon.

    >>> label("RUBRIQUE: INTERNATIONAL; Pg. 35")
    Label(field='section', text='INTERNATIONAL; Pg. 35', is_capital=True)
    >>> label("Load-Date:\u00a0May 3, 2014").field, label("Section: un mot qui ouvre une phrase")
    ('loaded', None)
    """
    match = _LABEL.match(paragraph)
    if not match:
        return None
    name = match["label"]
    field = _FIELDS.get(_label_name(match))
    is_capital = name.isupper()
    if field is None:
        return None
    is_sure = (
        is_capital or "-" in name or "\u00a0" in match["blank"] or field in _SURE or not match["text"].strip()
    )
    if not (is_sure or (field == "length" and match["text"][:1].isdecimal())):
        return None
    return Label(field, match["text"].strip(), is_capital)


def is_below(paragraph: str) -> bool:
    """Return whether a paragraph is the name of what stands below a text: `Graphic`, `Classification`."""
    return _name(paragraph) in _BELOW


def is_of_subjects(paragraph: str) -> bool:
    """Return whether a paragraph is the name of the list of subjects: `Classement`, which a text on sport may have as well."""
    return _name(paragraph) in _OF_SUBJECTS


def _name(paragraph: str) -> str:
    short = paragraph if len(paragraph) <= _MAX_BELOW_CHARACTERS else ""
    return "-".join(bare(short.strip(" :")).split())


def of_count(line: str) -> int:
    """Return how many documents a line counts, `1 of 74 DOCUMENTS`; 0 for any other line."""
    match = _COUNT.fullmatch(line.strip())
    return int(match["all"]) if match else 0
