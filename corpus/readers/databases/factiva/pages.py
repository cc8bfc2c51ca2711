"""The article of a page of Factiva: a table of fields with their codes, or a run of lines without them above the paragraphs."""

from corpus.article import Article
from corpus.expression import expression
from corpus.readers import markup
from corpus.readers.databases.factiva import fields, run
from corpus.readers.databases.page import of_classes, one_line
from corpus.readers.markup import Element

_HEADLINE = expression(r"(?:^|\s)[a-z]{2,5}Headline(?:\s|$)")
_COUNTED = expression(r"\d{1,4}\) +")
"""The number that a page which is counted has before each headline."""
_CODE = expression(r"[A-Z]{2,3}")


def article(raw: str, name: str) -> Article:
    """Return the article of a slice that begins with its element.

    Raises:
        Unreadable: it has no text, or is nested too deep.
    """
    page = markup.html(raw)
    found = _of_table(page) or _of_run(page)
    if not found.get("AN"):
        found["AN"] = fields.number(raw)
    return fields.article(found, raw, name)


def _of_table(page: Element) -> dict[str, str]:
    """Return the fields of a table whose rows have a code and a text; empty for a page without codes."""
    found: dict[str, str] = {}
    for row in page.iter("tr"):
        cells = [cell for cell in row if markup.local(cell) == "td"]
        if len(cells) == 2 and _CODE.fullmatch(code := one_line(cells[0])) and code in fields.CODES:
            found.setdefault(code, markup.lines(cells[1]))
    return found if "HD" in found or "LP" in found or "TD" in found else {}


def _of_run(page: Element) -> dict[str, str]:
    """Return the fields of a page whose lines have no codes."""
    headlines = [element for element in page.iter() if _is_headline(element)]
    title = one_line(headlines[0]) if headlines else ""
    is_counted = any("counted" in (element.get("class") or "") for element in headlines)
    by = " ; ".join(map(one_line, of_classes(page, "author")))
    above: list[str] = []
    text: list[str] = []
    below: list[str] = []
    for element in page.iter("div", "p"):
        if "articleparagraph" in (element.get("class") or "").lower():
            text.append(one_line(element))
        elif markup.local(element) == "p" and above:
            below.append(one_line(element))
        elif not text and element.find(".//div") is None and element.find(".//p") is None:
            above.append(one_line(element))
    found = run.of_lines([line for line in above if line], title, by)
    found["TD"] = "\n".join([*text, *run.captions([line for line in below if line])])
    if is_counted:
        found["HD"] = _COUNTED.sub("", found["HD"], count=1)
    return found


def _is_headline(element: Element) -> bool:
    return isinstance(element.tag, str) and _HEADLINE.search(element.get("class") or "") is not None
