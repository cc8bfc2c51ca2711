"""The names and sources of the articles of a review, counted while the articles pass."""

from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.records import record
from search.messages import say
from search.render.exports.review.markup import NOTHING, Markup, element, text
from search.results import Result

_MAX_VALUES = 12
"""Values of a facet that are shown: a column beside the articles holds four facets of so many."""


@record
class Value:
    """A name, its number in the review, and the number of articles that have it."""

    name: str
    number: int
    count: int


class Facets:
    """The number of articles of each name; a value is a number, which the articles carry so that a reader can choose."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._articles: Counter[int] = Counter()

    def add(self, result: Result) -> tuple[int, ...]:
        """Count the names of an article, and return their numbers."""
        article = result.article
        sources = [article.source] if article.source else []
        fields = {"person": article.person, "org": article.org, "place": article.place, "source": sources}
        found = {
            self._numbers.setdefault((field, name), len(self._numbers))
            for field, names in fields.items()
            for name in names
        }
        self._articles.update(found)
        return tuple(found)

    def shown(self) -> dict[str, list[Value]]:
        """Return the most frequent values of each facet that has any, by the label of the facet."""
        labels = {
            "person": say("page.persons"),
            "org": say("page.organisations"),
            "place": say("page.places"),
            "source": say("page.sources"),
        }
        values: dict[str, list[Value]] = {field: [] for field in labels}
        for (field, name), number in self._numbers.items():
            values[field].append(Value(name, number, self._articles[number]))
        return {
            labels[field]: sorted(of_field, key=lambda value: (-value.count, value.name))[:_MAX_VALUES]
            for field, of_field in values.items()
            if of_field
        }


def section(facets: Mapping[str, Sequence[Value]]) -> Markup:
    """Return the section of the facets; nothing where the articles name nobody."""
    if not facets:
        return NOTHING
    return element(
        "aside",
        element("h2", text(say("review.names")), id="names-title"),
        element(
            "p",
            element("output", data_sentence=say("review.shown", shown="{shown}", all="{all}")),
            element("button", text(say("review.show_all")), type="button"),
            id="choice",
            hidden="",
        ),
        *(_facet(label, values) for label, values in facets.items()),
        id="names",
        aria_labelledby="names-title",
    )


def _facet(label: str, values: Sequence[Value]) -> Markup:
    rows = (
        element(
            "li",
            element("span", text(value.name), class_="value"),
            Markup(" "),
            element("span", text(say("page.number", number=value.count)), class_="count"),
            data_value=value.number,
        )
        for value in values
    )
    return element(
        "section", element("h3", text(label[:1].upper() + label[1:])), element("ul", *rows), class_="facet"
    )
