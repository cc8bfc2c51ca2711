"""The beginning of a file, by which its format is recognised."""

import codecs
import re
from functools import cached_property

from corpus.expression import expression
from corpus.packed import is_zip
from corpus.records import record
from corpus.source import Source

_XML_ROOT = expression(
    r"(?:\s++|<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+<([\w.-]++:)?([\w.-]++)([^>]*+)",
    re.DOTALL | re.IGNORECASE,
)
"""What may stand above the first element of XML (XML 1.0, section 2.8), its prefix, its local name and its attributes."""
_HTML = expression(r"<(?:!doctype\s++html|html|head|body|article|meta|title|div|table|p)\b", re.IGNORECASE)
_MAX_MARK_CHARACTERS = 1 << 12
"""Characters in which the first tag of a page stands; comments of programs that save pages may stand above it."""


@record
class Head:
    """The first bytes of a file, decompressed, and what they show; `source` is the file.

    >>> from pathlib import Path
    >>> head = Head(Source(Path("a.bin"), "a.bin"), b'<?xml version="1.0"?><n:alto xmlns:n="http://exemple.fr/alto">')
    >>> head.root, head.namespace, head.is_html, head.members
    ('alto', 'http://exemple.fr/alto', False, ())
    """

    source: Source
    data: bytes

    @property
    def suffix(self) -> str:
        """The suffix that says the format, in lower case; "" if the file has none."""
        return self.source.suffix

    @cached_property
    def text(self) -> str:
        """The first characters without mark and blanks above, in an encoding that is good enough for names and marks."""
        if self.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return self.data.decode("utf-16", "ignore").lstrip()
        data = self.data.replace(b"\0", b"")
        text = data.decode("utf-8-sig", "replace")
        return (text if text.count("\ufffd") <= 1 else data.decode("cp1252", "replace")).lstrip()

    @cached_property
    def _first_element(self) -> re.Match[str] | None:
        return _XML_ROOT.match(self.text) if self.text.startswith("<") else None

    @property
    def root(self) -> str:
        """The name of the first element of a file of XML or HTML, without prefix; "" for any other file."""
        return self._first_element[2] if self._first_element else ""

    @property
    def namespace(self) -> str:
        """The namespace of the first element, "" if it has none."""
        element = self._first_element
        if not element:
            return ""
        name = f"xmlns:{element[1][:-1]}" if element[1] else "xmlns"
        found = re.search(rf"\b{re.escape(name)}\s*=\s*[\"']([^\"']*)", element[3])
        return found[1] if found else ""

    @cached_property
    def is_html(self) -> bool:
        """Whether a tag of HTML stands at the beginning, below comments at most."""
        return self.text.startswith("<") and _HTML.search(self.text, 0, _MAX_MARK_CHARACTERS) is not None

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names of the members of a ZIP; () for any other file, or a damaged one."""
        return tuple(self.source.members()) if is_zip(self.data) else ()

    @cached_property
    def mimetype(self) -> str:
        """The text of the member `mimetype` of a ZIP, which OpenDocument and EPUB have first; "" without it."""
        if "mimetype" not in self.members:
            return ""
        return self.source.member("mimetype").head[:100].decode("ascii", "replace").strip()
