"""What a page says of itself in JSON-LD (https://www.w3.org/TR/json-ld11/), in the words of https://schema.org."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from corpus.expression import expression

Node: TypeAlias = Mapping[str, object]
"""An object of JSON-LD: its type, and what it says."""

_MAX_NODES = 200
_MAX_DEPTH = 20
_MAX_SCRIPT_CHARACTERS = 1 << 20
_MAX_REFERENCES = 3
"""References from a node to another one that are followed: a page refers to a person, which refers to a picture."""
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
"""The keys below which the node of the article may stand; below others stand pictures, links and comments."""
_ARTICLE = expression(r"(?:.*[/#:])?\w{0,40}(?:Article|Posting)")
_BEGINNING = expression(r"[\[{]")
_TRAILING_COMMA = expression(r",(?=\s{0,99}[}\]])")
_CONTROLS = expression(r"[\x00-\x1f]+")


class LinkedData:
    """The nodes of the scripts of a page, in their order, references resolved.

    >>> page = LinkedData(['{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#a"}}, {"@id": "#a", "name": "Anne Roy"}]}'])
    >>> page.articles[0]["author"]
    {'@id': '#a', 'name': 'Anne Roy'}
    """

    def __init__(self, scripts: Iterable[str]) -> None:
        self._nodes = list(_nodes(scripts))
        self._by_id = {
            name: node for node in self._nodes if isinstance(name := node.get("@id"), str) and len(node) > 1
        }

    @property
    def articles(self) -> list[Node]:
        """The nodes whose type is that of an article or a posting."""
        return [self._resolved(node) for node in self._nodes if any(map(_ARTICLE.fullmatch, types(node)))]

    def of_types(self, *names: str) -> list[Node]:
        """Return the nodes of any of these types."""
        return [self._resolved(node) for node in self._nodes if not set(names).isdisjoint(types(node))]

    def _resolved(self, node: Node) -> Node:
        return {key: self._referred(value, _MAX_REFERENCES) for key, value in node.items()}

    def _referred(self, value: object, depth: int) -> object:
        """Return what a value refers to by `@id`, or the value itself."""
        if not depth:
            return value
        if isinstance(value, list):
            return [self._referred(part, depth - 1) for part in value[:_MAX_NODES]]
        if isinstance(value, dict) and isinstance(name := value.get("@id"), str) and "name" not in value:
            return self._by_id.get(name, value)
        return value


def types(node: Node) -> list[str]:
    """Return the types of a node.

    >>> types({"@type": ["NewsArticle", "Article"]}), types({})
    (['NewsArticle', 'Article'], [])
    """
    found = node.get("@type")
    return [name for name in (found if isinstance(found, list) else [found]) if isinstance(name, str)]


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    """Yield the objects of the scripts that may be the node of an article or of what it refers to."""
    pending = [(value, 0) for value in map(_loaded, scripts)]
    pending.reverse()
    count = 0
    while pending and count < _MAX_NODES:
        value, depth = pending.pop()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(value, list):
            pending.extend((part, depth + 1) for part in reversed(value[:_MAX_NODES]))
        elif isinstance(value, dict):
            count += 1
            yield value
            pending.extend((value[key], depth + 1) for key in reversed(_INNER) if key in value)


def _loaded(script: str) -> object:
    """Return the value of a script, read leniently: as sites write it, not as the standard wants it; None if it is none."""
    if len(script) > _MAX_SCRIPT_CHARACTERS:
        return None
    script = script.replace("<![CDATA[", "").replace("]]>", "")
    beginning = _BEGINNING.search(script)  # it may stand in a comment
    if not beginning:
        return None
    script = script[beginning.start() : max(script.rfind("]"), script.rfind("}")) + 1]
    for attempt in (script, _TRAILING_COMMA.sub("", _CONTROLS.sub(" ", script))):
        try:
            return json.loads(attempt, strict=False)
        except ValueError:
            continue
        except RecursionError:
            return None
    return None
