"""The command `formats`."""

import json

from corpus.formats.table import FORMATS
from tests.conftest import Run


def test_it_lists_every_format(manchette: Run) -> None:
    listed = manchette("formats").stdout
    assert all(f"{known.name} " in listed for known in FORMATS)
    written = json.loads(manchette("formats", "--format", "json").stdout)["formats"]
    assert {row["format"] for row in written} == {known.name for known in FORMATS}
    assert manchette("formats", "--lang", "fr").stdout != listed
