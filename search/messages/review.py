"""What a press review says around the articles."""

from search.messages import Table

TABLE: Table = {
    "press_review": ("Press review", "Revue de presse"),
    "every_article": ("All articles", "Tous les articles"),
    "chosen_articles": ("Chosen articles", "Articles choisis"),
    "made": ("Made on {day}", "Faite le {day}"),
    "from_to": ("{articles}, {first} to {last}", "{articles}, du {first} au {last}"),
    "of_day": ("{articles}, {day}", "{articles}, {day}"),
    "of_answer": (
        ("{articles} of {count:,} found", "{articles} of {count:,} found"),
        ("{articles} sur {count:,} trouvé", "{articles} sur {count:,} trouvés"),
    ),
    "relaxed": (
        "No article has all the words of the query: these have some of them.",
        "Aucun article ne contient tous les mots de la requête : ceux-ci en ont une partie.",
    ),
    "query": ("Query: {query}", "Requête : {query}"),
    "filters": ("Filters: {filters}", "Filtres : {filters}"),
    # the parts
    "to_articles": ("Go to the articles", "Aller aux articles"),
    "contents": ("Contents", "Sommaire"),
    "back_to_contents": ("Contents", "Sommaire"),
    "over_time": ("Over time", "Dans le temps"),
    "names": ("Names and sources", "Noms et journaux"),
    "articles": ("Articles", "Articles"),
    # the facets
    "show_all": ("Show all articles", "Montrer tous les articles"),
    "unfold_all": ("Unfold all texts", "Déplier tous les textes"),
    "fold_all": ("Fold all texts", "Replier tous les textes"),
    "shown": ("{shown} of {all} articles shown", "{shown} articles montrés sur {all}"),
    # the timeline
    "counts_by_day": ("Articles by day", "Articles par jour"),
    "counts_by_month": ("Articles by month", "Articles par mois"),
    "counts_by_year": ("Articles by year", "Articles par an"),
    "counts_by_decade": ("Articles by decade", "Articles par décennie"),
    "shares_by_day": ("Share of the articles of each day", "Part des articles de chaque jour"),
    "shares_by_month": ("Share of the articles of each month", "Part des articles de chaque mois"),
    "shares_by_year": ("Share of the articles of each year", "Part des articles de chaque année"),
    "shares_by_decade": ("Share of the articles of each decade", "Part des articles de chaque décennie"),
    "highest": ("{scale}; the highest: {value}, {period}", "{scale} ; au plus haut : {value}, {period}"),
    "share": ("{share:,}%", "{share:,}\u202f%"),
    "bar": ("{period}: {articles}", "{period} : {articles}"),
    "bar_of_printed": (
        "{period}: {articles} of {printed:,}, {share}",
        "{period} : {articles} sur {printed:,}, soit {share}",
    ),
    "gap": ("{period}: the index has no article", "{period} : l’index n’a aucun article"),
    "gaps": ("Hatched: the index has no article.", "Hachuré : l’index n’a aucun article."),
    "not_in_time": (
        (
            "{count:,} article without a date, or without one that is exact enough, is not shown here.",
            "{count:,} articles without a date, or without one that is exact enough, are not shown here.",
        ),
        (
            "{count:,} article sans date, ou sans date assez précise, n’y figure pas.",
            "{count:,} articles sans date, ou sans date assez précise, n’y figurent pas.",
        ),
    ),
    "figures": ("The figures", "Les chiffres"),
    "period": ("Period", "Période"),
    "printed": ("In the index", "Dans l’index"),
    "share_label": ("Share", "Part"),
    # an article
    "whole_text": (
        ("Whole text ({count:,} word)", "Whole text ({count:,} words)"),
        ("Texte entier ({count:,} mot)", "Texte entier ({count:,} mots)"),
    ),
    "also_in": ("Also in {sources}", "Aussi dans {sources}"),
    "printed_on": ("{source} ({days})", "{source} ({days})"),
    "read_on": ("Read on {site}", "Lire sur {site}"),
    # the foot
    "rights": (
        "Made with Manchette. The articles belong to their publishers: this review is for your own use.",
        "Fait avec Manchette. Les articles appartiennent à leurs éditeurs : cette revue est à votre seul usage.",
    ),
    # days in words
    "with_weekday": ("{weekday} {day}", "{weekday} {day}"),
    "day_of_month": ("{day}\u00a0{month}", "{day}\u00a0{month}"),
    "month_of_year": ("{month} {year}", "{month} {year}"),
    "first_of_month": ("1", "1er"),
    "decade": ("{decade}s", "années {decade}"),
    "monday": ("Monday", "lundi"),
    "tuesday": ("Tuesday", "mardi"),
    "wednesday": ("Wednesday", "mercredi"),
    "thursday": ("Thursday", "jeudi"),
    "friday": ("Friday", "vendredi"),
    "saturday": ("Saturday", "samedi"),
    "sunday": ("Sunday", "dimanche"),
    "january": ("January", "janvier"),
    "february": ("February", "février"),
    "march": ("March", "mars"),
    "april": ("April", "avril"),
    "may": ("May", "mai"),
    "june": ("June", "juin"),
    "july": ("July", "juillet"),
    "august": ("August", "août"),
    "september": ("September", "septembre"),
    "october": ("October", "octobre"),
    "november": ("November", "novembre"),
    "december": ("December", "décembre"),
}
