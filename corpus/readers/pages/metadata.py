"""What a page says of its article outside the text: JSON-LD, meta elements, microdata and the headings of HTML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from corpus.byline import persons
from corpus.clean import bare, clean_line
from corpus.dates.lines import date_line
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.readers.columns import values
from corpus.readers.markup import Element
from corpus.readers.pages.linked_data import LinkedData, Node

_FIRST_YEAR = 1990
"""No page of the web is older: such a date is that of an event, or zero."""
_MAX_TITLE_CHARACTERS = 400
_MAX_ELEMENTS_BESIDE = 40
_MAX_ELEMENTS_ABOVE = 12
"""Elements behind and above the headline among which a line that says when is looked for."""
_MAX_PARTS_OF_LINE = 4
_UPDATED = re.compile("modif|updat|maj")
_OWN_TYPE = re.compile(r"(?:article|video|book|music)\b", re.IGNORECASE)
"""The types of Open Graph of pages with a content of their own; those of home pages and lists are `website` and `object`."""
_SITE = re.compile(r"\s(?:[|–—·•»-]|::)\s")
"""What stands between a headline and the name of the site in the title of a page."""

_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "title",
)
_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date_published",
    "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dc:date.created", "dc:created", "dcterms.created", "dcterms.date", "dc.date", "dc:date", "citation_publication_date", "citation_date",
    "publication_date", "publication-date", "publish-date", "publish_date", "pubdate", "date.issued", "published_date",
    "ptime", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "rnews:datepublished", "iso-8601-publish-date", "date", "created",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "og:article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author",
    "cxenseparse:author", "byl", "twitter:data1",
)  # fmt: skip
_SOURCES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
)
_SECTIONS = ("article:section", "og:article:section", "section", "cxenseparse:category", "parsely-section")
_HEADINGS = ("og:description", "description", "twitter:description", "dc.description")
_LANGUAGES = ("og:locale", "dc.language", "dcterms.language", "content-language", "language")
_URLS = ("og:url", "twitter:url", "citation_public_url")
"""The names of meta elements, the surest first: Open Graph (https://ogp.me), Dublin Core, and those of frequent services."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article; "" or empty where it says nothing.

    `declared` is the text that JSON-LD gives; `is_article` says whether the page calls itself an article, `has_node` whether
    it does so in JSON-LD.
    """

    title: str = ""
    heading: str = ""
    date: PrintDate | None = None
    source: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    reference: str = ""
    declared: str = ""
    has_node: bool = False
    is_article: bool = False


class _Page:
    """The parts of a page that say something of its article."""

    def __init__(self, tree: Element, linked: LinkedData, url: str) -> None:
        self.tree = tree
        self.metas: dict[str, list[str]] = {}
        self.items: dict[str, list[Element]] = {}
        self.h1s: list[Element] = []
        self.times: list[Element] = []
        self.canonical: list[str] = []
        self.name = ""
        for element in tree.iter():
            self._look(element)
        self.headings = [line for h1 in self.h1s if (line := line_of(h1))]
        self.url = _url(self, url)
        self.article = _article(linked.articles, self)
        self.page = next(iter(linked.of_types("WebPage", "ItemPage")), {})
        self.publishers = linked.of_types("NewsMediaOrganization", "Organization", "WebSite")

    def said(self, *names: str) -> Iterator[str]:
        """Yield what meta elements of these names say, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())

    def _look(self, element: Element) -> None:
        """Keep an element that says something."""
        match element.tag:
            case "meta":
                self._look_at_meta(element)
            case "h1":
                self.h1s.append(element)
            case "time":
                self.times.append(element)
            case "link" if "canonical" in (element.get("rel") or "").lower().split():
                self.canonical.append(element.get("href") or "")
            case "title" if not self.name:
                self.name = line_of(element)
        if isinstance(element.tag, str) and (names := element.get("itemprop")):
            for name in names.split():
                self.items.setdefault(name, []).append(element)

    def _look_at_meta(self, meta: Element) -> None:
        content = (meta.get("content") or "").strip()
        for key in ("property", "name", "http-equiv"):
            if content and (name := meta.get(key)):
                self.metas.setdefault(name.strip().lower(), []).append(content)


def metadata(tree: Element, linked: LinkedData, url: str = "") -> Metadata:
    """Return what a page says of its article; `url` is where the page was read."""
    page = _Page(tree, linked, url)
    source = _source(page)
    return Metadata(
        title=_title(page),
        heading=next((text for text in map(_text, page.said(*_HEADINGS)) if text), ""),
        date=_date(page),
        source=source,
        section=_section(page),
        authors=_authors(page, source),
        url=page.url,
        language=_language(page),
        reference=next(page.said("citation_doi", "dc.identifier.doi", "prism.doi"), ""),
        declared=values.text(page.article.get("articleBody")),
        has_node=bool(page.article),
        is_article=bool(page.article) or any(map(_OWN_TYPE.match, page.metas.get("og:type", ()))),
    )


def line_of(element: Element) -> str:
    """Return the text of an element on one line."""
    return clean_line(" ".join("".join(element.itertext(with_tail=False)).split()))


def _text(value: object) -> str:
    """Return a value of JSON-LD or of a meta element on one line; entities are often escaped twice."""
    return clean_line(unescape(unescape(values.line(value))))


def _article(nodes: list[Node], page: _Page) -> Node:
    """Return the node of the article of the page; empty if the page has none, or lists several.

    Several nodes are those of a list, or of related articles beside the one that bears the address or the title.
    """
    whole = [node for node in nodes if node.get("headline") or node.get("name")]
    dated = [node for node in whole if node.get("datePublished")] or whole
    if len(dated) == 1 and not (page.url and is_home(page.url)):
        return dated[0]
    titles = {_key(title) for title in (*page.headings, *page.said("og:title"))}
    for node in dated:
        if page.url and page.url in _addresses(node):
            return node
    return next((node for node in dated if _key(_text(node.get("headline"))) in titles), {})


def _addresses(node: Node) -> set[str]:
    found = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    found += [value.get("@id") or value.get("url") for value in found if isinstance(value, dict)]
    return {value.partition("#")[0] for value in found if isinstance(value, str)}


def _url(page: _Page, given: str) -> str:
    """Return the address that the page calls its own, where it is that of a page below the home page; else the given one."""
    own = [
        address
        for text in (*page.canonical, *page.said(*_URLS))
        if values.is_address(address := text.strip())
    ]
    known = [*own, given] if given else own
    return next((address for address in known if not is_home(address)), next(iter(known), ""))


def is_home(address: str) -> bool:
    """Return whether an address is that of a home page.

    >>> is_home("https://exemple.fr/"), is_home("https://exemple.fr/index.html?x=1"), is_home("https://exemple.fr/port")
    (True, True, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_named = (
        re.fullmatch(r"/?(?:(?:fr|accueil|home|index|default)(?:\.\w{3,5})?/?)?", parts.path.lower())
        is not None
    )
    return is_named and not re.search(r"\d", parts.query)


def _key(text: str) -> str:
    """Return the words of a title, to compare two of them."""
    return " ".join(re.findall(r"\w+", bare(text)))


def _title(page: _Page) -> str:
    """Return the headline as it is printed: the heading that JSON-LD or Open Graph confirm, else what they say.

    The headline of JSON-LD alone is often another one, for search engines.  Of several headings, one is the name of
    the paper.
    """
    headline = _text(page.article.get("headline") or page.article.get("name"))
    metas = [text for text in map(_text, page.said(*_TITLES)) if text]
    titles = [page.name]
    said = {
        _key(part) for text in (headline, *metas, *titles) if text for part in (text, _without_site(text))
    } - {""}
    confirmed = next((h1 for h1 in page.headings if _key(h1) in said), "")
    if confirmed:
        return confirmed
    marked = [
        line for item in page.items.get("headline", ()) if item.tag != "meta" and (line := line_of(item))
    ]
    within = [h1 for h1 in page.headings if any(_is_cut(h1, text) for text in said)]
    alone = (
        page.headings if len(page.headings) == 1 and len(page.headings[0]) <= _MAX_TITLE_CHARACTERS else []
    )
    site = {_key(text) for text in page.said(*_SOURCES)}
    others = [headline, *map(_without_site, metas[:1]), *map(_without_site, titles)]
    candidates = [*within, *(h1 for h1 in alone if _key(h1) not in site), *marked[:1], *others]
    return next((text for text in candidates if text), "")[:_MAX_TITLE_CHARACTERS]


def _is_cut(h1: str, said: str) -> bool:
    """Return whether what is said begins as a heading does, or the reverse: one of them is cut, or has a sur-title."""
    key = _key(h1)
    return min(len(key), len(said)) >= 20 and (key in said or said in key)


def _without_site(title: str) -> str:
    """Return the title of a page without the name of the site behind it.

    >>> _without_site("Le port de Sète rouvre - Économie | Le Phare"), _without_site("Sète - Lodève : 3-0")
    ('Le port de Sète rouvre', 'Sète - Lodève : 3-0')
    """
    first = _SITE.split(title)[0]
    return first if first.count(" ") > 1 else title


def _date(page: _Page) -> PrintDate | None:
    """Return the day of the publication: as programs have it, else as the page prints it beside the headline."""
    stamps = [
        values.stamp(page.article.get("datePublished")),
        *page.said(*_DATES),
        *(_stamp(item) for item in page.items.get("datePublished", ())),
        values.stamp(page.page.get("datePublished")),
        values.stamp(page.article.get("dateCreated")),
        *_times(page.times),
    ]
    dates = (parse_date(stamp) for stamp in stamps if stamp)
    return next((day for day in dates if day and day.year >= _FIRST_YEAR), None) or _printed(page.h1s)


def _stamp(element: Element) -> str:
    return element.get("content") or element.get("datetime") or line_of(element)


def _times(times: list[Element]) -> Iterator[str]:
    """Yield the times that HTML marks, that of the publication first, those of other articles and of updates left out."""
    marked = [time for time in times if time.get("pubdate") is not None]
    own = [time for time in times if not _is_beside(time) and not _UPDATED.search(_marks(time))]
    for time in (*marked, *own[:1]):
        yield time.get("datetime") or ""


def _marks(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()


def _is_beside(element: Element) -> bool:
    """Return whether an element stands in a menu, a margin, a list or a link: not in the article."""
    return any(parent.tag in {"aside", "nav", "footer", "li", "a"} for parent in element.iterancestors())


def _printed(h1s: list[Element]) -> PrintDate | None:
    """Return the day of the first line beside a headline that only says when the article was published."""
    for h1 in h1s:
        behind = h1.xpath(f"following::*[position() <= {_MAX_ELEMENTS_BESIDE}]")
        above = h1.xpath(f"preceding::*[position() <= {_MAX_ELEMENTS_ABOVE}]")
        for element in (*behind, *above[::-1]):
            if len(element) > _MAX_PARTS_OF_LINE or not isinstance(element.tag, str) or _is_beside(element):
                continue
            if (day := date_line(line_of(element))) and day.date.year >= _FIRST_YEAR:
                return day.date
    return None


def _authors(page: _Page, source: str) -> tuple[str, ...]:
    """Return the authors; the name of the paper is one only where nobody else is."""
    marked = [
        line_of(item) if item.tag != "meta" else item.get("content") or ""
        for item in page.items.get("author", ())
    ]
    for found in (page.article.get("author"), [*page.said(*_AUTHORS)], marked, page.article.get("creator")):
        names = [part for name in values.names(found) for part in _each(_text(name))]
        people = [name for name in names if _key(name) != _key(source)]
        if names:
            return tuple(dict.fromkeys(people or names))
    return ()


def _each(name: str) -> Iterable[str]:
    name = re.sub(r"^(?:[Pp]ar|[Bb]y|PAR|BY) :? ?", "", name)
    return persons(name) or (name,)


def _source(page: _Page) -> str:
    """Return the name of the paper: as the page calls its site, else its publisher, else the name of its machine."""
    names = [*page.said("og:site_name"), *values.names(page.article.get("publisher")), *page.said(*_SOURCES)]
    names += [name for node in page.publishers for name in values.names(node.get("name"))]
    written = [text for name in names if (text := _text(name)) and not values.is_address(text)]
    return next(
        (name for name in written if not values.is_domain(name)), next(iter(written), values.host(page.url))
    )


def _section(page: _Page) -> str:
    found = [*values.names(page.article.get("articleSection")), *page.said(*_SECTIONS)]
    return next((text for name in found if (text := _text(name)) and not values.is_address(text)), "")


def _language(page: _Page) -> str:
    """Return the code of the language, of two letters."""
    found = (
        page.tree.get("lang") or "",
        values.line(page.article.get("inLanguage")),
        *page.said(*_LANGUAGES),
    )
    codes = (re.match(r"[a-z]{2}(?![a-z])", text.strip().lower()) for text in found)
    return next((code[0] for code in codes if code), "")
