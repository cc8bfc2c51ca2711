"""The rows of the screen as prompt_toolkit draws them: the looks of every page, and links."""

from collections.abc import Iterable
from pathlib import Path

from prompt_toolkit.formatted_text import StyleAndTextTuples

from search.render.lines import Fragment, Line
from search.render.terminal import LOOKS
from search.shell.browser.addresses import LINK_END, link

_ESCAPE = "[ZeroWidthEscape]"
"""The style by which prompt_toolkit sends a text to the terminal as it is."""

_COLOURS = {"red": "fg:ansired", "magenta": "fg:ansimagenta"}

_STYLES = {
    style: " ".join(_COLOURS.get(word, word) for word in look.split()) for style, look in LOOKS.items()
}


def dressed(rows: Iterable[Line], links_to: Path | None) -> StyleAndTextTuples:
    """Return rows with their looks; with links where there is a folder that the paths of files start from."""
    drawn: StyleAndTextTuples = []
    for number, row in enumerate(rows):
        if number:
            drawn.append(("", "\n"))
        column = 0
        for fragment in row:
            is_link = links_to and fragment.link and len(fragment.text) > 1
            begun = link(fragment.link, links_to) if links_to and is_link else ""
            if begun:
                drawn += _linked(fragment, begun, column)
            else:
                drawn.append((_STYLES[fragment.style], fragment.text))
            column += len(fragment.text)
    return drawn


def _linked(fragment: Fragment, begun: str, column: int) -> StyleAndTextTuples:
    """Return a fragment as a link, all but its last character, before which the link ends.

    prompt_toolkit sends an escape together with the character behind it, if this one is drawn anew.  The characters of the
    link have a class of their own, that of this link at this column: its end is drawn whenever its start is.
    """
    style = f"{_STYLES[fragment.style]} class:link-{hash((begun, column)) & 0xFFFFFFFF:x}"
    return [(_ESCAPE, begun), (style, fragment.text[:-1]), (_ESCAPE, LINK_END), (style, fragment.text[-1])]
