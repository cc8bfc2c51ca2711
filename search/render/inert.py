"""Text that strangers wrote, made unable to command a terminal."""

import json
import re

from corpus.expression import expression

_SOFT_HYPHEN = "\u00ad"
_ARABIC_MARK = "\u061c"
_INVISIBLE_MARKS = "\u200b\u200e-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_LANGUAGE_TAGS = "\U000e0000-\U000e007f"
_SURROGATES = "\ud800-\udfff"

OBEYED = expression(
    f"[\x00-\x1f\x7f-\x9f{_SOFT_HYPHEN}{_ARABIC_MARK}{_INVISIBLE_MARKS}{_LANGUAGE_TAGS}{_SURROGATES}]"
)
"""Characters that a terminal obeys, or that change what a person reads without being seen: the controls of C0 and C1, the
separators of lines, the marks and overrides of direction, invisible characters; and the surrogates, which cannot be encoded.
"""


def inert(text: str) -> str:
    r"""Return the text on one line, with a stand-in for each character that a terminal obeys.

    A blank stands for a blank, a middle dot for any other such character: one for one, so that offsets hold.

    >>> inert("au\x1b[31m feu\n\u202e!")
    'au·[31m feu ·!'
    """
    return text if text.isprintable() else OBEYED.sub(_stand_in, text)


def _stand_in(obeyed: re.Match[str]) -> str:
    return " " if obeyed[0].isspace() else "·"


def escaped(text: str) -> str:
    r"""Return a text of JSON, each character that a terminal obeys as its number: none is lost.

    >>> escaped('"feu\u202e"')
    '"feu\\u202e"'
    """
    return OBEYED.sub(lambda obeyed: json.dumps(obeyed[0])[1:-1], text)
