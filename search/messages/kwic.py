"""What a concordance says: its heading, the options of its command."""

from search.messages import Table

TABLE: Table = {
    "occurrences": (
        ("{count:,} occurrence", "{count:,} occurrences"),
        ("{count:,} occurrence", "{count:,} occurrences"),
    ),
    "in_articles": (
        ("{occurrences} in {count:,} article", "{occurrences} in {count:,} articles"),
        ("{occurrences} dans {count:,} article", "{occurrences} dans {count:,} articles"),
    ),
    "shown": ("{heading} (the first {number:,})", "{heading} (les {number:,} premières)"),
    "unread": (
        (
            "read: the first article of {matching:,}; {option} reads all of them",
            "read: the first {count:,} articles of {matching:,}; {option} reads all of them",
        ),
        (
            "lu : le premier article sur {matching:,} ; {option} les lit tous",
            "lus : les {count:,} premiers articles sur {matching:,} ; {option} les lit tous",
        ),
    ),
    "reprints": (
        (
            "{count:,} reprint is left out: type :collapse off",
            "{count:,} reprints are left out: type :collapse off",
        ),
        (
            "{count:,} reprise est laissée de côté : tapez :regrouper non",
            "{count:,} reprises sont laissées de côté : tapez :regrouper non",
        ),
    ),
    "in_headline": ("{sign}: in a headline", "{sign} : dans un titre"),
    "headline_sign": ("h", "t"),
    "no_word": (
        "this query looks for no word in the texts: type a word, or a name in quotes without its field",
        "cette requête ne cherche aucun mot dans les textes : tapez un mot, ou un nom entre guillemets sans son champ",
    ),
    "nothing_to_show": (
        "which words? type :kwic WORDS",
        "quels mots ? tapez :concordance MOTS",
    ),
    # the options
    "sort": (
        "the order: that of the articles, or of the words before (left) or behind (right)",
        "l’ordre : celui des articles, ou des mots qui précèdent (gauche) ou qui suivent (droite)",
    ),
    "context": (
        "characters on each side, where there is room for them (default: {number})",
        "caractères de chaque côté, s’il y a la place (par défaut : {number})",
    ),
    "limit": (
        "occurrences to show, 0 for all (default: {number})",
        "occurrences à afficher, 0 pour toutes (par défaut : {number})",
    ),
    "every": (
        "read every article of the answer, not the first {number:,}",
        "lit tous les articles de la réponse, non les {number:,} premiers",
    ),
}
