"""Measures which reprints are found: `python -m tests.relevance.reprints SHARED [--draw N]`.

SHARED is the folder that has `corpora/orange.jsonl.xz`.  Two sets: the pairs of real articles that have seven tenths of the
shorter one in common within three days, found by counting the common runs of all articles of near days, without sketches;
and 300 articles as ten invented papers print them, each with edits of its own, on the day of the original and on the next
one.  With `--draw`, the ids of N pairs of each stratum are listed, never the same text twice, for a person to read.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus import Article, read
from corpus.duplicates import Texts, candidates, runs, share, sketch, stories
from corpus.duplicates.candidates import MAX_DAYS
from corpus.records import replace
from tests.relevance.testset import SEED

_LEAST_SHARE = 0.7
_ORIGINALS, _MIN_WORDS = 300, 150
"""The articles that the papers print, and the least words of one: it can then be cut to a third."""

_STRATA = ((0.7, 0.75), (0.75, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
"""The shares in common of the pairs of a stratum, from a share to another one."""

Edit = Callable[[str, random.Random], str]
"""A function from a body and chance to the body as another paper prints it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that was printed, its day, yyyymmdd, and its source; `kind` says how it was edited, "" for a real article."""

    id: str
    body: str
    day: int
    source: str
    kind: str = ""
    original: str = ""


class Pair(NamedTuple):
    """The numbers of two pieces, what they have in common, and the days between them."""

    left: int
    right: int
    share: float
    days: int


def _cut_to(part: float) -> Edit:
    """Return the edit that keeps the first paragraphs, up to a part of the words."""

    def cut(body: str, _: random.Random) -> str:
        kept: list[str] = []
        for paragraph in body.split("\n"):
            kept.append(paragraph)
            if len(" ".join(kept).split()) >= part * len(body.split()):
                break
        words = "\n".join(kept).split(" ")
        return " ".join(words[: max(int(part * len(body.split())), 45)])

    return cut


def _credited(body: str, chance: random.Random) -> str:
    author = chance.choice(["Awa Sarr", "Maud Quéméner", "Camille Destrée"])
    return f"Par {author}, avec l’Agence Teranga\n{body}\n© Agence Teranga, tous droits réservés."


def _local(body: str, chance: random.Random) -> str:
    town = chance.choice(["Quimperlé", "Ziguinchor", "Charleroi"])
    return f"À {town} aussi, l’annonce a surpris les élus, qui se réuniront dès lundi soir pour en parler.\n{body}"


def _typography(body: str, _: random.Random) -> str:
    quoted = re.sub(r'"([^"\n]{0,2000})"', "« \\1 »", body.replace("'", "’"))
    return quoted.replace(" - ", " – ").replace("...", "…").replace(":", " :")


def _noise(part: float) -> Edit:
    """Return the edit that misreads a letter in a part of the words, as the recognition of a scan does."""

    def misread(body: str, chance: random.Random) -> str:
        words = body.split(" ")
        for number in range(len(words)):
            if chance.random() < part and len(words[number]) > 1:
                at = chance.randrange(len(words[number]))
                words[number] = words[number][:at] + chance.choice("cilnrut") + words[number][at + 1 :]
        return " ".join(words)

    return misread


def _touched_up(body: str, chance: random.Random) -> str:
    """Replace a word in 25, as an editor does, and leave out a sentence in twelve."""
    sentences = [one for one in re.split(r"(?<=[.!?]) ", body) if chance.random() > 1 / 12]
    words = " ".join(sentences).split(" ")
    return " ".join("ainsi" if chance.random() < 1 / 25 else word for word in words)


def _after(*edits: Edit) -> Edit:
    def edited(body: str, chance: random.Random) -> str:
        for edit in edits:
            body = edit(body, chance)
        return body

    return edited


EDITS: Mapping[str, Edit] = {
    "as it is": lambda body, _: body,
    "cut to two thirds": _cut_to(2 / 3),
    "cut to a third": _cut_to(1 / 3),
    "byline, credit": _credited,
    "local lead": _local,
    "typography": _typography,
    "a word in 50 misread": _noise(1 / 50),
    "a word in 20 misread": _noise(1 / 20),
    "touched up": _touched_up,
    "touched up, local lead, cut to half": _after(_touched_up, _local, _cut_to(1 / 2)),
}
"""How the papers edit: a paper for each."""


def printed(originals: Sequence[Piece], chance: random.Random) -> Iterator[Piece]:
    """Yield each article as ten papers print it, on its day or, every second paper of an article, on the next one."""
    for number, original in enumerate(originals):
        for paper, (kind, edit) in enumerate(EDITS.items()):
            is_next = (number + paper) % 2 == 1
            yield Piece(
                f"{original.id}-{paper}",
                edit(original.body, chance),
                _next(original.day) if is_next else original.day,
                f"Paper {paper}",
                f"{kind}, next day" if is_next else kind,
                original.id,
            )


def _next(day: int) -> int:
    return int(f"{_date(day) + timedelta(1):%Y%m%d}")


def _date(day: int) -> date:
    return date(day // 10_000, day // 100 % 100, day % 100)


def joined(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return the lead of the story of each piece that is in one, by their ids; decided as a build does it."""
    sketched = [(piece, made) for piece in pieces if (made := sketch(piece.body))]
    texts = Texts.of(
        [made for _, made in sketched], [one.day for one, _ in sketched], [one.source for one, _ in sketched]
    )
    pairs = candidates(texts)
    hashes = {
        number: runs(sketched[number][0].body) for number in {*pairs.left.tolist(), *pairs.right.tolist()}
    }
    shares = [
        1.0 if are_same else share(hashes[left], hashes[right])
        for left, right, are_same in zip(*(side.tolist() for side in pairs), strict=True)
    ]
    return {
        sketched[number][0].id: sketched[story[0]][0].id
        for story in stories(texts, pairs, shares)
        for number in story
    }


def common(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """Yield the pairs of near days with at least seven tenths of the shorter one in common, without any sketch."""
    hashes = [np.unique(runs(piece.body)) for piece in pieces]
    days: defaultdict[int, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        if len(hashes[number]) and piece.day % 100:
            days[_date(piece.day).toordinal()].append(number)
    for day in sorted(days):
        near = [number for later in range(MAX_DAYS + 1) for number in days.get(day + later, ())]
        every = np.concatenate([hashes[number] for number in near])
        owners = np.repeat(np.arange(len(near)), [len(hashes[number]) for number in near])
        order = np.argsort(every, kind="stable")
        every, owners = every[order], owners[order]
        for place, number in enumerate(days[day]):
            counts = _counts(hashes[number], every, owners, len(near))
            for other in np.flatnonzero(counts > 0).tolist():
                later = near[other]
                part = counts[other] / min(len(hashes[number]), len(hashes[later]))
                if part >= _LEAST_SHARE and (other > place):
                    apart = _date(pieces[later].day).toordinal() - day
                    yield Pair(number, later, float(part), apart)


def _counts(
    wanted: NDArray[np.uint32], every: NDArray[np.uint32], owners: NDArray[np.intp], size: int
) -> NDArray[np.intp]:
    """Return how many of the wanted hashes each owner has."""
    starts, ends = (np.searchsorted(every, wanted, side) for side in ("left", "right"))
    places = np.concatenate([np.arange(start, end) for start, end in zip(starts, ends, strict=True)])
    return np.bincount(owners[places], minlength=size)


def _measure_pairs(pieces: Sequence[Piece], pairs: Sequence[Pair], leads: Mapping[str, str]) -> None:
    """Print the share of pairs that are in one story: of all, and of texts that are not equal, each pair of texts once."""
    found: Counter[tuple[str, str]] = Counter()
    seen: set[frozenset[str]] = set()
    for pair in pairs:
        texts = frozenset((pieces[pair.left].body, pieces[pair.right].body))
        lead, other = (leads.get(pieces[number].id) for number in (pair.left, pair.right))
        is_one = lead is not None and lead == other
        rows = ["all"]
        if len(texts) == 2 and texts not in seen:
            seen.add(texts)
            rows += ["not equal", _stratum(pair)]
        for row in rows:
            found[row, "pairs"] += 1
            found[row, "one story"] += is_one
    for row in sorted({row for row, _ in found}):
        pairs_of_row, ones = found[row, "pairs"], found[row, "one story"]
        _say(f"{row:28} {pairs_of_row:6} {ones:6} {ones / pairs_of_row:.3f}")


def _stratum(pair: Pair) -> str:
    share = next(low for low, high in _STRATA if low <= pair.share < high)
    return f"{'other days' if pair.days else 'one day'} from {share:.2f} on"


def _measure_printings(pieces: Iterable[Piece], leads: Mapping[str, str]) -> None:
    """Print, for each edit, the share of printings that are in the story of their original."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for piece in pieces:
        lead = leads.get(piece.id)
        found[piece.kind].append(lead is not None and lead == leads.get(piece.original))
        found["every edit"].append(found[piece.kind][-1])
    for kind, ones in found.items():
        _say(f"{kind:50} {len(ones):5} {sum(ones) / len(ones):.3f}")


def _draw(pieces: Sequence[Piece], pairs: Sequence[Pair], leads: Mapping[str, str], number: int) -> None:
    """Print the ids of pairs of one story, `number` of each stratum."""
    strata: defaultdict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        left, right = pieces[pair.left], pieces[pair.right]
        lead = leads.get(left.id)
        if left.body != right.body and lead in (left.id, right.id) and lead == leads.get(right.id):
            strata[_stratum(pair)].append(f"{left.id} {right.id}")
    for stratum, ids in sorted(strata.items()):
        for drawn in random.Random(f"{SEED} {stratum}").sample(ids, min(number, len(ids))):
            _say(f"{stratum} {drawn}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Measure both sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=0)
    options = parser.parse_args()
    file = options.shared / "corpora" / "orange.jsonl.xz"
    articles = [one for one in read(file, name=file.name, columns={}) if isinstance(one, Article)]
    pieces = [Piece(one.id, one.body, one.date.number if one.date else 0, one.source) for one in articles]
    pairs, leads = list(common(pieces)), joined(pieces)
    _say(
        f"{len(pieces)} articles, {len(leads)} in a story, {len(leads) - len(set(leads.values()))} under a lead"
    )
    if options.draw:
        _draw(pieces, pairs, leads, options.draw)
        return
    _measure_pairs(pieces, pairs, leads)
    chance = random.Random(SEED)
    long = [one for one in pieces if len(one.body.split()) >= _MIN_WORDS and one.id not in leads]
    originals = [replace(one, source="Agence Teranga") for one in chance.sample(long, _ORIGINALS)]
    taken = {one.id for one in originals}
    printings = list(printed(originals, chance))
    leads = joined([*originals, *(one for one in pieces if one.id not in taken), *printings])
    _measure_printings(printings, leads)
    own = {one.id: one.original or one.id for one in [*originals, *printings]}
    others = sum(leads[one.id] in own for one in pieces if one.id in leads and one.id not in own)
    _say(f"other articles under one of these: {others}")


if __name__ == "__main__":
    main()
