"""Text of others, made unable to command a terminal."""

import re

SHY = "\u00ad"
ARABIC_MARK = "\u061c"
MARKS = "\u200b\u200e-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
TAGS = "\U000e0000-\U000e007f"
SURROGATES = "\ud800-\udfff"

OBEYED = re.compile(f"[\x00-\x1f\x7f-\x9f{SHY}{ARABIC_MARK}{MARKS}{TAGS}{SURROGATES}]")
"""What a terminal obeys, or what changes what is read without being seen: the controls of C0 and C1, the
separators of lines, the marks and overrides of direction, invisible characters; and what cannot be encoded.
"""


def inert(text: str) -> str:
    r"""Return the text on one line, with a stand-in for each character that is obeyed instead of shown.

    A blank stands for a blank, a middle dot for anything else: one for one, so that offsets hold.

    >>> inert("au\x1b[31m feu\n\u202e!")
    'au·[31m feu ·!'
    """
    return OBEYED.sub(_stand_in, text)


def _stand_in(obeyed: re.Match[str]) -> str:
    return " " if obeyed[0].isspace() else "·"
