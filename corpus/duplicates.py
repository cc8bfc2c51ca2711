"""The same story in several papers: a sketch of a text that near-duplicates share the most of."""

from zlib import crc32

SKETCH = 16
"""Hashes kept of a text, the least of all: two texts share about as many as they have of text in common."""

FEW = 40
"""Hashes of a long text that are sorted, those below a bound that about so many are below: all are 300 and more."""

SHARED = 8
"""Hashes that two texts share when they are the same story.

Three pairs of real articles were read at each count: those that share 10 have .63 to .89 of their words in order
in common, those that share 5 .45 to .52, those that share 3 .08 to .29 and are other stories.
"""

MARKS = bytes(
    code if code > 127 or chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(256)
)
"""Makes a blank of every ASCII byte that is of no word; other marks stand alone in the press, but for one."""


def sketch(text: str) -> tuple[str, ...]:
    """Return the least hashes of the runs of three words of a text, a few where it is short.

    A bottom-k sketch (A. Broder, "On the resemblance and containment of documents", 1997).

    >>> wire = "Le port de Ziguinchor rouvre lundi après trois mois de travaux, annonce la capitainerie."
    >>> len(set(sketch(wire)) & set(sketch(wire.replace("annonce", "a annoncé"))))
    9
    """
    words = text.lower().replace("’", "'").encode("utf-8", "surrogatepass").translate(MARKS).split()
    runs = list(map(crc32, map(b" ".join, zip(words, words[1:], words[2:], strict=False))))
    least = set(filter(((FEW << 32) // max(len(runs), 1)).__gt__, runs))
    if len(least) < SKETCH:
        least = set(runs)
    return tuple(f"{number:08x}" for number in sorted(least)[:SKETCH])
