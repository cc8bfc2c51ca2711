"""Which spelling of a name is shown, where the press spells it in several ways."""

from collections.abc import Mapping

_MAX_ACRONYM_LETTERS = 6
"""Letters up to which a name in capitals may be an acronym, whose capitals are its spelling: OCP, UNESCO."""


def spelling_to_show(articles: Mapping[str, int]) -> str:
    """Return the spelling to show, from the number of articles that have each one.

    A spelling in mixed case, or a short one in capitals, comes before a long one in capitals (a headline's); then
    the most frequent comes first.  Of equals, mixed case comes first, then more accents, then more capitals: a press in a
    hurry leaves accents and capitals out, and does not add them by mistake.

    >>> spelling_to_show({"ABDELLATIF HAMMOUCHI": 9, "Abdellatif Hammouchi": 1}), spelling_to_show({"OCP": 5, "Ocp": 1})
    ('Abdellatif Hammouchi', 'OCP')
    >>> spelling_to_show({"Epinay": 1, "Épinay": 1}), spelling_to_show({"Saint-leu": 1, "Saint-Leu": 1})
    ('Épinay', 'Saint-Leu')
    """
    return max(articles, key=lambda name: (not _is_headline(name), articles[name], *_care(name)))


def _is_headline(name: str) -> bool:
    return name.isupper() and len(name) > _MAX_ACRONYM_LETTERS


def _care(name: str) -> tuple[bool, int, int, str]:
    """Return a sort key, the better the greater: mixed case, then accents, then capitals, then hyphens (over blanks)."""
    accents, capitals = sum(not sign.isascii() for sign in name), sum(map(str.isupper, name))
    return not name.isupper(), accents, capitals, name
