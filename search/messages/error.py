"""How an error is put together, and what the system reports."""

from search.messages import Table

TABLE: Table = {
    "another_package": (
        "{path} hides the package {name} of manchette: take it off PYTHONPATH, or type pipx install . instead of pip",
        "{path} masque le paquet {name} de manchette\u00a0: retirez-le de PYTHONPATH, ou tapez pipx install . plutôt que pip",
    ),
    "mended": ("{what}: {mend}", "{what} : {mend}"),
}
