"""The renderers of what is new for the saved searches."""

from collections.abc import Iterator, Sequence

from corpus import Article
from search.messages import say, sentence
from search.notebook.news import News
from search.render import SHELL, TEXT, Renderers
from search.render.inert import inert
from search.render.lines import EMPTY, Fragment, Line, Style, line, line_width, wrap
from search.render.period import date_name

_DAY_COLUMNS = 12


def _text(news: News, columns: int) -> Sequence[Line]:
    """Return each search with the number of its new articles, then a line or two for each article."""
    rows: list[Line] = []
    for found in news.found:
        count = say("notebook.new", count=len(found.articles))
        heading = (Fragment(found.search.name, Style.TITLE), Fragment(f"  {count}  ", Style.MATCH))
        rows += [EMPTY] if rows else []
        rows += wrap((*heading, Fragment(found.search.query, Style.QUIET)), columns)
        for article in found.articles:
            rows += _article(article, columns)
    return rows


def _article(article: Article, columns: int) -> list[Line]:
    source = f"{article.source}  " if article.source else ""
    text = (
        Fragment(f"  {date_name(article.date):<{_DAY_COLUMNS - 2}}  "),
        Fragment(source, Style.QUIET),
        Fragment(article.title),
    )
    margin = " " * (_DAY_COLUMNS + 2)
    rows = wrap(text, columns, rest=margin)
    shown_id = Fragment(article.id, Style.QUIET)
    room = columns - line_width(rows[-1]) - line_width((shown_id,))
    if room >= 2:
        return [*rows[:-1], (*rows[-1], Fragment(" " * room), shown_id)]
    return [*rows, *wrap((shown_id,), columns, margin, margin)]


def _shell(news: News, columns: int) -> Sequence[Line]:
    rows = list(_text(news, columns))
    if rows:
        rows += [EMPTY, *wrap(line(say("notebook.open_new"), Style.QUIET), columns)]
    for row in news.refused:
        reason = sentence(row.refusal) if row.refusal else ""
        said = say("notebook.refused", name=row.search.name, query=row.search.query, reason=reason)
        rows += wrap(line(said, Style.ERROR), columns)
    return rows or wrap(line(say("notebook.nothing_new")), columns)


def _jsonl(news: News, _: int) -> str:
    from search.render import json

    return "".join(
        json.written(
            {
                "search": found.search.name,
                "id": article.id,
                "title": article.title,
                "date": json.day(article.date),
                "source": article.source,
                "section": article.section,
                "author": list(article.authors),
                "url": article.url,
                "path": article.path,
            }
        )
        for found in news.found
        for article in found.articles
    )


def _ids(news: News, _: int) -> str:
    return "".join(f"{inert(article_id)}\n" for article_id in dict.fromkeys(_found_ids(news)))


def _found_ids(news: News) -> Iterator[str]:
    return (article.id for found in news.found for article in found.articles)


RENDERERS: Renderers = {TEXT: _text, SHELL: _shell, "jsonl": _jsonl, "ids": _ids}
