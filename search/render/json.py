"""Answers as JSON, for programs: UTF-8, no control character as such."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from corpus import Article, PrintDate
from search.counts.facets import Bucket
from search.planning.kept import NOTHING_KEPT, Kept
from search.render.fields import JSON_FIELDS, FieldValue, OutputField
from search.render.inert import escaped
from search.results import Result, Results
from search.snippet import Snippet

if TYPE_CHECKING:  # a query needs nothing of the entities
    from index.names.aliases import Aliases
    from index.storage.stories import Printing
    from search.entities.page import EntityPage, Row, Variant
    from search.study.concordance import Occurrence
    from search.study.timeline import Series, Timeline

FORMAT_VERSION = 1
"""The version of this output; it changes when a program that reads the output has to change."""


def results(answer: Results, fields: Sequence[OutputField] = JSON_FIELDS) -> str:
    """Return a page of an answer as one object."""
    return written({"version": FORMAT_VERSION, **_results(answer, fields)})


def identified(query_id: str, answer: Results) -> str:
    """Return a page of an answer as one object, with the id of the query."""
    return written({"version": FORMAT_VERSION, "id": query_id, **_results(answer, JSON_FIELDS)})


def _results(answer: Results, fields: Sequence[OutputField]) -> dict[str, Any]:
    facets = {name: _values(buckets) for name, buckets in answer.facets.items()}
    return {
        "query": answer.line,
        "parsed": str(answer.parsed),
        "relaxed": answer.relaxed,
        "total": {"count": answer.total.count, "exact": answer.total.exact},
        "seconds": round(answer.seconds, 4),
        "hits": [_hit(result, fields) for result in answer.results],
        "facets": facets,
    }


def lines(results: Iterable[Result], fields: Sequence[OutputField] = JSON_FIELDS) -> Iterator[str]:
    """Yield results, an object a line."""
    return (written(_hit(result, fields)) for result in results)


def streamed(line: str, results: Iterable[Result], fields: Sequence[OutputField]) -> Iterator[str]:
    """Yield a whole answer as one object, an article at a time, an article a line."""
    yield f'{{"version": {FORMAT_VERSION}, "query": {escaped(json.dumps(line, ensure_ascii=False))}, "hits": ['
    before = "\n"
    for hit in lines(results, fields):
        yield before + hit.removesuffix("\n")
        before = ",\n"
    yield "\n]}\n"


def occurrences(found: Iterable["Occurrence"]) -> str:
    """Return the occurrences of a concordance, an object a line."""
    return "".join(
        written(
            {
                "rank": one.rank,
                "id": one.id,
                "date": one.day or None,
                "source": one.source,
                "where": "headline" if one.in_headline else "text",
                "left": one.left,
                "keyword": one.keyword,
                "right": one.right,
            }
        )
        for one in found
    )


def timeline(made: "Timeline") -> str:
    """Return a timeline as one object; a share is null where nothing was printed."""
    shares = [[made.share(answer, period) for period in range(len(made.periods))] for answer in made.answers]
    return written(
        {
            "version": FORMAT_VERSION,
            "by": made.step.value,
            "filters": [str(clause) for clause in made.filters],
            "periods": list(made.periods),
            "printed": _series(made.printed),
            "answers": [
                {
                    "query": answer.line,
                    "relaxed": answer.relaxed,
                    **_series(answer),
                    "per_cent": [None if share is None else round(100 * share, 4) for share in row],
                }
                for answer, row in zip(made.answers, shares, strict=True)
            ],
        }
    )


def _series(series: "Series") -> dict[str, Any]:
    return {
        "total": series.total,
        "articles": list(series.found),
        "vague": series.vague,
        "undated": series.undated,
    }


def article(read: Article, kept: Kept = NOTHING_KEPT) -> str:
    """Return an article, whole, with what the person keeps about it, as one object.

    `date_found` says where the date was found.
    """
    return written(
        {
            "version": FORMAT_VERSION,
            "id": read.id,
            "title": read.title,
            "date": day(read.date),
            "date_found": read.date_found,
            "source": read.source,
            "section": read.section,
            "authors": list(read.authors),
            "url": read.url,
            **_issue(read),
            "path": read.path,
            "heading": read.heading,
            "body": read.body,
            "person": list(read.person),
            "org": list(read.org),
            "place": list(read.place),
            "tags": list(kept.tags),
            "notes": list(kept.notes),
        }
    )


def facet(name: str, buckets: Sequence[Bucket]) -> str:
    """Return the values of a facet as one object."""
    return written({"version": FORMAT_VERSION, "facet": name, "values": _values(buckets)})


def entities(rows: Sequence["Row"], aliases: "Aliases") -> str:
    """Return a list of entities as one object, with the lines of the aliases."""
    return written(
        {
            "version": FORMAT_VERSION,
            "entities": [
                {
                    "field": row.value.field,
                    "name": row.value.name,
                    "count": row.articles,
                    "names": _names(row.variants),
                }
                for row in rows
            ],
            "aliases": [str(rule) for rule in aliases.rules],
        }
    )


def entity(page: "EntityPage") -> str:
    """Return the page of an entity as one object."""
    dated = page.dated
    return written(
        {
            "version": FORMAT_VERSION,
            "field": page.value.field,
            "name": page.value.name,
            "count": page.articles,
            "first": dated[0] if dated else None,
            "last": dated[-1] if dated else None,
            "names": _names(page.variants),
            "companions": [
                {
                    "field": companion.value.field,
                    "name": companion.value.name,
                    "count": companion.articles,
                    "lift": round(companion.lift, 2),
                    "score": round(companion.score, 2),
                }
                for companion in page.companions
            ],
            "days": _values(page.days),
        }
    )


def _names(variants: Sequence["Variant"]) -> list[dict[str, Any]]:
    return [
        {
            "field": variant.value.field,
            "name": variant.value.name,
            "count": variant.articles,
            "by": "aliases" if variant.edited else "corpus",
        }
        for variant in variants
    ]


def _values(buckets: Sequence[Bucket]) -> list[dict[str, Any]]:
    return [{"value": bucket.value, "count": bucket.count} for bucket in buckets]


def _hit(result: Result, fields: Sequence[OutputField]) -> dict[str, Any]:
    return {field.name: _value(field.take(result)) for field in fields}


def _value(value: FieldValue) -> object:
    """Return a value as JSON has it; a passage keeps the offsets of what matches."""
    match value:
        case None | str() | int() | float():
            return value
        case PrintDate():
            return value.isoformat()
        case Snippet():
            return {"text": value.text, "spans": [list(span) for span in value.spans]}
        case _:
            return [part if isinstance(part, str) else _printing(part) for part in value]


def _printing(twin: "Printing") -> dict[str, Any]:
    return {
        "id": twin.id,
        "source": twin.source,
        "date": day(twin.date),
        "path": twin.path,
    }


def _issue(article: Article) -> dict[str, Any]:
    """Return where an article stands in its issue, its language, its reference and the other sources that printed it."""
    return {
        "page": article.page,
        "edition": article.edition,
        "language": article.language,
        "reference": article.reference,
        "also_in": list(article.also_in),
    }


def day(date: PrintDate | None) -> str | None:
    """Return a date as JSON has it; None for no date."""
    return date.isoformat() if date else None


def written(record: dict[str, Any]) -> str:
    """Return an object on one line; the characters that a terminal obeys are escaped, so that none is lost."""
    return escaped(json.dumps(record, ensure_ascii=False)) + "\n"
