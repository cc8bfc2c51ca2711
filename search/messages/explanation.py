"""What an explanation says: how a line was read, what was looked for, why an article has its rank."""

from search.messages import Table

TABLE: Table = {
    "typed": ("typed:", "saisie :"),
    "read": ("read as:", "comprise :"),
    "names": ("names:", "noms :"),
    "looked_for": (
        "looked for, and the articles that have it:",
        "ce qui est cherché, et les articles qui l’ont :",
    ),
    "ignored": (
        "not looked for, too common (they count between quotes): {words}",
        "non cherchés, trop courants (ils comptent entre guillemets) : {words}",
    ),
    "weight": ("weight {weight}", "poids {weight}"),
    "needed": (
        "An article needs words that weigh {least} of {all} together: a rare word weighs more than a frequent one.",
        "Un article doit avoir des mots qui pèsent {least} sur {all} : un mot rare pèse plus qu’un mot fréquent.",
    ),
    "more_terms": (("{count:,} more", "{count:,} more"), ("{count:,} autre", "{count:,} autres")),
    "why": ("why result {rank}:", "pourquoi le résultat {rank} :"),
    "of_reprint": (
        "its place is that of its reprint {id}, which it stands for",
        "sa place est celle de sa reprise {id}, qu’il représente",
    ),
    "points": ("{points:.2f}", "{points:.2f}"),
    "total": ("score", "score"),
    "other_name": ("another name", "autre nom"),
    "any_form": ("in any form", "sous toutes ses formes"),
    "as_typed": ("exactly this word", "exactement ce mot"),
    "headline": ("in the headline", "dans le titre"),
    "in_order": ("in this order", "dans cet ordre"),
    "pattern": ("fits the pattern", "répond au motif"),
    "closeness": ("what the article is about", "le sujet de l’article"),
    "closeness_role": ("close to the query", "proche de la requête"),
    "by_day": (
        "The order is that of the days: the score decides nothing here.",
        "L’ordre est celui des jours : le score ne décide de rien ici.",
    ),
    "no_score": (
        "Nothing in this query scores: the newest articles come first.",
        "Rien dans cette requête ne donne de points : les articles récents viennent d’abord.",
    ),
    "how_points": (
        "A word gives more points where it is rare in the index and frequent in the article, and in a short article.",
        "Un mot donne plus de points s’il est rare dans l’index, fréquent dans l’article, et si l’article est court.",
    ),
}
