"""An archive on the cluster of the run, and the home of a reader who has nothing but its address."""

import os
from pathlib import Path

import pytest

from index import engines, layout
from index.build import build
from index.engines.opensearch.address import URL
from index.engines.opensearch.archive import read
from index.engines.opensearch.reader import visit
from index.storage import manifest
from index.storage.manifest import NO_ENTITIES
from index.vectors import renewal
from tests.support.opensearch.fixtures import NODE
from tests.support.press import story, write_lines, write_stories

ARTICLES = 24


def write_press(folder: Path) -> None:
    """Write articles: some print the same story, one has names spelt in two ways, one file has no article."""
    write_stories(folder, range(ARTICLES))
    long = " ".join(f"À Louga, le conseil numéro {number} examine le dossier." for number in range(30))
    records: list[dict[str, object]] = [
        {"id": f"named-{number}", "text": f"{story(number)} {long}", "person": name, "source": source}
        for number, (name, source) in enumerate(
            [("Awa Sarr", "Le Jour"), ("AWA SARR", "L’Écho"), ("Awa Sarr", "Le Soir"), ("A. $ (B|C)*", "MAP")]
        )
    ]
    write_lines(folder / "named.jsonl", [*records, {"id": "empty", "text": ""}])


def build_archive(folder: Path, *, rebuild: bool = False, entities: str = NO_ENTITIES) -> Path:
    """Build the archive of the press of a folder, with vectors, and return its home."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(URL, os.environ[NODE])
        patched.setattr(renewal, "_MIN_ARTICLES", 3)
        press, home = folder / "presse", folder / ".manchette"
        build(home, [press], engine="opensearch", rebuild=rebuild, entities=entities)
    return home


def address_of(home: Path) -> str:
    """Return the address of the archive that a home builds."""
    directory = layout.engine(layout.generation(home, manifest.load(home).generation))
    return f"opensearch://{os.environ[NODE].removeprefix('http://')}/{read(directory).archive}"


def visited(home: Path, data: Path) -> Path:
    """Return the home of a reader who keeps his data in a folder, and has the address alone."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_DATA_HOME", str(data))
        patched.delenv(URL, raising=False)
        visit.cache_clear()
        reader = engines.visit(address_of(home))
    assert reader
    return reader
