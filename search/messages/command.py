"""What the command line says: the promise of each command, the help of its options, what is wrong with the words."""

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
    "help": ("show this help", "affiche cette aide"),
    "version": ("show the version", "affiche la version"),
    "index_option": (
        "the index (default: .manchette here or above)",
        "l’index (par défaut : .manchette, ici ou plus haut)",
    ),
    "language_option": (
        "the language of messages (default: MANCHETTE_LANG, then the locale)",
        "la langue des messages (par défaut : MANCHETTE_LANG, puis la langue du système)",
    ),
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
    # options of the notebook
    "search_name": ("the name of the search", "le nom de la recherche"),
    "saved_words": ("the query", "la requête"),
    "drop_search": (
        "forget a saved search (repeatable)",
        "oublie une recherche enregistrée (peut être répété)",
    ),
    "news_names": ("the saved searches (default: all)", "les recherches enregistrées (par défaut : toutes)"),
    "keep_news": ("leave them new for the next time", "les laisse nouveaux pour la prochaine fois"),
    "noted_id": (
        "the id of the article; - reads ids from standard input",
        "l’identifiant de l’article ; - lit des identifiants sur l’entrée standard",
    ),
    "tags_of_article": ("a tag; -TAG takes it away", "une étiquette ; -ÉTIQUETTE la retire"),
    "note_text": (
        "the note; without it, what is kept is shown",
        "la note ; sans elle, affiche ce qui est noté",
    ),
    # options that several commands have
    "words": (
        "a query; without words, every article; - for that of standard input",
        "une requête ; sans mots, tous les articles ; - : celle de l’entrée standard",
    ),
    "format": ("the format of the answer", "le format de la réponse"),
    "color": (
        "colours: on a terminal (auto), always or never",
        "les couleurs : sur un terminal (auto), toujours ou jamais",
    ),
    "quiet": ("say errors alone on standard error", "ne dit que les erreurs sur la sortie d’erreur"),
    "verbose": (
        "say what was asked, of which index, and how long each stage took",
        "dit ce qui a été demandé, à quel index, et le temps de chaque étape",
    ),
    "pager": (
        "show what is higher than the terminal in $PAGER (yes)",
        "montre dans $PAGER ce qui est plus haut que le terminal (oui)",
    ),
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
    "sort": (
        "the order of the answer",
        "l’ordre de la réponse",
    ),
    "since": (
        'from this day, month or year on: 2025-11, 7j, "last monday", "3 weeks ago"',
        'à partir de tel jour, tel mois ou telle année : 2025-11, 7j, "lundi dernier", "il y a 3 semaines"',
    ),
    "until": ("up to this day, month or year", "jusqu’à tel jour, tel mois ou telle année compris"),
    "facet": (
        "count the values of this field (repeatable)",
        "compte les valeurs de ce champ (peut être répété)",
    ),
    "all": ("articles that have all of the words", "les articles qui contiennent tous les mots"),
    "any": ("articles that have any of the words", "les articles qui contiennent au moins un des mots"),
    # options of one command
    "paths": (
        "files and folders; without any, those of last time",
        "fichiers et dossiers ; sans rien, ceux de la dernière fois",
    ),
    "inspected_paths": ("files and folders", "fichiers et dossiers"),
    "forced": (
        "the format of these files, where it is not recognised: a name of manchette formats",
        "le format de ces fichiers, s’il n’est pas reconnu : un nom de manchette formats",
    ),
    "forced_from_now_on": (
        "the format of these files, now and later: a name of manchette formats; auto: as it is recognised",
        "le format de ces fichiers, maintenant et ensuite : un nom de manchette formats ; auto : celui qui est reconnu",
    ),
    "no_format": ('no format is called "{name}": {mend}', "aucun format ne s’appelle « {name} » : {mend}"),
    "near_format": (
        'did you mean "{name}"? manchette formats lists them',
        "vouliez-vous dire « {name} » ? manchette formats les liste",
    ),
    "all_formats": ("manchette formats lists them", "manchette formats les liste"),
    "limit_samples": ("articles whose first lines are shown (3)", "articles dont le début est montré (3)"),
    "json_inspection": (
        "the inspection in JSON, with every file",
        "l’examen en JSON, fichier par fichier",
    ),
    "rebuild": (
        "make the index anew, beside the one that answers",
        "refait l’index, à côté de celui qui répond",
    ),
    "engine": ("which engine keeps the index", "le moteur qui garde l’index"),
    "map": (
        "columns of your files ({formats}): title=Titre,date=Jour",
        "les colonnes de vos fichiers ({formats}) : title=Titre,date=Jour",
    ),
    "entities_model": (
        "the press that the model of names was made on: modern or historical, none for no model; without it, as last time",
        "le modèle des noms, d’après la presse : modern (actuelle), historical (ancienne), none (aucun) ; sans l’option, comme la dernière fois",
    ),
    "vectors": (
        "rerank by what articles are about (from 1,000 articles on); without it, as last time",
        "reclasse selon le sujet des articles (à partir de 1\u202f000 articles) ; sans l’option, comme la dernière fois",
    ),
    "jobs": (
        "processes that read and analyse the articles; without it, as many as there are cores",
        "processus qui lisent et analysent les articles ; sans l’option, autant que de cœurs",
    ),
    "json_report": (
        "end with a report in JSON on standard output",
        "termine par un compte rendu en JSON sur la sortie standard",
    ),
    "all_rejected": (
        "all that could not be read, a line each",
        "tout ce qui n’a pas pu être lu, une ligne chacun",
    ),
    "all_left_out": (
        "the lines that recur and are left out, each with its source and the number of its articles",
        "les lignes répétées mises de côté, chacune avec son journal et le nombre de ses articles",
    ),
    "limit_page": ("articles on the page (10)", "articles par page (10)"),
    "offset": ("articles to pass over (0)", "articles à sauter (0)"),
    "collapse": (
        "each story once, its reprints named under it (on pages of text: yes; in other formats: no)",
        "chaque article une fois, ses reprises citées dessous (en texte : oui ; dans les autres formats : non)",
    ),
    "count": ("the number of articles alone", "le nombre d’articles seul"),
    "explain": (
        "how the query was read, and how many articles have each word, on standard error",
        "comment la requête a été comprise, et combien d’articles ont chaque mot, sur la sortie d’erreur",
    ),
    "why": (
        "why the article of a rank has it, on standard error",
        "pourquoi l’article d’un rang s’y trouve, sur la sortie d’erreur",
    ),
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
    "output": (
        "the file, whose suffix says the format: {suffixes}; without it, standard output",
        "le fichier, dont le suffixe dit le format : {suffixes} ; sans lui, la sortie standard",
    ),
    "export_format": (
        "the format, whatever the suffix: {names}",
        "le format, quel que soit le suffixe : {names}",
    ),
    "fields": (
        "the fields to write, in this order: title,date,source; a wrong one lists them all",
        "les champs à écrire, dans cet ordre : titre,date,journal ; un champ faux les liste tous",
    ),
    "title": (
        "title of a press review, instead of the query",
        "titre d’une revue de presse, au lieu de la requête",
    ),
    "dialect": (
        "of CSV: plain, or excel-fr for a French Excel (semicolons, decimal commas, days as 20/03/2017)",
        "du CSV : plain, ou excel-fr pour un Excel français (points-virgules, virgules décimales, dates 20/03/2017)",
    ),
    "force": ("replace a file of this name", "remplace un fichier de ce nom"),
    "limit_export": ("articles at most; without it, all", "articles au plus ; sans l’option, tous"),
    "collapse_export": (
        "each story once, without its reprints (in a press review: yes; in other formats: no)",
        "chaque article une fois, sans ses reprises (en revue de presse : oui ; dans les autres formats : non)",
    ),
    "query_file": (
        "queries: an id, a tab and a query on each line, or a table with columns id and query; - is standard input",
        "les requêtes : identifiant, tabulation, requête, ou un tableau à colonnes id et query ; - : entrée standard",
    ),
    "limit_batch": (
        "articles of each query (10; 1,000 for trec), 0 for the totals alone",
        "articles par requête (10 ; 1\u202f000 pour trec), 0 pour les totaux seuls",
    ),
    "article_id": (
        "ids of articles, as a query shows them; - for those of standard input",
        "les identifiants d’articles, tels qu’une requête les affiche ; - : ceux de l’entrée standard",
    ),
    "plain": (
        "print line after line, without a full screen: for a screen reader",
        "affiche ligne après ligne, sans plein écran : pour un lecteur d’écran",
    ),
    "raw": (
        "as it was in its file; to the letter with > FILE",
        "tel qu’il était dans son fichier ; à la lettre avec > FICHIER",
    ),
    "facet_field": (
        "person, org, place, source, section, author, year, month, day",
        "personne, organisation, lieu, journal, rubrique, auteur, année, mois, jour",
    ),
    "limit_values": ("values to show (20), 0 for all", "valeurs à afficher (20), 0 pour toutes"),
    "entities_action": (
        "list [FIELD], show NAME, merge NAME OTHER..., drop NAME..., split NAME..., undo",
        "lister [CHAMP], montrer NOM, fusionner NOM AUTRE..., écarter NOM..., séparer NOM..., annuler",
    ),
    "entities_name": (
        'as the facets show it, with its field where two fields have it: "org:ONU"',
        'tel que les facettes l’affichent, avec son champ si deux champs l’ont : "org:ONU"',
    ),
    "limit_entities": ("entities to list (20), 0 for all", "entités à lister (20), 0 pour toutes"),
    "completion_shell": ("your shell", "votre shell"),
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
    "progress": (
        ("{count:,} article, {per_second:,}/s", "{count:,} articles, {per_second:,}/s"),
        ("{count:,} article, {per_second:,}/s", "{count:,} articles, {per_second:,}/s"),
    ),
}
