"""What completes a line at the cursor: the name of a field, or one of its values."""

from corpus.records import record
from index.fields import BY_NAME, TAG, Field, Kind
from search.errors import QuerySyntaxError
from search.language.lex import TWINS, Lexeme, lex


@record
class FieldNames:
    """The typed start of the name of a field, and the names and aliases that begin with it.

    The completion replaces the line from `start` to the cursor.
    """

    start: int
    typed: str
    names: tuple[str, ...]


@record
class FieldValue:
    """The typed start of a value of a facet; `quoted` is true inside an open quote.

    The completion replaces the line from `start` to the cursor, the open quote included; `typed` leaves the quote out.
    """

    start: int
    typed: str
    field: str
    quoted: bool


def completions(line: str, cursor: int) -> FieldNames | FieldValue | None:
    """Return what completes the line at the cursor; None where there is nothing to propose.

    >>> completions("sécurité per", 12)
    FieldNames(start=9, typed='per', names=('person', 'personne'))
    >>> completions('sécurité -personne:"Abdel', 25)
    FieldValue(start=19, typed='Abdel', field='person', quoted=True)
    """
    head = line[:cursor].translate(TWINS)
    quoted = head.count('"') % 2 == 1
    start = head.rindex('"') if quoted else len(head)
    try:
        lexemes = lex(head[:start])
    except QuerySyntaxError:
        return None
    if not quoted and lexemes and lexemes[-1].kind == "word" and lexemes[-1].end == start:
        start = lexemes.pop().start
    typed = head[start + quoted :]
    last = lexemes[-1] if lexemes else None
    if last and last.end == start and last.kind not in ("field", "minus", "open"):
        return None
    field = _field(lexemes, start)
    if field:
        return FieldValue(start, typed, field.name, quoted) if field.facet or field is TAG else None
    names = tuple(name for name in BY_NAME if name.startswith(typed.lower()))
    begins = start == 0 or head[start - 1] in "(-" or head[start - 1].isspace()
    return FieldNames(start, typed, names) if names and begins and not quoted else None


def unquoted_name(line: str, cursor: int) -> FieldValue | None:
    """Return the typed start of a name of several words without quotes, behind its field; None where there is none.

    The words behind the first one may be words of the query as well: whoever completes the line knows the names.

    >>> unquoted_name("sécurité person:abdel ham", 25)
    FieldValue(start=16, typed='abdel ham', field='person', quoted=False)
    """
    head = line[:cursor].translate(TWINS)
    try:
        lexemes = lex(head)
    except QuerySyntaxError:
        return None
    before = len(head)
    words = 0
    while lexemes and lexemes[-1].kind == "word" and not head[lexemes[-1].end : before].strip():
        before = lexemes.pop().start
        words += 1
    field = _field(lexemes, before) if lexemes and lexemes[-1].end == before else None
    if words < 2 or head[-1].isspace() or not field or field.kind is not Kind.VALUE or not field.facet:
        return None
    return FieldValue(before, head[before:], field.name, quoted=False)


def _field(lexemes: list[Lexeme], end: int) -> Field | None:
    """Return the field of what begins at `end`: it is named right before, or before the parentheses around."""
    around: list[Field | None] = [None]
    named: Lexeme | None = None
    for lexeme in lexemes:
        touched = named and named.end == lexeme.start
        if lexeme.kind == "open":
            around.append(BY_NAME.get(named.text.lower()) if named and touched else around[-1])
        elif lexeme.kind == "close" and len(around) > 1:
            around.pop()
        named = lexeme if lexeme.kind == "field" else None
    return BY_NAME.get(named.text.lower()) if named and named.end == end else around[-1]
