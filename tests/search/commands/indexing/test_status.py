"""The command `status`."""

from pathlib import Path

from tests.conftest import Run
from tests.search.inspection import wild


def test_what_was_rejected_is_grouped_and_listed_whole_on_demand(tmp_path: Path, manchette: Run) -> None:
    wild.make(tmp_path / "presse")
    manchette("index", "presse")
    page = manchette("status").stdout
    assert "300 × a picture" in page
    assert page.count(".scan") == 2
    whole = manchette("status", "--rejected").stdout.splitlines()
    assert len(whole) == 359
    assert sum(".scan: a picture" in line for line in whole) == 300
