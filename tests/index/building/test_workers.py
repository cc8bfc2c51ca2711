"""Processes that work beside a build, and what becomes of them."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from threading import Timer

import pytest

from index.building.workers import ProcessEnded, Workers

MEGABYTE = 1 << 20


def double(number: int) -> int:
    return 2 * number


def refuse(number: int) -> int:
    raise ValueError(f"not {number}")


def end(_: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def end_while_it_answers(milliseconds: int) -> bytes:
    Timer(milliseconds / 1000, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return bytes(256 * MEGABYTE)


def sleep(seconds: int) -> int:
    time.sleep(seconds)
    return seconds


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


def test_results_come_for_the_work_that_was_given() -> None:
    with closing(Workers(double, 2)) as workers:
        futures = [workers.submit(number) for number in range(20)]
        assert [future.result() for future in futures] == list(range(0, 40, 2))


def test_what_the_function_raises_is_raised_here_and_the_process_goes_on() -> None:
    with closing(Workers(refuse, 1)) as workers:
        for number in (1, 2):
            with pytest.raises(ValueError, match=f"not {number}"):
                workers.submit(number).result()


def test_a_process_that_is_killed_ends_the_waiting() -> None:
    with closing(Workers(end, 2)) as workers:
        futures = [workers.submit(number) for number in range(6)]
        for future in futures:
            with pytest.raises(ProcessEnded):
                future.result()


@pytest.mark.parametrize("milliseconds", [0, 20, 60])
def test_a_process_that_is_killed_while_it_answers_ends_the_waiting(milliseconds: int) -> None:
    """The executor of the standard library waited for ever for the rest of the answer."""
    with closing(Workers(end_while_it_answers, 1)) as workers:
        futures = [workers.submit(milliseconds) for _ in range(50)]
        assert isinstance(futures[-1].exception(timeout=60), ProcessEnded)


def test_closing_stops_what_is_under_way_and_drops_what_waits() -> None:
    started = time.monotonic()
    workers = Workers(sleep, 2)
    futures = [workers.submit(60) for _ in range(5)]
    workers.close()
    assert time.monotonic() - started < 30
    assert all(future.cancelled() or isinstance(future.exception(), ProcessEnded) for future in futures)
