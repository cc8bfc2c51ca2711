"""The paths of everything below the home of an index: the folder `.manchette`, beside the articles.

The home holds the manifest, the aliases, the notebook, the lock of a build, and a folder for each generation.  A generation holds
the files of the engine, the vectors, the stories, the names, the catalog and the seal.
"""

from pathlib import Path

HOME = ".manchette"
"""The name of the home of an index."""


def manifest(home: Path) -> Path:
    """Return the file that makes the folder an index."""
    return home / "manifest.json"


def aliases(home: Path) -> Path:
    """Return the file of names that a person edits."""
    return home / "aliases.txt"


def searches(home: Path) -> Path:
    """Return the file of saved searches that a person edits."""
    return home / "searches.txt"


def notes(home: Path) -> Path:
    """Return the file of notes and tags that a person edits."""
    return home / "notes.txt"


def seen(home: Path) -> Path:
    """Return the file of the articles that saved searches have seen."""
    return home / "seen.json"


def notebook_lock(home: Path) -> Path:
    """Return the file that a change of the notebook locks."""
    return home / "edits.lock"


def settings(home: Path) -> Path:
    """Return the file of the settings that a person made for the index."""
    return home / "config.toml"


def address(home: Path) -> Path:
    """Return the file of the address of an archive; the home of a reader on another machine than the builder's has it."""
    return home / "address"


def archive(home: Path) -> Path:
    """Return the file of the name that other machines know the index by, whatever engine it has meanwhile."""
    return home / "archive"


def lock(home: Path) -> Path:
    """Return the file that a build locks."""
    return home / "lock"


def history(home: Path) -> Path:
    """Return the file of the lines typed in the shell."""
    return home / "history"


def generations(home: Path) -> Path:
    """Return the folder of the generations."""
    return home / "generations"


def generation(home: Path, number: int) -> Path:
    """Return the folder of a generation."""
    return generations(home) / str(number)


def engine(generation: Path) -> Path:
    """Return the folder of the files of an engine."""
    return generation / "engine"


def catalog(generation: Path) -> Path:
    """Return the file of the catalog."""
    return generation / "catalog.sqlite"


def catalogs(home: Path) -> list[Path]:
    """Return the files of the catalogs of all generations, in order."""
    return sorted(generations(home).glob(f"*/{catalog(Path()).name}"))


def vectors(generation: Path) -> Path:
    """Return the file of the vectors; an index may have none."""
    return generation / "vectors"


def vectors_since(generation: Path) -> Path:
    """Return the file of the vectors of the articles that changed since the file of the vectors was written, if any did."""
    return generation / "vectors.since"


def stories(generation: Path) -> Path:
    """Return the file of the stories that several articles print."""
    return generation / "stories"


def names(generation: Path) -> Path:
    """Return the file of what the corpus decided about names."""
    return generation / "names"


def beside_engine(generation: Path) -> tuple[Path, ...]:
    """Return the files that a query reads beside those of the engine, each made anew where it is damaged."""
    return vectors(generation), vectors_since(generation), stories(generation), names(generation)


def seal(generation: Path) -> Path:
    """Return the file of the digests of the engine's files and of those beside them."""
    return generation / "seal.json"


def unfinished(generation: Path) -> Path:
    """Return the file of what a generation is made with that no build has ended yet, and that the next one can go on with."""
    return generation / "unfinished.json"


def stems(generation: Path) -> Path:
    """Return the file of the stems of the articles, until their vectors are made."""
    return generation / "stems"


def columns(generation: Path, table: str) -> Path:
    """Return the file of a table of the catalog in columns, which spares the next build its rows."""
    return generation / f"{table}.columns"


def pending(generation: Path) -> Path:
    """Return the file of the ids that a build is about to touch."""
    return generation / "pending"
