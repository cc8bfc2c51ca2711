"""What is said of the words and names by which an answer differs: from all articles, and from another answer."""

from search.messages import Table

TABLE: Table = {
    "articles_of": (
        ("{query} · {count:,} article of {total:,}", "{query} · {count:,} articles of {total:,}"),
        ("{query} · {count:,} article sur {total:,}", "{query} · {count:,} articles sur {total:,}"),
    ),
    "answer": (
        ("{query} · {count:,} article", "{query} · {count:,} articles"),
        ("{query} · {count:,} article", "{query} · {count:,} articles"),
    ),
    "both": (
        ("{count:,} article in both", "{count:,} articles in both"),
        ("{count:,} article en commun", "{count:,} articles en commun"),
    ),
    "read": (
        "words found in {count:,} of them, then counted in all",
        "mots relevés dans {count:,} d’entre eux, puis comptés dans tous",
    ),
    "read_two": (
        "words found in {first:,} and {second:,} of them, then counted in all",
        "mots relevés dans {first:,} et {second:,} d’entre eux, puis comptés dans tous",
    ),
    "relaxed": ("no article has all the words", "aucun article ne contient tous les mots"),
    "words": ("words", "mots"),
    "names": ("names", "noms"),
    "here": ("here", "ici"),
    "everywhere": ("all", "total"),
    "other": ("other", "autre"),
    "times": ("×", "×"),
    "nothing": (
        "no word or name is significantly more frequent in this answer",
        "aucun mot ni nom n’est nettement plus fréquent dans cette réponse",
    ),
    "nothing_between": (
        "no word or name sets these answers apart",
        "aucun mot ni nom ne distingue ces réponses",
    ),
    "field": (
        "words, person, org, place or all (all)",
        "words (les mots), person, org, place ou all (tout)",
    ),
    "limit": ("words and names to show (20), 0 for all", "mots et noms à afficher (20), 0 pour tous"),
    "limit_side": (
        "words and names of each answer (10), 0 for all",
        "mots et noms de chaque réponse (10), 0 pour tous",
    ),
    "one_answer": (
        'a query; in quotes if it has several words: "gilets jaunes"',
        'une requête ; entre guillemets si elle a plusieurs mots : "gilets jaunes"',
    ),
    "which_query": (
        "companions of which query? search first, or type it: :companions laïcité",
        "les mots de quelle requête ? cherchez d’abord, ou tapez-la : :compagnons laïcité",
    ),
    "which_two": (
        "compare what? type two queries with ; between them: :compare voile ; kippa",
        "comparer quoi ? tapez deux requêtes séparées par ; : :comparer voile ; kippa",
    ),
}
