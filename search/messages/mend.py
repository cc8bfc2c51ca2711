"""What to type, or to do, after something went wrong: the second half of an error."""

from search.messages import Table

TABLE: Table = {
    "index": ("type manchette index", "tapez manchette indexer"),
    "index_folder": (
        "type manchette index FOLDER, FOLDER being your articles",
        "tapez manchette indexer DOSSIER, où DOSSIER contient vos articles",
    ),
    "rebuild": ("type manchette index --rebuild", "tapez manchette indexer --rebuild"),
    "rebuild_folder": (
        "type manchette index --rebuild FOLDER, FOLDER being your articles",
        "tapez manchette indexer --rebuild DOSSIER, où DOSSIER contient vos articles",
    ),
    "rebuild_without": (
        "bring it back, or type manchette index --rebuild {roots} to do without it",
        "remettez-le en place, ou tapez manchette indexer --rebuild {roots} pour vous en passer",
    ),
    "move_away": ("move it elsewhere", "déplacez-le ailleurs"),
    "folder": ("FOLDER", "DOSSIER"),
    "check": ("type manchette check", "tapez manchette vérifier"),
    "wait": ("wait for its end", "attendez qu’elle se termine"),
    "try_again": ("try again", "réessayez"),
    "free_disk": (
        "free about {missing:,} MB and type the same again",
        "libérez environ {missing:,} Mo et retapez la même commande",
    ),
    "more_letters": (
        "type more letters of these words, or fewer patterns",
        "tapez davantage de lettres de ces mots, ou moins de motifs",
    ),
    "one_job": ("type manchette index --jobs 1", "tapez manchette indexer --jobs 1"),
    "engine": ("type --engine {engines}", "tapez --engine {engines}"),
    "narrow_dates": ("narrow the dates", "resserrez les dates"),
    "fewer_edits": ("type ~{most} at most", "tapez ~{most} au plus"),
    "fewer_wildcards": ("type fewer ?", "tapez moins de ?"),
    "fewer_words": ("type fewer words or phrases", "tapez moins de mots ou d’expressions"),
    "shorter_phrase": (
        "type fewer words or a smaller number after ~",
        "tapez moins de mots ou un plus petit nombre après ~",
    ),
}
