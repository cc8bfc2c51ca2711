"""What the command line says: the promise of each command, what is wrong with its words, what it says beside an answer."""

from search.messages import Table

PROMISES: Table = {
    "index": (
        "build an index of articles, or bring it up to date",
        "construit l’index des articles, ou le met à jour",
    ),
    "inspect": (
        "show what would be read of files, before anything is indexed",
        "montre ce qui serait lu des fichiers, avant d’indexer quoi que ce soit",
    ),
    "formats": ("list the formats that are read", "liste les formats lus"),
    "query": ("answer one query", "répond à une requête"),
    "batch": ("answer many queries, from a file", "répond à toutes les requêtes d’un fichier"),
    "shell": ("search interactively", "ouvre la recherche interactive"),
    "show": ("show articles, whole", "affiche des articles en entier"),
    "facets": ("count the values of a facet", "compte les valeurs d’une facette"),
    "export": ("take a whole answer away as a file", "enregistre toute une réponse dans un fichier"),
    "entities": (
        "list entities, show one, merge, drop and split names, undo it",
        "liste les entités ; fusionne, écarte ou sépare des noms ; annule",
    ),
    "similar": (
        "show the articles about the same thing as an article",
        "affiche les articles qui parlent de la même chose qu’un article",
    ),
    "companions": (
        "show the words and names that mark an answer",
        "affiche les mots et les noms qui caractérisent une réponse",
    ),
    "compare": (
        "show what sets two answers apart",
        "affiche ce qui distingue deux réponses",
    ),
    "kwic": (
        "show what a query matches between the words around it",
        "montre ce qu’une requête trouve, entre les mots qui l’entourent",
    ),
    "timeline": (
        "count the articles of an answer over time",
        "compte les articles d’une réponse au fil du temps",
    ),
    "save": ("keep a query under a name", "enregistre une requête sous un nom"),
    "saved": ("list the saved searches", "liste les recherches enregistrées"),
    "run": ("answer a saved search", "répond à une recherche enregistrée"),
    "news": (
        "show the articles that are new for saved searches",
        "montre les nouveaux articles des recherches enregistrées",
    ),
    "tag": ("tag articles", "donne une étiquette à des articles"),
    "tags": ("list the tags", "liste les étiquettes"),
    "note": ("write a note on an article, or read it", "note quelque chose sur un article, ou relit la note"),
    "undo": (
        "take back the last save, tag, note or merge",
        "annule le dernier enregistrement, étiquetage, note ou fusion",
    ),
    "status": ("show what is indexed", "dit ce que contient l’index"),
    "check": ("verify the index", "vérifie l’index"),
    "demo": ("index the sample corpus and search it", "indexe les articles d’exemple et y cherche"),
    "config": (
        "show the defaults that you set, and where",
        "montre les réglages que vous avez faits, et où",
    ),
    "completion": (
        "print the script by which a shell completes these words",
        "écrit le script par lequel un shell complète ces mots",
    ),
    "man": ("print the page of the manual", "écrit la page du manuel"),
}
"""What each command of the command line does."""

TABLE: Table = {
    **PROMISES,
    # the help as a whole
    "manchette": (
        "Full-text search for a French press corpus.",
        "Recherche en texte intégral dans un corpus de presse française.",
    ),
    "top_usage": (
        "manchette [-i DIR] [--lang LANG] COMMAND ...",
        "manchette [-i DIR] [--lang LANG] COMMANDE ...",
    ),
    "to_build": ("build the index:", "construire l’index :"),
    "to_search": ("search and read:", "chercher et lire :"),
    "to_study": ("study an answer:", "étudier une réponse :"),
    "to_take_away": ("take away:", "emporter :"),
    "to_keep": ("keep searches, tags and notes:", "garder recherches, étiquettes et notes :"),
    "to_set_up": ("set up:", "régler :"),
    "more_help": (
        "type manchette COMMAND --help for its options",
        "tapez manchette COMMANDE --help pour ses options",
    ),
    "usage": ("usage: ", "usage : "),
    "arguments": ("arguments", "arguments\u00a0"),
    "options": ("options", "options\u00a0"),
    # what is wrong with the words
    "usage_error": ("{problem}: type {command} --help", "{problem} : tapez {command} --help"),
    "unknown": ('there is no command "{name}"', "il n’y a pas de commande « {name} »"),
    "near_command": ("did you mean manchette {name}?", "vouliez-vous dire manchette {name} ?"),
    "all_commands": ("type one of {names}", "tapez l’une de celles-ci : {names}"),
    "not_a_number": ('"{word}" is not a number, 0 or more', "« {word} » n’est pas un nombre, 0 ou plus"),
    "not_processes": (
        '"{word}" is not a number of processes, 1 to {max}',
        "« {word} » n’est pas un nombre de processus, de 1 à {max}",
    ),
    "not_columns": (
        '"{word}" is not FIELD=COLUMN,FIELD=COLUMN',
        "« {word} » n’est pas de la forme CHAMP=COLONNE,CHAMP=COLONNE",
    ),
    "no_choice": ('"{word}" is none of {choices}', "« {word} » n’est pas possible ; au choix : {choices}"),
    "needs_terminal": (
        "the shell needs a terminal: type manchette query WORDS",
        "la recherche interactive a besoin d’un terminal : tapez manchette chercher MOTS",
    ),
    "facet_needs_jsonl": (
        "--facet needs --format jsonl: a line of the others is an article",
        "--facet demande --format jsonl : dans les autres formats, une ligne est un article",
    ),
    "trec_is_ranked": (
        "--format trec is ranked by relevance: leave --sort out",
        "--format trec classe par pertinence : retirez --sort",
    ),
    "one_name": (
        'type one name, and no format but json: manchette entities show "NAME"',
        'indiquez un seul nom, et json pour seul format : manchette entités montrer "NOM"',
    ),
    "which_names": (
        "{action} which names? type manchette entities --help",
        "{action} : quels noms ? tapez manchette entités --help",
    ),
    "no_format": ('no format is called "{name}": {mend}', "aucun format ne s’appelle « {name} » : {mend}"),
    "near_format": (
        'did you mean "{name}"? manchette formats lists them',
        "vouliez-vous dire « {name} » ? manchette formats les liste",
    ),
    "all_formats": ("manchette formats lists them", "manchette formats les liste"),
    "no_rank": (
        (
            "there is no article of rank {rank}: the answer has {count:,} article",
            "there is no article of rank {rank}: the answer has {count:,} articles",
        ),
        (
            "il n’y a pas d’article au rang {rank} : la réponse compte {count:,} article",
            "il n’y a pas d’article au rang {rank} : la réponse compte {count:,} articles",
        ),
    ),
    # $PAGER, and the stages of --verbose
    # less writes what stands between a question mark and a full stop only at the end of the text, and ASCII alone rightly
    "pager_prompt": ("q leaves?e (end).", "q pour quitter?e (fin)."),
    "stage": ("{seconds:8.3f} s  {what}", "{seconds:8.3f} s  {what}"),
    "stage_read": ("the command line was read: {command}", "la ligne de commande a été lue : {command}"),
    "stage_opened": ("{home} was opened, with {engine}", "{home} a été ouvert, avec {engine}"),
    "stage_answered": (
        ("{query}: {count:,} article", "{query}: {count:,} articles"),
        ("{query} : {count:,} article", "{query} : {count:,} articles"),
    ),
    "stage_computed": ("the answer was computed", "la réponse a été calculée"),
    "stage_written": ("the rest, and what was written", "le reste, et ce qui a été écrit"),
    "stage_whole": ("in all", "en tout"),
    # what a command says beside its answer
    "relaxed": (
        "no article has all these words; showing articles with some of them",
        "aucun article ne contient tous ces mots ; voici ceux qui en contiennent une partie",
    ),
    "nothing_found": (
        "no article: type fewer words or other ones; ~ after a word finds spellings close by",
        "aucun article : tapez moins de mots, ou d’autres ; ~ après un mot trouve les graphies proches",
    ),
    "nothing_similar": (
        "no article is about the same thing",
        "aucun article ne parle de la même chose",
    ),
    "offered": ("did you mean {line}?", "vouliez-vous dire {line} ?"),
    "no_value": (
        ("no {field} in {count:,} article", "no {field} in {count:,} articles"),
        ("{field} : aucune valeur dans {count:,} article", "{field} : aucune valeur dans {count:,} articles"),
    ),
    "no_entity": (
        "no entity in this index has a field of {fields}",
        "aucune entité de cet index n’est de l’un de ces champs : {fields}",
    ),
    "no_article": (
        'there is no article "{id}": type its id as manchette query shows it',
        "il n’y a pas d’article « {id} » : tapez son identifiant tel que manchette chercher l’affiche",
    ),
    "sound": (
        "{home}: the index is sound (not compared: the files of your articles, the rejected records, {aliases})",
        "{home} : l’index est en bon état (non comparés : les fichiers de vos articles, les refus, {aliases})",
    ),
    "standard_input": ("standard input", "l’entrée standard"),
    "refused": ("{name}, line {line}: {reason}", "{name}, ligne {line} : {reason}"),
    "no_query": (
        "{name} has no query: type a line for each, an id, a tab and the query",
        "{name} ne contient aucune requête : écrivez-en une par ligne, un identifiant, une tabulation, la requête",
    ),
    "all_refused": (
        (
            "{name}: its only query is refused, for the reason above",
            "{name}: all {count:,} queries are refused, for the reasons above",
        ),
        (
            "{name} : la seule requête est refusée, pour la raison ci-dessus",
            "{name} : les {count:,} requêtes sont toutes refusées, pour les raisons ci-dessus",
        ),
    ),
    "unfit_id": (
        'a TREC run cannot hold the id "{id}": leave blanks out of ids',
        "un fichier TREC n’admet pas l’identifiant « {id} » : retirez les espaces des identifiants",
    ),
    "batch_end": ("{name}: {answered}, {refused}", "{name} : {answered}, {refused}"),
    "queries_answered": (
        ("{count:,} query answered", "{count:,} queries answered"),
        ("{count:,} requête traitée", "{count:,} requêtes traitées"),
    ),
    "queries_refused": (
        ("{count:,} refused", "{count:,} refused"),
        ("{count:,} refusée", "{count:,} refusées"),
    ),
    "finishing": (
        ("{count:,} article, all is read; finishing", "{count:,} articles, all are read; finishing"),
        (
            "{count:,} article, tout est lu ; fin du travail",
            "{count:,} articles, tout est lu ; fin du travail",
        ),
    ),
    "progress": (
        ("{count:,} article, {per_second:,}/s", "{count:,} articles, {per_second:,}/s"),
        ("{count:,} article, {per_second:,}/s", "{count:,} articles, {per_second:,}/s"),
    ),
}
