"""Trees of HTML and XML within limits, and the text of an element in lines.

A tree comes from a file that anybody wrote: no entity is resolved, nothing is fetched, and the size, the number of tags
and their nesting are known before a parser begins.  Limits: shared measurements of parsers given 100,000 nested tags
(lexbor quadratic, libxml2 losing text below its depth limit without a word).
"""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import IO, Any

from corpus.encoding import LOST_BYTES
from corpus.errors import Unreadable
from corpus.expression import expression
from corpus.source import Source, whole

MAX_CHARACTERS = 1 << 24
"""Characters of a page of HTML, once the pictures in it are cut out."""
_MAX_TAGS = 200_000
_MAX_SIGNS = 2 * _MAX_TAGS
"""Signs `<` of a page, with those of its end tags and of its scripts."""
_MAX_DEPTH = 512
_MAX_ATTRIBUTES = 1000
"""Attributes of one tag: libxml2 compares each with those before; 100,000 of them took more than six minutes."""

XML_ID, XML_LANG = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("id", "lang"))
"""The attributes `xml:id` (xml:id 1.0) and `xml:lang` (XML 1.0, section 2.12)."""

_RESOURCE_LIMIT = 114
"""The number of the error XML_ERR_RESOURCE_LIMIT of libxml2 (`xmlerror.h`), which lxml 6.0 does not name."""

Element = Any
"""An element of lxml: its stubs give no more, as comments and instructions are elements as well."""

_DATA_ADDRESS = expression(
    r"\bdata:[a-z]{4,11}/[\w.+-]{1,60}(?:;[\w=.+-]{1,40}){0,3},[A-Za-z0-9+/=%_.~-]*+", re.IGNORECASE
)
"""A picture or a font that stands in the page itself (RFC 2397); no blank, behind which the next attribute begins."""
_TAG = expression(r"<(/?[a-zA-Z][a-zA-Z0-9:-]*+)[^<>]*+(?<!/)>")
"""The name of a tag that does not close itself, with the `/` of an end tag."""
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr p li td tr th dd dt option".split()
)
"""Elements that have no end tag, or need none (HTML, sections 13.1.2 and 13.1.2.4)."""
_LONG_TAG = expression(r"<[a-zA-Z][^<>]{10000,}+")
_QUOTED = expression(r"""\"[^"]*+\"|'[^']*+'""")
_NOT_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XML has (XML 1.0, section 2.2), and that lxml refuses in a text of HTML."""

_DECLARATION = expression(r"\A\s{0,99}<\?xml\s[^<>]{0,300}\?>")
_ENTITY = expression(r"&(?:([A-Za-z][A-Za-z0-9]{1,31});|(?!#?[A-Za-z0-9]{1,31};))")
"""An entity with its name, or a sign that is the beginning of none."""

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
    text = without_data(text)
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("reading.too_long", limit=MAX_CHARACTERS)
    if text.count("<") > _MAX_SIGNS:
        raise Unreadable("reading.markup_too_deep")
    for tag in _LONG_TAG.finditer(text):
        if len(_QUOTED.sub("", tag[0]).split()) > _MAX_ATTRIBUTES:
            raise Unreadable("reading.markup_too_deep")
    names = _TAG.findall(text)
    steps = {name: _step(name.lower()) for name in set(names)}
    deepest = depth = 0
    for name in names:
        depth = max(0, depth + steps[name])
        deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH or len(names) > _MAX_TAGS:
        raise Unreadable("reading.markup_too_deep")
    return _without_characters(text)


def _step(name: str) -> int:
    """Return by how much a tag changes the nesting of what follows."""
    if name.removeprefix("/") in _VOID:
        return 0
    return -1 if name.startswith("/") else 1


def without_data(text: str) -> str:
    """Return a page without the pictures and fonts that stand in it, which make most of a page that a browser saved.

    >>> without_data('<img src="data:image/gif;base64,R0lGOD==" alt="Le port">')
    '<img src="" alt="Le port">'
    """
    return _DATA_ADDRESS.sub("", text) if "data:" in text else text


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
    if any(fault.type == _RESOURCE_LIMIT for fault in parser.error_log):
        raise Unreadable("reading.markup_too_deep")  # libxml2 drops the rest without a word
    if root is None:
        raise Unreadable("reading.not_markup", cause="")
    return root


def xml_of(source: Source) -> Element:
    """Return the first element of a file of XML, whatever its encoding, which files often declare wrongly.

    Raises:
        Unreadable: nothing can be read.
    """
    with source.open_text() as stream:
        return xml_of_text(whole(stream))


def xml_of_text(text: str) -> Element:
    """Return the first element of a text of XML, with the letters of HTML's entities; its own declaration says nothing.

    Raises:
        Unreadable: nothing can be read.
    """
    return xml(_without_characters(mended(_DECLARATION.sub("", text, count=1))).encode("utf-8"))


def _without_characters(text: str) -> str:
    """Return a text without the characters that no XML has; U+FFFD stands for lost bytes, as in texts that are no markup."""
    return _NOT_XML.sub("", LOST_BYTES.sub("\ufffd", text)) if _NOT_XML.search(text) else text


def mended(text: str) -> str:
    """Return XML without the entities of HTML, which no parser of XML knows, and with an escaped `&` for one that stands alone.

    >>> mended("<p>L&rsquo;&eacute;t&eacute; &amp; Roy & fils, &nul;</p>")
    '<p>L’été &amp; Roy &amp; fils, &nul;</p>'
    """
    return _ENTITY.sub(_letter, text) if "&" in text else text


def _letter(entity: re.Match[str]) -> str:
    """Return the letter of an entity of HTML; what XML itself knows, or a definition of the file may, stays."""
    if not entity[1]:
        return "&amp;"
    letter = html5.get(f"{entity[1]};", "")
    return entity[0] if letter in {"", "<", ">", "&", '"', "'"} else letter


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


def local(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Return the value of an attribute, whatever its namespace; "" without one, or without an element."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def written(element: Element) -> str:
    """Return an element as it is written in XML."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def remove(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


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
