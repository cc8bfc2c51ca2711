"""The command `show`."""

from pathlib import Path

from tests.conftest import Run


def test_an_article_is_shown_whole_and_as_it_was_in_its_file(home: Path, manchette: Run) -> None:
    article_id = manchette(
        "query", "title:marché", "-n", "1", "--format", "ids", "-i", str(home)
    ).stdout.strip()
    shown = manchette("show", article_id, "-i", str(home))
    assert shown.returncode == 0
    assert "marché" in shown.stdout.lower()
    raw = manchette("show", article_id, "--raw", "-i", str(home))
    assert len(raw.stdout) > 300
    absent = manchette("show", "nothing", "-i", str(home))
    assert (absent.returncode, absent.stdout) == (2, "")
