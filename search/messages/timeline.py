"""What a timeline says: its heading, its columns, the options of its command."""

from search.messages import Table

TABLE: Table = {
    "heading": (
        "articles by {step}, and per cent of {printed}",
        "articles par {step}, en nombre et en pourcentage de ce qui est paru ({printed})",
    ),
    "printed": (
        ("the article printed", "the {count:,} articles printed"),
        ("{count:,} article", "{count:,} articles"),
    ),
    "printed_within": (
        ("the article printed within {filters}", "the {count:,} articles printed within {filters}"),
        ("{count:,} article dans {filters}", "{count:,} articles dans {filters}"),
    ),
    "printed_column": ("printed", "parus"),
    "share": ("{share:.1f} %", "{share:.1f}\u00a0%"),
    "small_share": ("{share:.2f} %", "{share:.2f}\u00a0%"),
    "gap": ("nothing printed", "rien de paru"),
    "none_of": (
        ("no article, of {count:,} printed", "no article, of {count:,} printed"),
        ("aucun article, sur {count:,} paru", "aucun article, sur {count:,} parus"),
    ),
    "total": ("total", "total"),
    "undated": (
        ("{line}: {count:,} undated article", "{line}: {count:,} undated articles"),
        ("{line} : {count:,} article sans date", "{line} : {count:,} articles sans date"),
    ),
    "vague": (
        (
            "{line}: {count:,} article with a date too vague for a row",
            "{line}: {count:,} articles with dates too vague for a row",
        ),
        (
            "{line} : {count:,} article à la date trop imprécise, hors du tableau",
            "{line} : {count:,} articles aux dates trop imprécises, hors du tableau",
        ),
    ),
    "relaxed": (
        "{line}: no article has all these words; those with some of them are counted",
        "{line} : aucun article ne contient tous ces mots ; ceux qui en contiennent une partie sont comptés",
    ),
    "too_many": (
        "{count:,} periods are more than {max:,}: type longer periods (--by month) or a first day (--since)",
        "{count:,} périodes, plus de {max:,} : tapez des périodes plus longues (--by mois) ou un premier jour (--since)",
    ),
    "nothing_to_count": (
        "which words? type :timeline WORDS, or :timeline WORDS ; OTHER WORDS",
        "quels mots ? tapez :chronologie MOTS, ou :chronologie MOTS ; AUTRES MOTS",
    ),
    "chart_title": (
        "per cent of the articles printed, by {step}",
        "part des articles parus, par {step} (en %)",
    ),
    "no_library": (
        "a chart needs a library; type: python -m pip install 'manchette[chart]'",
        "un graphique demande un complément ; tapez : python -m pip install 'manchette[chart]'",
    ),
    "no_file": (
        "a chart is no text: type --output FILE.png",
        "un graphique n’est pas un texte : tapez --output FICHIER.png",
    ),
    "only_chart": (
        "--output is for a chart: leave --format out, or type > FILE behind the command",
        "--output sert aux graphiques : retirez --format, ou tapez > FICHIER après la commande",
    ),
    # the options
    "by": (
        "the period: {names} (default: the shortest one that fits the screen)",
        "la période : {names} (par défaut : la plus courte qui tienne à l’écran)",
    ),
    "versus": (
        "another query beside the first one (repeatable)",
        "une autre requête à côté de la première (peut être répété)",
    ),
    "output": (
        "the file to write, instead of the standard output",
        "le fichier à écrire, au lieu de la sortie standard",
    ),
}
