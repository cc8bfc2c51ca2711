"""The decisions of a person about names, in a text file beside the index: `.manchette/aliases.txt`.

    # merged: Nations unies is the name to show
    Nations unies = ONU | Organisation des Nations unies
    org:Femen = place:Femen
    # dropped from the facets and filters
    !Lire
    # an entity of its own, whatever the corpus makes of it
    person:Lou

A name may have its field in front; without one, it means persons, organisations and places alike.  If several lines
are about a name, the last one counts.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.records import record, replace
from index import layout
from index.document import whole
from index.fields import BY_NAME, VALUES
from index.layout import edited

ENTITIES = ("person", "org", "place")
"""The fields whose values are found in the text of the articles."""

_MAX_BYTES = 2 << 20
"""Bytes of the file, above which it is refused: 80,000 decisions, which every query reads in 6 s; a million took 75 s."""

_HEADING = """\
# Names that are one: shown name = other name | other name
# Names to leave out: !name      Names that stand alone: name
"""


class NameKey(NamedTuple):
    """A name whatever its spelling: its field and its one term."""

    field: str
    term: str


@record
class Name:
    """A name as a person writes it; `field` is "" if the person writes no field.

    >>> str(Name("place", "Rabat")), Name.read("lieu:Rabat"), Name.read("Star Wars: Rogue One").field
    ('place:Rabat', Name(field='place', text='Rabat'), '')
    """

    field: str
    text: str

    @classmethod
    def read(cls, written: str) -> "Name":
        """Return the name that `place:Rabat` or `Rabat` stands for."""
        prefix, colon, rest = written.partition(":")
        field = BY_NAME.get(prefix.strip().lower())
        if colon and field in VALUES:
            return cls(field.name, rest.strip())
        return cls("", written.strip())

    def __str__(self) -> str:
        return f"{self.field}:{self.text}" if self.field else self.text

    @property
    def meanings(self) -> tuple[NameKey, ...]:
        """Return the key of the name in each field that it may belong to."""
        term = whole(self.text)
        return tuple(NameKey(field, term) for field in ((self.field,) if self.field else ENTITIES))

    def means(self, other: "Name") -> bool:
        """Return whether both are the same name in some field."""
        return not set(self.meanings).isdisjoint(other.meanings)


@record
class Rule:
    """A line of the file: a `name` with the `variants` that are merged into it, or a name that is `dropped`."""

    name: Name
    variants: tuple[Name, ...] = ()
    dropped: bool = False

    def drops(self, name: Name) -> bool:
        """Return whether the line drops a name."""
        return self.dropped and self.name.means(name)

    def __str__(self) -> str:
        if self.dropped:
            return f"!{self.name}"
        return f"{self.name} = {' | '.join(map(str, self.variants))}" if self.variants else str(self.name)


@record
class Aliases:
    """The lines of the file; a comment, a blank line or a line that is not a rule is a string, and stays as it is."""

    lines: tuple[Rule | str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in order."""
        return tuple(line for line in self.lines if isinstance(line, Rule))

    @property
    def unread(self) -> tuple[str, ...]:
        """The lines that are neither a rule nor a comment nor blank: they have no effect."""
        return tuple(
            line for line in self.lines if isinstance(line, str) and line.strip() and not _is_comment(line)
        )

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)

    def merge(self, name: Name, variants: Sequence[Name]) -> "Aliases":
        """Return the lines with some variants, and what was merged into them before, merged into a name.

        >>> print(parse("Nations unies = ONU").merge(Name("", "Nations unies"), [Name("", "UN")]), end="")
        Nations unies = ONU | UN
        """
        names = (name, *variants)
        moved: list[Name] = []
        kept: list[Rule | str] = []
        for line in self.lines:
            if not isinstance(line, Rule):
                kept.append(line)
            elif any(map(line.drops, names)):
                continue
            elif not line.dropped and any(map(line.name.means, names)):
                moved += line.variants
            else:
                rest = tuple(variant for variant in line.variants if not any(map(variant.means, names)))
                if rest or not line.variants:
                    kept.append(replace(line, variants=rest))
        others = dict.fromkeys(
            variant for variant in (*moved, *variants) if variant.meanings != name.meanings
        )
        return Aliases((*kept, Rule(name, tuple(others))))

    def drop(self, name: Name) -> "Aliases":
        """Return the lines with a name dropped, and with it all that is merged into it."""
        kept = tuple(line for line in self.lines if not (isinstance(line, Rule) and line.drops(name)))
        return Aliases((*kept, Rule(name, dropped=True)))

    def split(self, name: Name) -> "Aliases":
        """Return the lines with one decision about a name taken back: its drop, else its merge, else the merges into it.

        A name about which no line says anything gets a line of its own: it stands alone whatever the corpus decides.

        >>> print(parse("Nations unies = ONU | UN").split(Name("", "UN")), end="")
        Nations unies = ONU
        """
        standing = [line for line in self.lines if not (isinstance(line, Rule) and line.drops(name))]
        if len(standing) < len(self.lines):
            return Aliases(tuple(standing))
        kept: list[Rule | str] = []
        for line in self.lines:
            if isinstance(line, Rule) and line.variants:
                rest = tuple(variant for variant in line.variants if not variant.means(name))
                if line.name.means(name) or not rest:
                    continue
                kept.append(replace(line, variants=rest))
            else:
                kept.append(line)
        if kept != list(self.lines):
            return Aliases(tuple(kept))
        return Aliases((*kept, Rule(name)))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def parse(text: str) -> Aliases:
    """Return the aliases of the text of a file; a line that is not a rule stays as it is, and has no effect."""
    return _of(edited.lines(text))


def _of(lines: Iterable[str]) -> Aliases:
    return Aliases(tuple(map(_line, lines)))


def _line(line: str) -> Rule | str:
    bare = line.strip()
    if not bare or _is_comment(bare) or edited.FOREIGN.search(bare):
        return line
    dropped = bare.startswith("!")
    shown, _, others = bare.removeprefix("!").partition("=")
    name = Name.read(shown)
    variants = tuple(filter(_is_name, map(Name.read, others.split("|")))) if not dropped else ()
    return Rule(name, variants, dropped=dropped) if _is_name(name) and not (dropped and others) else line


def _is_name(name: Name) -> bool:
    return whole(name.text) != whole("")


def read(home: Path) -> Aliases:
    """Return the aliases of the index of a `.manchette` folder; they are empty if there is no file.

    A line that is not UTF-8 is not a rule; its bytes stay as they are when the file is saved.

    Raises:
        IndexFailure: the file is no file, or longer than `_MAX_BYTES`.
    """
    return _of(edited.read(layout.aliases(home), _MAX_BYTES))


def save(home: Path, aliases: Aliases) -> None:
    """Replace the file by one rename; the file before is kept for `undo`."""
    edited.replace(layout.aliases(home), str(aliases), _HEADING)


def undo(home: Path) -> bool:
    """Make the file what it was before the last `save` or `undo`; return whether there was such a file."""
    return edited.undo(layout.aliases(home))
