"""The names of the commands, of their actions and of the values of their options: an English one, and French ones.

The command line and the shell take both; the English name is the one that the code uses.  To give a command or a value a
French name, add a row, the usual name first.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from search.messages import Language, spoken
from search.messages.argparse import placeholder

FRENCH_NAMES: Mapping[str, tuple[str, ...]] = {
    # what is indexed
    "index": ("indexer",),
    "inspect": ("inspecter", "examiner"),
    "formats": ("formats",),
    "status": ("état",),
    "check": ("vérifier",),
    "demo": ("démo", "démonstration"),
    # what is answered
    "query": ("chercher", "requête"),
    "batch": ("lot", "lots"),
    "shell": ("interactif",),
    "show": ("montrer", "afficher"),
    "facets": ("facettes",),
    "explain": ("expliquer",),
    # what an answer is studied by
    "entities": ("entités",),
    "entity": ("entité",),
    "merge": ("fusionner",),
    "list": ("lister",),
    "split": ("séparer",),
    "kwic": ("concordance", "concordancier"),
    "timeline": ("chronologie",),
    "similar": ("semblables",),
    "companions": ("compagnons", "cooccurrences"),
    "compare": ("comparer",),
    # what is taken away, and what is kept
    "export": ("exporter",),
    "save": ("enregistrer",),
    "saved": ("enregistrées",),
    "run": ("lancer", "relancer"),
    "news": ("nouvelles", "nouveautés"),
    "note": ("noter", "annoter"),
    "tag": ("étiqueter", "étiquette"),
    "tags": ("étiquettes",),
    "mark": ("cocher", "marquer"),
    "marks": ("cochés", "marques"),
    "cite": ("citer", "citation"),
    "undo": ("annuler",),
    # what moves in the shell
    "open": ("ouvrir",),
    "next": ("suivant", "suivante"),
    "prev": ("précédent", "précédente"),
    "results": ("résultats",),
    "counts": ("comptes",),
    "yes": ("oui",),
    "browse": ("parcourir",),
    "down": ("bas",),
    "up": ("haut",),
    "article": ("article",),
    "match": ("correspondance",),
    "raw": ("brut",),
    "close": ("fermer",),
    "filter": ("filtre", "filtrer"),
    "drop": ("retirer", "écarter"),
    "sort": ("tri", "trier"),
    "collapse": ("regrouper",),
    "help": ("aide",),
    "quit": ("quitter",),
    # what makes the command itself comfortable
    "completion": ("complétion",),
    "man": ("manuel",),
    "config": ("réglages", "configuration"),
    # the values of options
    "relevance": ("pertinence",),
    "newest": ("récents", "récent"),
    "oldest": ("anciens", "ancien"),
    "left": ("gauche",),
    "right": ("droite",),
    "day": ("jour",),
    "week": ("semaine",),
    "month": ("mois",),
    "quarter": ("trimestre",),
    "year": ("an", "année"),
    "decade": ("décennie",),
    "century": ("siècle",),
    "words": ("mots",),
    "person": ("personne",),
    "place": ("lieu",),
    "all": ("tout", "tous"),
    "always": ("toujours",),
    "never": ("jamais",),
    "text": ("texte",),
    "folder": ("dossier",),
}
"""The French names of each command and value."""


def names(command: str) -> tuple[str, ...]:
    """Return the names of a command, the one to show first: the French one where French is spoken.

    >>> names("check")
    ('check', 'vérifier')
    """
    french = FRENCH_NAMES.get(command, ())
    every = (*french, command) if spoken() is Language.FRENCH else (command, *french)
    return tuple(dict.fromkeys(every))


def shown(command: str) -> str:
    """Return the name of a command in the language that is spoken."""
    return names(command)[0]


def typed(line: str) -> str:
    """Return a line of the shell, whose argument has no words of a person, as one types it in the language that is spoken.

    >>> typed(":article next")
    ':article next'
    """
    name, _, rest = line.removeprefix(":").partition(" ")
    return f":{shown(name)} {argument(rest)}".rstrip()


def argument(form: str) -> str:
    """Return the form of an argument, or an example of one, in the language that is spoken.

    >>> argument("N|marks [TEXT]")
    'N|marks [TEXT]'
    """
    return re.sub(r"\w+", lambda word: shown(word[0]), placeholder(form))


def bare(name: str) -> str:
    """Return a name as it is compared: accents and capitals do not matter.

    >>> bare("État")
    'etat'
    """
    return "".join(
        sign for sign in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(sign)
    )


def named(typed: str, commands: Iterable[str]) -> str:
    """Return the command, of some commands, that a typed name names; "" if none has this name.

    >>> named("Verifier", ["index", "check"]), named("verif", ["index", "check"])
    ('check', '')
    """
    wanted = bare(typed)
    return next((command for command in commands if wanted in map(bare, names(command))), "")


def begun(typed: str, commands: Iterable[str]) -> list[str]:
    """Return the commands that have a name that begins as typed; the shown name counts before the others.

    >>> begun("ver", ["index", "check"]), begun("i", ["index", "check"])
    (['check'], ['index'])
    """
    wanted, every = bare(typed), list(commands)
    if not wanted:
        return []
    by_shown = [command for command in every if bare(shown(command)).startswith(wanted)]
    return by_shown or [
        command for command in every if any(bare(name).startswith(wanted) for name in names(command))
    ]


def near(typed: str, commands: Iterable[str]) -> str:
    """Return the name, of some commands, that is nearly the typed one; "" if none is.

    >>> near("verifer", ["index", "check"]), near("qzx", ["index", "check"])
    ('vérifier', '')
    """
    from difflib import get_close_matches  # 0.6 ms to import, for an error

    every = {bare(name): name for command in commands for name in reversed(names(command))}
    close = get_close_matches(bare(typed), every, n=1)
    return every[close[0]] if close else ""
