"""From an article to the document that an engine stores: the article itself and its lists of terms."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from corpus import Article, Found
from index.analysis.french import Lists, lists
from index.analysis.french import stem as stemmed
from index.fields import FORM, ID, TEXT, TITLE, VALUES
from index.query import MAX_SLOP
from index.stored import dump, with_id

LEAD_TERMS = (150, 30)
"""The first 150 and the first 30 terms of an article stand again in its lists: the press begins with what matters.

On nine French test sets this gains 2.2 % on the queries by which it was chosen, and 1.9 % on the others; a boosted
headline field was worse (-.07 on three-word queries).
"""

FILLER = "¶"
"""Stands between two stretches of text, so that no phrase runs across: the analysis turns no word into it."""

_WORDS_AROUND = 20
"""Words before and behind a word of two terms, which stand with its other term once more, for the phrases that have that term.

Of 4,000 articles of the daily press 32 have such a word, a name with an apostrophe or one in inclusive writing.
"""

PHRASE_GAP = " ".join([FILLER] * (MAX_SLOP + 1))
"""The fillers between two stretches: one more than the loosest phrase may skip."""


class Document(NamedTuple):
    """An article as an engine takes it.  It is a tuple: many go from one process to another.

    `terms` holds each indexed list as one text, with blanks between the terms: `exact`, `stem` and `form` of the whole
    text, `exact` and `stem` of each other text field, the words and whole names of each field of names, the id.  `names`
    has the values of each field of names, each by its one term.  `day` is the number of its date, yyyymmdd, or 0 for
    undated; `kept` is the article as it is stored.
    """

    id: str
    terms: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]
    day: int
    kept: bytes


def prepare(article: Article) -> Document:
    """Return the document of an article; articles are analysed nowhere else."""
    title, text = lists(article.title), lists(article.text)
    headline = _headline(article, title)
    terms = {
        ID: article.id,
        TEXT.exact: _exact_text(headline, text),
        TEXT.stem: _stem_text(headline, text),
        FORM: f"{headline.form} {text.form}",
        TITLE.exact: _exact_title(title),
        TITLE.stem: " ".join([title.stem, *_more_stems(title)]),
    }
    names = {field.name: by_term(printed_names(article, field.name)) for field in VALUES}
    for field, shown in names.items():
        terms[field] = " ".join(map(value_terms, shown.values()))
    return Document(article.id, terms, names, day(article), dump(article))


def renamed(document: Document, article_id: str) -> Document:
    """Return the document with another id."""
    return document._replace(
        id=article_id,
        terms={**document.terms, ID: article_id},
        kept=with_id(document.kept, article_id),
    )


def exact_terms(article: Article, field: str) -> list[str]:
    """Return the list of folded words of a text field, the same as that of `prepare`."""
    title = lists(article.title)
    if field == TITLE.exact:
        return _exact_title(title).split()
    return _exact_text(_headline(article, title), lists(article.text)).split()


def stem_text(article: Article) -> str:
    """Return the stems of the whole text, the same as those of `prepare`."""
    return _stem_text(_headline(article, lists(article.title)), lists(article.text))


def _headline(article: Article, title: Lists) -> Lists:
    """Return the terms of the headline; no terms if the headline was cut from the text."""
    return title if article.title_found is not Found.TEXT else lists("")


def _exact_text(headline: Lists, text: Lists) -> str:
    within = headline.exact.count(" ") + 1 if headline.exact else 0
    leads = [
        stretch
        for length in LEAD_TERMS
        for stretch in (first(headline.exact, length), first(text.exact, max(0, length - within)))
    ]
    return _apart(headline.exact, text.exact, *leads, *_otherwise(headline, text))


def _stem_text(headline: Lists, text: Lists) -> str:
    stem = f"{headline.stem} {text.stem}"
    more = (*_more_stems(headline), *_more_stems(text))
    return " ".join([stem, *(first(stem, length) for length in LEAD_TERMS), *more])


def _more_stems(text: Lists) -> Iterator[str]:
    """Yield the stems of the other terms of words, and of the words beside the words of a text."""
    return map(stemmed, f"{text.joined} {text.beside}".split())


def _exact_title(title: Lists) -> str:
    return _apart(title.exact, *_otherwise(title))


def _otherwise(*texts: Lists) -> list[str]:
    """Return the stretches of texts around their words of two terms, with the other terms; and the terms beside these."""
    stretches = [stretch for text in texts if text.otherwise for stretch in _stretches(text)]
    seen = set(" ".join(stretches).split())
    others = dict.fromkeys(term for text in texts for term in text.joined.split() if term not in seen)
    return [*stretches, *others]


def _stretches(text: Lists) -> Iterator[str]:
    """Yield the stretches of the other reading of a text that hold a word by which it differs, with the words around."""
    others = text.otherwise.split()
    pairs = enumerate(zip(text.exact.split(), others, strict=True))
    differing = [position for position, (term, other) in pairs if term != other]
    near = {
        at for position in differing for at in range(position - _WORDS_AROUND, position + _WORDS_AROUND + 1)
    }
    kept = sorted(near.intersection(range(len(others))))
    for _, run in groupby(enumerate(kept), lambda numbered: numbered[1] - numbered[0]):
        yield " ".join(others[position] for _, position in run)


def _apart(*stretches: str) -> str:
    """Return the stretches one after the other, so far apart that no phrase runs across them."""
    return f" {PHRASE_GAP} ".join(filter(None, stretches))


def first(terms: str, most: int) -> str:
    """Return the first terms of a list.

    >>> first("le port rouvre", 2)
    'le port'
    """
    return " ".join(terms.split(None, most)[:most])


def values(article: Article, field: str) -> tuple[str, ...]:
    """Return the values of a field of names, each once whatever its spellings; `source` and `section` have one at most."""
    return distinct(printed_names(article, field))


def printed_names(article: Article, field: str) -> tuple[str, ...]:
    """Return the names of a field as the article has them: one may stand there in two spellings."""
    match field:
        case "source" | "section":
            name: str = getattr(article, field)
            return (name,) if name else ()
        case "author":
            return article.authors
        case _:
            names: tuple[str, ...] = getattr(article, field)
            return names


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, in the first spelling of each: names that differ by accents or capitals alone are one.

    >>> distinct(["Sénégal", "Mali", "SENEGAL"])
    ('Sénégal', 'Mali')
    """
    return tuple(by_term(names).values())


def by_term(names: Iterable[str]) -> dict[str, str]:
    """Return the first spelling of each name, by its one term.

    >>> by_term(["Sénégal", "Mali", "SENEGAL"])
    {'=senegal': 'Sénégal', '=mali': 'Mali'}
    """
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(whole(name), name)
    return first


@lru_cache(1 << 16)
def value_terms(value: str) -> str:
    """Return the terms by which a name is found: each of its words, and the whole name as one term.

    >>> value_terms("L’Équipe News")
    'equipe news =equipe_news'
    """
    terms = _lists_of_name(value)
    return " ".join(filter(None, (terms.exact, terms.joined, whole(value)))) if terms.exact else ""


@lru_cache(1 << 16)
def whole(value: str) -> str:
    """Return the one term of a whole name, the same for names that differ by accents or capitals alone.

    >>> whole("Sénégal") == whole("SENEGAL"), whole("Le Monde")
    (True, '=le_monde')
    """
    return one_term(_lists_of_name(value).exact.split())


@lru_cache(1 << 10)
def _lists_of_name(value: str) -> Lists:
    """Return the lists of a name, for whoever asks next of the same article: its one term, then all its terms."""
    return lists(value)


def one_term(words: Iterable[str]) -> str:
    """Return the one term of the whole name that has these words of the index.

    >>> one_term(("le", "monde"))
    '=le_monde'
    """
    return "=" + "_".join(words)


def day(article: Article) -> int:
    """Return the number of the date of an article, yyyymmdd with zeros for what is not known; 0 if it is undated."""
    return article.date.number if article.date else 0
