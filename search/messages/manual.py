"""What the page of the manual says beside the help of the commands."""

from search.messages import Table

TABLE: Table = {
    "name": ("NAME", "NOM"),
    "synopsis": ("SYNOPSIS", "SYNOPSIS"),
    "description": ("DESCRIPTION", "DESCRIPTION"),
    "options": ("OPTIONS", "OPTIONS"),
    "commands": ("COMMANDS", "COMMANDES"),
    "status": ("EXIT STATUS", "CODE DE RETOUR"),
    "environment": ("ENVIRONMENT", "ENVIRONNEMENT"),
    "files": ("FILES", "FICHIERS"),
    "what": (
        "Manchette indexes your articles and answers ranked queries, with passages and facets. Without a command, it opens the shell.",
        "Manchette indexe vos articles et répond à des requêtes, avec passages et facettes. Sans commande, elle ouvre la recherche interactive.",
    ),
    "data": (
        "Data go to standard output, everything else to standard error.",
        "Les données vont sur la sortie standard, tout le reste sur la sortie d’erreur.",
    ),
    "also": ("also", "aussi"),
    "found": ("found", "trouvé"),
    "nothing": ("nothing found", "rien trouvé"),
    "error": ("an error", "une erreur"),
    "interrupted": ("interrupted", "interrompu"),
    "manchette_index": ("the index, where -i names none", "l’index, si -i n’en désigne pas"),
    "manchette_lang": (
        "the language of messages: en or fr; else that of the locale",
        "la langue des messages : en ou fr ; sinon celle du système",
    ),
    "no_color": ("if set, no colours", "si elle existe, pas de couleurs"),
    "pager": (
        "what shows a text that is higher than the terminal (less)",
        "ce qui montre un texte plus haut que le terminal (less)",
    ),
    "home": ("the index, beside your articles", "l’index, à côté de vos articles"),
    "aliases": (
        "which names are one, as you decided",
        "quels noms n’en font qu’un, comme vous l’avez décidé",
    ),
    "searches": ("your saved searches", "vos recherches enregistrées"),
    "notes": ("your tags and notes", "vos étiquettes et vos notes"),
    "settings": (
        "the defaults of options, for every index",
        "les valeurs des options par défaut, pour tous les index",
    ),
    "index_settings": ("the same, for one index", "les mêmes, pour un index"),
}
