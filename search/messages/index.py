"""What is wrong with an index, or with what one asks of it."""

from search.messages import Table

TABLE: Table = {
    "not_found": ("no index in {home}", "il n’y a pas d’index dans {home}"),
    "not_found_above": (
        "no index in {folder} or above",
        "il n’y a pas d’index dans {folder} ni dans les dossiers qui le contiennent",
    ),
    "nothing_to_index": ("nothing to index in {folder}", "rien à indexer dans {folder}"),
    "other_version": (
        "the index in {home} was made by another version of manchette",
        "l’index de {home} vient d’une autre version de manchette",
    ),
    "busy": (
        "another build of {home} is under way",
        "une autre indexation de {home} est en cours",
    ),
    "root_gone": (
        "{root}, which is in the index, is not there",
        "{root}, qui figure dans l’index, est introuvable",
    ),
    "root_stays": (
        "not there; what the index has of it stays: {remedy}",
        "introuvable ; ce que l’index en contient y reste : {remedy}",
    ),
    "unfit_text": (
        "{path} is not a text of {most} MB at most",
        "{path} n’est pas un texte de {most} Mo au plus",
    ),
    "process_ended": (
        "a process of the build came to an end, perhaps for want of memory",
        "un processus de l’indexation s’est arrêté, peut-être faute de mémoire",
    ),
    "no_such_engine": ('there is no engine "{engine}"', "le moteur « {engine} » n’existe pas"),
    "engine_not_installed": (
        "the engine {engine} is not installed",
        "le moteur {engine} n’est pas installé",
    ),
    "built_elsewhere": (
        "another machine builds the index that {home} reads",
        "l’index que lit {home} est construit sur une autre machine",
    ),
    "damaged_engine": (
        "the index in {path} cannot be read ({cause})",
        "l’index de {path} est illisible ({cause})",
    ),
    "damaged_file": ("{path} cannot be read ({cause})", "{path} est illisible ({cause})"),
    "cut_vectors": ("it is not a whole file of vectors", "ce n’est pas un fichier de vecteurs complet"),
    "damaged_catalog": (
        "the catalog {path} cannot be read ({cause})",
        "le catalogue {path} est illisible ({cause})",
    ),
    "other_catalog": ("it is not a catalog of this version", "ce n’est pas un catalogue de cette version"),
    "damaged_text": (
        "a text of the catalog cannot be read ({cause})",
        "un texte du catalogue est illisible ({cause})",
    ),
    "catalog_in_use": (
        "another process holds the catalog {path}",
        "un autre processus occupe le catalogue {path}",
    ),
    "disk_full": (
        "the disk is full: the file system {disk} has {free:.1f} MB left, too little for the index in {home}",
        "le disque est plein : il reste {free:.1f} Mo sur le système de fichiers {disk}, trop peu pour l’index de {home}",
    ),
    "quota_full": (
        "your quota of the file system {disk} is used up, too little is left for the index in {home}",
        "votre quota du système de fichiers {disk} est épuisé, il reste trop peu pour l’index de {home}",
    ),
    "interrupted": (
        "a build was interrupted between two commits",
        "une indexation a été interrompue avant la fin de l’enregistrement",
    ),
    "file_changed": (
        "the file {name} of the index is not as it was written",
        "le fichier {name} de l’index a changé depuis son écriture",
    ),
    "file_unsealed": (
        "the seal of the index, by which changed files are found, does not name the file {name}",
        "le sceau de l’index, qui révèle les fichiers modifiés, ne nomme pas le fichier {name}",
    ),
    "damaged_sketch": (
        "the sketch of {id}, by which near-duplicates are found, is damaged",
        "l’empreinte de {id}, qui révèle ses reprises, est endommagée",
    ),
    "damaged_lines": (
        "the lines of {id}, by which recurring ones are found, are damaged",
        "les lignes de {id}, qui révèlent celles qui reviennent, sont endommagées",
    ),
    "furniture_changed": (
        "the recurring lines that are left out are not those of the articles",
        "les lignes répétées mises de côté ne sont pas celles des articles",
    ),
    "no_stories": (
        "{path}, which has the stories that several articles print, is missing",
        "{path}, qui contient les textes repris par plusieurs articles, manque",
    ),
    "cut_stories": ("it is not a whole file of stories", "ce n’est pas un fichier de reprises complet"),
    "no_names": (
        "{path}, which has the names that are one entity, is missing",
        "{path}, qui contient les noms d’une même entité, manque",
    ),
    "cut_names": ("it is not a whole file of names", "ce n’est pas un fichier de noms complet"),
    "stories_changed": (
        "near-duplicates are not those of the articles",
        "les reprises ne sont pas celles des articles",
    ),
    "no_seal": (
        "the seal {path}, by which changed files are found, is missing or cannot be read",
        "le sceau {path}, qui révèle les fichiers modifiés, manque ou est illisible",
    ),
    "catalog_unsound": (
        "the catalog does not hold together",
        "le catalogue est incohérent",
    ),
    "texts_changed": (
        (
            "{count:,} text of the catalog is not as it was read",
            "{count:,} texts of the catalog are not as they were read",
        ),
        (
            "{count:,} texte du catalogue a changé depuis sa lecture",
            "{count:,} textes du catalogue ont changé depuis leur lecture",
        ),
    ),
    "articles_unfiled": (
        (
            "{count:,} article of the catalog is of a file that the catalog does not have",
            "{count:,} articles of the catalog are of files that the catalog does not have",
        ),
        (
            "{count:,} article du catalogue vient d’un fichier que le catalogue n’a pas",
            "{count:,} articles du catalogue viennent de fichiers que le catalogue n’a pas",
        ),
    ),
    "names_changed": (
        "the names that the catalog counts and merges are not those of its articles",
        "les noms que le catalogue compte et fusionne ne sont pas ceux de ses articles",
    ),
    "not_in_catalog": (
        (
            "{count:,} article of the index is not in the catalog",
            "{count:,} articles of the index are not in the catalog",
        ),
        (
            "{count:,} article de l’index manque au catalogue",
            "{count:,} articles de l’index manquent au catalogue",
        ),
    ),
    "not_in_index": (
        (
            "{count:,} article of the catalog is not in the index",
            "{count:,} articles of the catalog are not in the index",
        ),
        (
            "{count:,} article du catalogue manque à l’index",
            "{count:,} articles du catalogue manquent à l’index",
        ),
    ),
    "articles_unreadable": (
        ("{count:,} of {total:,} articles cannot be read", "{count:,} of {total:,} articles cannot be read"),
        (
            "{count:,} article sur {total:,} est illisible",
            "{count:,} articles sur {total:,} sont illisibles",
        ),
    ),
    "no_answer": ("the index could not answer ({cause})", "l’index n’a pas pu répondre ({cause})"),
    "too_many_days": (
        "more than {most:,} different days are too many to count",
        "plus de {most:,} jours différents, c’est trop pour les compter",
    ),
    "too_many_edits": (
        "~{edits} is too far for the engine tantivy",
        "~{edits} est trop éloigné pour le moteur tantivy",
    ),
    "pattern_too_long": (
        "{pattern} is too long for the engine tantivy",
        "{pattern} est trop long pour le moteur tantivy",
    ),
    "patterns_too_wide": (
        "{pattern} stands for {words}: the words with *, ? or ~ of this query are too much work for the engine",
        "{pattern} vaut pour {words} : les mots avec *, ? ou ~ de cette requête demandent trop de travail au moteur",
    ),
    "words": (("{count:,} word", "{count:,} words"), ("{count:,} mot", "{count:,} mots")),
    "words_too_frequent": (
        "the words of this query stand in too many articles to be looked for together",
        "les mots de cette requête figurent dans trop d’articles pour être cherchés ensemble",
    ),
    "phrases_too_frequent": (
        "“{phrase}” has frequent words: the phrases of this query are too much work for the engine",
        "« {phrase} » a des mots fréquents : les expressions de cette requête demandent trop de travail au moteur",
    ),
    "phrase_too_frequent": (
        "“{phrase}”~{slop} has words too frequent to be looked for this far apart",
        "« {phrase} »~{slop} a des mots trop fréquents pour être cherchés si loin l’un de l’autre",
    ),
}
