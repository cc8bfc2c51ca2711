"""A piece that crashes its parser, or keeps it busy, costs one line of the report, and nothing beside it."""

import ctypes
import multiprocessing
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial

import pytest

from corpus import Article, Piece, Rejected
from corpus.article import Found
from corpus.clipping import Bundle, Clipping
from corpus.errors import Unreadable
from corpus.message import message
from index.building import reading, workers
from index.building.reading import instead, read, read_guarded, reader, until_it_fails
from index.building.workers import Say, Workers
from index.errors import IndexFailure

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits")

Make = Callable[[str, str], Article]


def article(raw: str, name: str) -> Article:
    return Article(id=raw, title=raw, title_found=Found.LINE, body=raw, raw=raw, path=name)


def busy(_raw: str, _name: str) -> Article:
    """Be busy in C, which no exception and no signal of Python interrupts."""
    re.match("(?:a|a)*b", "a" * 99)
    raise AssertionError


def greedy(raw: str, name: str) -> Article:
    return article(f"{raw}{len(bytearray(2 * reading.MEMORY_BYTES))}", name)


def killed(_raw: str, _name: str) -> Article:
    ctypes.string_at(0)
    raise AssertionError


def aborted(_raw: str, _name: str) -> Article:
    os.abort()


def left(_raw: str, _name: str) -> Article:
    os._exit(0)


def exits(_raw: str, _name: str) -> Article:
    sys.exit(3)


def confused(_raw: str, _name: str) -> Article:
    raise KeyError("\x1b[31m" + "x" * 10_000)


def deep(raw: str, name: str) -> Article:
    return deep(raw, name)


def unreadable(_raw: str, _name: str) -> Article:
    raise Unreadable("reading.empty")


def talkative(raw: str, name: str) -> Article:
    os.write(1, b"out")
    os.write(2, b"err")
    sys.stdout.write("out")
    sys.stderr.write("err")
    return article(raw, name)


def interrupted(_raw: str, _name: str) -> Article:
    raise KeyboardInterrupt


def asleep(_raw: str, _name: str) -> Article:
    time.sleep(300)
    raise AssertionError


CAUSES: dict[Make, str] = {
    busy: "reading.took_too_long (seconds=2)",
    greedy: "reading.too_much_memory (megabytes=1024)",
    killed: "reading.crashed",
    aborted: "reading.crashed",
    left: "reading.crashed",
    exits: "reading.crashed",
    deep: "reading.nested_too_deep",
    unreadable: "reading.empty",
}


def clipping(number: int, make: Make = article) -> Clipping:
    return Clipping(f"t{number}", message("reading.line", line=number), "a.html", make, guarded=True)


def rejected(number: int, make: Make) -> str:
    return f"reading.line (line={number}): {CAUSES[make]}"


def briefly(pieces: Sequence[Piece], say: Say) -> list[list[Article | Rejected]]:
    reading.CPU_SECONDS = 2
    return read(pieces, say)


def cut(makes: Iterable[Make]) -> Iterator[Clipping]:
    for number, make in enumerate(makes):
        yield clipping(number, make)


def cut_and_fail(count: int, failure: Make) -> Iterator[Clipping]:
    yield from cut([article] * count)
    failure("", "")


def shown(found: Iterable[Article | Rejected]) -> list[str]:
    return [one.id if isinstance(one, Article) else f"{one.where or one.path}: {one.reason}" for one in found]


def each(pieces: Sequence[Piece]) -> list[str]:
    with closing(reader()) as process:
        return shown(read_guarded(pieces, process))


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Sequence[Piece]], list[str]]]:
    """Return a function that reads pieces in one process, each in two seconds."""
    monkeypatch.setattr(reading, "CPU_SECONDS", 2)
    with closing(Workers(briefly, 1, instead)) as process:
        yield lambda pieces: [line for made in process.submit(pieces).result() for line in shown(made)]


@pytest.mark.parametrize("make", CAUSES, ids=lambda make: make.__name__)
def test_what_ends_its_process_or_fails_costs_one_piece(
    make: Make, one: Callable[[Sequence[Piece]], list[str]]
) -> None:
    mixed = [clipping(1), clipping(2, make), clipping(3), clipping(4, make), clipping(5)]
    expected = ["t1", rejected(2, make), "t3", rejected(4, make), "t5"]
    assert one(mixed) == expected


def test_what_is_read_twice_gives_the_same(one: Callable[[Sequence[Piece]], list[str]]) -> None:
    mixed: list[Piece] = [
        clipping(1),
        clipping(2, killed),
        Bundle("b.mbox", partial(cut_and_fail, 3, aborted)),
        clipping(3, deep),
    ]
    assert one(mixed) == one(mixed)


def test_what_an_exception_says_is_short_and_named(one: Callable[[Sequence[Piece]], list[str]]) -> None:
    [said] = one([clipping(1, confused)])
    assert said.startswith("reading.line (line=1): reading.parser_failed (cause=KeyError: ")
    assert len(said) < 300


@pytest.mark.parametrize("make", CAUSES, ids=lambda make: make.__name__)
def test_a_bundle_keeps_what_came_before_it_ended_its_process(
    make: Make, one: Callable[[Sequence[Piece]], list[str]]
) -> None:
    bundle = Bundle("b.mbox", partial(cut_and_fail, 3, make))
    assert one([bundle, clipping(9)]) == ["t0", "t1", "t2", f"b.mbox: {CAUSES[make]}", "t9"]


def test_a_piece_of_a_bundle_that_raises_costs_itself(one: Callable[[Sequence[Piece]], list[str]]) -> None:
    bundle = Bundle("b.mbox", partial(cut, [article, deep, article, unreadable, greedy, article]))
    assert one([bundle]) == [
        "t0",
        rejected(1, deep),
        "t2",
        rejected(3, unreadable),
        rejected(4, greedy),
        "t5",
    ]


def test_a_bundle_that_ends_its_process_at_once_is_one_line(
    one: Callable[[Sequence[Piece]], list[str]],
) -> None:
    assert one([Bundle("b.mbox", partial(cut_and_fail, 0, killed))]) == ["b.mbox: reading.crashed"]


def test_an_article_of_a_bundle_has_the_time_of_a_piece(
    one: Callable[[Sequence[Piece]], list[str]],
) -> None:
    bundle = Bundle("b.mbox", partial(cut, [working] * 9))
    assert one([bundle]) == [f"t{number}" for number in range(9)]


def working(raw: str, name: str) -> Article:
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass
    return article(raw, name)


def test_what_waits_and_does_not_work_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE_SECONDS", 5)
    monkeypatch.setattr(reading, "PATIENCE_SECONDS", 5)
    line = "reading.line (line=2): reading.took_too_long (seconds=5)"
    assert each([clipping(1), clipping(2, asleep), clipping(3)]) == ["t1", line, "t3"]


def test_what_a_parser_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert each([clipping(1, talkative)]) == ["t1"]
    assert capfd.readouterr() == ("", "")


def test_pieces_come_in_their_order_and_a_process_is_for_those_that_are_guarded() -> None:
    mixed: list[Piece] = [clipping(number)._replace(guarded=number > 100) for number in range(150)]
    mixed.insert(30, Rejected("a.html", message("reading.empty")))
    children = []
    found = []
    with closing(reader()) as process:
        for result in read_guarded(mixed, process):
            children.append(len(multiprocessing.active_children()))
            found.append(result.id if isinstance(result, Article) else "")
    assert found == [
        *(f"t{n}" for n in range(30)),
        "",
        *(f"t{n}" for n in range(30, 150)),
    ]
    assert set(children[:64]) == {0}
    assert children[-1] == 1


def test_a_process_that_somebody_ends_is_reported() -> None:
    with closing(reader()) as process:
        found = read_guarded(map(clipping, range(200)), process)
        next(found)
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        with pytest.raises(IndexFailure, match="process_ended"):
            list(found)


def test_a_file_whose_cutting_fails_keeps_what_came_before() -> None:
    *before, last = until_it_fails(cut_and_fail(2, confused), "a.zip")
    assert len(before) == 2
    assert isinstance(last, Rejected)
    assert last.reason.code == "reading.parser_failed"


def test_an_interruption_passes() -> None:
    with pytest.raises(KeyboardInterrupt):
        list(until_it_fails(cut_and_fail(2, interrupted), "a.zip"))
