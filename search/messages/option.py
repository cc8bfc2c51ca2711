"""What the help says of the arguments and the options of the commands."""

from search.messages import Table

TABLE: Table = {
    # options of every command
    "help": ("show this help", "affiche cette aide"),
    "version": ("show the version", "affiche la version"),
    "index_option": (
        "the index, a folder or an address (default: .manchette here or above)",
        "l’index, un dossier ou une adresse (par défaut : .manchette, ici ou plus haut)",
    ),
    "language_option": (
        "the language of messages (default: MANCHETTE_LANG, then the locale)",
        "la langue des messages (par défaut : MANCHETTE_LANG, puis la langue du système)",
    ),
    # the notebook
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
    # one command
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
}
