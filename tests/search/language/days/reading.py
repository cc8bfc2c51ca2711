"""How the tests of each rule read an expression: on Friday 5 December 2025, and on other days."""

from datetime import date

from search.language.days import DateError, check, period

TODAY = date(2025, 12, 5)

FIRST, LAST = 10101, 99991231
"""The first and the last day of the calendar."""

_OTHER_DAYS = [date(1900, 1, 1), date(2024, 2, 29), date(2025, 3, 1), date(2026, 12, 31)]


def read(expression: str) -> tuple[int, int]:
    """Return the first and the last day of an expression on 5 December 2025, once it is read on other days as well."""
    check(expression)
    for day in _OTHER_DAYS:
        try:
            low, high = period(expression, day)
        except DateError as error:
            if error.message.code != "query.reversed_dates":  # 2025-11..hier, before November 2025
                raise
        else:
            assert low <= high
    return period(expression, TODAY)
