"""What the machine that builds is shown of an archive on its cluster."""

import shutil
from pathlib import Path

import pytest

from corpus.message import message
from index.build import build
from index.check import check
from index.engines.opensearch import condition
from tests.index.engines.opensearch.archives import address_of, build_archive, write_press
from tests.support.press import write_stories

pytestmark = pytest.mark.usefixtures("archives")


def test_a_home_restored_from_before_a_rebuild_is_said_to_have_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(condition, "_WAIT_SECONDS", 0)
    write_press(tmp_path / "presse")
    home = build_archive(tmp_path)
    assert not list(check(home))

    shutil.copytree(home, tmp_path / "kept")
    build_archive(tmp_path, rebuild=True)
    shutil.rmtree(home)
    (tmp_path / "kept").rename(home)
    [problem] = check(home)

    assert (problem.what.code, problem.mend) == ("cluster.index_gone", message("mend.rebuild"))


def test_a_build_reports_the_address_with_which_other_machines_read(tmp_path: Path) -> None:
    home, press = tmp_path / ".manchette", tmp_path / "presse"
    write_stories(press, range(2))

    assert build(home, [press], engine="whoosh").address == ""
    report = build(home, engine="opensearch", entities="none", vectors=False)

    assert report.address == address_of(home)
