"""The text of an element of TEI in lines: editorial marks are resolved, and the tokens of a text that was cut into words are joined.

Notes, running heads and what an editor deleted are left out.
"""

import re

from corpus.expression import expression
from corpus.paragraphs import one_line
from corpus.readers.markup import Element, local
from corpus.typography import APOSTROPHES

_BLOCKS = frozenset(
    """ab argument body byline castItem cell closer dateline div div1 div2 div3 div4 epigraph front group head item l label lg
    list main opener p quote row salute signed sp speaker speech stage table TEI text title titlePage titlePart trailer u""".split()
)
_DROPPED = frozenset(
    "teiHeader note fw figDesc del gap sic orig abbr ana back graphic facsimile standOff comments".split()
)
_COMMENTS = "comments"
"""The type of the division in which trafilatura puts what readers wrote."""
_CHOICES = frozenset(("sic", "orig", "abbr"))
"""The readings of a `choice` beside which the editor gives another one; alone they are the text."""
_TOKENS = frozenset(("w", "pc", "forename", "surname"))
_NO_BLANK_BEFORE = expression(r"[.,)\]}…’'%°-]|\.{2,3}$")
_NO_BLANK_AFTER = expression(rf"[(\[{{{re.escape(APOSTROPHES)}]$")
_MARK, _BREAK = "\x00", "\x01"
"""What stands before each token and at each break of a printed line until they are joined; no XML has these characters."""
_TWO_HYPHENS = expression(r"[-¬\u00ad]\s?-$")
"""A hyphen that is printed, and the one that stands for a break within a word."""
_TOKEN = expression(rf"\s*{_MARK}\s*")


def prose(element: Element) -> str:
    r"""Return the text of an element, a line for each block.

    >>> from corpus.readers.markup import xml
    >>> prose(xml("<p><w>L’</w> <w>eau</w> <w>monte</w> <pc>.</pc></p>".encode()))
    'L’eau monte.'
    """
    parts: list[str] = []
    # An explicit stack: the nesting of a file is not that of our calls.
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        node, is_left = stack.pop()
        name = local(node)
        is_block = name in _BLOCKS
        if is_left or not name or _is_dropped(node, name):
            parts.append("\n" if is_block and is_left else "")
            if node is not element:
                parts.append(_inline(node.tail))
            continue
        if name == "lb":
            parts.append(f"-{_BREAK}" if node.get("break") == "no" else _BREAK)
        else:
            parts.append("\n" if is_block else _MARK if name in _TOKENS else "")
        parts.append(_inline(node.text))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    lines = (" ".join(_line(line).split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _line(line: str) -> str:
    """Return the text of a block: its printed lines joined, its tokens too, except around apostrophes and punctuation."""
    if _BREAK in line:
        printed = (part.strip() for part in line.split(_BREAK))
        line = one_line([_TWO_HYPHENS.sub("-", part) for part in printed if part])
    if _MARK not in line:
        return line
    before, *tokens = _TOKEN.split(line)
    parts = [before]
    for token in tokens:
        is_close = not parts[-1] or _NO_BLANK_BEFORE.match(token) or _NO_BLANK_AFTER.search(parts[-1])
        parts += ("" if is_close else " ", token)
    return "".join(parts)


def _is_dropped(node: Element, name: str) -> bool:
    if name in _CHOICES:
        return local(node.getparent()) == "choice" and len(node.getparent()) > 1
    return name in _DROPPED or node.get("type") == _COMMENTS


def _inline(text: str | None) -> str:
    return text.replace("\n", " ").replace("\r", " ") if text else ""
