"""The address of a page, as a program that reads references takes it for one."""

import re

from search.render.inert import inert

_UNFIT = re.compile(r'[\\{}<>"\s]')
"""Signs that no address has (RFC 3986, section 2), and that end a field or begin a tag: Zotero takes `<d>` out."""


def address(text: str) -> str:
    """Return an address in which each unfit sign is written as its number.

    >>> address("https://exemple.fr/a_{b}")
    'https://exemple.fr/a_%7Bb%7D'
    """
    return _UNFIT.sub(lambda sign: f"%{ord(sign[0]):02X}", inert(text))
