"""Articles of a press that does not exist, for the tests of the index and of the search."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from corpus import Article, Found, Rejected, read, walk

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"

TOWNS = ("Taroudant", "Ziguinchor", "Korhogo", "Ségou", "Gafsa", "Tamanrasset", "Louga", "Bouaké")
SUBJECTS = (
    "la pêche",
    "l’école",
    "le phosphate",
    "la route",
    "l’élection",
    "le marché",
    "la récolte",
    "l’hôpital",
)
VERBS = (
    "rouvre",
    "s’agrandit",
    "attend la pluie",
    "fête ses cent ans",
    "cherche un directeur",
    "ferme lundi",
)


def article(id_: str, title: str = "", body: str = "", **rest: object) -> Article:
    """Return an article with a headline of its own; without one, its headline is cut from its body."""
    known: dict[str, object] = {
        "title": title or body[:40],
        "title_found": Found.METADATA if title else Found.TEXT,
        "path": f"{id_}.txt",
        "raw": body,
        **rest,
    }
    return Article(id=id_, body=body, **known)  # type: ignore[arg-type] # a test says which


def story(number: int) -> str:
    """Return the text of an article, another one for each number, as it stands in its file."""
    town, subject, verb = TOWNS[number % 8], SUBJECTS[number // 8 % 8], VERBS[number % 6]
    day = date(2024, 1, 1 + number % 28)
    return (
        f"date {day}\n\n"
        f"{town} : {subject} {verb}\n\n"
        f"À {town}, {subject} {verb} depuis {number + 2} jours, dit-on au conseil municipal.\n\n"
        f"Le dossier numéro {number} sera examiné l’an prochain à {TOWNS[(number + 3) % 8]}.\n"
    )


def write_stories(folder: Path, numbers: Iterable[int]) -> None:
    """Write an article a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:04}.txt").write_text(story(number), "utf-8")


def write_lines(path: Path, records: Iterable[dict[str, object]]) -> None:
    """Write a file of JSON Lines."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")


def sample() -> Iterator[Article]:
    """Yield the articles of the sample that is given with the program, each id once."""
    seen: set[str] = set()
    for path in walk([SAMPLE]):
        assert isinstance(path, Path)
        for found in read(path, name=path.name, columns={}):
            if not isinstance(found, Rejected) and found.id not in seen:
                seen.add(found.id)
                yield found
