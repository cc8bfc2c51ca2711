"""The screens of the README are what the shell shows now; each has a text for who cannot see it."""

import os
import re
import shutil

import pytest

from index.build import build
from search.commandline.opening import open_searcher
from search.shell.current import Current
from search.shell.session import Session
from tests.conftest import ROOT, SAMPLE
from tests.screens import SCREENS, Shot, drawn, shown

FOLDER = ROOT / "tests" / "golden" / "screens"
README = (ROOT / "README.md").read_text("utf-8")
MAX_KILOBYTES = 60


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return a session on the index that `manchette demo` makes, of a copy of the sample beside it."""
    home = tmp_path_factory.mktemp("demo") / ".manchette"
    shutil.copytree(SAMPLE, home.parent / "sample")
    build(home, [home.parent / "sample"])
    return Session(Current(lambda: open_searcher(home), home))


@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: shot.name)
def test_a_screen_is_what_the_shell_shows_now(shot: Shot, demo: Session) -> None:
    articles = demo.answers.search("*").total.count
    drawing = drawn(shot.name, shown(demo, shot, articles), shot.size.columns)
    file = FOLDER / f"{shot.name}.svg"
    if os.environ.get("MANCHETTE_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(drawing, "utf-8")
    assert drawing == file.read_text("utf-8")
    assert len(drawing) < MAX_KILOBYTES * 1000
    assert not re.search(r"url\((?!#)|href|@import|<script|https?://(?!www\.w3\.org/2000/svg)", drawing)


def test_the_readme_shows_every_screen_with_a_text_and_no_other() -> None:
    images = dict(re.findall(r"!\[(.*?)\]\(tests/golden/screens/(\w+)\.svg\)", README, re.DOTALL))
    named = {name: text for text, name in images.items()}
    assert set(named) == {shot.name for shot in SCREENS} == {path.stem for path in FOLDER.iterdir()}
    assert all(len(text) > len("a screen of the shell") for text in named.values())
