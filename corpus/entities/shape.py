"""The shape of a word: the positions of its capitals, figures and hyphens."""

from corpus.expression import expression

_JOINTS = expression(r"[-&'/@_·.]")


def shape(word: str) -> str:
    """Return the shape of a token in normal form; that of a capitalised word begins with "X".

    >>> [shape(word) for word in ("Paris", "ONU", "CEDEAO", "Jean-Noël", "J.", "TF0", "l'", "0000", "dit-il")]
    ['Xx', 'XX', 'XXXX', 'Xx-Xx', 'X.', 'X0', 'el', '0000', 'x-x']
    """
    first = word[0]
    if first == "\n":
        return "NL"
    if first == "0":
        return ("0" if len(word) < 3 else "0000" if word == "0000" else "0x") if word.isdigit() else "0x"
    if not first.isalpha():
        return "P" + word[:2]
    if word[-1] == "'":
        return "el"
    if first.isupper():
        return _capitalised(word)
    if any(map(str.isupper, word)):
        return "x-X" if _JOINTS.search(word) else "xX"
    if len(word) == 1:
        return "x"
    return "x-x" if _JOINTS.search(word) else "xx"


def _capitalised(word: str) -> str:
    if "." in word:
        return "X."
    if "0" in word and len(word) <= 4:
        return "X0"
    if len(word) == 1:
        return "X"
    parts = [part for part in _JOINTS.split(word) if part]
    if word.isupper():
        return "XX-" if len(parts) > 1 else "X" * min(4, max(2, len(word) // 2 + 1))
    if len(parts) > 1:
        return "Xx-Xx" if parts[-1][0].isupper() else "Xx-x"
    if any(map(str.isupper, word[1:])):
        return "XxX"
    return "Xx0" if "0" in word else "Xx"
