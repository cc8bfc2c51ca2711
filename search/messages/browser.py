"""What the full screen says, and the lines that move in an answer and in the open article."""

from search.messages import Table

TABLE: Table = {
    # what each command does
    "browse": ("the answer on the whole screen; Tab does too", "la réponse en plein écran ; Tab aussi"),
    "down": ("go down in the list or in the article", "descend dans la liste ou dans l’article"),
    "up": ("go up in the list or in the article", "remonte dans la liste ou dans l’article"),
    "match": ("go to a match in the open article", "va à une correspondance dans l’article ouvert"),
    "article": ("open the article behind or before", "ouvre l’article suivant ou précédent"),
    "close": ("close the article, then the full screen", "ferme l’article, puis le plein écran"),
    "mark": ("mark an article, or take its mark away", "coche un article, ou le décoche"),
    "marks": ("list the marked articles", "liste les articles cochés"),
    "cite": ("cite an article, in French and in BibTeX", "cite un article, en français et en BibTeX"),
    "raw": ("an article as it was in its file", "un article tel qu’il était dans son fichier"),
    # the list
    "distance": (
        ":{name} takes a number of rows, page or end: type for instance :{name} 5",
        ":{name} attend un nombre de lignes, page ou fin : tapez par exemple :{name} 5",
    ),
    "first_result": ("this is the first result", "c’est le premier résultat"),
    "last_result": ("this is the last result", "c’est le dernier résultat"),
    "no_full_screen": (
        "this terminal shows line by line: type :down and :up to move, or a number to read",
        "ce terminal affiche ligne à ligne : tapez :bas et :haut pour vous déplacer, ou un numéro pour lire",
    ),
    # the open article
    "article_end": (
        "this is the end of the article: :article next opens the next one",
        "c’est la fin de l’article : :article suivant ouvre le suivant",
    ),
    "article_start": ("this is the start of the article", "c’est le début de l’article"),
    "no_article_open": (
        "no article is open: type the number of a result",
        "aucun article n’est ouvert : tapez le numéro d’un résultat",
    ),
    "nothing_open": (
        "nothing is open: a number opens a result, :browse the full screen",
        "rien n’est ouvert : un numéro ouvre un résultat, :parcourir le plein écran",
    ),
    "no_match": (
        "no word of this article matches the query",
        "aucun mot de cet article ne correspond à la requête",
    ),
    "match_of": ("match {number:,} of {count:,}", "correspondance {number:,} sur {count:,}"),
    "only_match": ("this is the only match", "c’est la seule correspondance"),
    "matches": (
        ("{count:,} match", "{count:,} matches"),
        ("{count:,} correspondance", "{count:,} correspondances"),
    ),
    "next_or_prev": (
        ":{name} takes next or prev: type :{name} next",
        ":{name} attend suivant ou précédent : tapez :{name} suivant",
    ),
    "takes_rank": (
        ":{name} takes the number of a result, or an id: type for instance :{name} 3",
        ":{name} attend le numéro d’un résultat, ou un identifiant : tapez par exemple :{name} 3",
    ),
    # marks
    "marked": (
        ("{count:,} article is marked", "{count:,} articles are marked"),
        ("{count:,} article coché", "{count:,} articles cochés"),
    ),
    "nothing_marked": (
        "no article is marked: type for instance :mark 3",
        "aucun article n’est coché : tapez par exemple :cocher 3",
    ),
    "mark_gone": ("{id}: no longer in the index", "{id} : n’est plus dans l’index"),
    "marked_short": (("{count:,} marked", "{count:,} marked"), ("{count:,} coché", "{count:,} cochés")),
    # around the full screen
    "hint": (
        "Type words to search, Tab for the full screen, :help for the rest.",
        "Tapez des mots pour chercher, Tab pour le plein écran, :aide pour le reste.",
    ),
    "of": ("{rank:,}/{last:,}", "{rank:,}/{last:,}"),
    "no_key": ("{key} does nothing here; ? shows the keys", "{key} ne fait rien ici ; ? montre les touches"),
    "waiting": ("searching… Ctrl-C cancels", "recherche en cours… Ctrl-C annule"),
    "more": ("Enter: more, q: enough ", "Entrée : la suite, q : assez "),
    "cancelled": ("cancelled", "annulé"),
    "copied": (
        "copied, if the terminal allows it: {text}",
        "copié, si le terminal le permet : {text}",
    ),
    "list_keys": (
        "⏎ read  f facets  / query  m mark  w concordance  t timeline  e export  ? keys",
        "⏎ lire  f facettes  / requête  m cocher  w concordance  t chrono  e exporter  ? touches",
    ),
    "article_keys": (
        "n next match  ] next article  y cite  m mark  r raw  s similar  q back  ? keys",
        "n suivante  ] article suivant  y citer  m cocher  r brut  s semblables  q retour  ? touches",
    ),
    "facet_keys": (
        "space keeps  x excludes  q back  ? keys",
        "espace garde  x exclut  q retour  ? touches",
    ),
    "overlay_keys": ("PgDn further  q back  ? keys", "PgDn suite  q retour  ? touches"),
    # the page of the keys
    "key_move": ("a row down or up", "une ligne plus bas ou plus haut"),
    "key_far": ("a page, or to an end", "une page, ou jusqu’au bout"),
    "key_read": ("read the article", "lit l’article"),
    "key_back": ("back: to the list, then to the line", "retour : à la liste, puis à la ligne"),
    "key_match": ("next match, match before", "correspondance suivante, précédente"),
    "key_article": ("next article, article before", "article suivant, précédent"),
    "key_query": ("edit the query, answered as you type", "modifie la requête, la réponse suit"),
    "key_facets": ("facets: space keeps, x excludes", "facettes : espace garde, x exclut"),
    "key_sort": ("the next order", "l’ordre suivant"),
    "key_mark": ("mark; M lists the marks", "coche ; M liste les articles cochés"),
    "key_cite": ("cite, and copy where possible", "cite, et copie si possible"),
    "key_raw": ("as it was in its file", "tel qu’il était dans son fichier"),
    "key_similar": ("articles like this one", "articles semblables"),
    "key_timeline": ("the answer in time", "la réponse dans le temps"),
    "key_kwic": ("the words in their contexts", "les mots dans leurs contextes"),
    "key_export": ("take away: type a file name", "exporte : tapez un nom de fichier"),
    "key_line": ("type a line as in the shell", "tape une ligne, comme dans le shell"),
    "key_cancel": ("cancel the question", "annule la question"),
}
