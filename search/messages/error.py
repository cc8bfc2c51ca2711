"""How an error is put together, and what the system reports."""

from search.messages import Table

TABLE: Table = {
    "mended": ("{what}: {mend}", "{what}\u00a0: {mend}"),
}
