"""A press whose names come with its articles: Shahkar under three names, Lire in two fields, Rabat and ONR."""

from pathlib import Path

from index.build import build
from index.opening import open_engine, open_names
from search.entities.curator import Curator
from search.searcher import Searcher
from tests.support.press import write_lines

PRESS: tuple[dict[str, object], ...] = (
    {"title": "Un", "text": "Un.", "date": "2025-10-01", "source": "Le Phare",
     "person": ["Faisal Shahkar"], "org": ["ONR"], "place": ["Rabat", "Lire"]},
    {"title": "Deux", "text": "Deux.", "date": "2025-11-02", "source": "Le Phare",
     "person": ["Faisal Shakar"], "org": ["ONR"], "place": ["Rabat"]},
    {"title": "Trois", "text": "Trois.", "date": "2025-11-03", "source": "L’Écho",
     "person": ["Faisal Shahkar", "F. Shahkar"], "org": ["Nations rurales"], "place": ["Dakar"]},
    {"title": "Quatre", "text": "Quatre.", "person": ["Lire"], "org": ["ONR"], "place": ["Lire", "Rabat"]},
    {"title": "Cinq", "text": "Cinq.", "source": "L’Écho", "place": ["Dakar"]},
    {"title": "Six", "text": "Six.", "place": ["Dakar"]},
)  # fmt: skip


def make(folder: Path) -> Path:
    """Index the press in a folder, and return its `.manchette`."""
    write_lines(folder / "presse.jsonl", PRESS)
    build(folder / ".manchette", [folder / "presse.jsonl"], entities="none")
    return folder / ".manchette"


def curator(home: Path) -> Curator:
    """Return a curator of an index as it is now."""
    return Curator(Searcher(open_engine(home), open_names(home)), home)
