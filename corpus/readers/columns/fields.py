"""The fields of an article, read from the columns or keys that hold them: the first that says something counts."""

from collections.abc import Iterable, Mapping

from corpus.byline import coauthors, without_by
from corpus.dates.columns import DateReader, date_reader
from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.expression import expression
from corpus.readers.columns import values
from corpus.readers.columns.naming import Columns
from corpus.readers.record import Record

_MAX_LANGUAGE_CHARACTERS = 20
"""Characters of the longest name of a language that is kept: a code mostly, or a word."""
_BEFORE_SOURCE = expression(r"\s[-–—|]\s$")


def date_readers(rows: Iterable[Mapping[str, object]], columns: Columns) -> dict[str, DateReader]:
    """Return the reader of each column of dates that is not read as usual, as the first rows of a file show it."""
    names = [*columns.fields.get("date", ()), *columns.fields.get("update", ())]
    stamps: dict[str, list[str]] = {name: [] for name in names}
    for row in rows:
        for name in names:
            stamps[name].append(values.stamp(row.get(name)))
    readers = {name: date_reader(of_column) for name, of_column in stamps.items()}
    return {name: reader for name, reader in readers.items() if reader is not parse_date}


def record(
    read: Mapping[str, object],
    columns: Columns,
    *,
    raw: str,
    dates: Mapping[str, DateReader],
    own_id: str = "",
) -> Record:
    """Return the record whose columns have these values, of any type of JSON.

    `dates` has a reader for the columns of dates that are not read as usual; `own_id` is the key of the record in the file.
    """
    fields = columns.fields

    def of(field: str) -> list[object]:
        return [read.get(name) for name in fields.get(field, ())]

    def every(field: str) -> list[str]:
        return [line for name in fields.get(field, ()) if (line := values.line(read.get(name)))]

    def first(field: str) -> str:
        return next(iter(every(field)), "")

    def several(field: str) -> tuple[str, ...]:
        for name in fields.get(field, ()):
            if names := values.names(read.get(name)):
                return names
        return ()

    def day(field: str) -> PrintDate | None:
        for name in fields.get(field, ()):
            stamp = values.stamp(read.get(name))
            if stamp and (found := dates.get(name, parse_date)(stamp)):
                return found
        return None

    text = next(filter(None, map(values.text, of("text"))), "")
    headings = [*filter(None, map(values.text, of("heading")))]
    sources = every("source")
    source = _source(sources, every("host"))
    return Record(
        raw=raw,
        text=text,
        title=_without_source(first("title"), source),
        heading=next(iter(headings), "") if text else max(headings, key=len, default=""),
        date=day("date") or _of_parts(first("year"), first("month"), of("date")) or day("update"),
        source=source,
        section=next(iter(several("section")), ""),
        authors=tuple(
            dict.fromkeys(one for name in several("authors") for one in coauthors(without_by(name)))
        ),
        url=_address(every("url"), sources),
        page=first("page"),
        edition=first("edition"),
        language=first("language")[:_MAX_LANGUAGE_CHARACTERS],
        reference=first("reference"),
        id=_id(first("id"), own_id, every("key")),
        person=several("person"),
        org=several("org"),
        place=several("place"),
    )


def _of_parts(year: str, month: str, days: Iterable[object]) -> PrintDate | None:
    """Return the date of a year, a month and a day that have a column each; `days` are the values of the columns of dates.

    >>> _of_parts("2021", "mars", ["3"]), _of_parts("2021.0", "03", [None, 3])
    (PrintDate(year=2021, month=3, day=3), PrintDate(year=2021, month=3, day=3))
    """
    if not year:
        return None
    year, month = year.removesuffix(".0"), month.removesuffix(".0")
    day = next((text for text in map(_number_of_day, days) if text), "")
    if month.isdecimal() or not month:
        return parse_date(
            "-".join(filter(None, (year, month.zfill(2) if month else "", day.zfill(2) if day else "")))
        )
    return parse_date(" ".join(filter(None, (day, month, year))))


def _number_of_day(value: object) -> str:
    text = values.line(value).strip().removesuffix(".0")
    return text if text.isdecimal() and len(text) <= 2 else ""


def _source(names: list[str], hosts: list[str]) -> str:
    """Return the source: a name before the name of a machine, and that before the address of a page.

    >>> _source(["https://exemple.fr/pont", "L’Écho de Valbourg"], ["exemple.fr"]), _source([], ["https://www.exemple.fr"])
    ('L’Écho de Valbourg', 'exemple.fr')
    """
    written = [name for name in names if not values.is_address(name)]
    plain = [name for name in written if not values.is_domain(name)]
    if plain or written:
        return (plain or written)[0]
    return next(filter(None, map(values.host, [*hosts, *names])), "")


def _without_source(title: str, source: str) -> str:
    """Return a headline without the name of its source behind it, which NewsAPI and Google give there.

    >>> _without_source("Le port rouvre - Le Phare", "Le Phare"), _without_source("Le Phare - Sète", "Le Phare")
    ('Le port rouvre', 'Le Phare - Sète')
    """
    if not source or not title.lower().endswith(source.lower()):
        return title
    headline = title[: -len(source)]
    separator = _BEFORE_SOURCE.search(headline)
    return (headline[: separator.start()].strip() if separator else "") or title


def _address(written: list[str], sources: list[str]) -> str:
    """Return the address of the article: trafilatura calls it `source`.

    >>> _address(["/port", "https://exemple.fr/port"], []), _address([], ["https://exemple.fr/quai"])
    ('https://exemple.fr/port', 'https://exemple.fr/quai')
    """
    addresses = (name for name in [*written, *sources] if values.is_address(name))
    return next(addresses, next(iter(written), ""))


def _id(own: str, key: str, others: list[str]) -> str:
    """Return the id of a record: its own, its key in the file, or what is no address; pandas makes 42 a `42.0`.

    >>> _id("42.0", "", []), _id("", "pont-1", ["x"]), _id("", "", ["https://exemple.fr/pont", "7546825937"])
    ('42', 'pont-1', '7546825937')
    """
    found = own or key or next((name for name in others if name and not values.is_address(name)), "")
    number = found.removesuffix(".0")
    return number if number.isdecimal() else found
