"""The ids of articles that want the same one.

A file gives each of its articles an id: that of a column, or one made of the text.  Where several articles want one id,
the first of them has it, in the order of the paths and of the records; the others have it with the first free number
behind: `dgr5dsp`, `dgr5dsp-2`.  So an id depends on the files as they are now.  A build that reads all files in their
order gives these ids as it goes; one that reads some of them gives free ids at first, and asks `renames` at its end.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import count

from corpus.expression import expression
from index.storage.catalog import Catalog, IndexedArticle

_NUMBERED = expression(r"(.+)-[1-9][0-9]*")


def candidates(wanted: str) -> Iterator[str]:
    """Yield the ids that an article may have, the best one first.

    >>> from itertools import islice
    >>> list(islice(candidates("dgr5dsp"), 3))
    ['dgr5dsp', 'dgr5dsp-2', 'dgr5dsp-3']
    """
    yield wanted
    for number in count(2):
        yield f"{wanted}-{number}"


class Ids:
    """The ids that a pass gives to the articles that it reads, as they come."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._candidates: dict[str, Iterator[str]] = {}

    def free(
        self, wanted: str, before: str, kept: Container[str], unread: Container[str]
    ) -> tuple[str, IndexedArticle | None]:
        """Return the id, with the first free number where another article has it; and the article that has that id now.

        `before` is the path that the file had, `kept` has the ids of the articles that were read of it.  An article of a file
        that is still to be read (`unread`, by its path) does not count.  After all files, `renames` says which ids are not
        those of an index made anew.
        """
        left = self._candidates.get(wanted) or candidates(wanted)
        for free in left:
            record = self._catalog.find(free)
            is_claimed = record is not None and record.path != before and record.path not in unread
            if free not in kept and not is_claimed:
                break
        if free != wanted:  # what was taken for this id stays taken: nothing is tried twice
            self._candidates[wanted] = left
        return free, record


def renames(catalog: Catalog, claims: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the ids that are not those of an index made anew, each with the right one.

    `claims` are the ids that articles wanted which came, moved or went since the ids were right.
    """
    done: set[str] = set()
    for claim in claims:
        if claim not in done:
            articles = _rivals(catalog, claim, done)
            if len(articles) > 1 or any(article.wanted for article in articles):
                yield from _renamed(articles)


def _rivals(catalog: Catalog, claim: str, done: set[str]) -> list[IndexedArticle]:
    """Return the articles whose ids may depend on one another, if one of them wants the `claim`; note what they want.

    An article that wants `x-2` is a rival of two that want `x`.
    """
    waiting, articles = [claim], list[IndexedArticle]()
    while waiting:
        wanted = waiting.pop()
        if wanted in done:
            continue
        done.add(wanted)
        articles += catalog.wanting(wanted)
        waiting += catalog.wanted_behind(wanted)
        if (numbered := _NUMBERED.fullmatch(wanted)) and catalog.wanting(numbered[1]):
            waiting.append(numbered[1])
    return articles


def _renamed(articles: Iterable[IndexedArticle]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    choices: dict[str, Iterator[str]] = {}  # what was taken for an id stays taken: nothing is tried twice
    for article in sorted(articles, key=lambda article: (article.path, article.number)):
        wanted = article.wanted or article.id
        right = _first_free(choices.setdefault(wanted, candidates(wanted)), taken)
        taken.add(right)
        if right != article.id:
            yield article.id, right


def _first_free(ids: Iterator[str], taken: Container[str]) -> str:
    return next(free for free in ids if free not in taken)
