"""A builder that is killed between two requests to its cluster: the next build mends all, and leaves nothing behind."""

import os
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from index.build import build
from index.engine import Ask
from index.engines.opensearch.address import URL
from index.engines.opensearch.client import Client
from index.errors import IndexNotFound
from index.opening import open_engine
from index.query import Everything
from tests.support.killed import ISOLATED, KILLED
from tests.support.opensearch.cluster import Cluster
from tests.support.press import story, write_stories
from tests.support.state import ids

pytestmark = [pytest.mark.nightly, pytest.mark.no_cover, pytest.mark.long]

SCENARIOS = ("first", "update", "rebuild")
MAKING, STRIDE = 2, 3
"""The request that makes an index, and then one in so many: enough for every day."""


def killed_after(request: int, home: Path, press: Path, *, rebuild: bool) -> bool:
    """Build in a process that dies just after its nth request that changes something, before it notes that; return whether it came to that."""
    process = ISOLATED.Process(target=_build_until, args=(request, os.environ[URL], home, press, rebuild))
    process.start()
    process.join(120)
    assert process.exitcode in (0, KILLED)
    return process.exitcode == KILLED


def _build_until(request: int, url: str, home: Path, press: Path, rebuild: bool) -> None:  # noqa: FBT001 - of a process
    os.environ[URL] = url
    whole = Client.ask
    left = request

    def ask(client: Client, method: str, path: str, *body: Any, **options: Any) -> object:  # noqa: ANN401 - as they are
        nonlocal left
        answer: object = whole(client, method, path, *body, **options)
        left -= method != "GET" and "_search" not in path
        if not left:
            os._exit(KILLED)
        return answer

    Client.ask = ask  # type: ignore[method-assign,assignment]
    build(home, [press], rebuild=rebuild, engine="opensearch", entities="none", vectors=False)


def change(press: Path, turn: int) -> None:
    """Add, change, rename and remove articles, others at each turn."""
    first = 10 * turn
    for path in sorted(press.glob("*"))[:2]:
        path.unlink()
    write_stories(press, range(first, first + 5))
    (press / f"{first:04}.txt").write_text(story(first + 7), "utf-8")
    (press / f"{first + 1:04}.txt").rename(press / f"renamed-{turn}.txt")


def texts(home: Path) -> Mapping[str, str]:
    with closing(open_engine(home)) as engine:
        return {hit.article.id: hit.article.body for hit in engine.search(Everything(), Ask(1000)).hits}


def indices(cluster: Cluster, folder: Path) -> set[str]:
    """Return the indices of the archives of a folder of articles."""
    rows: Any = cluster.ask("GET", f"/_cat/indices/manchette-{folder.name}-*?format=json")
    return {row["index"].removesuffix("-beside") for row in rows}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_build_killed_after_any_request_is_completed_by_the_next(
    scenario: str, archives: Cluster, tmp_path: Path
) -> None:
    request, turn = MAKING, 1
    folder = tmp_path / f"{scenario}-0"
    while True:
        if scenario == "first":
            folder = tmp_path / f"{scenario}-{turn}"
        home, press = folder / ".manchette", folder / "presse"
        change(press, turn)
        if scenario != "first" and turn == 1:
            build(home, [press], engine="opensearch", entities="none", vectors=False)
            change(press, turn := 2)
        before = texts(home) if scenario != "first" else None
        aside = tmp_path / f"aside-{scenario}-{turn}"
        build(aside, [press], engine="tantivy", entities="none", vectors=False)
        after = texts(aside)

        was_killed = killed_after(request, home, press, rebuild=scenario == "rebuild")

        try:
            assert texts(home) in (before, after)
        except IndexNotFound:
            assert before is None
        report = build(home, [press], engine="opensearch", entities="none", vectors=False)
        assert texts(home) == after
        assert report.articles == len(ids(home)) == len(after)
        assert len(indices(archives, folder)) == 1
        if not was_killed:
            break
        request += STRIDE
        turn += 1
    assert request > 2 * STRIDE, "the requests were counted"
