"""Why a file or a record could not be read, and where it stands."""

from search.messages import Table

TABLE: Table = {
    # where
    "line": ("line {line}", "ligne {line}"),
    "nth_article": ("article {number:,}", "article {number:,}"),
    "member": ("file {name}", "fichier {name}"),
    "chapter": ("chapter {number}", "chapitre {number}"),
    "row": ("row {row}", "ligne {row}"),
    "row_of_sheet": ("sheet {sheet}, row {row}", "feuille {sheet}, ligne {row}"),
    "page": ("page {page}", "page {page}"),
    "record": ("record {number}", "enregistrement {number}"),
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
    "damaged": (
        "damaged: download it or save it again",
        "fichier endommagé : téléchargez-le ou enregistrez-le de nouveau",
    ),
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
    # within a file
    "scan": (
        "a scan, no text: run it through character recognition first",
        "des pages numérisées, sans texte : passez-les d’abord par une reconnaissance de caractères",
    ),
    "too_many_pages": (
        "more than {limit:,} pages: those behind are not read; cut the file up",
        "plus de {limit:,} pages : la suite n’est pas lue ; découpez le fichier",
    ),
    "pages_above": (
        (
            "{count:,} page above the first bookmark is not an article: passed over",
            "{count:,} pages above the first bookmark are no article: passed over",
        ),
        (
            "{count:,} page avant le premier signet n’est pas un article : laissée de côté",
            "{count:,} pages avant le premier signet ne sont pas des articles : laissées de côté",
        ),
    ),
    "covers": (
        (
            "{count:,} page without an article passed over: cover, contents, colophon",
            "{count:,} pages without an article passed over: cover, contents, colophon",
        ),
        (
            "{count:,} page sans article laissée de côté : couverture, sommaire, ours",
            "{count:,} pages sans article laissées de côté : couverture, sommaire, ours",
        ),
    ),
    "zip_too_deep": (
        "a ZIP in a ZIP in a ZIP: unpack it, and index the folder",
        "une archive ZIP dans une archive ZIP dans une archive ZIP : décompressez-la et indexez le dossier",
    ),
    "nothing_in_zip": (
        (
            "{count:,} file in the archive is read by no format",
            "none of the {count:,} files in the archive is of a format that is read",
        ),
        (
            "le seul fichier de l’archive n’est d’aucun format lu",
            "aucun des {count:,} fichiers de l’archive n’est d’un format lu",
        ),
    ),
    "passed_over": (
        (
            "{count:,} file in the archive passed over: a picture, a script, a file of a program",
            "{count:,} files in the archive passed over: pictures, scripts, files of programs",
        ),
        (
            "{count:,} fichier de l’archive laissé de côté : image, script ou fichier de programme",
            "{count:,} fichiers de l’archive laissés de côté : images, scripts, fichiers de programmes",
        ),
    ),
    "no_member": ("the archive has no such file", "l’archive ne contient pas ce fichier"),
    "encrypted": (
        "encrypted: remove its password, then index it again",
        "fichier chiffré : retirez-en le mot de passe, puis indexez-le de nouveau",
    ),
    "encrypted_members": (
        (
            "{count:,} file in the archive is encrypted: unpack it with its password, and index the folder",
            "{count:,} files in the archive are encrypted: unpack them with their password, and index the folder",
        ),
        (
            "{count:,} fichier de l’archive est chiffré : décompressez-la avec son mot de passe et indexez le dossier",
            "{count:,} fichiers de l’archive sont chiffrés : décompressez-la avec son mot de passe et indexez le dossier",
        ),
    ),
    "too_many_members": (
        "an archive of more than {limit:,} files: unpack it, and index the folder",
        "une archive de plus de {limit:,} fichiers : décompressez-la et indexez le dossier",
    ),
    "unpacks_too_far": (
        "a few bytes that unpack to very many: not read, as hostile files are so",
        "quelques octets qui en cachent énormément : fichier non lu, les fichiers hostiles sont ainsi",
    ),
    "unknown_xml": (
        "a file of XML of a kind that is not read: export its texts as CSV or JSON Lines",
        "un fichier XML d’un genre qui n’est pas lu : exportez ses textes au format CSV ou JSON Lines",
    ),
    "not_markup": ("not readable as HTML or XML ({cause})", "illisible comme HTML ou XML ({cause})"),
    "markup_too_deep": (
        "more tags, or tags nested deeper, than any page has",
        "plus de balises, ou des balises plus imbriquées, que dans aucune page",
    ),
    # parsers
    "took_too_long": (
        "took longer than {seconds} s: not read, for something in it keeps its parser busy",
        "plus de {seconds} s de lecture : fichier non lu, quelque chose y occupe sans fin son analyseur",
    ),
    "too_much_memory": (
        "takes more than {megabytes:,} MB of memory: not read",
        "plus de {megabytes:,} Mo de mémoire nécessaires : fichier non lu",
    ),
    "crashed": (
        "its parser crashed: damaged, or made to do so",
        "son analyseur s’est arrêté net : fichier endommagé, ou fait pour cela",
    ),
    "nested_too_deep": ("nested too deep", "imbriqué trop profondément"),
    "parser_failed": (
        "its parser gave up ({cause})",
        "son analyseur a renoncé ({cause})",
    ),
    "extra_missing": (
        "to read it, type: python -m pip install 'manchette[{extra}]'",
        "pour le lire, tapez : python -m pip install 'manchette[{extra}]'",
    ),
    "resources": (
        (
            "a picture, a style, a script, a font or a file of a program, which is not read; a scan needs character recognition first",
            (
                "{count:,} pictures, styles, scripts, fonts and files of programs, this one first, are not read; scans need "
                "character recognition first"
            ),
        ),
        (
            "image, style, script, police ou fichier de programme : non lu ; un scan doit d’abord passer par la reconnaissance de caractères",
            (
                "{count:,} images, styles, scripts, polices ou fichiers de programmes, à commencer par ce fichier, ne sont pas lus ; "
                "les scans doivent d’abord passer par la reconnaissance de caractères"
            ),
        ),
    ),
    "page_of_links": (
        "a home page, a section or a search: it lists articles and has none of its own",
        "page d’accueil, de rubrique ou de recherche : elle liste des articles et n’en contient aucun",
    ),
    "page_without_article": (
        "a web page without the text of an article",
        "page web sans texte d’article",
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
    "not_a_record": ("not a record of a web archive", "ce n’est pas un enregistrement d’archive du web"),
    "ends_early": ("the file ends too early", "le fichier s’arrête avant la fin"),
    # mails
    "too_many_parts": (
        "more than {limit:,} parts, or parts nested deeper than any mail has",
        "plus de {limit:,} parties, ou des parties plus imbriquées que dans aucun courriel",
    ),
    # agencies
    "other_media": (
        (
            "one item is a picture, a video or a package: left out",
            "{count:,} items are pictures, videos or packages: left out",
        ),
        (
            "un élément est une image, une vidéo ou un ensemble : laissé de côté",
            "{count:,} éléments sont des images, des vidéos ou des ensembles : laissés de côté",
        ),
    ),
    # scanned newspapers
    "no_pages": (
        "a METS without its pages: put the ALTO files that it lists beside it, or in the folder that it names",
        "un METS sans ses pages : placez à côté les fichiers ALTO qu’il énumère, ou dans le dossier qu’il nomme",
    ),
    "missing_pages": (
        (
            "a page that the METS lists is not there, or damaged; its articles are not read",
            "{count:,} pages that the METS lists are not there, or damaged; their articles are not read",
        ),
        (
            "une page que le METS énumère est absente ou abîmée ; ses articles ne sont pas lus",
            "{count:,} pages que le METS énumère sont absentes ou abîmées ; leurs articles ne sont pas lus",
        ),
    ),
    "advertisements": (
        ("one advertisement is left out", "{count:,} advertisements are left out"),
        ("une publicité est laissée de côté", "{count:,} publicités sont laissées de côté"),
    ),
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
    # databases of the press
    "no_article": ("no article in the export", "aucun article dans l’export"),
    "not_shown_by_database": (
        "the database could not show this document; its export has an error message in its place",
        "la base n’a pas pu afficher ce document ; l’export contient un message d’erreur à sa place",
    ),
    "articles_missing": (
        (
            "the export announces {announced:,} articles: {count} was not found; export again if it should be there",
            "the export announces {announced:,} articles: {count:,} were not found; export again if they should be there",
        ),
        (
            "l’export annonce {announced:,} articles : {count} est introuvable ; refaites l’export s’il devait y figurer",
            "l’export annonce {announced:,} articles : {count:,} sont introuvables ; refaites l’export s’ils devaient y figurer",
        ),
    ),
    "social_posts": (
        ("{count} post of a social network left out", "{count:,} posts of social networks left out"),
        (
            "{count} publication de réseau social ignorée",
            "{count:,} publications de réseaux sociaux ignorées",
        ),
    ),
    "database_reports": (
        ("{count} report of the database left out", "{count:,} reports of the database left out"),
        ("{count} rapport de la base ignoré", "{count:,} rapports de la base ignorés"),
    ),
    "links_alone": (
        ("{count} link without its article left out", "{count:,} links without their article left out"),
        ("{count} lien sans article ignoré", "{count:,} liens sans article ignorés"),
    ),
    "removed_articles": (
        (
            "{count} article that its paper removed left out",
            "{count:,} articles that their papers removed left out",
        ),
        (
            "{count} article retiré par son journal ignoré",
            "{count:,} articles retirés par leurs journaux ignorés",
        ),
    ),
    "transcripts": (
        ("{count} transcript of a broadcast left out", "{count:,} transcripts of broadcasts left out"),
        ("{count} transcription d’émission ignorée", "{count:,} transcriptions d’émissions ignorées"),
    ),
    "entries_without_text": (
        (
            "{count} entry without text or abstract left out",
            "{count:,} entries without text or abstract left out",
        ),
        (
            "{count} notice sans texte ni résumé ignorée",
            "{count:,} notices sans texte ni résumé ignorées",
        ),
    ),
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
    "file_named": ("{file}: {reason}", "{file} : {reason}"),
    "no_file_named": (
        "the row has no text, and names no file beside the table ({file})",
        "la ligne n’a pas de texte et ne désigne aucun fichier à côté du tableau ({file})",
    ),
    "cut_cells": (
        (
            "{count} text has 32,767 characters, the most that a cell of Excel holds: it was cut there",
            "{count:,} texts have 32,767 characters, the most that a cell of Excel holds: they were cut there",
        ),
        (
            "{count} texte compte 32 767 caractères, le maximum d’une cellule d’Excel : il y a été coupé",
            "{count:,} textes comptent 32 767 caractères, le maximum d’une cellule d’Excel : ils y ont été coupés",
        ),
    ),
    # columns
    "no_text_column": (
        "no column holds the text (columns: {columns}); name it: manchette index --map text=NAME",
        "aucune colonne ne contient le texte (colonnes : {columns}) ; indiquez-la : manchette indexer --map text=NOM",
    ),
    "links_without_text": (
        (
            "this looks like {export}: it has no column with the text (columns: {columns}); get the texts first, or name the "
            "column that holds them: manchette index --map text=NAME"
        ),
        (
            "on dirait {export} : aucune colonne ne contient le texte (colonnes : {columns}) ; récupérez d’abord les textes, ou "
            "indiquez la colonne qui les contient : manchette indexer --map text=NOM"
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
            "désignez-les par leur numéro : manchette indexer --map text={text}"
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
