"""Why a file or a record could not be read, and where it stands."""

from search.messages import Table

TABLE: Table = {
    # where
    "line": ("line {line}", "ligne {line}"),
    # files
    "path_not_found": (
        "{path}: no such file or folder; name one that exists",
        "{path} : aucun fichier ni dossier de ce nom ; indiquez-en un qui existe",
    ),
    "folder": ("the folder cannot be read ({cause})", "le dossier ne peut pas être lu ({cause})"),
    "special_file": (
        "not a file, but a pipe, a socket or a device",
        "ce n’est pas un fichier, mais un tube, une socket ou un périphérique",
    ),
    "not_opened": ("cannot be opened: {cause}", "impossible à ouvrir : {cause}"),
    "not_regular": ("not a regular file", "ce n’est pas un fichier ordinaire"),
    "system": ("{cause}", "{cause}"),
    "damaged": ("damaged ({cause})", "fichier endommagé ({cause})"),
    "truncated": (
        "truncated: the compressed file ends too early",
        "fichier tronqué : la compression s’arrête avant la fin",
    ),
    "binary": ("binary, not text (NUL bytes)", "fichier binaire, et non du texte (octets NUL)"),
    "lost_bytes": (
        (
            "{count} byte cannot be read; the article has � in its place",
            "{count:,} bytes cannot be read; the article has � in their place",
        ),
        (
            "{count} octet est illisible ; l’article a � à sa place",
            "{count:,} octets sont illisibles ; l’article a � à leur place",
        ),
    ),
    "unknown_format": (
        "not a format read ({suffix}); read are {formats}, also with .gz or .xz",
        "format non pris en charge ({suffix}) ; formats lus : {formats}, y compris en .gz ou .xz",
    ),
    "long_line": (
        "a line is longer than {limit:,} characters",
        "une ligne dépasse {limit:,} caractères",
    ),
    "too_long": (
        "longer than {limit:,} characters; cut it up, into JSON Lines for instance",
        "plus de {limit:,} caractères ; découpez le fichier, par exemple en JSON Lines",
    ),
    # text
    "empty": ("empty", "vide"),
    "only_blanks": ("only blanks", "rien que des blancs"),
    "no_text": ("no text", "pas de texte"),
    # records
    "no_record": ("no record", "aucun enregistrement"),
    "json_value": ("a value is missing", "il manque une valeur"),
    "json_extra": ("there is more behind the object", "quelque chose suit l’objet"),
    "json_string": ("a text is not closed", "un texte n’est pas refermé"),
    "json_control": (
        "a text has a line break or another control character",
        "un texte contient un saut de ligne ou un autre signe de commande",
    ),
    "json_key": ("a key without double quotes", "une clé sans guillemets doubles"),
    "json_colon": ("a colon is missing", "il manque un deux-points"),
    "json_comma": ("a comma is missing", "il manque une virgule"),
    "not_json": ("not JSON ({cause})", "JSON incorrect ({cause})"),
    "json_too_deep": ("not JSON (nested too deep)", "JSON incorrect (imbriqué trop profondément)"),
    "nothing_after": ("{reason}; nothing after it is read", "{reason} ; la suite n’est pas lue"),
    "not_an_object": ("not a JSON object", "ce n’est pas un objet JSON"),
    # tables
    "no_row": ("no row below the header", "aucune ligne sous l’en-tête"),
    "not_csv": ("not CSV ({cause})", "CSV incorrect ({cause})"),
    "open_quote": (
        "a quote is not closed: {lines:,} lines are in it",
        "un guillemet n’est pas fermé : il englobe {lines:,} lignes",
    ),
    "too_many_cells": (
        "{cells:,} cells, the header has {columns:,}: a text needs quotes",
        "{cells:,} cellules pour {columns:,} dans l’en-tête : un texte se met entre guillemets",
    ),
    # columns
    "no_text_column": (
        "no column holds the text (columns: {columns}); name it with --map text=NAME",
        "aucune colonne ne contient le texte (colonnes : {columns}) ; indiquez-la avec --map text=NOM",
    ),
    "no_columns": ("none", "aucune"),
    "no_field": (
        'no field is called "{field}"; the fields are {fields}',
        "aucun champ ne s’appelle « {field} » ; les champs sont {fields}",
    ),
    # annotated texts, to train the extractor of names
    "no_dataset": (
        "{path}: no such file; give the folder of corpora/ and testsets/ that has it",
        "{path} : fichier introuvable ; indiquez le dossier de corpora/ et testsets/ qui le contient",
    ),
}
