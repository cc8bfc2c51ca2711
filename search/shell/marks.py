"""The marked articles: what a person sets aside to cite, to export or to read later."""

import re

from corpus.records import replace
from search.messages import say
from search.render.lines import Fragment, Line, Style, line, wrap
from search.render.period import date_name
from search.render.rows import MARK_SIGN
from search.shell.opened import chosen
from search.shell.session import Move, Reply, Session, reply

_NO_MARKS = ("none", "aucun", "aucune")


def mark(session: Session, argument: str) -> Move:
    """Mark articles of the answer, or take the marks of those that have one; `none` takes every mark.

    Raises:
        SearchError: there is no such article.
    """
    if argument.lower() in _NO_MARKS:
        marks: tuple[str, ...] = ()
    else:
        ranks = re.split("[ ,]+", argument)
        ids = dict.fromkeys(chosen(session, rank, "mark").id for rank in ranks)
        kept = tuple(marked for marked in session.marks if marked not in ids)
        marks = (*kept, *(marked for marked in ids if marked not in session.marks))
    return reply(replace(session, marks=marks), say("browser.marked", count=len(marks)))


def marks(session: Session) -> Move:
    """List the marked articles, in the order of the marking."""
    if not session.marks:
        return reply(session, say("browser.nothing_marked"))
    found = session.answers.answer(lambda searcher: [searcher.article(marked) for marked in session.marks])
    rows: list[Line] = []
    for marked, article in zip(session.marks, found, strict=True):
        about = (
            f"{date_name(article.date)}  {article.source}  {article.title}"
            if article
            else say("browser.mark_gone", id=marked)
        )
        row = (Fragment(f"{MARK_SIGN} "), *line(about), Fragment(f"  {marked}", Style.QUIET))
        rows += wrap(row, session.screen.columns, rest="  ")
    return session, Reply(rows)
