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
        "not a format read ({suffix}): see manchette formats",
        "format non pris en charge ({suffix}) : voyez manchette formats",
    ),
    # files of other programs
    "spreadsheet": (
        "a spreadsheet, not text: open it and save each sheet as CSV UTF-8 (.csv)",
        "c’est un classeur, et non du texte : ouvrez-le et enregistrez chaque feuille au format CSV UTF-8 (.csv)",
    ),
    "word_processor": (
        "a document of a word processor: save it as plain text, UTF-8 (.txt)",
        "c’est un document de traitement de texte : enregistrez-le au format texte brut, UTF-8 (.txt)",
    ),
    "old_office": (
        "a file of Microsoft Office: save a spreadsheet as CSV UTF-8 (.csv), a document as plain text (.txt)",
        (
            "c’est un fichier de Microsoft Office : enregistrez un classeur au format CSV UTF-8 (.csv), un document au format texte "
            "brut (.txt)"
        ),
    ),
    "pdf": (
        "a PDF: extract its text first, with pdftotext for instance, one .txt for each article",
        "c’est un PDF : extrayez-en d’abord le texte, avec pdftotext par exemple, un .txt par article",
    ),
    "rtf": (
        "a document in RTF: save it as plain text, UTF-8 (.txt)",
        "c’est un document RTF : enregistrez-le au format texte brut, UTF-8 (.txt)",
    ),
    "epub": (
        "an EPUB: convert it to plain text (.txt)",
        "c’est un EPUB : convertissez-le en texte brut (.txt)",
    ),
    "database": (
        "an SQLite database: export the table of articles as CSV (.csv)",
        "c’est une base SQLite : exportez la table des articles au format CSV (.csv)",
    ),
    "parquet": (
        "a table in Parquet or Arrow: export it as CSV or JSON Lines",
        "c’est une table Parquet ou Arrow : exportez-la au format CSV ou JSON Lines",
    ),
    "pickle": (
        "objects saved by Python (pickle): export them as CSV or JSON Lines",
        "ce sont des objets enregistrés par Python (pickle) : exportez-les au format CSV ou JSON Lines",
    ),
    "web_archive": (
        "a web archive (WARC): extract the texts of its pages first, with trafilatura for instance",
        "c’est une archive du web (WARC) : extrayez d’abord le texte des pages, avec trafilatura par exemple",
    ),
    "packed_gz": (
        "compressed by gzip: give its name the suffix .gz",
        "fichier compressé par gzip : ajoutez .gz à son nom",
    ),
    "packed_xz": (
        "compressed by xz: give its name the suffix .xz",
        "fichier compressé par xz : ajoutez .xz à son nom",
    ),
    "packed": (
        "a compressed file: unpack it, and index what is in it",
        "c’est un fichier compressé : décompressez-le et indexez son contenu",
    ),
    "zip": (
        "a ZIP: unpack it, and index the folder",
        "c’est une archive ZIP : décompressez-la et indexez le dossier",
    ),
    "picture": (
        "a picture, not text: run it through character recognition first",
        "c’est une image, et non du texte : passez-la d’abord par une reconnaissance de caractères",
    ),
    "no_member": ("the archive has no such file", "l’archive ne contient pas ce fichier"),
    "encrypted": (
        "encrypted: remove its password, then index it again",
        "fichier chiffré : retirez-en le mot de passe, puis indexez-le de nouveau",
    ),
    "too_many_members": (
        "an archive of more than {limit:,} files: unpack it, and index the folder",
        "une archive de plus de {limit:,} fichiers : décompressez-la et indexez le dossier",
    ),
    "unpacks_too_far": (
        "a few bytes that unpack to very many: not read, as hostile files are so",
        "quelques octets qui en cachent énormément : fichier non lu, les fichiers hostiles sont ainsi",
    ),
    "not_markup": ("not readable as HTML or XML ({cause})", "illisible comme HTML ou XML ({cause})"),
    "markup_too_deep": (
        "more tags, or tags nested deeper, than any page has",
        "plus de balises, ou des balises plus imbriquées, que dans aucune page",
    ),
    "extra_missing": (
        "to read it, type: python -m pip install 'manchette[{extra}]'",
        "pour le lire, tapez : python -m pip install 'manchette[{extra}]'",
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
    "json_key": ("a key without double quotes", "une clé sans guillemets doubles"),
    "json_colon": ("a colon is missing", "il manque un deux-points"),
    "json_comma": ("a comma is missing", "il manque une virgule"),
    "not_json": ("not JSON ({cause})", "JSON incorrect ({cause})"),
    "json_too_deep": ("not JSON (nested too deep)", "JSON incorrect (imbriqué trop profondément)"),
    "nothing_after": ("{reason}; nothing after it is read", "{reason} ; la suite n’est pas lue"),
    "not_an_object": ("not a JSON object", "ce n’est pas un objet JSON"),
    # tables
    "bad_header": ("the header cannot be read ({reason})", "l’en-tête est illisible ({reason})"),
    "no_row": ("no row below the header", "aucune ligne sous l’en-tête"),
    "not_csv": ("not CSV ({cause})", "CSV incorrect ({cause})"),
    "open_quote": (
        (
            "a quote is not closed: the line is not read",
            "a quote is not closed: {count:,} lines are not read",
        ),
        (
            "un guillemet n’est pas fermé : la ligne n’est pas lue",
            "un guillemet n’est pas fermé : {count:,} lignes ne sont pas lues",
        ),
    ),
    "too_many_cells": (
        "{cells:,} cells, the header has {columns:,}: a text needs quotes",
        "{cells:,} cellules pour {columns:,} dans l’en-tête : un texte se met entre guillemets",
    ),
    # columns
    "no_text_column": (
        "no column holds the text (columns: {columns}); name it: manchette index --map text=NAME",
        "aucune colonne ne contient le texte (colonnes : {columns}) ; indiquez-la : manchette index --map text=NOM",
    ),
    "links_without_text": (
        (
            "this looks like {export}: it has no column with the text (columns: {columns}); get the texts first, or name the "
            "column that holds them: manchette index --map text=NAME"
        ),
        (
            "on dirait {export} : aucune colonne ne contient le texte (colonnes : {columns}) ; récupérez d’abord les textes, ou "
            "indiquez la colonne qui les contient : manchette index --map text=NOM"
        ),
    ),
    "media_cloud": (
        "a list of stories exported by Media Cloud",
        "une liste d’articles exportée de Media Cloud",
    ),
    "gdelt": ("a list of articles of GDELT", "une liste d’articles de GDELT"),
    "minet": ("the report of minet fetch", "le rapport de minet fetch"),
    "hyphe": (
        "a list of pages or web entities exported by Hyphe",
        "une liste de pages ou d’entités web exportée d’Hyphe",
    ),
    "zotero": ("a library exported by Zotero", "une bibliothèque exportée de Zotero"),
    "pocket": ("a reading list exported by Pocket", "une liste de lecture exportée de Pocket"),
    "links": ("a list of links", "une liste de liens"),
    "no_header": (
        (
            "no header: the first line is a row ({cells}); write the names of the columns above it, or name columns by their "
            "number: manchette index --map text={text}"
        ),
        (
            "pas d’en-tête : la première ligne est déjà une donnée ({cells}) ; ajoutez au-dessus les noms des colonnes, ou "
            "désignez-les par leur numéro : manchette index --map text={text}"
        ),
    ),
    "no_columns": ("none", "aucune"),
    "no_such_column": (
        'no file has a column called "{column}" (columns: {columns}); correct --map',
        "aucun fichier n’a de colonne « {column} » (colonnes : {columns}) ; corrigez --map",
    ),
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
