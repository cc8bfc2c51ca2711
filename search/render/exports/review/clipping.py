"""An article of a review below its headline: where it was printed, its passage and its text with the matches marked."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from corpus import Article, Found, PrintDate
from corpus.records import replace
from search.messages import say
from search.render.exports.address import link
from search.render.exports.review.days import in_words, with_weekday
from search.render.exports.review.markup import (
    BLANK,
    COMMA,
    LINE_END,
    NOTHING,
    Markup,
    element,
    joined,
    marked,
    text,
    unbroken,
)
from search.render.reading import paragraphs
from search.results import Result, elsewhere
from search.snippet import ELLIPSIS, Highlighter, Snippet

_SHORT_TEXT_CHARACTERS = 400
"""Characters of a text that stands as it is, without a passage before it: it would be most of the text."""

_HEADING, _PASSAGE, TEXT = "heading", "snippet", "text"
"""The fields that are texts: the abstract, the passage, the body."""

_EMPTY: Mapping[str, tuple[str, str | tuple[str, ...]]] = {
    "section": ("section", ""),
    "url": ("url", ""),
    "page": ("page", ""),
    "edition": ("edition", ""),
    "also_in": ("also_in", ()),
    "person": ("person", ()),
    "org": ("org", ()),
    "place": ("place", ()),
    "author": ("authors", ()),
}
"""The other fields that a person may leave out, each with its attribute of an article, and the value of an article without it."""

FIELDS = frozenset({_HEADING, _PASSAGE, TEXT, "duplicates", *_EMPTY})
"""Everything that a person may leave out."""

_TAGS, _NOTES = "tags", "notes"
"""The fields that the person wrote, which stand only where the person asks for them: a review is handed on."""

_LANGUAGE = re.compile("[a-z]{2}")
_FRENCH = "fr"


def language(article: Article) -> str:
    """Return the language of an article, French if its file does not say a language."""
    return article.language if _LANGUAGE.fullmatch(article.language) else _FRENCH


def headline(article: Article, highlighter: Highlighter) -> Snippet:
    """Return the headline of an article with its matches, as it is set."""
    return _set(highlighter.whole(article.title, headline=True), article)


def narrowed(result: Result, fields: Collection[str]) -> Result:
    """Return a result whose article has nothing but some of its fields; its headline, its source and its date stay.

    The texts stay as well: `clipping` leaves them out, and their passage is theirs.
    """
    empty = dict(attribute for name, attribute in _EMPTY.items() if name not in fields)
    return replace(
        result,
        article=replace(result.article, **empty),  # each of these is of the type of its field
        duplicates=result.duplicates if "duplicates" in fields else (),
    )


def clipping(result: Result, highlighter: Highlighter, fields: Collection[str]) -> Markup:
    """Return what stands below the headline of an article: of its texts, those of the fields."""
    article = result.article
    whole = paragraphs(highlighter.whole(article.text))
    abstract = whole[:1] if article.heading else []
    body = whole[len(abstract) :]
    parts = [
        element("p", _printed(article), class_="printed"),
        _line("authors", say("page.by", authors=", ".join(article.authors))) if article.authors else NOTHING,
    ]
    if _HEADING in fields:
        parts += [element("p", marked(_set(paragraph, article)), class_="abstract") for paragraph in abstract]
    if TEXT in fields and sum(len(paragraph.text) for paragraph in body) <= _SHORT_TEXT_CHARACTERS:
        parts.append(element("div", *_set_paragraphs(body, article), class_="text"))
    else:
        parts += [_passage(result, has_abstract=_HEADING in fields) if _PASSAGE in fields else NOTHING]
        parts += [_folded(body, article) if TEXT in fields else NOTHING]
    return joined((*parts, _elsewhere(result), *_kept(result, fields), _links(article)), LINE_END)


def _printed(article: Article) -> Markup:
    """Return where and when an article was printed."""
    day = with_weekday(article.date) if article.date else say("page.undated")
    page = say("page.on_page", page=article.page) if article.page else ""
    return joined(
        (
            element("cite", text(article.source)) if article.source else NOTHING,
            element("span", text(day), class_="day"),
            *map(text, (page, article.edition, article.section)),
        ),
        COMMA,
    )


def _passage(result: Result, *, has_abstract: bool) -> Markup:
    """Return the passage that answers the query best; nothing where the abstract, which stands above, begins with it."""
    passage, article = result.snippet, result.article
    if has_abstract and _is_said(passage.text, article.heading):
        return NOTHING
    cut = article.title.rstrip(ELLIPSIS)
    if article.title_found is Found.TEXT and passage.text.startswith(cut):
        passage = _behind(passage, len(cut))
    return element("blockquote", element("p", marked(_set(passage, article))), class_="passage")


def _is_said(passage: str, abstract: str) -> bool:
    """Return whether a passage is in an abstract, or begins with all of it."""
    bare = passage.strip(f"{ELLIPSIS} ")
    return bool(abstract) and (bare in abstract or bare.startswith(abstract.rstrip()))


def _behind(passage: Snippet, cut: int) -> Snippet:
    """Return a passage without its first characters, which the headline has."""
    shift = cut - len(ELLIPSIS)
    spans = tuple((start - shift, end - shift) for start, end in passage.spans if start >= cut)
    return Snippet(ELLIPSIS + passage.text[cut:], spans)


def _folded(body: Sequence[Snippet], article: Article) -> Markup:
    """Return a text that a reader unfolds; paper has it whole."""
    words = sum(len(paragraph.text.split()) for paragraph in body)
    return element(
        "details",
        element("summary", text(say("review.whole_text", count=words))),
        element("div", *_set_paragraphs(body, article), class_="text"),
    )


def _set_paragraphs(body: Sequence[Snippet], article: Article) -> list[Markup]:
    return [element("p", marked(_set(paragraph, article))) for paragraph in body]


def _elsewhere(result: Result) -> Markup:
    """Return the other sources that printed the article, with their days where these differ from its own."""
    own = result.article
    sources = [_source(name, dates, own.date) for name, dates in elsewhere(own, result.duplicates).items()]
    return _line("elsewhere", say("review.also_in", sources=", ".join(sources))) if sources else NOTHING


def _kept(result: Result, fields: Collection[str]) -> Iterator[Markup]:
    """Yield the tags and the notes of the person, those that are among the fields."""
    tags, notes = result.kept
    if tags and _TAGS in fields:
        yield _line("kept", say("export.tags", value=", ".join(tags)))
    if notes and _NOTES in fields:
        yield _line("kept", say("export.notes", value=" ".join(notes)))


def _source(name: str, dates: Sequence[PrintDate | None], own: PrintDate | None) -> str:
    others = sorted({date for date in dates if date and date != own})
    return say("review.printed_on", source=name, days=", ".join(map(in_words, others))) if others else name


def _links(article: Article) -> Markup:
    """Return the link to the article, if it has an address that may be followed, and the link back to the contents."""
    url = link(article.url)
    site = (urlsplit(url).hostname or "").removeprefix("www.")
    there = (
        element(
            "a", element("span", text(say("review.read_on", site=site))), href=url, rel="noreferrer external"
        )
        if url
        else NOTHING
    )
    back = element("a", text(say("review.back_to_contents")), href="#contents", class_="back")
    return element("p", joined((there, back), BLANK), class_="links")


def _line(kind: str, said: str) -> Markup:
    return element("p", text(said), class_=kind)


def _set(written: Snippet, article: Article) -> Snippet:
    """Return a text of an article as it is set: in French, no line ends before a high sign."""
    is_french = language(article) == _FRENCH
    return Snippet(unbroken(written.text), written.spans) if is_french else written
