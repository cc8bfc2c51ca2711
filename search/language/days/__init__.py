"""Dates as people say them, in French and in English: from `la semaine dernière` or `>=2025` to first and last day."""

from search.language.days.error import EXAMPLES, DateError
from search.language.days.expression import check, is_bound, period
from search.language.days.unquoted import longest, meant

__all__ = ["EXAMPLES", "DateError", "check", "is_bound", "longest", "meant", "period"]
