"""The articles that a person names: in the shell by a rank, by the marks or by an id, on the command line by an id or in a list."""

import re
from collections.abc import Sequence

from corpus import Article
from search.commandline.face import Asked
from search.commandline.names import named
from search.commandline.streams import STANDARD_INPUT, input_text
from search.errors import SearchError

_RANK = re.compile("[0-9]{1,9}")
_RANKS = re.compile(f"{_RANK.pattern}(?:,{_RANK.pattern})*")

MARKS = "marks"
"""The word of the shell that stands for the marked articles, by the names of the command that lists them."""


def is_rank(word: str) -> bool:
    """Return whether a word of the shell is the rank of a result."""
    return bool(_RANK.fullmatch(word))


def is_marks(word: str) -> bool:
    """Return whether a word of the shell stands for the marked articles."""
    return bool(named(word, (MARKS,)))


def article_in_shell(asked: Asked, word: str) -> Article:
    """Return the article that a word of the shell names: the rank of a result, or an id.

    Raises:
        SearchError: there is no such article.
    """
    if is_rank(word):
        return asked.result(int(word)).article
    article = asked.answers.answer(lambda searcher: searcher.article(word))
    if article is None:
        raise SearchError("command.no_article", id=word)
    return article


def named_in_shell(asked: Asked, word: str) -> Sequence[str]:
    """Return the ids that a word of the shell stands for: `3`, `3,5`, `marks`, or an id.

    Raises:
        SearchError: there is no such result, or no article is marked.
    """
    if is_marks(word):
        if not asked.marks:
            raise SearchError("browser.nothing_marked")
        return asked.marks
    if _RANKS.fullmatch(word):
        return tuple(dict.fromkeys(asked.result(int(rank)).article.id for rank in word.split(",")))
    return (word,)


def named_on_command_line(word: str) -> Sequence[str]:
    """Return the ids that a word of the command line stands for: itself, or those of standard input for `-`, each once."""
    return (word,) if word != STANDARD_INPUT else tuple(dict.fromkeys(input_text().split()))
