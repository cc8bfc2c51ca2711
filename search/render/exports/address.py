"""The address of an article: as a program that reads references takes it for one, and as a link that a person may follow."""

import re
from urllib.parse import urlsplit

from search.render.inert import inert

_UNFIT = re.compile(r'[\\{}<>"\s]')
"""Signs that no address has (RFC 3986, section 2), and that end a field or begin a tag: Zotero takes `<d>` out."""


def address(text: str) -> str:
    """Return an address in which each unfit sign is written as its number.

    >>> address("https://exemple.fr/a_{b}")
    'https://exemple.fr/a_%7Bb%7D'
    """
    return _UNFIT.sub(lambda sign: f"%{ord(sign[0]):02X}", inert(text))


def link(url: str) -> str:
    """Return an address that a person may follow from a page; "" for a script, a file and what cannot be read.

    >>> link("https://exemple.fr/a"), link("javascript:alert(1)"), link("//exemple.fr"), link("http://[")
    ('https://exemple.fr/a', '', '', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_safe = parts.scheme in ("http", "https") and parts.hostname and inert(url) == url and " " not in url
    return url if is_safe else ""
