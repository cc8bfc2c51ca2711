"""Which spelling of a name is shown, where the press spells it in several ways."""

from collections.abc import Mapping

_MAX_ACRONYM_LETTERS = 6
"""Letters up to which a name in capitals may be an acronym, whose capitals are its spelling: OCP, UNESCO."""


def spelling_to_show(articles: Mapping[str, int]) -> str:
    """Return the spelling to show, from the number of articles that have each one.

    A spelling in mixed case, or a short one in capitals, comes before a long one in capitals (a headline's); then
    the most frequent comes first.

    >>> spelling_to_show({"ABDELLATIF HAMMOUCHI": 9, "Abdellatif Hammouchi": 1}), spelling_to_show({"OCP": 5, "Ocp": 1})
    ('Abdellatif Hammouchi', 'OCP')
    """
    return max(
        articles,
        key=lambda name: (not name.isupper() or len(name) <= _MAX_ACRONYM_LETTERS, articles[name], name),
    )
