"""Short texts for standard error and for `status`: plain, one fact a line, safe to show."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Rejected
from index.building.report import Report
from index.check import Problem
from search.messages import sentence
from search.overview import Overview
from search.render.plain import message
from search.results import Results

if TYPE_CHECKING:
    from search.entities.edits import Edited  # a query changes nothing

MOST_REJECTED = 10
"""Rejected files told at the end of a build; `status` tells them all."""


def counted(count: int, noun: str) -> str:
    """Return a number of things.

    >>> counted(1, "article"), counted(36016, "article"), counted(0, "entry")
    ('1 article', '36,016 articles', '0 entries')
    """
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def report(done: Report) -> str:
    """Return what a build did."""
    counts = [
        (done.added, "added"),
        (done.changed, "changed"),
        (done.moved, "moved"),
        (done.removed, "removed"),
    ]
    told = ", ".join(f"{count:,} {what}" for count, what in counts if count) or "nothing to do"
    lines = [f"{counted(done.articles, 'article')} indexed by {done.engine} in {done.seconds:.1f} s: {told}"]
    if done.rejected:
        lines += ["rejected:", *_rejected(done.rejected[:MOST_REJECTED])]
    if len(done.rejected) > MOST_REJECTED:
        lines.append(f"  and {len(done.rejected) - MOST_REJECTED:,} more: type manchette status")
    return message("\n".join(lines))


def explanation(results: Results) -> str:
    """Return how a query was read and what the index was asked."""
    return message(f"typed:   {results.line}\nread as: {results.parsed}\nasked:   {results.asked}")


def problems(found: Iterable[Problem]) -> str:
    """Return what is wrong with an index, and what mends it."""
    return message("\n".join(f"{problem.what}: type {problem.mend}" for problem in found))


def unread(file: Path, lines: Iterable[str]) -> str:
    """Return which lines of the aliases do nothing, and how one is written."""
    told = [f"{file}: this line is none, and does nothing: {line.strip()}" for line in lines]
    return message("\n".join([*told, f"type in {file}: NAME = OTHER NAME, !NAME or NAME"])) if told else ""


def edited(done: Sequence["Edited"]) -> str:
    """Return what was changed about names, and the command that undoes all of it."""
    told = [edited.told for edited in done]
    if any(edited.changed for edited in done):
        told.append("to undo: manchette entities undo")
    return message("\n".join(told))


def overview(found: Overview) -> str:
    """Return what is indexed."""
    dates = f"{found.first} to {found.last}" if found.first else "none"
    undated = f", {counted(found.undated, 'article')} undated" if found.undated else ""
    names = ", ".join(f"{count:,} {facet}" for facet, count in found.values.items())
    rows = [
        ("index", str(found.home)),
        ("articles", f"{found.articles:,}"),
        ("from", ", ".join(found.roots)),
        ("dates", dates + undated),
        ("names", names),
        ("entities", found.entities),
        ("engine", found.engine),
        ("size", f"{found.size / 1e6:,.1f} MB"),
        ("sources", f"{len(found.sources):,}"),
    ]
    lines = [f"{label:<10}{value}" for label, value in rows]
    lines += [f"  {bucket.count:>7,}  {bucket.value}" for bucket in found.sources]
    lines.append(f"rejected  {len(found.rejected):,}")
    return message("\n".join([*lines, *_rejected(found.rejected)]))


def _rejected(rejected: Iterable[Rejected]) -> list[str]:
    return [
        f"  {bad.path}{f', {sentence(bad.where)}' if bad.where else ''}: {sentence(bad.reason)}"
        for bad in rejected
    ]
