"""The command `show`."""

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("words", [["\udce9"], ["--raw", "\udce9"], ["--raw", "a\x1b"]])
def test_what_cannot_be_an_id_is_no_article(words: list[str], home: Path, manchette: Run) -> None:
    shown = manchette("show", *words, "-i", str(home))
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.startswith("manchette: there is no article")
