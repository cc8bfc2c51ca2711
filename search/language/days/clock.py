"""The time of day in an expression: an article has a day, so that `hier soir` counts as `hier`."""

from collections.abc import Sequence

from search.language.days.tokens import Token, kinds
from search.language.days.vocabulary import Kind, Unit

_OF_A_DAY = frozenset(
    (Kind.WEEKDAY, Kind.NUMBER, Kind.ORDINAL, Kind.MONTH, Kind.YEAR, Kind.SHORT_YEAR, Kind.EVE, Kind.FEAST,
     Kind.MOVABLE_FEAST, Kind.HOLIDAYS, Kind.THIS, Kind.LAST, Kind.NEXT)
)  # fmt: skip
_DAYS = frozenset((Kind.WEEKDAY, Kind.NUMBER, Kind.ORDINAL, Kind.EVE, Kind.FEAST, Kind.MOVABLE_FEAST))


def without_clock(some: Sequence[Token]) -> list[Token]:
    """Return the tokens of a day without those of its time: `le 16 vers 18h`, `lundi en fin de matinée`.

    Other tokens are returned as they are.
    """
    rest = _without_hours(some)
    if len(rest) == len(some) and not any(token.kind == Kind.CLOCK for token in some):
        return list(some)
    kept = [
        token
        for number, token in enumerate(rest)
        if token.kind not in (Kind.CLOCK, Kind.ABOUT, Kind.IN)
        and not (token.kind == Kind.PART and kinds(rest[number + 1 : number + 2]) == Kind.CLOCK)
    ]
    found = {token.kind for token in kept}
    return kept if found & _DAYS and found <= _OF_A_DAY else list(some)


def _without_hours(some: Sequence[Token]) -> list[Token]:
    """Return the tokens without hours in words: `quinze heures trente`."""
    kept: list[Token] = []
    has_number = after_hours = False
    for number, token in enumerate(some):
        following = some[number + 1 : number + 2]
        is_hours = token.kind == Kind.UNIT and token.value == Unit.HOUR
        is_number = token.kind == Kind.NUMBER
        before_hours = is_number and any(
            later.kind == Kind.UNIT and later.value == Unit.HOUR for later in following
        )
        if is_hours and has_number:
            after_hours = True
        elif not (before_hours or (after_hours and is_number)):
            kept.append(token)
            after_hours = False
        has_number = is_number
    return kept
