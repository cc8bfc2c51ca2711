"""What the importer of Zotero reads of references, by a translation server that somebody started."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.request import Request, urlopen

_MAX_SECONDS = 120


def items(server: str, references: str) -> Sequence[dict[str, Any]]:
    """Return the items that Zotero imports from a text (POST /import of zotero/translation-server)."""
    request = Request(  # noqa: S310 - the address is typed by who runs this
        f"{server}/import", references.encode(), {"Content-Type": "text/plain"}
    )
    with urlopen(request, timeout=_MAX_SECONDS) as answer:  # noqa: S310 - the same
        read: list[dict[str, Any]] = json.load(answer)
    return [item for item in read if item["itemType"] != "note"]
