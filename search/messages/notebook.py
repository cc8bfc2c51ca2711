"""What is said of the notebook: what was saved, tagged, noted or undone, what is new, what is wrong with a file of it."""

from search.messages import Table

TABLE: Table = {
    # saved searches
    "saved": (
        "saved {name} = {query} ({articles}); news shows what comes from now on",
        "recherche enregistrée : {name} = {query} ({articles}) ; nouvelles montrera ce qui arrive désormais",
    ),
    "replaced": (
        "saved {name} = {query} ({articles}); it was {before}; undo brings that back",
        "recherche enregistrée : {name} = {query} ({articles}) ; c’était {before} ; annuler la rétablit",
    ),
    "dropped": (
        (
            "dropped the search {names}; undo brings it back",
            "dropped the searches {names}; undo brings them back",
        ),
        (
            "recherche oubliée : {names} ; annuler la rétablit",
            "recherches oubliées : {names} ; annuler les rétablit",
        ),
    ),
    "none_saved": (
        "no search is saved yet: type save NAME = WORDS",
        "aucune recherche enregistrée : tapez enregistrer NOM = MOTS",
    ),
    "nothing_saved": (
        'there is no search "{name}": no search is saved yet; type save NAME = WORDS',
        "pas de recherche « {name} » : aucune n’est enregistrée ; tapez enregistrer NOM = MOTS",
    ),
    "no_search": ('there is no saved search "{name}"', "pas de recherche enregistrée « {name} »"),
    "see_saved": ("saved lists them", "enregistrées en donne la liste"),
    "no_name": (
        '"{name}" cannot name a search: a name has a letter or a digit, and no = or # at its beginning',
        "« {name} » ne peut pas nommer une recherche : il faut une lettre ou un chiffre, pas de =, ni de # au début",
    ),
    "save_what": (
        "save which query? type manchette save NAME WORDS",
        "quelle requête enregistrer ? tapez manchette enregistrer NOM MOTS",
    ),
    "save_takes": (
        ":save takes a name, for the last query with its filters, or :save NAME = QUERY",
        ":enregistrer attend un nom, pour la dernière requête et ses filtres, ou :enregistrer NOM = REQUÊTE",
    ),
    "nothing_to_save": (
        "no query to save yet: type words to search, or :save {name} = WORDS",
        "pas encore de requête à enregistrer : tapez des mots, ou :enregistrer {name} = MOTS",
    ),
    "saved_takes": (
        ":saved stands alone, or drops a search, :saved drop NAME; it does not know {typed}",
        ":enregistrées se tape seul, ou oublie une recherche, :enregistrées retirer NOM ; {typed} lui est inconnu",
    ),
    "run_what": (
        "run which search? type manchette run NAME; manchette saved lists them",
        "quelle recherche ? tapez manchette lancer NOM ; manchette enregistrées en donne la liste",
    ),
    "run_takes": (
        ":run takes the name of a saved search: :saved lists them",
        ":lancer attend le nom d’une recherche enregistrée : :enregistrées en donne la liste",
    ),
    # lists
    "new": (("{count:,} new", "{count:,} new"), ("{count:,} nouveau", "{count:,} nouveaux")),
    "nothing_new": ("nothing new", "rien de nouveau"),
    "open_new": (
        ":open and an id reads an article; :news shows these no more",
        ":ouvrir et un identifiant lit un article ; :nouvelles ne montrera plus ceux-ci",
    ),
    "refused": (
        "the saved search {name} = {query} is no query: {reason}",
        "la recherche enregistrée {name} = {query} n’est pas une requête : {reason}",
    ),
    "not_a_search": (
        "{file}: not a saved search, which is NAME = QUERY: {line}",
        "{file} : ce n’est pas une recherche enregistrée, de la forme NOM = REQUÊTE : {line}",
    ),
    "not_a_note": (
        "{file}: belongs to no article, which begins with ## and its id: {line}",
        "{file} : n’appartient à aucun article, qui commence par ## et son identifiant : {line}",
    ),
    "gone": (
        (
            "{file}: {count:,} article is no longer in the index, and its notes are kept: {ids}",
            "{file}: {count:,} articles are no longer in the index, and their notes are kept: {ids}",
        ),
        (
            "{file} : {count:,} article n’est plus dans l’index, ses notes sont gardées : {ids}",
            "{file} : {count:,} articles ne sont plus dans l’index, leurs notes sont gardées : {ids}",
        ),
    ),
    # tags and notes
    "tagged": (
        "{tags}: {articles}; tag: finds them, undo takes it back",
        "{tags} : {articles} ; étiquette: les retrouve, annuler revient en arrière",
    ),
    "untagged": (
        "no longer {tags}: {articles}; undo takes it back",
        "sans {tags} : {articles} ; annuler revient en arrière",
    ),
    "tagged_already": ("{tags}: so it was already", "{tags} : c’était déjà le cas"),
    "noted": (
        "noted in {file}: {articles}; note: finds them, undo takes it back",
        "noté dans {file} : {articles} ; note: les retrouve, annuler revient en arrière",
    ),
    "no_tag": (
        '"{tag}" is no tag: a tag has a letter or a digit',
        "« {tag} » n’est pas une étiquette : il faut une lettre ou un chiffre",
    ),
    "which_tag": (
        "which tag? type one or several, between commas",
        "quelle étiquette ? tapez-en une ou plusieurs, entre virgules",
    ),
    "tag_takes": (
        ":tag takes an article and a tag: :tag 3 à citer, :tag marks procès, :tag 3 -procès",
        ":étiqueter attend un article et une étiquette : :étiqueter 3 à citer, :étiqueter cochés procès, :étiqueter 3 -procès",
    ),
    "note_takes": (
        ":note takes an article and a text: :note 3 vérifier; without a text, it shows the note",
        ":noter attend un article et un texte : :noter 3 vérifier ; sans texte, il montre la note",
    ),
    "no_id": (
        "no article is named: standard input has no id",
        "aucun article n’est désigné : l’entrée standard ne contient pas d’identifiant",
    ),
    "empty_note": ("a note needs a word", "une note demande au moins un mot"),
    "none_tagged": (
        "no article is tagged yet: type tag ID TAG",
        "aucun article n’a d’étiquette : tapez étiqueter ID ÉTIQUETTE",
    ),
    "noted_articles": (
        ("{count:,} article with a note", "{count:,} articles with a note"),
        ("{count:,} article avec une note", "{count:,} articles avec une note"),
    ),
    "nothing_kept": ("no tag, no note", "ni étiquette ni note"),
    "tags": ("tags", "étiquettes"),
    "note": ("note", "note"),
    # the files
    "undone": (
        "{file}: {changes}; undo again brings the change back",
        "{file} : {changes} ; annuler encore rétablit la modification",
    ),
    "searches_heading": ("Saved searches: name = query", "Recherches enregistrées : nom = requête"),
    "notes_heading": (
        "Below ## and the id of an article: tags: a tag, another tag; and the lines of your note.",
        "Sous ## et l’identifiant d’un article : étiquettes: une, une autre ; et les lignes de votre note.",
    ),
    "nothing_to_undo": (
        "nothing to undo: no command has changed the notebook yet",
        "rien à annuler : aucune commande n’a encore modifié le carnet",
    ),
    "busy": (
        "another manchette is changing the notebook since {seconds} s: try again",
        "un autre manchette modifie le carnet depuis {seconds} s : réessayez",
    ),
    "not_written": (
        "the notebook in {home} cannot be written ({cause}): nothing was changed",
        "impossible d’écrire le carnet dans {home} ({cause}) : rien n’a été modifié",
    ),
    "unfit_seen": ("{path} is damaged", "{path} est endommagé"),
    "remove_seen": (
        "remove it; what is new is then counted from now on",
        "supprimez-le ; les nouveautés seront comptées à partir de maintenant",
    ),
}
