"""What is doubtful about an article that would be read, each behind its number of articles."""

from search.messages import Table

TABLE: Table = {
    "abstract_only": ("an abstract alone, without the text", "un résumé seul, sans le texte"),
    "cut_cell": (
        "cut at {limit:,} characters, where a spreadsheet cuts",
        "coupés à {limit:,} caractères, la limite d’un tableur",
    ),
    "broken_off": ("cut, for the file breaks off there", "coupés, car le fichier s’arrête là"),
    "cut_by_service": ("cut by the service that gave them", "coupés par le service qui les a fournis"),
    "future": ("dated in the future", "datés dans l’avenir"),
    "too_early": ("web pages dated before {year}", "pages web datées d’avant {year}"),
    "paywall": ("for subscribers, perhaps cut", "réservés aux abonnés, peut-être coupés"),
}
