"""Articles as a corpus for IRaMuTeQ: a line of variables, `**** *source_le_fanal *date_2017-03-20`, then the text.

The names and values of variables have letters without accents, figures, underscores and hyphens alone, and no text has
a star, which would begin a variable (documentation of IRaMuTeQ, on the form of a corpus).  TXM imports such a corpus too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.clean import bare
from search.render.csv import flat
from search.render.fields import OutputField, named
from search.render.inert import inert
from search.results import Result

FIELDS = named("id", "source", "date", "section")
"""The variables, if the person chooses none."""

_MAX_VALUE_CHARACTERS = 60
_UNFIT = re.compile(r"[^a-z0-9-]+")


def texts(results: Iterable[Result], fields: Sequence[OutputField] = FIELDS) -> Iterator[str]:
    """Yield the text of each article below its variables, its headline first; an empty line stands behind it."""
    for result in results:
        article = result.article
        lines = (inert(line).replace("*", " ").strip() for line in (article.title, *article.text.split("\n")))
        yield "\n".join([" ".join(["****", *_variables(result, fields)]), *filter(None, lines), "", ""])


def _variables(result: Result, fields: Sequence[OutputField]) -> Iterator[str]:
    """Yield the variables of an article; a date is a year and a month as well."""
    for field in fields:
        if value := _value(str(flat(field.take(result)))):
            yield f"*{field.name.replace('_', '')}_{value}"
        if field.name == "date" and (date := result.article.date):
            yield f"*annee_{date.year:04}"
            if date.month:
                yield f"*mois_{date.month:02}"


def _value(text: str) -> str:
    """Return a value as IRaMuTeQ takes it.

    >>> _value("L’Équipe News"), _value("2017-03-20")
    ('l_equipe_news', '2017-03-20')
    """
    return _UNFIT.sub("_", bare(text)).strip("_")[:_MAX_VALUE_CHARACTERS].rstrip("_")
