"""Articles as CSL-JSON 1.0.2, the references of Zotero, Pandoc and citation processors: an array, an article a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from corpus import Article, PrintDate
from search.planning.kept import Kept
from search.render.exports.authors import author
from search.render.inert import escaped
from search.results import Result


def entries(results: Iterable[Result]) -> Iterator[str]:
    """Yield the array, an article at a time."""
    before = "[\n"
    for result in results:
        item = {name: value for name, value in _item(result.article, result.kept).items() if value}
        yield before + escaped(json.dumps(item, ensure_ascii=False))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _item(article: Article, kept: Kept) -> dict[str, Any]:
    return {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": list(map(_name, article.authors)),
        "container-title": article.source,
        "issued": {"date-parts": [_parts(article.date)]} if article.date else None,
        "section": article.section,
        "page": article.page,
        "edition": article.edition,
        "language": article.language,
        "URL": article.url,
        "DOI": article.doi,
        "archive_location": "" if article.doi else article.reference,
        "abstract": article.heading,
        "keyword": ", ".join(kept.tags),
        "note": " ".join(kept.notes),
    }


def _name(name: str) -> dict[str, str]:
    family, given = author(name)
    return {"family": family, "given": given} if given else {"literal": name}


def _parts(date: PrintDate) -> list[int]:
    return [part for part in date if part]
