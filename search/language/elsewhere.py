"""The signs of other search engines (Lucene, Google, Europresse, Factiva, Nexis), each with what to type here instead.

Left alone they would be taken for words or for punctuation, and a part of the query would be ignored without a word.
What newspapers print is no such sign: `24/7`, `et/ou`, `km/h`, `Canal+`, `Marche !`, a web address.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from corpus.expression import expression
from corpus.message import Message, message
from corpus.records import record
from index.fields import BY_NAME
from index.query import MAX_SLOP
from search.errors import QuerySyntaxError

_USUAL_DISTANCE = 5
"""The words between two others where the number is not typed."""

FIELDS_ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys("intitle allintitle headline hd hl hlead head ti tit tit_head titles".split(), "title"),
    **dict.fromkeys("text tex body intext allintext lead lp full tx".split(), "text"),
    **dict.fromkeys("byline by au aut author_name".split(), "author"),
    **dict.fromkeys("site pub publication sn sc jn src newspaper".split(), "source"),
    **dict.fromkeys("pd da dd pubdate since until".split(), "date"),
    **dict.fromkeys("se sect rubric".split(), "section"),
    **dict.fromkeys("pe people per".split(), "person"),
    **dict.fromkeys("co company organization organisation_name".split(), "org"),
    **dict.fromkeys("geo geographic re location".split(), "place"),
}
"""The fields of other search engines, each with the field that searches the same here."""

ONLY_SHOWN = frozenset("page pages edition langue language lang adresse address url reference doi".split())
"""The names of the fields that an article shows and that no query searches."""

_START = r"(?:(?<=[\s(])|^)"
_END = r"(?=[\s)]|$)"
_AROUND = r"""
    (?P<left>[^\s()]{1,60})[ ]+(?P<sign>
        (?i:w|n|p|pre|near|onear|adj|prox)/(?:[0-9]{1,2}|s|p|sent|para|seg)
      | /(?:(?i:n|w)?[0-9]{1,2}|s|p)
      | (?:NEAR|ADJ|ONEAR|PROX)[0-9]{0,2} | (?:near|adj|prox)[0-9]{1,2} | AROUND[ ]?\([ ]?[0-9]{1,2}[ ]?\)
    )[ ]+(?P<right>[^\s()]+)"""
_REQUIRED = expression(rf"""{_START}\+([^\W\d_][\w'-]*|[("])""")
_QUOTED = expression(r'"[^"]*"|[^\s"()]+')
_WORD_START = r"(?<![^\W_])"
_WORD = r"[^\W_]{1,40}"


_LOW = "[a-zß-öø-ÿœ]"
"""A small letter: real headlines print a title and its newspaper in capitals, `Le port | L’Écho`, `Alerte! Le port brûle`."""

_LOW_LEFT = rf"{_START}(?P<left>{_LOW}[\w'-]{{1,40}})[ ]+"
_LOW_RIGHT = rf"[ ]+(?P<right>{_LOW}[\w'-]{{1,40}})"
_ROADLESS = "(?!(?:la|sur|de|route|nationale|axe)[ ])"
"""No word that stands before the name of a road, `la N7`."""

_OPERATOR = "(?:AND|OR|NOT|ET|OU|SAUF)"
_VALUE = r"(?P<value>[ ]?[^\s()\"]*)"

_SOMETHING = '"…"'
"""Stands for a phrase that was typed."""


@record
class Sign:
    """A sign of another search engine, and a function from a match of it to what to type here."""

    pattern: re.Pattern[str]
    advice: Callable[[re.Match[str]], str]


def refuse(text: str) -> None:
    """Refuse a text that `plain` made if it has a sign of another search engine, outside of quotes and addresses.

    Raises:
        QuerySyntaxError: it has one; the error says what to type instead.
    """
    masked = _QUOTED.sub(_masked, text)
    found = min(_found(masked), key=lambda pair: pair[0].start("sign"), default=None)
    if found is None:
        return
    match, sign = found
    start, end = match.span("sign")
    typed = sign.advice(match)
    advice = message("query.type_instead", typed=typed) if typed else _fields()
    raise QuerySyntaxError(text, start, end, message("query.elsewhere", sign=text[start:end].strip()), advice)


def _masked(run: re.Match[str]) -> str:
    """Return a run of signs; x for each letter of a quotation and of an address."""
    if run[0].startswith('"'):
        return f'"{"x" * (len(run[0]) - 2)}"'
    return "x" * len(run[0]) if "://" in run[0] else run[0]


def _found(masked: str) -> Iterator[tuple[re.Match[str], Sign]]:
    for sign in _SIGNS:
        if match := sign.pattern.search(masked):
            yield match, sign


def _fields() -> Message:
    return message("query.type_a_field", fields=message("field.names"))


def _pattern(match: re.Match[str]) -> str:
    """Return the pattern that means the same as a regular expression, if a simple one; else an example."""
    inside = match["inside"].removeprefix("^").removesuffix("$")
    simple = re.sub(r"\[[^\]]*\]|\.(?!\*)|\\w", "?", re.sub(r"\.\*|\\w\*|\.\+", "*", inside))
    return simple if re.fullmatch(r"[\w*?'-]*\w[\w*?'-]*", simple) else "laïc*"


def _range(match: re.Match[str]) -> str:
    first, last = (end.strip(' "*') for end in (match["first"], match["last"]))
    ends = f"{first}..{last}"
    return f"date:{ends}" if re.search("[0-9]", ends) else "date:2019..2020"


def _close(match: re.Match[str]) -> str:
    """Return the two words as a loose phrase, which has them in one order; else an example."""
    number = re.search("[0-9]+", match["sign"])
    distance = min(MAX_SLOP, max(1, int(number[0]))) if number else _USUAL_DISTANCE
    words = f"{match['left']} {match['right']}"
    is_plain = re.fullmatch(r"[\w'-]+ [\w'-]+", words)
    return f'"{words if is_plain else "conseil sécurité"}"~{distance}'


def _field(match: re.Match[str]) -> str:
    name = match["name"].lower()
    here = BY_NAME[name].name if name in BY_NAME else FIELDS_ELSEWHERE.get(name, "")
    return f"{here}:{match['value'].strip() or _SOMETHING}" if here else ""


def _group(match: re.Match[str]) -> str:
    return f'"conseil sécurité"~{_USUAL_DISTANCE}' if match["name"].lower() == "near" else _field(match)


def _bare(match: re.Match[str]) -> str:
    return match["word"] if match["word"].strip('("') else _SOMETHING


def _required(match: re.Match[str]) -> str:
    """Return the words behind each plus sign: here they are all looked for if a person types `AND`, or `--all`."""
    words = [word if word.strip('("') else _SOMETHING for word in _REQUIRED.findall(match.string)]
    return " AND ".join(words)


def _compared(match: re.Match[str]) -> str:
    name = match["name"].lower()
    return f"{name}:{match['rest']}" if name in BY_NAME else ""


def _sign(pattern: str, advice: str | Callable[[re.Match[str]], str]) -> Sign:
    return Sign(
        expression(pattern, re.VERBOSE), advice if callable(advice) else lambda match: match.expand(advice)
    )


_SIGNS = (
    _sign(rf"(?:{_START}|(?<=['\w]:)|(?<='))(?P<sign>/(?P<inside>[^\s/](?:[^/\n]{{0,80}}[^\s/])?)/){_END}", _pattern),
    _sign(r"(?P<sign>[\[{](?P<first>[^\[\]{}]{1,40})[ ]TO[ ](?P<last>[^\[\]{}]{1,40})[\]}])", _range),
    _sign(rf"{_START}{_AROUND}", _close),
    _sign(r'(?<=")(?P<sign>/(?P<number>[0-9]{1,2}))(?![\w/])', r'"…"~\g<number>'),
    _sign(rf"""{_START}(?P<sign>!)(?:(?=[^\W_])|(?<=^!)(?=[("]))(?P<word>[\w'-]+|[("])""", lambda match: f"-{_bare(match)}"),
    _sign(rf"{_START}(?P<sign>&&){_END}", "AND"),
    _sign(rf"{_START}(?P<sign>\|\|){_END}", "OR"),
    _sign(rf"{_WORD_START}(?P<left>{_WORD})(?P<sign>\|)(?P<right>{_WORD})", r"\g<left> OR \g<right>"),
    _sign(rf"{_LOW_LEFT}(?P<sign>\|){_LOW_RIGHT}", r"\g<left> OR \g<right>"),
    _sign(rf"{_LOW_LEFT}(?P<sign>SAME){_LOW_RIGHT}", _close),
    _sign(rf"{_ROADLESS}{_LOW_LEFT}(?P<sign>N[0-9]{{1,2}}){_LOW_RIGHT}", _close),
    _sign(
        rf"{_LOW_LEFT}(?P<sign>XOR){_LOW_RIGHT}",
        r"(\g<left> NOT \g<right>) OR (\g<right> NOT \g<left>)",
    ),
    _sign(rf"{_START}(?P<sign>(?i:atleast)[0-9]{{1,2}})[ ]+(?P<word>{_WORD})", r"\g<word>"),
    _sign(rf"{_START}(?P<sign>ANDNOT|ET[ ]NON|AND[ ]NON)[ ]", "SAUF"),
    _sign(rf"""{_START}(?P<sign>\+)(?![^+]{{1,200}}(?<=\S)\+)(?P<word>[^\W\d_][\w'-]*|[("])""", _required),
    _sign(rf"{_START}(?P<sign>~[0-9]*){_END}", lambda match: f"macron{match['sign']}"),
    _sign(rf'{_START}(?P<sign>(?P<name>[A-Za-z_]{{2,16}})=)(?=[ ]?[\w"(]){_VALUE}', _field),
    _sign(rf"{_START}(?P<sign>(?P<name>[A-Za-z_]{{2,16}})(?P<rest>[<>]=?[0-9][0-9/-]*)){_END}", _compared),
    _sign(
        rf"""{_START}(?P<sign>(?P<name>(?i:headline|hlead|lead|body|byline|pub|publication|section|title|text|date|lng
        |allcaps|nocaps|caps|atleast[0-9]*|near))\(){_VALUE}""",
        _group,
    ),
    _sign(rf"{_START}(?P<sign>(?P<name>(?i:allintitle|intitle|allintext|intext|inurl|site|filetype|related|cache)):){_VALUE}", _field),
    _sign(rf"{_START}(?P<sign>(?i:after|since):)(?P<day>[\w/-]+)", r"date:>=\g<day>"),
    _sign(rf"{_START}(?P<sign>(?i:before|until):)(?P<day>[\w/-]+)", r"date:<\g<day>"),
    _sign(rf"{_WORD_START}(?P<word>[^\W\d_]{{0,40}}[a-zß-öø-ÿ])(?P<sign>[$%]){_END}", r"\g<word>*"),
    _sign(rf"{_START}(?P<word>{_LOW}[^\W\d_A-Z]{{2,40}})(?P<sign>\#){_END}", r"\g<word>*"),
    _sign(rf"{_START}(?P<word>{_LOW}[^\W\d_A-Z]{{2,40}})(?P<sign>!)(?=[ ]+(?:{_LOW}|{_OPERATOR}[ ]))", r"\g<word>*"),
    _sign(rf"{_WORD_START}(?P<left>{_WORD})(?P<sign>\[[^\]\s]{{1,20}}\])(?P<right>{_WORD})", r"\g<left>?\g<right>"),
    _sign(rf"{_WORD_START}(?P<word>{_WORD})(?P<sign>\{{[0-9]{{0,3}},?[0-9]{{0,3}}\}})", r"\g<word>*"),
)  # fmt: skip
"""The signs; the first of them in a query is refused."""
