"""Codes in square brackets left in a text: those of WordPress, `[caption id="a"]`, and those of forums, `[b]`, `[url=…]`."""

import re

from corpus.expression import expression

_FORUM = frozenset("b i u s url email color size font center left right quote list code spoiler".split())
_BLOG = frozenset("caption wp_caption embed gallery audio video playlist youtube".split())
_BLOCKS = frozenset("caption wp_caption embed gallery quote list center code".split())
_NEVER_WORDS = frozenset(("caption", "wp_caption", "gallery"))
"""Codes that stand alone: `[audio]` and `[video]` are words of a journalist, if nothing else says what they are."""
_BUILDERS = r"(?:vc|et_pb|fusion|elementor)_\w{1,40}"
"""The codes of programs that build pages in WordPress."""
_MEDIA = expression(
    r"\[(?P<name>embed|img|audio|video|youtube)(?:[ =][^\[\]]{0,300})?\][^\[\]]{0,500}\[/(?P=name)\]",
    re.IGNORECASE,
)
"""What is shown in place of an address."""
_ATTRIBUTES = r"""(?:\s+[\w-]{1,40}=(?:"[^"]{0,500}"|'[^']{0,500}'|[^\s\]"'][^\s\]]{0,500})){1,20}+"""
_CODE = expression(
    rf"\[(?P<close>/?)(?P<name>{'|'.join(sorted(_FORUM | _BLOG, key=len, reverse=True))}|\*|(?P<builder>{_BUILDERS}))"
    rf"(?P<says>=[^\[\]\n]{{1,500}}|{_ATTRIBUTES})?\s*/?\]",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    r"""Return a text without the codes of WordPress and of forums; a caption stays, on its own line.

    A code that may be a word, `étudiant[s]`, goes only where the text closes it.

    >>> plain("[caption id='a']Le port.[/caption]Un [b]mot[/b], étudiant[s] [sic] [url=https://exemple.fr]ici[/url]")
    '\nLe port.\nUn mot, étudiant[s] [sic] ici'
    """
    if "[" not in text:
        return text
    closed: frozenset[str] = frozenset()
    if "[/" in text:
        text = _MEDIA.sub("\n", text)
        closed = frozenset(code["name"].lower() for code in _CODE.finditer(text) if code["close"])

    def read(code: re.Match[str]) -> str:
        name = code["name"].lower()
        is_item = name == "*"
        is_code = (
            "list" in closed
            if is_item
            else name in closed or name in _NEVER_WORDS or code["builder"] or (name in _BLOG and code["says"])
        )
        if not is_code:
            return code[0]
        return "\n" if is_item or name in _BLOCKS or code["builder"] else ""

    return _CODE.sub(read, text)
