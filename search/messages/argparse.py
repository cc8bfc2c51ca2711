"""What argparse says of a command line, whose sentences come from gettext: its own English is the key.

The words that stand for a value in a help, such as `FIELD`, are here too.
"""

import re

from search.messages import Language, spoken

_FRENCH_SENTENCES = {
    "%(heading)s:": "%(heading)s :",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "expected one argument": "il manque une valeur",
    "expected at most one argument": "une valeur au plus",
    "expected at least one argument": "il manque au moins une valeur",
    "invalid %(type)s value: %(value)r": "%(value)r ne convient pas",
    "ignored explicit argument %r": "la valeur %r est de trop",
    "not allowed with argument %s": "incompatible avec %s",
    "one of the arguments %s is required": "il faut une de ces options : %s",
    "the following arguments are required: %s": "il manque %s",
    "unrecognized arguments: %s": "options inconnues : %s",
}
"""The sentences of argparse that a person may see; the values stay where argparse puts them."""


def translation(sentence: str) -> str:
    """Return a sentence of argparse in the language that is spoken; as it is where there is no other."""
    return _FRENCH_SENTENCES.get(sentence, sentence) if spoken() is Language.FRENCH else sentence


_FRENCH_PLACEHOLDERS = {
    "COLUMN": "COLONNE",
    "DIR": "DOSSIER",
    "FIELD": "CHAMP",
    "FILE": "FICHIER",
    "LIMIT": "N",
    "NAME": "NOM",
    "OFFSET": "N",
    "ORDER": "ORDRE",
    "PATH": "CHEMIN",
    "PERIOD": "PÉRIODE",
    "QUERY": "REQUÊTE",
    "RANK": "RANG",
    "TAG": "ÉTIQUETTE",
    "TEXT": "TEXTE",
    "TITLE": "TITRE",
    "VALUE": "VALEUR",
    "WORDS": "MOTS",
    "answer": "réponse",
    "end": "fin",
    "query": "requête",
    "off": "non",
    "on": "oui",
}
"""The words that stand for a value in a help, and those that a line of the shell takes and that name no command or value."""


def placeholder(form: str) -> str:
    """Return the form of a value in the language that is spoken: `FIELD:VALUE` is `CHAMP:VALEUR` in French."""
    if spoken() is not Language.FRENCH:
        return form
    return re.sub(r"\w+", lambda word: _FRENCH_PLACEHOLDERS.get(word[0], word[0]), form)
