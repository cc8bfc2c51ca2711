"""What was read of files, or would be read, as JSON: the report of a build, an inspection, the formats."""

from collections.abc import Iterable
from typing import Any

from corpus import Rejected
from corpus.records import as_dict, replace
from index.building.report import Report
from search.inspection.format_list import FormatList
from search.inspection.inspection import Inspection
from search.inspection.tally import Tally
from search.messages import sentence
from search.render.json import FORMAT_VERSION, day, written

_SAMPLE_CHARACTERS = 400
"""Characters of the text of an article that an inspection shows."""


def report(done: Report) -> str:
    """Return the report of a build as one object."""
    counted = as_dict(replace(done, rejected=(), losses=(), noted_before=(), damage=None))
    damage = sentence(done.damage) if done.damage else ""
    unread = {"rejected": _unread(done.rejected), "losses": _unread(done.losses)}
    return written(
        {
            "version": FORMAT_VERSION,
            **counted,
            "damage": damage,
            **unread,
            "noted_before": len(done.noted_before),
        }
    )


def formats(listed: FormatList) -> str:
    """Return the formats that are read as one object; `extra` is null where nothing more is to be installed."""
    rows = [
        {
            "format": known.name,
            "suffixes": list(known.suffixes),
            "fields": list(known.fields),
            "extra": known.extra.name if known.extra else None,
            "installed": known.is_installed,
        }
        for known in listed.formats
    ]
    return written({"version": FORMAT_VERSION, "formats": rows})


def inspection(seen: Inspection) -> str:
    """Return what would be read of some files as one object, with every file."""
    files = [
        {
            "path": file.path,
            "format": file.format,
            "by": file.by,
            "encoding": file.encoding,
            "rejected": file.rejected,
            **_tally(file.tally),
        }
        for file in seen.files
    ]
    formats_ = [
        {"format": found.format, "files": len(found.files), **_tally(found.tally)} for found in seen.formats
    ]
    samples = [
        {
            "path": article.path,
            "id": article.id,
            "title": article.title,
            "date": day(article.date),
            "source": article.source,
            "text": article.text[:_SAMPLE_CHARACTERS],
        }
        for article in seen.samples
    ]
    return written(
        {
            "version": FORMAT_VERSION,
            "articles": seen.articles,
            "same_ids": seen.same_ids,
            "formats": formats_,
            "files": files,
            "rejected": _unread(seen.rejected),
            "losses": _unread(seen.losses),
            "recurring": [
                {"source": one.source, "line": one.line, "articles": one.articles} for one in seen.recurring
            ],
            "samples": samples,
        }
    )


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "articles": tally.articles,
        "titles": dict(tally.titles),
        "dates": dict(tally.dates),
        "first": day(tally.first),
        "last": day(tally.last),
        "ids": dict(tally.ids),
        "sources": dict(tally.sources.most_common()),
        "fields": dict(tally.fields),
        "notes": [
            {"code": code, "note": sentence(noted.note), "articles": noted.articles, "path": noted.path}
            for code, noted in tally.notes.items()
        ],
    }


def _unread(pieces: Iterable[Rejected]) -> list[dict[str, str]]:
    """Return what could not be read, each piece with its code for programs."""
    return [
        {
            "path": piece.path,
            "where": sentence(piece.where) if piece.where else "",
            "reason": sentence(piece.reason),
            "code": piece.reason.code,
        }
        for piece in pieces
    ]
