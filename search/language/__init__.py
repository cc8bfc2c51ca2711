"""The query language: what a person may type, as a tree."""

from search.language.parse import parse
from search.language.tree import Tree

__all__ = ["Tree", "parse"]
