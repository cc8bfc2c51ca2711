"""Trees of HTML and XML within limits, and the text of an element in lines.

A tree comes from a file that anybody wrote: no entity is resolved, nothing is fetched, and the size, the number of tags
and their nesting are known before a parser begins.  Limits: shared measurements of parsers given 100,000 nested tags
(lexbor quadratic, libxml2 losing text below its depth limit without a word).
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from corpus.errors import Unreadable

MAX_CHARACTERS = 1 << 24
"""Characters of a page of HTML, once the pictures in it are cut out."""
MAX_TAGS = 200_000
MAX_DEPTH = 512

Element = Any
"""An element of lxml: its stubs give no more, as comments and instructions are elements as well."""

_DATA_ADDRESS = re.compile(r"\bdata:[a-z0-9.+/-]{0,60};base64,[A-Za-z0-9+/=\s]*+", re.IGNORECASE)
"""A picture or a font that stands in the page itself (RFC 2397)."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)[^<>]*+(/?)>")
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr p li td tr th dd dt option".split()
)
"""Elements that have no end tag, or need none (HTML, sections 13.1.2 and 13.1.2.4)."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XML has (XML 1.0, section 2.2), and that lxml refuses in a text of HTML."""

_DROPPED = frozenset("script style noscript template svg iframe object head select textarea button".split())
_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul""".split()
)
"""Elements that begin and end a line (HTML, section 15.3); a cell is a line of its own."""


def html(text: str) -> Element:
    """Return the tree of a page of HTML.

    Raises:
        Unreadable: the page is too long, has too many tags, nests them too deep, or has nothing.
    """
    from lxml import etree
    from lxml import html as lxml_html

    text = checked(text)
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=False, huge_tree=False, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("reading.not_markup", cause=str(error)) from error
    return tree


def checked(text: str) -> str:
    """Return a page of HTML without what makes it large or what no parser takes, once its limits are checked.

    Raises:
        Unreadable: the page is too long, has too many tags, or nests them too deep.
    """
    text = _DATA_ADDRESS.sub("", text)
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("reading.too_long", limit=MAX_CHARACTERS)
    depth = 0
    for tags, tag in enumerate(_TAG.finditer(text), 1):
        if tag[1]:
            depth = max(0, depth - 1) if tag[2].lower() not in _VOID else depth
        elif not tag[3] and tag[2].lower() not in _VOID:
            depth += 1
        if depth > MAX_DEPTH or tags > MAX_TAGS:
            raise Unreadable("reading.markup_too_deep")
    return _NOT_XML.sub("", text)


def xml(data: bytes) -> Element:
    """Return the first element of a file of XML; what is wrong in it is left out, as far as libxml2 can.

    Raises:
        Unreadable: nothing can be read.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("reading.not_markup", cause=str(error)) from error
    if root is None:
        raise Unreadable("reading.not_markup", cause="")
    return root


def elements(file: IO[bytes], *names: str) -> Iterator[Element]:
    """Yield the elements of these local names as the file is read; each is emptied when the next one is asked for.

    Raises:
        Unreadable: the file cannot be read to its end; the elements before were yielded.
    """
    from lxml import etree

    found = etree.iterparse(
        file, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for _, element in found:
            if local(element) in names:
                yield element
                element.clear()
                while (before := element.getprevious()) is not None and before.getparent() is not None:
                    before.getparent().remove(before)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("reading.not_markup", cause=str(error)) from error


def children(file: IO[bytes], *parents: str) -> Iterator[Element]:
    """Yield the elements that stand in an element of one of these local names; each is emptied when the next one is asked for.

    A character that no XML has, or a lone `&`, is left out: programs write them.

    Raises:
        Unreadable: anything else is wrong in the file, or it goes beyond a limit of libxml2; some elements were yielded.
    """
    from lxml import etree
    from lxml.etree import ErrorTypes as types  # noqa: N813 - a list of constants

    found = etree.iterparse(
        file,
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        for _, element in found:
            parent = element.getparent()
            if parent is not None and local(parent) in parents:
                yield element
                element.clear()
                while (before := element.getprevious()) is not None:
                    parent.remove(before)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("reading.not_markup", cause=str(error)) from error
    small = {types.ERR_INVALID_CHAR, types.ERR_NAME_REQUIRED, types.ERR_UNDECLARED_ENTITY}
    for entry in found.error_log:
        if entry.type not in small:
            raise Unreadable("reading.not_markup", cause=entry.message)


def elements_of(data: bytes, *names: str) -> Iterator[Element]:
    """Yield the elements of these local names in bytes, as `elements` does."""
    return elements(BytesIO(data), *names)


def local(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def lines(element: Element) -> str:
    r"""Return the text of an element, a line for each block, blanks as a browser shows them; scripts are left out.

    >>> lines(html("<p>Le <b>port</b>\n rouvre.<br>Lundi.</p><script>x</script><p>Il pleut.</p>"))
    'Le port rouvre.\nLundi.\nIl pleut.'
    """
    parts: list[str] = []
    # An explicit stack: the nesting of a file is not that of our calls.
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        node, is_left = stack.pop()
        name = local(node)
        is_block = name in _BLOCKS
        if is_left:
            parts.append("\n" if is_block else "")
            if node is not element:
                parts.append(_inline(node.tail))
            continue
        if not name or name in _DROPPED:
            if node is not element:
                parts.append(_inline(node.tail))
            continue
        parts += ("\n" if is_block else "", _inline(node.text))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return "\n".join(filter(None, (" ".join(line.split()) for line in "".join(parts).split("\n"))))


def _inline(text: str | None) -> str:
    return text.replace("\n", " ").replace("\r", " ") if text else ""
