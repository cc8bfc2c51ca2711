"""HTML left in a text: tags and entities removed, line ends where blocks end; what is a `<` or a `&` in a text stays."""

import re
from functools import lru_cache
from html import unescape
from html.entities import html5

from corpus.expression import expression

_MAX_ESCAPES = 4
"""Passes of an export through escaping, at most: `&amp;amp;eacute;` has three."""

_HIDDEN = frozenset(
    "script style noscript iframe object svg template head audio video canvas select textarea ref".split()
)
"""The elements whose content no reader of the page sees as text; `ref` is a note of MediaWiki."""
_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section
    summary table tbody tfoot thead title tr ul""".split()
)
"""The elements that begin on a new line."""
_CELLS = frozenset({"td", "th"})
_INLINE = frozenset(
    """a abbr acronym area b base basefont bdi bdo big button cite code col colgroup data datalist del dfn em embed font
    i img input ins kbd label link map mark meta meter nobr output param picture progress q rp rt ruby s samp slot small
    source span strike strong sub sup time track tt u var wbr""".split()
)
_TAG_NAMES = sorted(_HIDDEN | _BLOCKS | _CELLS | _INLINE, key=len, reverse=True)
_ATTRIBUTE = r"""\s*[\w:.@-]{1,60}\s*=(?:"[^"<]*"|'[^'<]*'|[^<>])*+"""
_LONE = r"(?:\s+(?:async|defer|hidden|nowrap|disabled|checked|selected|controls|autoplay|loop|muted|allowfullscreen))*+"
_TAG = expression(
    rf"""<(?P<close>/?)(?P<name>{"|".join(_TAG_NAMES)}|(?:o|w|v|x|m|st1|fb|g|amp)[:-][a-z][\w-]{{0,30}})
         (?:(?=[\s"'/]){_LONE}{_ATTRIBUTE}(?:>|\Z)|{_LONE}\s*/?>)
       | <!-- | <!\[CDATA\[ | \]\]> | <!\[[^<>\]]{{1,80}}\](?:--)?> | <!doctype\b[^<>]*> | <\?xml\b[^<>]*>""",
    re.IGNORECASE | re.VERBOSE,
)
"""A tag of HTML, or of an office program.  Each alternative ends at the next `<`, so that the search is linear; an
attribute has `=`, so that `a<b et c>d` is no tag; a text may have been cut within it."""
_ENDS = {
    **{name: expression(rf"</{name}\s{{0,20}}>", re.IGNORECASE) for name in _HIDDEN},
    "<!--": expression("-->"),
}
"""The end of each hidden element, by its name, and that of a comment."""

_ACCENTED = "|".join(
    sorted(
        name
        for name in html5
        if re.fullmatch(
            r"[A-Za-z](?:acute|grave|circ|uml|cedil|tilde|ring|slash)|(?:ae|AE|sz)lig|nbsp|[lr]aquo", name
        )
    )
)
_ENTITY = expression(
    rf"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{{1,31}});|#(?:[0-9]{{1,7}}|[xX][0-9A-Fa-f]{{1,6}})(?![0-9A-Fa-f]);?"
    rf"|(?:{_ACCENTED})(?![=;])|(?:amp|lt|gt|quot)(?![A-Za-z0-9=;]))"
)
"""An entity.  Without its semicolon, HTML takes any of 106 names for one, `&copy` in an address as well: here only
letters and guillemets, and the signs of HTML itself at the end of a word."""


def plain(text: str) -> str:
    r"""Return a text without tags and entities; escaped tags, `&lt;p&gt;`, go as well, and what was escaped twice.

    >>> plain("<p>L&rsquo;h&ocirc;<b>pi</b>tal.</p><p>3 &lt; 5 ; R&amp;D, AT&T</p>").split("\n")
    ['', 'L’hôpital.', '', '3 < 5 ; R&D, AT&T', '']
    """
    for _ in range(_MAX_ESCAPES):
        before = text
        if "<" in text:
            text = _without_tags(text)
        if "&" in text:
            text = _ENTITY.sub(_letter, text)
        if text == before:
            break
    return text


def unescaped(address: str) -> str:
    """Return the address of a page with the `&` that HTML has as `&amp;`; nothing else in it is an entity.

    >>> unescaped("https://exemple.fr/?a=1&amp;copy=2")
    'https://exemple.fr/?a=1&copy=2'
    """
    return address.replace("&amp;", "&")


def _without_tags(text: str) -> str:
    """Return a text without tags, comments and hidden elements; those that nothing closes lose their tag only."""
    kept: list[str] = []
    position = 0
    unclosed: set[str] = set()
    for tag in _TAG.finditer(text):
        if tag.start() < position:
            continue
        kept.append(text[position : tag.start()])
        position = tag.end()
        name = tag["name"].lower() if tag["name"] else tag[0]
        if name in _ENDS and name not in unclosed and not tag["close"] and not tag[0].endswith("/>"):
            if end := _ENDS[name].search(text, position):
                position = end.end()
            else:
                unclosed.add(name)
        kept.append("\n" if name in _BLOCKS else "\t" if name in _CELLS else "")
    return "".join(kept) + text[position:] if kept else text


def _letter(entity: re.Match[str]) -> str:
    return _named(entity["name"]) if entity["name"] else unescape(entity[0])


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    """Return the character of a name with semicolon; `&EACUTE;` is one in capitals; another name stays."""
    capital = f"{name.capitalize()};" if name.isupper() else ""
    return html5.get(f"{name};") or html5.get(capital) or f"&{name};"
