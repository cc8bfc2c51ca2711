"""What a page says of its article outside the text: JSON-LD, meta elements, microdata and the headings of HTML."""

import re
from itertools import chain
from urllib.parse import urlsplit

from corpus.expression import expression
from corpus.readers.columns import values
from corpus.readers.pages import signed
from corpus.readers.pages.linked_data import Node
from corpus.readers.pages.published import published
from corpus.readers.pages.signed import SITES, text_of
from corpus.readers.pages.statements import Statements, line_of, words_of
from corpus.readers.record import Record
from corpus.records import record

_MAX_TITLE_CHARACTERS = 400
_MIN_CUT_CHARACTERS = 20
_SITE = expression(r"\s(?:[|–—·•»-]|::)\s")
"""What stands between a headline and the name of the site in the title of a page."""
_TITLES = (
    "ogtitle",
    "twittertitle",
    "dctitle",
    "dctermstitle",
    "citationtitle",
    "parselytitle",
    "sailthrutitle",
    "title",
)
_SECTIONS = ("articlesection", "ogarticlesection", "section", "cxenseparsecategory", "parselysection")
_HEADINGS = ("ogdescription", "description", "twitterdescription", "dcdescription")
_LANGUAGES = ("oglocale", "dclanguage", "dctermslanguage", "contentlanguage", "language")
_URLS = ("ogurl", "twitterurl", "citationpublicurl")
_REFERENCES = ("citationdoi", "dcidentifierdoi", "prismdoi")
"""The names of meta elements, the surest first: Open Graph (https://ogp.me), Dublin Core, and those of frequent services."""
_OWN_TYPE = expression(r"(?:article|video|book|music)\b", re.IGNORECASE)
"""The types of Open Graph of pages with a content of their own; those of home pages and lists are `website` and `object`."""
_HOME = expression(r"/?(?:(?:fr|accueil|home|index|default)(?:\.\w{3,5})?/?)?", re.IGNORECASE)


@record(kw_only=True)
class Metadata:
    """What a page says of its article.

    `known` is the record of the article without its text; `declared` is the text that JSON-LD gives; `is_article` says whether the page calls itself an article, `has_node` whether
    it does so in JSON-LD, `is_cut` whether it says that only subscribers may read all of it.
    """

    known: Record
    declared: str = ""
    is_article: bool = False
    has_node: bool = False
    is_cut: bool = False


def metadata(said: Statements, given: str = "") -> Metadata:
    """Return what a page says of its article; `given` is the address where the page was read."""
    url = _url(said, given)
    article = _article(said, url)
    title = _title(said, article)
    source = signed.source(said, article, url, _beside_title(said.name, title))
    known = Record(
        raw="",
        text="",
        title=title,
        heading=next(filter(None, map(text_of, said.said(*_HEADINGS))), ""),
        date=published(said, article, url, title),
        source=source,
        section=_section(said, article),
        authors=signed.authors(said, article, source, title),
        url=url,
        language=_language(said, article),
        reference=next(said.said(*_REFERENCES), ""),
    )
    return Metadata(
        known=known,
        declared=values.text(article.get("articleBody")),
        is_article=bool(article) or any(map(_OWN_TYPE.match, said.said("ogtype"))),
        has_node=bool(article),
        is_cut=_is_no(article.get("isAccessibleForFree")),
    )


def is_home(address: str) -> bool:
    """Return whether an address is that of a home page.

    >>> is_home("https://exemple.fr/"), is_home("https://exemple.fr/index.html?x=y"), is_home("https://exemple.fr/?p=12")
    (True, True, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return _HOME.fullmatch(parts.path) is not None and not re.search(r"\d", parts.query)


def _url(said: Statements, given: str) -> str:
    """Return the address that the page calls its own, where it is that of a page below the home page; else the given one."""
    own = [text for line in (*said.canonical, *said.said(*_URLS)) if values.is_address(text := line.strip())]
    known = [*own, given] if given else own
    return next((address for address in known if not is_home(address)), next(iter(known), ""))


def _article(said: Statements, url: str) -> Node:
    """Return the node of the article of the page; empty if the page has none, or lists several.

    Several nodes are those of a list, or of related articles beside the one that bears the address or the title.
    """
    articles = said.linked.articles
    named = [node for node in articles if node.get("headline") or node.get("name")] or articles
    dated = [node for node in named if node.get("datePublished")] or named
    if len(dated) == 1 and not (url and is_home(url)):
        return dated[0]
    titles = {words_of(title) for title in (*said.headings, *said.said("ogtitle"))}
    own = [node for node in dated if url and url in _addresses(node)]
    own += [node for node in dated if words_of(text_of(node.get("headline"))) in titles]
    return next(iter(own), {})


def _addresses(node: Node) -> set[str]:
    found = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    found += [value.get("@id") or value.get("url") for value in found if isinstance(value, dict)]
    return {value.partition("#")[0] for value in found if isinstance(value, str)}


def _title(said: Statements, article: Node) -> str:
    """Return the headline as it is printed: the heading that JSON-LD or Open Graph confirm, else what they say.

    The headline of JSON-LD alone is often another one, for search engines.  Of several headings, one is the name of
    the paper.
    """
    headline = text_of(article.get("headline") or article.get("name"))
    metas = [*filter(None, map(text_of, said.said(*_TITLES)))]
    stated = [*filter(None, (headline, *metas, said.name))]
    keys = {words_of(part) for text in stated for part in (text, _without_site(text))} - {""}
    printed = chain(said.headings, said.parts_of_headings)
    site = {words_of(text_of(text)) for text in said.said(*SITES)}
    alone = [line for line in said.headings if len(said.headings) == 1 and words_of(line) not in site]
    candidates = chain(  # the first that says something: what stands below costs more, or is less sure
        (line for line in printed if words_of(line) in keys),
        (line for line in said.headings if any(_is_cut(words_of(line), key) for key in keys)),
        (line for line in alone if len(line) <= _MAX_TITLE_CHARACTERS),
        (line_of(item) for item in said.items("headline") if item.tag != "meta"),
        (headline,),
        (part for part in _SITE.split(said.name) if part != said.name and said.prints(part)),
        map(_without_site, (*metas[:1], said.name)),
    )
    return next(filter(None, candidates), "")[:_MAX_TITLE_CHARACTERS]


def _is_cut(heading: str, stated: str) -> bool:
    """Return whether a heading stands in what is stated, or the reverse: one of them is cut, or has a sur-title."""
    return min(len(heading), len(stated)) >= _MIN_CUT_CHARACTERS and (heading in stated or stated in heading)


def _without_site(title: str) -> str:
    """Return the title of a page without the name of the site behind it.

    >>> _without_site("Le port de Sète rouvre - Économie | Le Phare"), _without_site("Sète - Lodève : 3-0")
    ('Le port de Sète rouvre', 'Sète - Lodève : 3-0')
    """
    first = _SITE.split(title)[0]
    return first if first.count(" ") > 1 else title


def _beside_title(name: str, title: str) -> str:
    """Return what the title of a page has beside the headline, last, or first: the name of the paper in most.

    >>> _beside_title("Le port rouvre - Économie | Le Phare", "Le port rouvre"), _beside_title("Le Phare - Le port", "Le port")
    ('Le Phare', 'Le Phare')
    """
    parts = _SITE.split(name)
    others = [part for part in parts if words_of(part) not in words_of(title)]
    return others[-1] if len(parts) > 1 and others and len(others) < len(parts) else ""


def _section(said: Statements, article: Node) -> str:
    found = [*values.names(article.get("articleSection")), *said.said(*_SECTIONS)]
    return next((text for name in found if (text := text_of(name)) and not values.is_address(text)), "")


def _language(said: Statements, article: Node) -> str:
    """Return the code of the language, of two letters; the attribute of the page comes last: many have that of a template."""
    found = (values.line(article.get("inLanguage")), *said.said(*_LANGUAGES), said.tree.get("lang") or "")
    codes = (re.match(r"[a-z]{2}(?![a-z])", text.strip().lower()) for text in found)
    return next((code[0] for code in codes if code), "")


def _is_no(value: object) -> bool:
    """Return whether a value says no: as a Boolean, or `False`, `http://schema.org/False`."""
    return value is False or (isinstance(value, str) and value.strip().lower().endswith("false"))
