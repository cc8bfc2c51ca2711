"""From a query as it was typed to a tree, or to an error that points at what is wrong.

The functions are a ladder, from the loosest binding: OR, AND, words side by side, NOT, then a leaf or parentheses
with their weight.  Their `field` is the one whose parentheses stand around, or None.
"""

from typing import NoReturn

from corpus.expression import expression
from corpus.message import message
from index.fields import BY_NAME, Field
from search.errors import QuerySyntaxError
from search.language.cursor import Cursor
from search.language.leaves import leaf
from search.language.lex import FIELD_NAME, Lexeme, has_words_alone, lex, plain
from search.language.tree import And, Boost, Not, Or, Tree, Words

MAX_CHARACTERS = 10_000
"""Characters of a query: 17 times the longest of 17,000 real queries, and still parsed in some milliseconds."""

MAX_DEPTH = 50
"""Parentheses inside one another: more than anybody types, and far from Python's limit on recursion."""

_WEIGHT = expression(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)(?:_|[^\w~^])*")


def parse(query: str) -> Tree:
    """Return the tree of a query; it prints as what one would type, and `parse` reads that back as the same tree.

    Raises:
        QuerySyntaxError: the query is not in the language, or a date in it does not exist; the offsets count in the
            query of the error, which is the typed one as `plain` returns it, or as the tree prints it.

    >>> str(parse("« conseil de sécurité » ET (Maroc, OU Algérie) SAUF personne:macron"))
    '"conseil de sécurité" AND (Maroc OR Algérie) -person:macron'
    >>> parse("l’affiche, terroris*")
    Words(clauses=(Word(text="l'affiche", field=''), Wildcard(pattern='terroris*', field='')))
    """
    if len(query) > MAX_CHARACTERS:
        too_long = message("query.too_long", most=MAX_CHARACTERS, characters=len(query))
        raise QuerySyntaxError(query, MAX_CHARACTERS, len(query), too_long, message("query.search_for_some"))
    text = plain(query)
    _refuse(text)
    lexemes = lex(text)
    if not lexemes:
        raise QuerySyntaxError(text, 0, len(text), message("query.nothing"), message("query.type_a_word"))
    cursor = Cursor(text, lexemes)
    tree = _union(cursor, None)
    if cursor.kind:
        cursor.missing()
    if (printed := str(tree)) != text:
        # Without punctuation, `:auteur=` and `"ONU" ET, NON` are signs of other search engines too.
        _refuse(printed)
    return tree


def _refuse(text: str) -> None:
    """Refuse a text that has a sign of another search engine.

    Raises:
        QuerySyntaxError: it has one.
    """
    if not has_words_alone(text):
        from search.language.elsewhere import refuse  # thirty signs, for a query that may have one

        refuse(text)


def _union(cursor: Cursor, field: Field | None) -> Tree:
    clauses = [_intersection(cursor, field)]
    while cursor.accept("or"):
        clauses.append(_intersection(cursor, field))
    return Or(tuple(clauses)) if len(clauses) > 1 else clauses[0]


def _intersection(cursor: Cursor, field: Field | None) -> Tree:
    clauses = [_words(cursor, field)]
    while cursor.accept("and"):
        clauses.append(_words(cursor, field))
    return And(tuple(clauses)) if len(clauses) > 1 else clauses[0]


def _words(cursor: Cursor, field: Field | None) -> Tree:
    clauses = [_negation(cursor, field)]
    while cursor.kind not in (None, "or", "and", "close"):
        clauses.append(_negation(cursor, field))
    return Words(tuple(clauses)) if len(clauses) > 1 else clauses[0]


def _negation(cursor: Cursor, field: Field | None) -> Tree:
    negation = cursor.accept("not", "minus")
    if not negation:
        return _weighted(cursor, field)
    if negation.kind == "minus" and not cursor.touches(negation):
        cursor.missing()
    if cursor.accept("not", "minus"):
        cursor.fail(negation, message("query.double_negation"), message("query.leave_both_out"))
    return Not(_weighted(cursor, field))


def _weighted(cursor: Cursor, field: Field | None) -> Tree:
    clause = _clause(cursor, field)
    lexeme = cursor.accept("weight")
    if not lexeme:
        return clause
    weight = _WEIGHT.fullmatch(lexeme.text)
    if not weight or not float(weight[1]):
        cursor.fail(lexeme, message("query.bad_weight"), message("query.weight_examples"))
    return Boost(clause, float(weight[1]))


def _clause(cursor: Cursor, field: Field | None) -> Tree:
    opening = cursor.accept("open")
    if opening:
        return _group(cursor, opening, field)
    name = cursor.accept("field")
    return _fielded(cursor, name, field) if name else leaf(cursor, field)


def _group(cursor: Cursor, opening: Lexeme, field: Field | None) -> Tree:
    cursor.depth += 1
    if cursor.depth > MAX_DEPTH:
        cursor.fail(opening, message("query.too_deep", most=MAX_DEPTH))
    if cursor.accept("close"):
        cursor.fail(opening, message("query.empty_parentheses"), message("query.leave_them_out"))
    tree = _union(cursor, field) if cursor.kind else None
    if tree is None or not cursor.accept("close"):
        unclosed, suggestion = message("query.unclosed_parenthesis"), message("query.close_or_leave_out")
        raise QuerySyntaxError(cursor.text, opening.start, opening.end, unclosed, suggestion)
    cursor.depth -= 1
    return tree


def _fielded(cursor: Cursor, name: Lexeme, around: Field | None) -> Tree:
    """Read what follows the name of a field: one value, or parentheses with values of that field."""
    field = BY_NAME.get(name.text.lower()) or _unknown(cursor, name)
    inner = FIELD_NAME.match(cursor.text, name.end)
    if around or (inner and inner[1].lower() in BY_NAME):
        cursor.fail(name, message("query.field_in_field"), message("query.leave_one_out"))
    if not cursor.touches(name):
        missing = message("query.field_without_value", field=name.text)
        cursor.fail(
            name, missing, message("query.field_example", example=field.example, itself=f"{name.text} :")
        )
    if cursor.text.startswith("-", name.end):
        misplaced = message("query.minus_after_field", field=name.text)
        cursor.fail(name, misplaced, message("query.minus_before_field", field=name.text))
    return _clause(cursor, field)


def _unknown(cursor: Cursor, name: Lexeme) -> NoReturn:
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    from search.language.elsewhere import FIELDS_ELSEWHERE, ONLY_SHOWN

    itself = f"{name.text} :"
    if name.text.lower() in ONLY_SHOWN:
        suggestion = message("query.type_words", itself=itself)
        cursor.fail(name, message("query.only_shown", field=name.text), suggestion)
    known = FIELDS_ELSEWHERE.get(name.text.lower())
    match [known] if known else get_close_matches(name.text.lower(), BY_NAME, n=2):
        case [near, other]:
            suggestion = message("query.near_fields", near=near, other=other, itself=itself)
        case [near]:
            suggestion = message("query.near_field", near=near, itself=itself)
        case _:
            suggestion = message("query.fields", fields=message("field.names"), itself=itself)
    cursor.fail(name, message("query.no_field", field=name.text), suggestion)
