"""How an error is put together, and what the system reports."""

from search.messages import Table, say

TABLE: Table = {
    "system": ("{subject}: {cause}", "{subject} : {cause}"),
    "the_system": ("the system", "le système"),
    "mended": ("{what}: {mend}", "{what} : {mend}"),
}


def system_error(raised: OSError) -> str:
    """Return what the system reports, with the file that it is about."""
    subject = str(raised.filename) if raised.filename else say("error.the_system")
    return say("error.system", subject=subject, cause=raised.strerror or str(raised))
