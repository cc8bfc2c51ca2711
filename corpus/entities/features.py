"""The features of a word, for the model: one function for the training and for the extraction."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from operator import and_

from corpus.entities.knowledge import BIT, FLAGS, NAME_BITS, Knowledge, fold
from corpus.entities.shape import shape
from corpus.records import record

OFFSETS = (-2, -1, 0, 1, 2)
"""The positions around a token whose words count, relative to the token."""

CLASSES = {"a": (-1, 0), "b": (0, 1), "c": (-1, 0, 1), "d": (-2, -1, 0), "e": (0, 1, 2)}
"""Conjunctions of word classes, by name: the offsets of the classes."""
WORDS = {"f": (-1, 0), "g": (0, -1), "h": (0, 1), "i": (1, 0)}
"""Conjunctions of a word and a class, by name: the offsets of both."""
CLUSTERS = {"k": (-1, 0), "l": (1, 0)}
"""Conjunctions of a cluster of the middle sort and a class, by name: the offsets of both."""
MIDDLE_CLUSTERS = 256
"""The number of clusters of the middle sort; as the number of a cluster, it says that the word has no cluster."""
PAIR = "j"
"""The conjunction of the clusters of the word before and the word."""
COARSE_CLUSTERS = 64
"""The number of clusters of the coarsest sort; as the number of a cluster, it says that the word has no cluster."""

_SHAPES = frozenset({"X.", "X", "XX", "XXX", "XXXX", "XX-", "Xx-Xx", "XxX", "X0"})
_PRIORITY = ("HON", "PREPL", "PART", "SAY", "MON", "ORGK", "ORGC", "FUNC", "LOCK")
_SORTS = tuple(
    (mark, sum(BIT[flag] for flag in flags), cases)
    for mark, flags, cases in (
        ("e", ("NOTE",), "u012345"),
        ("G", ("ORGN",), "u01"),
        ("C", ("CTRY", "LOCN"), "u012345"),
        ("F", ("FN",), "u012"),
        ("T", ("CITY", "CITY5"), "u01"),
        ("D", ("DEM",), "u012345"),
        ("H", ("HON",), "u012345"),
        ("O", ("ORGK",), "u012345"),
        ("L", ("LOCK",), "u012345"),
        ("B", ("ORGB", "ORGW"), "u0123"),
        ("p", ("PART", "PREPL"), "u012345"),
        ("w", (), "345"),
        ("N", ("LN",), "u012"),
    )
)
_APART = frozenset({"de", "du", "des", "d'", "la", "le", "les", "l'", "à", "en", "au", "aux", "dans"})
_MARKS = frozenset(",.():\"«»-–/'")


@record
class Features:
    """The features of a kind of word.

    `here` are the features for the label of the word itself; `reaches` says of each how many tokens away it still
    counts for the label of another word.  `word` is in lower case; `sort` is its class; `cluster` is the number of its
    coarse cluster, `middle` that of its middle one (`COARSE_CLUSTERS` and `MIDDLE_CLUSTERS` where it has no cluster).
    """

    word: str
    sort: str
    cluster: int
    middle: int
    capital: bool
    here: tuple[str, ...]
    reaches: tuple[int, ...]

    def at(self, offset: int) -> tuple[str, ...]:
        """Return the features for the label of a token that this one stands beside, or is."""
        pairs = zip(self.here, self.reaches, strict=True)
        return tuple(name for name, reach in pairs if reach >= abs(offset))


def describe(word: str, knowledge: Knowledge, shown: int = -1) -> Features:
    """Return the features of a token in normal form; `shown` are the lists that count, as bits."""
    lower = "NL" if word == "\n" else word.lower()
    letter = word[0].isalpha()
    outline = shape(word)
    capital = outline[0] == "X"
    bits = knowledge.flags_of(fold(word)) & shown if letter else 0
    if outline == "XX-":  # DGSN-DGST is on the lists that both its parts are on
        bits |= reduce(and_, [knowledge.flags_of(fold(part)) for part in word.split("-")]) & shown
    flags = _flags(bits, capital) if bits else ()
    if outline == "Xx-Xx" and knowledge.flags_of(fold(word.split("-", 1)[0])) & shown & BIT["FN"]:
        flags = (*flags, "FN-")
    case = _case(word, lower, knowledge) if capital else ""
    clusters = knowledge.clusters_of(word)
    sort = _capitalised_sort(outline, bits, case) if capital else _sort(outline, bits, lower)
    here = [f"W={lower}", f"S={outline}", *[f"G={flag}" for flag in flags]]
    reaches = [2] * len(here)
    if clusters:
        here += f"C=a{clusters[0]}", f"C=b{clusters[1]}", f"C=c{clusters[2]}"
        reaches += 1, 2, 1
    else:
        here.append(f"C=?{outline}")
        reaches.append(1)
    if letter and len(word) > 3:
        here += f"F={lower[-3:]}", f"F={lower[-2:]}"
        reaches += 1, 1
    if letter and len(word) > 4:
        here += f"F={lower[-4:]}", f"F=p{lower[:3]}", f"F=p{lower[:4]}"
        reaches += 0, 0, 0
    if capital:
        here += f"L={case}", f"Wc={word}", *[f"GL={flag}/{case}" for flag in flags]
        reaches += 1, 0, *[0 for _ in flags]
    here.append(f"K={sort}")
    reaches.append(0)
    return Features(
        word=lower,
        sort=sort,
        cluster=clusters[0] if clusters else COARSE_CLUSTERS,
        middle=clusters[1] if clusters else MIDDLE_CLUSTERS,
        capital=capital,
        here=tuple(here),
        reaches=tuple(reaches),
    )


@lru_cache(1 << 10)
def _flags(bits: int, capital: bool) -> tuple[str, ...]:  # noqa: FBT001 - what the word is, not what is done
    """Return the lists that a word is on, marked where it is a common word with a capital."""
    return tuple(
        flag if BIT[flag] & NAME_BITS else flag + "^" if capital else flag
        for flag in FLAGS
        if bits & BIT[flag] and (capital or not BIT[flag] & NAME_BITS)
    )


def conjunctions(window: Sequence[Features]) -> Iterator[str]:
    """Yield the conjunctions for the label of the middle one of five tokens."""
    for name, offsets in CLASSES.items():
        yield f"{name}={'|'.join(window[2 + offset].sort for offset in offsets)}"
    for name, (word, sort) in WORDS.items():
        yield f"{name}={window[2 + word].word}|{window[2 + sort].sort}"
    for name, (offset, sort) in CLUSTERS.items():
        if window[2 + offset].middle != MIDDLE_CLUSTERS:
            yield f"{name}={window[2 + offset].middle}|{window[2 + sort].sort}"
    before, here = window[1].cluster, window[2].cluster
    if COARSE_CLUSTERS not in {before, here}:
        yield f"{PAIR}={before}|{here}"


def _case(word: str, lower: str, knowledge: Knowledge) -> str:
    """Return how usual the word is in lower case, from "0", never, to "5", nearly always; "u" is unknown.

    This feature distinguishes a name from the first word of a sentence.
    """
    small = knowledge.counts(lower)[0]
    large = knowledge.counts(word)[1]
    if len(word) > 1 and word.isupper():
        large = max(large, knowledge.counts(word.capitalize())[1])
    if small + large < 3:
        return "u"
    share = small / (small + large + 1)
    return str(sum(share >= bound for bound in (0.02, 0.1, 0.3, 0.6, 0.9)))


def _capitalised_sort(outline: str, bits: int, case: str) -> str:
    """Return the class of a capitalised word: its shape, and the first list that has it."""
    sort = outline if outline in _SHAPES else "Xx"
    for mark, lists, cases in _SORTS:
        if case in cases and (not lists or bits & lists):
            return sort + mark
    return sort


def _sort(outline: str, bits: int, lower: str) -> str:
    """Return the class of any other token: a list, a mark, or its length."""
    if lower in _APART:
        return lower
    for flag in _PRIORITY:
        if bits & BIT[flag]:
            return flag
    if lower in {"et", "ou", "&"}:
        return "et"
    if outline[0] == "P":
        return lower if lower in _MARKS else "P"
    if outline[0] == "x":
        return "lw" if len(lower) > 3 else "lf"
    return outline
