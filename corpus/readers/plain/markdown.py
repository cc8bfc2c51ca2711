"""Markdown: a text in files `.md` without its marks, and the headline that a line `# …` is."""

import re

from corpus.expression import expression

_MAX_LINES_ABOVE = 6
"""Lines above the headline: the picture, the newspaper, the date."""

_HEADING = expression(r"^[ ]{0,3}(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_LINES = expression(
    r"^[ ]{0,3}(?:```.*|~~~.*|(?:[-*_][ \t]?){3,}|={3,}[ \t]*|\[[^\]\n]{1,80}\]:[ \t]*<?(?:https?:|[./#]).*)$",
    re.MULTILINE,
)
"""Lines that are marks alone: a fence, a rule, the line under a headline, the address of a link."""
_QUOTE = expression(r"^[ ]{0,3}(?:>[ \t]?){1,5}", re.MULTILINE)
_ADDRESS = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)"
_PICTURE = expression(
    rf"!\[[^\[\]\n]{{0,500}}\](?:{_ADDRESS}|\[[^\[\]\n]{{0,80}}\])|!\[\[[^\[\]\n]{{1,200}}\]\]|\[\^[^\]\s]{{1,40}}\](?:: ?)?"
)
"""A picture, or the sign of a note."""
_LINK = expression(
    rf"\[([^\[\]\n]{{0,500}})\](?:{_ADDRESS}|\[[^\[\]\n]{{0,80}}\])(?:\{{[^{{}}\n]{{0,80}}\}})?"
)
_WIKI_LINK = expression(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_EMPHASIS = expression(
    r"(?<![0-9\\])(\*{1,3}|~~|`{1,2})(?=[^\s*~`])([^*~`\n]{1,1000}?)(?<=[^\s\\])\1(?!\*)"
    r"|(?<![\w\\])(_{1,3})(?=[^\s_])((?:[^\n_]|(?<=\w)_(?=\w)){1,1000}?)(?<=[^\s\\_])\3(?!\w)"
)
_ESCAPE = expression(r"\\([!-/:-@\[-`{-~])")
"""Any sign of ASCII may have a backslash before it (CommonMark 0.31, section 2.4)."""


def split(text: str) -> tuple[str, str]:
    r"""Return the headline of a text in Markdown, "" without one, and the text below and above it, both without marks.

    >>> split("# Le port *rouvre*\n\nUn [phare](https://exemple.fr) **neuf**, 3 * 4, snake_case.\n")
    ('Le port rouvre', '\n\nUn phare neuf, 3 * 4, snake_case.\n')
    """
    text = text.replace("\r\n", "\n")
    for heading in _HEADING.finditer(text):
        above = text[: heading.start()]
        if sum(map(bool, map(str.strip, above.split("\n")))) > _MAX_LINES_ABOVE:
            break
        if heading[1] == "#":
            return plain(_named(heading)).strip(), plain(above + text[heading.end() :])
    return "", plain(text)


def plain(text: str) -> str:
    """Return a text without the marks of Markdown; a mark that nothing closes is a sign of the text.

    >>> plain("![Le phare](phare.jpg)Un **mot**, __deux__, _trois_ : 2*3*4 [^1] et [[Port|le port]]")
    'Un mot, deux, trois : 2*3*4  et le port'
    """
    text = _QUOTE.sub("", _HEADING.sub(_named, _LINES.sub("", text)))
    text = _WIKI_LINK.sub(r"\1", _LINK.sub(r"\1", _PICTURE.sub("", text)))
    for _ in range(2):  # ***both***, or **one *in* the other**
        text = _EMPHASIS.sub(lambda mark: mark[2] or mark[4], text)
    return _ESCAPE.sub(r"\1", text)


def _named(heading: re.Match[str]) -> str:
    """Return what a heading says, without the signs that may close it: `## Port ##`."""
    text = heading[2].rstrip()
    words, _, last = text.rpartition(" ")
    return words.rstrip() if words and not last.strip("#") else text
