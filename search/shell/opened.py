"""The open article: opened by its rank or its id, read from match to match, cited, shown as it was in its file, closed."""

from contextlib import closing

from corpus import Article
from corpus.records import replace
from index.opening import open_shelf
from search.commandline.articles import article_in_shell
from search.entities.curator import Curator
from search.errors import SearchError
from search.messages import say
from search.render import in_shell
from search.render.citation import citation
from search.render.lines import EMPTY, Style, line, wrap
from search.results import Citation, Reading
from search.shell.browser.article import laid_out
from search.shell.browser.geometry import geometry
from search.shell.cursor import around, entry
from search.shell.moves import ask_again
from search.shell.session import Move, Opened, Reply, Session, reply

_STEPS = {"next": 1, "suivant": 1, "suivante": 1, "prev": -1, "précédent": -1, "précédente": -1}
"""The words that go to the next one and to the one before, English and French; the start of a word is enough."""

_ROWS_BEFORE, _ROWS_BEHIND = 1, 2
"""Rows of the text that a line of the shell shows around a match."""


def read(session: Session, rank: int) -> Move:
    """Open the article of a rank of the answer, on this page or on another page.

    Raises:
        SearchError: there is no such rank.
    """
    result = session.result(rank)
    found = Reading(result.article, session.asked, duplicates=result.duplicates, kept=result.kept)
    return _open(replace(session, cursor=rank), rank, found)


def read_by_id(session: Session, article_id: str) -> Move:
    """Open the article that has an id, which need not be in the answer: `:news` shows others.

    Raises:
        SearchError: there is no such article.
    """
    article = session.answers.answer(lambda searcher: searcher.article(article_id))
    if article is None:
        raise SearchError("shell.open_takes_number")
    kept = session.answers.answer(lambda searcher: searcher.kept(article_id))
    return _open(session, 0, Reading(article, session.asked, kept=kept))


def _open(session: Session, rank: int, found: Reading) -> Move:
    """Open an article, the names of entities in it marked."""
    entities = session.answers.curated(lambda curator: curator.spans(found.article.id))
    read = replace(found, entities=entities)
    opened = around(replace(session, opened=Opened(rank, read)))
    return opened, Reply(in_shell(read, session.screen.columns))


def match(session: Session, argument: str) -> Move:
    """Go to the next match in the open article, or to the one before; behind the last match comes the first.

    Raises:
        SearchError: no article is open, or the argument is no step.
    """
    opened, sizes = _opened(session), geometry(session)
    step = _step(argument, "match")
    laid = laid_out(opened.reading, sizes.reader_columns)
    count = len(laid.matches)
    if not count:
        return reply(session, say("browser.no_match"))
    if opened.match:
        number = (opened.match + step - 1) % count + 1
    else:
        number = laid.first_from(opened.top) if step > 0 else count
    row = laid.row(number)
    seen = opened.top <= row < opened.top + sizes.reader_rows
    aside = max(0, min(row - sizes.reader_rows // 3, len(laid.lines) - sizes.reader_rows))
    moved = replace(opened, match=number, top=opened.top if seen else aside)
    if moved == opened:
        return reply(session, say("browser.only_match"))
    around_it = laid.at(number)[max(0, row - _ROWS_BEFORE) : row + _ROWS_BEHIND]
    where = line(say("browser.match_of", number=number, count=count), Style.QUIET)
    return replace(session, opened=moved), Reply([*wrap(where, session.screen.columns), *around_it])


def article(session: Session, argument: str) -> Move:
    """Open the next article of the answer, or the one before.

    Raises:
        SearchError: nothing was asked yet, or the argument is no step.
    """
    step = _step(argument, "article")
    if session.results is None:
        raise SearchError("shell.nothing_asked")
    rank = session.cursor + step
    if rank < 1:
        return reply(session, say("browser.first_result"))
    if rank > session.results.last:
        return reply(session, say("browser.last_result"))
    return read(session, rank)


def cite(session: Session, argument: str) -> Move:
    """Show the citation of an article, which the terminal may copy.

    Raises:
        SearchError: there is no such article.
    """
    cited = chosen(session, argument, "cite")
    return session, Reply(in_shell(Citation(cited), session.screen.columns), copied=citation(cited))


def raw(session: Session, argument: str) -> Move:
    """Show an article as it was in its file.

    Raises:
        SearchError: there is no such article.
    """
    wanted = chosen(session, argument, "raw")

    def recorded(curator: Curator) -> str | None:
        with closing(open_shelf(curator.home)) as shelf:
            return shelf.raw(wanted.id)

    text = session.answers.curated(recorded)
    if text is None:
        raise SearchError("command.no_article", id=wanted.id)
    columns = session.screen.columns
    rows = [row for part in text.splitlines() for row in (wrap(line(part), columns) or [EMPTY])]
    return session, Reply(rows)


def close(session: Session) -> Move:
    """Close the open article; if no article is open, leave the full screen for the page where the cursor is.

    Raises:
        SearchError: nothing is open.
    """
    if session.opened:
        closed = replace(session, opened=None)
        return closed, Reply(entry(closed, session.cursor) if session.cursor else ())
    if session.browsing:
        starts = (0, session.cursor - 1) if session.cursor > 1 else (0,)
        return ask_again(replace(session, browsing=False, starts=starts))
    raise SearchError("browser.nothing_open")


def chosen(session: Session, argument: str, name: str) -> Article:
    """Return the article of a rank or of an id; without either the open article, else the one at the cursor.

    Raises:
        SearchError: there is no such article, or none is chosen.
    """
    if argument:
        return article_in_shell(session, argument)
    if session.opened:
        return session.opened.reading.article
    if session.cursor:
        return session.result(session.cursor).article
    raise SearchError("browser.takes_rank", name=name)


def _opened(session: Session) -> Opened:
    if session.opened is None:
        raise SearchError("browser.no_article_open")
    return session.opened


def _step(argument: str, name: str) -> int:
    """Return 1 for the next one and -1 for the one before; nothing typed is the next one."""
    typed = argument.lower() or "next"
    steps = {step for word, step in _STEPS.items() if word.startswith(typed)}
    if len(steps) != 1:
        raise SearchError("browser.next_or_prev", name=name)
    return steps.pop()
