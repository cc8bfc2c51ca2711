"""Answers of another shape than a cluster's: whatever stands in a part of one, a command ends with an answer or with one line."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import layout
from index.build import build
from index.engines.opensearch import archive, beside, view, visit
from index.engines.opensearch.client import Client
from index.opening import open_engine
from search import cli
from tests.support.opensearch.cluster import Cluster

pytestmark = pytest.mark.opensearch

Json: TypeAlias = Any

ARTICLES = (
    "Grève au port\n\nMoussa Diallo et la mairie de Dakar ont discuté de la grève du port de Dakar.\n",
    "Le port rouvre\n\nLe port de Dakar rouvre, dit Moussa Diallo. Le port est ouvert.\n",
)

COMMANDS = (
    ("query", "port", "--facet", "person", "--facet", "place", "--facet", "year"),
    ("query", "port", "--sort", "newest", "--collapse", "--format", "json"),
    ("query", "prott OR gr*ve", "--explain"),
    ("query", "--count", "dakar"),
    ("facets", "place"),
    ("timeline", "port"),
    ("kwic", "port"),
    ("show", "ID"),
    ("show", "--raw", "ID"),
    ("similar", "ID"),
    ("companions", "port"),
    ("entities", "list", "place"),
    ("status",),
)

DEEP: Json = [[[[[[[[[[None]]]]]]]]]]
REMOVED = object()
ODD = st.sampled_from(
    [REMOVED, None, True, -1, 10**30, float("inf"), float("nan"), "", "x", "\x1b[31m\n", [], [None], {}, DEEP]
)


def _request(method: str, path: str, body: object, parameters: Mapping[str, object]) -> str:
    """Return what a request is known by: all but the point in time that it is in."""
    asked = dict(body) if isinstance(body, dict) else str(body)
    if isinstance(asked, dict):
        asked.pop("pit", None)
        asked.pop("pit_id", None)
    return json.dumps([method, path, asked, sorted(parameters)], sort_keys=True, default=str)


Change: TypeAlias = tuple[str, tuple[Json, ...], object]
"""Which answer is changed, by its request; where; what stands there."""


class Replay:
    """A cluster that gives the answers that the real one gave."""

    def __init__(self) -> None:
        self.known: dict[str, Json] = {}
        self.asked: list[str] = []

    @contextmanager
    def recording(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        real = Client.ask

        def ask(client: Client, method: str, path: str, body: Json = None, **parameters: Json) -> Json:
            answer = real(client, method, path, body, **parameters)
            request = _request(method, path, body, parameters)
            self.known[request] = deepcopy(answer)
            self.asked.append(request)
            return answer

        with patch.context() as patched:
            patched.setattr(Client, "ask", ask)
            visit.cache_clear()
            yield

    @contextmanager
    def replaying(self, patch: pytest.MonkeyPatch, change: Change | None = None) -> Iterator[None]:
        """Give these answers to every command, one of them changed: a part of it is another one, or is not there."""

        def ask(_: Client, method: str, path: str, body: Json = None, **parameters: Json) -> Json:
            request = _request(method, path, body, parameters)
            answer = deepcopy(self.known.get(request, {}))
            return changed(answer, *change[1:]) if change and change[0] == request else answer

        with patch.context() as patched:
            patched.setattr(Client, "ask", ask)
            visit.cache_clear()
            yield


def places(answer: object, at: tuple[Json, ...] = ()) -> Iterator[tuple[Json, ...]]:
    """Yield the place of each part of an answer."""
    if at:
        yield at
    if isinstance(answer, dict):
        for name, part in answer.items():
            yield from places(part, (*at, name))
    if isinstance(answer, list):
        for number, part in enumerate(answer[:3]):
            yield from places(part, (*at, number))


def changed(answer: Json, place: tuple[Json, ...], odd: object) -> Json:
    """Return an answer with something else at a place, or nothing."""
    *before, last = place
    part = answer
    for name in before:
        part = part[name]
    if odd is REMOVED:
        del part[last]
    else:
        part[last] = odd
    return answer


def opened_ids(folder: Path) -> set[str]:
    """Return the ids of the articles of an index."""
    engine = open_engine(folder / ".manchette")
    try:
        return engine.ids()
    finally:
        engine.close()


@pytest.fixture
def recorded(
    archives: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[Replay, tuple[str, ...]]]:
    """Return the commands of a reader elsewhere, each with the answers that the cluster gave to it."""
    folder = tmp_path / "presse"
    folder.mkdir()
    for number, article in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(article, "utf-8")
    build(folder / ".manchette", (folder,), engine="opensearch")
    location = archive.read(layout.engine(layout.generation(folder / ".manchette", 1)))
    address = f"{archives.url.replace('http', 'opensearch')}/{location.archive}"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setattr(view, "READER_SECONDS", 0.0)
    monkeypatch.setattr(beside, "READER_SECONDS", 0.0)
    monkeypatch.setattr(archive, "READER_SECONDS", 0.0)
    monkeypatch.setattr(view, "_PAUSE_SECONDS", 0.0)
    [article_id, *_] = sorted(opened_ids(folder))
    found = []
    for command in COMMANDS:
        replay, words = Replay(), [word.replace("ID", article_id) for word in command]
        with replay.recording(monkeypatch):
            assert cli.main(["-i", address, *words]) in (0, 1), words
        found.append((replay, ("-i", address, *words)))
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_any_json_in_place_of_a_part_of_an_answer_is_an_answer_or_one_line(
    data: st.DataObject,
    recorded: list[tuple[Replay, tuple[str, ...]]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    replay, words = data.draw(st.sampled_from(recorded))
    request = data.draw(st.sampled_from(sorted(set(replay.asked))))
    place = data.draw(st.sampled_from(list(places(replay.known[request])) or [()]))
    if not place:
        return
    capsys.readouterr()
    with replay.replaying(monkeypatch, (request, place, data.draw(ODD))):
        status = cli.main(words)
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    complaints = [line for line in err.splitlines() if line.startswith("manchette: ")]
    assert status in (0, 1) or (status, complaints) == (2, err.splitlines()[-1:]), err


def test_the_answers_that_are_replayed_are_those_that_were_given(
    recorded: list[tuple[Replay, tuple[str, ...]]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def shown(words: tuple[str, ...]) -> tuple[int, str]:
        status = cli.main(words)
        return status, re.sub('"seconds": [0-9.]+', "", capsys.readouterr().out)

    capsys.readouterr()
    for replay, words in recorded:
        given = shown(words)
        with replay.replaying(monkeypatch):
            assert shown(words) == given
