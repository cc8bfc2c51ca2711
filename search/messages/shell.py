"""What the shell says: its replies, the help of its commands, what stands around the line."""

from search.messages import Table

TABLE: Table = {
    # what each command does
    "open": ("read a result; its number alone does too", "lit l’article ; 3 seul aussi"),
    "next": ("the next page; an empty line does too", "la page suivante ; une ligne vide aussi"),
    "prev": ("the page before", "la page précédente"),
    "results": ("the last page again", "la dernière page, à nouveau"),
    "yes": ("take what “did you mean” offers", "accepte ce que « vouliez-vous dire » propose"),
    "counts": ("count values in the answer or the corpus", "où compter les valeurs"),
    "filter": ("keep only what matches", "ne garde que cela"),
    "drop": ("let go of a filter; alone, of the last", "ôte un filtre, ou le dernier"),
    "facets": ("count the values in the answer", "compte les valeurs"),
    "entities": ("list; show, drop, split N|NAME; undo", "liste ; montrer, écarter, séparer N|NOM ; annuler"),
    "entity": ("whom it is named with, and when", "les noms cités avec une entité, et quand"),
    "merge": ("make them one; also NAME = NAME | NAME", "fusionne ; ou NOM = NOM | NOM"),
    "explain": (
        "how a query is read; why result N is there",
        "explique la requête, un rang",
    ),
    "similar": ("articles about the same thing", "les articles sur le même sujet"),
    "companions": ("what marks the answer", "ce qui caractérise la réponse"),
    "compare": ("what sets two queries apart", "ce qui distingue deux requêtes"),
    "kwic": ("each match in its context", "chaque occurrence dans son contexte"),
    "timeline": ("articles over time; A ; B for two", "articles dans le temps ; A ; B pour deux"),
    "export": (
        "write the answer; marks FILE: the marked articles",
        "écrit la réponse ; cochés FICHIER : les articles cochés",
    ),
    "save": ("keep the query and its filters", "garde la requête et ses filtres"),
    "saved": ("the saved searches; drop NAME", "les recherches gardées ; retirer NOM"),
    "run": ("answer a saved search", "répond à une recherche enregistrée"),
    "news": ("what is new for the saved searches", "les nouveaux articles de chacune"),
    "tag": ("tag articles; -TAG takes it away", "étiquette ; -ÉTIQUETTE retire"),
    "tags": ("the tags, counted", "les étiquettes, comptées"),
    "note": ("write a note; alone, show it", "note ; seul, relit la note"),
    "undo": ("take back the last save, tag, note", "annule le dernier ajout au carnet"),
    "sort": ("relevance, newest or oldest first", "pertinence, récents, anciens"),
    "collapse": ("each story once, or its reprints too", "sans les reprises, ou avec"),
    "help": ("these pages", "ces pages"),
    "quit": ("leave; Ctrl-D does too", "quitte ; Ctrl-D aussi"),
    "similar_takes": (
        "similar to which article? type its number or its id: :similar 3",
        "semblables à quel article ? tapez son numéro ou son identifiant : :semblables 3",
    ),
    "with_example": ("{description}: {example}", "{description} ({example})"),
    # the first page of the help
    "help_line": (
        "A line is a query; a number opens a result; an empty line shows the next page; a letter keeps the value beside it on the page, -a omits it, once more lets it go.",
        "Une ligne est une requête ; un numéro ouvre un résultat ; une ligne vide montre la suite ; une lettre garde sa valeur (-a l’exclut), la retaper l’annule.",
    ),
    "help_keys": (
        "Tab completes names; alone, it opens the full screen. Ctrl-R: the history.",
        "Tab complète les noms ; seul, il ouvre le plein écran. Ctrl-R : l’historique.",
    ),
    "help_pages": (
        ":help query, fields and dates explain what can be typed, :help study how an answer is studied, :help notebook what can be kept, :help keys the full screen.",
        ":aide requête, champs et dates expliquent ce qui peut être tapé, :aide étude comment étudier une réponse, :aide carnet ce qui peut être gardé, :aide touches le plein écran. Les noms anglais des commandes valent aussi.",
    ),
    "help_study": (
        "Each is about the last query, within the filters, or about the words that are typed.",
        "Chacune porte sur la dernière requête, avec ses filtres, ou sur les mots tapés.",
    ),
    "help_notebook": (
        "An article is a number of the answer, several (1,3), marks, or an id. Searches, tags and notes are text in .manchette: searches.txt, notes.txt; edit them as you like.",
        "Un article est un numéro de la réponse, plusieurs (1,3), cochés pour les articles cochés, ou un identifiant. Recherches, étiquettes et notes sont du texte, dans .manchette : searches.txt, notes.txt ; modifiez-les à votre guise.",
    ),
    # the page of the query language
    "syntax_words": (
        "articles with these words, accents and plurals aside",
        "les articles avec ces mots, sans égard aux accents ni au pluriel",
    ),
    "syntax_phrase": ("these words in this order", "ces mots dans cet ordre"),
    "syntax_near": ("these words within 5 positions", "ces mots à 5 positions au plus"),
    "syntax_booleans": ("either, both; also OU, ET", "l’un ou l’autre, les deux ; aussi OU, ET"),
    "syntax_not": ("without a word; also NOT, SAUF", "sans un mot ; aussi NOT, SAUF"),
    "syntax_parentheses": ("parentheses group", "les parenthèses groupent"),
    "syntax_wildcards": ("any letters, one letter", "des lettres quelconques, une lettre"),
    "syntax_fuzzy": ("spelling close by; ~2 for two letters", "graphie proche ; ~2 pour deux lettres"),
    "syntax_form": (
        "exactly this form, accents and capitals too",
        "exactement cette forme, accents et majuscules compris",
    ),
    "syntax_dates": (
        "dates, see :help dates; date:none for undated",
        "dates, voir :aide dates ; date:none : sans date",
    ),
    "syntax_name": (
        "the whole name; person:hammouchi for a word of it",
        "le nom entier ; personne:hammouchi pour un de ses mots",
    ),
    "syntax_weight": ("weighs three times as much", "compte trois fois plus"),
    "syntax_everything": ("every article", "tous les articles"),
    # the page of the dates
    "dates_digits": (
        "year, month, day, the last 7 days, undated",
        "année, mois, jour, les 7 derniers jours, sans date",
    ),
    "dates_day": ("a day, in French or in English", "un jour, en français ou en anglais"),
    "dates_nearest": (
        "without a year, the nearest that has begun",
        "sans année, la dernière à avoir commencé",
    ),
    "dates_weekday": (
        "the one before today, the one after today",
        "celui d’avant aujourd’hui, celui d’après",
    ),
    "dates_whole": ("whole, from Monday or from the 1st on", "en entier, à partir du lundi ou du 1er"),
    "dates_window": ("up to today", "jusqu’à aujourd’hui"),
    "dates_ago": ("that day; of years, that month", "ce jour-là ; pour des années, ce mois-là"),
    "dates_week": ("the week of a day, from Monday to Sunday", "la semaine d’un jour, du lundi au dimanche"),
    "dates_part": (
        "3 months of a year (the middle: 4), 10 days of a month",
        "3 mois d’une année (le milieu : 4), 10 jours d’un mois",
    ),
    "dates_quarter": ("a quarter; S1 is the first half", "un trimestre ; S1 est le premier semestre"),
    "dates_season": (
        "whole months: summer is June to August",
        "en mois entiers : l’été va de juin à août",
    ),
    "dates_long": ("ten years, a hundred years", "dix ans, cent ans"),
    "dates_range": ("both ends included; also from … to …", "bornes comprises ; aussi entre … et …"),
    "dates_bound": (
        "open on one side; also until, after",
        "ouvert d’un côté ; aussi jusqu’à, après",
    ),
    "dates_quotes": (
        'After date: the words of a date need no quotes; where another word of a date would follow, type date:"lundi" dernier.',
        'Après date: les mots d’une date se passent de guillemets ; s’il en suit un autre qui pourrait lui appartenir, tapez date:"lundi" dernier.',
    ),
    # around the line
    "greeting": (
        ("Manchette: {count:,} article", "Manchette: {count:,} articles"),
        ("Manchette : {count:,} article", "Manchette : {count:,} articles"),
    ),
    "greeting_dated": (
        (
            "Manchette: {count:,} article, {first} to {last}",
            "Manchette: {count:,} articles, {first} to {last}",
        ),
        (
            "Manchette : {count:,} article, du {first} au {last}",
            "Manchette : {count:,} articles, du {first} au {last}",
        ),
    ),
    "hint": (
        "Type words to search, then a number to read a result or a letter to keep a value; :help for the rest.",
        "Tapez des mots pour chercher, puis un numéro pour lire un résultat ou une lettre pour garder une valeur ; :aide pour le reste.",
    ),
    "try_next": (
        "Try 1 to read the first result, a to keep the first value, :results to come back, élection for another query.",
        "Essayez 1 pour lire le premier résultat, a pour garder la première valeur, :résultats pour revenir, élection pour une autre requête.",
    ),
    "indexed": (
        ("{count:,} article indexed", "{count:,} articles indexed"),
        ("{count:,} article indexé", "{count:,} articles indexés"),
    ),
    "with_reprints": ("with reprints", "avec les reprises"),
    "keys": (
        ":help · Tab: full screen · Ctrl-D leaves",
        ":aide · Tab : plein écran · Ctrl-D quitte",
    ),
    "keys_of_line": (":help · Tab completes · Ctrl-C clears", ":aide · Tab complète · Ctrl-C efface"),
    "more_filters": (
        ("{count:,} more", "{count:,} more"),
        ("{count:,} autre", "{count:,} autres"),
    ),
    # pages and results
    "nothing_to_explain": (
        "no query to explain: type :explain and a query",
        "aucune requête à expliquer : tapez :expliquer et une requête",
    ),
    "nothing_asked": ("type words to search, or :help", "tapez des mots pour chercher, ou :aide"),
    "nothing_found": (
        "no article was found: type another query, or :help query",
        "aucun article trouvé : tapez une autre requête, ou :aide requête",
    ),
    "last_page": (
        "this was the last page: :prev shows the one before, or type another query",
        "c’était la dernière page : :précédent montre la précédente, ou tapez une autre requête",
    ),
    "first_page": (
        "this is the first page: an empty line shows the next one",
        "c’est la première page : une ligne vide montre la suivante",
    ),
    "no_answer_yet": (
        "there is no answer yet that would have a result {rank}: type a query; {itself}",
        "pas encore de réponse, donc pas de résultat {rank} : tapez une requête ; {itself}",
    ),
    "no_result": (
        "there is no result {rank}: no article was found; {itself}",
        "il n’y a pas de résultat {rank} : aucun article trouvé ; {itself}",
    ),
    "no_rank": (
        "there is no result {rank}: type a number from 1 to {last}; {itself}",
        "il n’y a pas de résultat {rank} : tapez un nombre de 1 à {last} ; {itself}",
    ),
    "number_itself": (
        'to search for the number, type "{rank}" between quotes',
        'pour chercher ce nombre, tapez "{rank}" entre guillemets',
    ),
    "open_takes_number": (
        ":open takes the number of a result, or an id: type for instance :open 3",
        ":ouvrir attend le numéro d’un résultat, ou un identifiant : tapez par exemple :ouvrir 3",
    ),
    # filters and order
    "no_filter": (
        "no filter is set: :filter date:2025-11 would set one",
        "aucun filtre : :filtre date:2025-11 en mettrait un",
    ),
    "filters_hold": (
        "The filters hold: :drop lets go of the last one, :drop all of all.",
        "Les filtres sont toujours là : :retirer retire le dernier, :retirer tout les retire tous.",
    ),
    "not_a_filter": (
        "no filter matches {typed}; the filters are\n{filters}",
        "aucun filtre ne correspond à {typed} ; voici les filtres\n{filters}",
    ),
    "sort_takes": (
        ":sort takes relevance, newest or oldest: the order is now {order}",
        ":tri attend pertinence, récents ou anciens ; l’ordre est à présent {order}",
    ),
    "collapse_takes": (
        ":collapse takes on or off: {state}",
        ":regrouper attend oui ou non ; {state}",
    ),
    "collapsed": (
        "each story is now one result, with its reprints under it",
        "à présent, chaque article est un résultat, avec ses reprises dessous",
    ),
    "not_collapsed": ("each reprint is now a result", "à présent, chaque reprise est un résultat"),
    "counts_takes": (
        ":counts takes answer or corpus: values are now counted {state}",
        ":comptes attend réponse ou corpus : les valeurs sont à présent comptées {state}",
    ),
    "counts_set": (
        "the next pages count so: type words to search",
        "les pages suivantes compteront ainsi : tapez des mots pour chercher",
    ),
    "offered": ("Did you mean {line}? :yes searches for it.", "Vouliez-vous dire {line} ? :oui le cherche."),
    "nothing_offered": (
        "nothing is offered: type words to search",
        "rien n’est proposé : tapez des mots pour chercher",
    ),
    "to_leave": ("To leave, type :quit.", "Pour quitter, tapez :quitter."),
    "to_get_help": ("For help, type :help.", "Pour l’aide, tapez :aide."),
    # commands
    "no_command": ("there is no command :{name}", "il n’y a pas de commande :{name}"),
    "did_you_mean": ("did you mean :{name}?", "vouliez-vous dire :{name} ?"),
    "all_commands": ("type :help for all of them", "tapez :aide pour les voir toutes"),
    "no_help_page": (
        ":help has no page {page}: type :help, :help query, fields, dates, study, notebook or keys",
        ":aide n’a pas de page {page} : tapez :aide, :aide requête, champs, dates, étude, carnet ou touches",
    ),
    "takes_nothing": (":{name} takes nothing after it: type :{name}", ":{name} se tape seul : tapez :{name}"),
    # entities
    "which_name": (
        "which name? type its number in the table shown last, or itself: :entities drop 1",
        "quel nom ? tapez son numéro dans le dernier tableau, ou le nom lui-même : :entités écarter 1",
    ),
    "which_entity": (
        "which entity? type its number in the table shown last, or its name: :entity 1",
        "quelle entité ? tapez son numéro dans le dernier tableau, ou son nom : :entité 1",
    ),
    "usage_error": ("{problem}: type :help", "{problem} : tapez :aide"),
    "merge_what": (
        "merge what? type :merge 1 2 for rows of the table shown last, or :merge NAME = OTHER",
        "fusionner quoi ? tapez :fusionner 1 2 pour des lignes du dernier tableau, ou :fusionner NOM = AUTRE",
    ),
    "no_table": (
        "there is no row {row}, because no numbered table was shown yet: type :entities",
        "il n’y a pas de ligne {row}, car aucun tableau numéroté n’a été affiché : tapez :entités",
    ),
    "no_row": (
        (
            "there is no row {row}: the table shown last has {count:,} row",
            "there is no row {row}: the table shown last has {count:,} rows",
        ),
        (
            "il n’y a pas de ligne {row} : le dernier tableau a {count:,} ligne",
            "il n’y a pas de ligne {row} : le dernier tableau a {count:,} lignes",
        ),
    ),
    "see_saved": (":saved lists them", ":enregistrées en donne la liste"),
    "see_list": (":entities shows the names", ":entités affiche les noms"),
    "take_back": (':entities split "{name}" takes it back', ':entités séparer "{name}" le rétablit'),
    "undo_takes_nothing": (
        'undo takes back the last change, whatever its name: type :entities undo, without "{typed}"',
        "annuler porte sur la dernière modification, quel que soit le nom : tapez :entités annuler, sans « {typed} »",
    ),
    "to_undo": ("{what}; to undo: :entities undo", "{what} ; pour annuler : :entités annuler"),
}
