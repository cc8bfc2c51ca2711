"""The press review as a document: what it is about, its timeline, its contents, its names, its articles.

The document stands alone: it asks nothing of a network, needs no script, and its policy (CSP, level 3) forbids all that it
does not hold itself.  Contents and counts stand before the articles and are known behind the last one: the articles wait in
a temporary file, so that a review of thousands takes the memory of their headlines.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from corpus import PrintDate
from corpus.records import field, record
from search.language import Tree
from search.messages import say, spoken
from search.render.exports.review import asked, facets, timeline
from search.render.exports.review.clipping import FIELDS, TEXT, clipping, headline, language, narrowed
from search.render.exports.review.contents import Entry, Group, arranged, contents, days, span
from search.render.exports.review.days import in_words, with_weekday
from search.render.exports.review.markup import NOTHING, Markup, css_string, element, marked, text
from search.render.lines import clip
from search.results import Result
from search.snippet import Highlighter

_STYLE = Path(__file__).with_name("style.css")
_SCRIPT = Path(__file__).with_name("choice.js")

_EVERY_ARTICLE = "*"

_MAX_RUNNING_COLUMNS = 80
"""Characters of the title at the top of a printed page: two thirds of its width."""


@record
class Review:
    """What a review is about.

    `line` is the query, "" where a person chose the articles, and the `highlighter` finds what is marked in them.
    `found` are the articles of the answer by the ISO name of their dates, `printed` those of the index; neither is known
    where a person chose.  The review `is_whole` where it has every article of the answer, reprints under the first of them.
    The newest day is first unless `oldest_first`.  `title` is that of the document, "" for the query.
    """

    line: str
    highlighter: Highlighter
    made: date
    found: Mapping[str, int] = field(default_factory=dict)
    printed: Mapping[str, int] = field(default_factory=dict)
    is_whole: bool = False
    relaxed: bool = False
    filters: tuple[Tree, ...] = ()
    oldest_first: bool = False
    title: str = ""
    fields: frozenset[str] = FIELDS

    @property
    def name(self) -> str:
        """The title of the document."""
        if self.title:
            return self.title
        if not self.line:
            return say("review.chosen_articles")
        return say("review.every_article") if self.line == _EVERY_ARTICLE else self.line


def press_review(review: Review, results: Iterable[Result]) -> Iterator[str]:
    """Yield the document, piece by piece; the first piece comes behind the last result."""
    named = facets.Facets()
    with TemporaryFile() as clippings:
        entries = list(_entries(review, results, named, clippings))
        yield from _document(review, entries, named.shown(), clippings)


def _entries(
    review: Review, results: Iterable[Result], named: facets.Facets, clippings: IO[bytes]
) -> Iterator[Entry]:
    """Yield the entries of the articles, whose clippings are written to a file."""
    offset = 0
    for full in results:
        result = narrowed(full, review.fields)
        article = result.article
        size = clippings.write(clipping(result, review.highlighter, review.fields).encode())
        own = language(article)
        yield Entry(
            headline(article, review.highlighter),
            article.source,
            article.date,
            article.page,
            own if own != spoken() else None,
            named.add(result),
            offset,
            size,
        )
        offset += size


def _document(
    review: Review,
    entries: Sequence[Entry],
    shown: Mapping[str, Sequence[facets.Value]],
    clippings: IO[bytes],
) -> Iterator[str]:
    groups = arranged(entries, oldest_first=review.oldest_first)
    yield from _head(review)
    yield f"{_masthead(review, entries)}\n"
    yield timeline.section(review.found or days(entries), review.printed)
    yield '\n<div class="sheet">\n'
    yield facets.section(shown)
    yield "\n"
    yield from contents(groups)
    yield '\n<main id="articles">\n'
    yield _folding() if TEXT in review.fields else NOTHING
    wanted = {value.number for values in shown.values() for value in values}
    for group in groups:
        yield from _group(group, wanted, clippings)
    yield f"</main>\n</div>\n{element('footer', element('p', text(say('review.rights'))))}\n"
    yield f"<script>{_content(_SCRIPT)}</script>\n</body>\n</html>\n"


def _head(review: Review) -> Iterator[str]:
    """Yield the head of the document, with the policy that keeps out whatever it does not hold itself."""
    style, script = f"{_content(_STYLE)}{_running_head(review)}", _content(_SCRIPT)
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = f"{review.name} · {say('review.press_review')}"
    yield f'<!doctype html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
    yield f"{element('meta', http_equiv='Content-Security-Policy', content=policy)}\n"
    for name, content in (
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("referrer", "no-referrer"),
        ("robots", "noindex"),
    ):
        yield f"{element('meta', name=name, content=content)}\n"
    yield f"{element('title', text(title))}\n<style>{style}</style>\n</head>\n<body>\n"
    yield element("a", text(say("review.to_articles")), href="#articles", class_="skip")
    yield "\n"


def _content(path: Path) -> str:
    return path.read_text("utf-8")


def _running_head(review: Review) -> str:
    """Return the style that prints the title and the day at the top of every page but the first."""
    title = css_string(clip(review.name, _MAX_RUNNING_COLUMNS))
    made = css_string(in_words(_day(review.made)))
    return f"@page {{ @top-left {{ content: {title}; }} @top-right {{ content: {made}; }} }}\n"


def _day(made: date) -> PrintDate:
    return PrintDate(made.year, made.month, made.day)


def _digest(content: str) -> str:
    """Return the source that a policy allows: the digest of what stands between the tags (CSP, level 3, section 2.3.1)."""
    return f"sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _masthead(review: Review, entries: Sequence[Entry]) -> Markup:
    """Return what the review is: its title, how many articles of which days, the day on which it was made, what was asked."""
    lines = [
        say("review.query", query=review.line) if review.line and review.title else "",
        *asked.filters(review.filters, review.made),
        say("review.relaxed") if review.relaxed else "",
    ]
    return element(
        "header",
        element("p", text(say("review.press_review")), class_="kicker"),
        element("h1", text(review.name)),
        element("p", text(_number(review, entries)), class_="number-of-articles"),
        element("p", text(say("review.made", day=with_weekday(_day(review.made)))), class_="made"),
        *(element("p", text(said), class_="asked") for said in lines if said),
    )


def _number(review: Review, entries: Sequence[Entry]) -> str:
    """Return how many articles the review has, of how many, and their first and last days."""
    shown, found = len(entries), sum(review.found.values())
    articles = say("page.articles", count=shown) if entries else say("page.no_article")
    if found > shown and review.is_whole:
        articles = say("page.reprints", articles=say("page.articles", count=found), count=found - shown)
    elif found > shown:
        articles = say("review.of_answer", articles=articles, count=found)
    dates = span(entries)
    if not dates:
        return articles
    first, last = map(in_words, dates)
    if first == last:
        return say("review.of_day", articles=articles, day=with_weekday(dates[0]))
    return say("review.from_to", articles=articles, first=first, last=last)


def _folding() -> Markup:
    """Return the button that unfolds all texts; a script shows it."""
    button = element(
        "button", text(say("review.unfold_all")), type="button", data_other=say("review.fold_all")
    )
    return element("p", button, id="folding", hidden="")


def _group(group: Group, wanted: set[int], clippings: IO[bytes]) -> Iterator[str]:
    """Yield the articles of a period; each has the numbers of those of its names that a facet shows."""
    yield f'<section class="group">{element("h2", text(group.heading))}\n'
    for number, entry in group.entries:
        clippings.seek(entry.offset)
        rest = Markup(clippings.read(entry.size).decode())
        title = element(
            "h3", element("span", text(str(number)), class_="number"), Markup(" "), marked(entry.headline)
        )
        values = " ".join(map(str, sorted(wanted.intersection(entry.values))))
        yield element(
            "article", title, rest, id=f"a{number}", lang=entry.language, data_values=values or None
        )
        yield "\n"
    yield "</section>\n"
