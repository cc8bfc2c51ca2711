"""The lists: names that are known, and words that tell what an unknown name is."""

from pathlib import Path

_LISTS = Path(__file__).parent / "lists"


def lines(name: str) -> list[str]:
    """Return the entries of one list, as they are written."""
    return (_LISTS / f"{name}.txt").read_text("utf-8").splitlines()
