"""`manchette similar`, and `:similar` in the shell: the articles about the same thing as an article."""

import argparse

from index.engine import Sort
from search.commandline import search_options
from search.commandline.articles import article_in_shell
from search.commandline.command import Command
from search.commandline.face import Answers, Asked, Face, Question
from search.commandline.opening import open_index
from search.commandline.options import Parser, add_fields, add_format, add_limit, check_fields
from search.commandline.status import ExitStatus
from search.commandline.streams import complain, write
from search.errors import SearchError
from search.language import tree
from search.messages import say
from search.render import TEXT
from search.render.chosen_fields import chosen
from search.results import Results
from search.searcher import Page

_PAGE_ARTICLES = 10
"""Articles on a page, unless the person asks for another number."""


def question(article_id: str) -> Question:
    """Return the query of the articles like an article: `like:7f3k2`."""
    return Question(str(tree.Like(article_id)))


def similar(answers: Answers, article_id: str, page: Page) -> Results:
    """Return a page of the articles like an article, without the article itself and its reprints.

    Raises:
        SearchError: there is no such article.
    """
    if '"' in article_id or not article_id.isprintable():
        # no query can name it, and no article has such an id
        raise SearchError("command.no_article", id=article_id)
    return answers.search(question(article_id).line, page)


def _options(parser: Parser) -> None:
    parser.add_argument("id", help=say("option.article_id"))
    add_limit(parser, _PAGE_ARTICLES, say("option.limit_page"))
    search_options.add_sort(parser)
    search_options.add_bounds(parser)
    add_format(parser, Results)
    add_fields(parser)


def _run(options: argparse.Namespace) -> ExitStatus:
    check_fields(options)
    page = Page(
        limit=options.limit,
        sort=Sort(options.sort),
        filters=search_options.bounds(options),
        folded=options.format == TEXT,
    )
    with open_index(options) as index:
        results = similar(index, options.id, page)
    found = results.total.count > 0
    if found or options.format != TEXT:
        write(chosen(results, options.fields), options)
    else:
        complain("command.nothing_similar")
    return ExitStatus.FOUND if found else ExitStatus.NOTHING_FOUND


def _in_shell(asked: Asked, argument: str) -> Question:
    """Return the query of the articles like the result of a rank, or like the article of an id.

    Raises:
        SearchError: no article is named, or there is no such article.
    """
    if not argument:
        raise SearchError("shell.similar_takes")
    return question(article_in_shell(asked, argument).id)


COMMAND = Command(
    "similar",
    _options,
    _run,
    faces=(Face("similar", "si", "N|ID", "shell.similar", ":similar 3", _in_shell),),
)
