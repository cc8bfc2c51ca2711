"""The plain text of an issue that Gallica gives: the notice of the catalogue, a remark on character recognition, the text."""

import re
from collections.abc import Iterator
from functools import partial

from corpus.article import Article
from corpus.clean import clean, clean_line
from corpus.clipping import Clipping
from corpus.dates.values import parse_date
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.formats.head import Head
from corpus.paragraphs import one_line, paragraphs
from corpus.readers import markup
from corpus.readers.record import Record, compose
from corpus.source import Source, whole

_MARK = expression(
    r"Notice\s{1,9}complète\s?:|Identifiant\s?:\s{0,9}(?:https?://gallica\.bnf\.fr/)?ark:/12148/"
)
_LINE = expression(
    r"(Titre|Auteur|Éditeur|Date d['’]édition|Contributeur|Sujet|Type|Langue|Format|Description|Droits|Identifiant|Source|Relation|"
    r"Couverture|Notice du catalogue|Notice d['’]ensemble|Provenance|Date de mise en ligne|Thème|Format de téléchargement|"
    r"Nombre de pages|Rappel de votre demande|Notice complète)\s?:\s?(.*)"
)
_REMARK = expression(
    r"Le texte affiché peut comporter|fidélité de ce texte|Le taux de reconnaissance|En savoir plus sur l['’]OCR|Vues? \d|L['’]OCR"
)
_MAX_NOTICE_LINES = 200
_QUALIFIER = expression(r"\s*\([^()]{0,80}\d{4}[^()]{0,20}\)$")
"""What the catalogue adds where papers have one name: `Le Figaro (Paris. 1854)`."""
_CUT = expression(r"[^\W\d_]-$")
_ARK = expression(r"ark:/12148/\w{5,40}")


def recognises(head: Head) -> bool:
    """Return whether a file is the text of a document of Gallica, as plain text or as a page."""
    text = head.text
    return (
        "ark:/12148/" in text
        and "Titre" in text
        and ("Droits" in text or "Rappel de votre demande" in text)
        and _MARK.search(text) is not None
    )


def articles(source: Source) -> Iterator[Clipping]:
    """Yield the issue, which is one article."""
    yield Clipping("", None, source.name, partial(_issue, source))


def _issue(source: Source, _unopened: str, name: str) -> Article:
    """Return the article of a file.

    Raises:
        Unreadable: the file cannot be read, or has no text.
    """
    with source.open_text() as stream:
        raw = whole(stream)
    text = markup.lines(markup.html(raw)) if raw.lstrip()[:1] == "<" else clean(raw)
    notice, body = _split(text.split("\n"))
    ark = _ARK.search(" ".join(notice.get("Identifiant", ())))
    record = Record(
        raw=raw,
        text="\n\n".join(_whole(paragraphs("\n".join(body)))),
        source=_paper(next(iter(notice.get("Titre", ())), "")),
        date=parse_date(next(iter(notice.get("Date d'édition", ())), "")),
        language=next(iter(notice.get("Langue", ())), ""),
        reference=ark[0] if ark else "",
        url=f"https://gallica.bnf.fr/{ark[0]}" if ark else "",
    )
    if not body:
        raise Unreadable("reading.no_text")
    return compose(record, path=name)


def _split(lines: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the values of the notice by their names, and the lines below it.

    The notice ends with the last remark on character recognition; without one, above the first line that has no name.
    """
    top = lines[:_MAX_NOTICE_LINES]
    remarks = [number for number, line in enumerate(top) if _REMARK.match(line)]
    others = [number for number, line in enumerate(top) if line.strip() and not _LINE.match(line)]
    end = remarks[-1] + 1 if remarks else next(iter(others), len(top))
    notice: dict[str, list[str]] = {}
    for match in filter(None, map(_LINE.match, top[:end])):
        notice.setdefault(match[1].replace("’", "'"), []).append(clean_line(match[2]))
    return notice, lines[end:]


def _whole(found: list[str]) -> list[str]:
    """Return paragraphs without those that break off in a word, which the next one ends: columns and pages are cut there.

    >>> _whole(["Un train a dé-", "raillé hier.", "Le port de Seine-", "Maritime"])
    ['Un train a déraillé hier.', 'Le port de Seine-', 'Maritime']
    """
    kept: list[list[str]] = []
    for paragraph in found:
        if kept and _CUT.search(kept[-1][-1][-2:]) and paragraph[:1].islower():
            kept[-1].append(paragraph)
        else:
            kept.append([paragraph])
    return list(map(one_line, kept))


def _paper(title: str) -> str:
    """Return the name of a paper without what the catalogue adds.

    >>> _paper("Le Fanal (Sète. 1854)"), _paper("Le Fanal : journal du soir / dir. A. Roy")
    ('Le Fanal', 'Le Fanal')
    """
    return re.split(r" [:/] ", _QUALIFIER.sub("", title), maxsplit=1)[0]
