"""Pages that are compared to the letter with the files of `tests/golden`.

To write them anew after a change of layout, then read the difference as a reader would:

    MANCHETTE_GOLDEN=write python -m pytest tests/search/render tests/search/shell
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "golden"


def same(name: str, text: str) -> None:
    """Assert that a text is the one of a golden file."""
    file = FOLDER / name
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")
