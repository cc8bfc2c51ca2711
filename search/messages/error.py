"""How an error is put together, and what the system reports."""

from search.messages import Table

TABLE: Table = {
    "another_package": (
        "{path} hides the package {name} of manchette: take it off PYTHONPATH, or type pipx install . instead of pip",
        "{path} masque le paquet {name} de manchette\u00a0: retirez-le de PYTHONPATH, ou tapez pipx install . plutôt que pip",
    ),
    "mended": ("{what}: {mend}", "{what} : {mend}"),
    "system": ("{path}: {cause}", "{path} : {cause}"),
    "the_system": ("the system", "le système"),
    "no_memory": (
        "there is not enough memory: close other programs and try again; --jobs 1 needs the least to index",
        "la mémoire ne suffit pas : fermez d’autres programmes et réessayez ; --jobs 1 en demande le moins pour indexer",
    ),
    "no_such_file": ("No such file or directory", "fichier ou dossier introuvable"),
    "permission_denied": ("Permission denied", "accès refusé"),
    "not_permitted": ("Operation not permitted", "opération interdite"),
    "disk_full": ("No space left on device", "il n’y a plus de place sur le disque"),
    "disk_fails": (
        "Input/output error: the disk may be failing",
        "erreur d’entrée-sortie : le disque est peut-être défaillant",
    ),
    "quota_exceeded": ("Disk quota exceeded", "le quota de disque est dépassé"),
    "read_only": ("Read-only file system", "le disque est en lecture seule"),
    "out_of_memory": ("Cannot allocate memory", "la mémoire ne suffit pas"),
    "too_many_files": ("Too many open files", "trop de fichiers ouverts"),
    "is_a_folder": ("Is a directory", "est un dossier"),
    "file_exists": ("File exists", "il y a déjà un fichier de ce nom"),
    "file_too_large": (
        "File too large: the system limits the size of files (ulimit -f)",
        "le système limite la taille des fichiers (ulimit -f)",
    ),
    "path_too_long": ("File name too long", "le nom du fichier ou du dossier est trop long"),
    "links_in_circle": ("Too many levels of symbolic links", "des liens tournent en rond"),
    "not_a_folder": ("Not a directory", "n’est pas un dossier"),
}
