"""From a typed line to a page of results: the one place where the stages of a search meet."""

from search.searcher.page import Page, narrowed
from search.searcher.searcher import Searcher

__all__ = ["Page", "Searcher", "narrowed"]
