"""Processes that work beside a build, and what becomes of them."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from threading import Timer

import pytest

from index.building.workers import End, ProcessEnded, Say, Step, Workers

MEGABYTE = 1 << 20


def double(numbers: Sequence[int], _: Say) -> list[int]:
    return [2 * number for number in numbers]


def refuse(numbers: Sequence[int], _: Say) -> list[int]:
    raise ValueError(f"not {numbers[0]}")


def end(_numbers: Sequence[int], _: Say) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def end_at_odd_numbers(numbers: Sequence[int], say: Say) -> list[int]:
    for index, number in enumerate(numbers):
        say(Step(index, number * 10))
        if number % 2:
            os.kill(os.getpid(), signal.SIGSEGV)
    say(None)
    return list(numbers)


def end_after_the_last(numbers: Sequence[int], say: Say) -> list[int]:
    say(Step(0))
    say(None)
    return end(numbers, say)


def end_while_it_answers(milliseconds: Sequence[int], _: Say) -> list[bytes]:
    Timer(milliseconds[0] / 1000, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return [bytes(256 * MEGABYTE)]


def sleep(seconds: Sequence[int], _: Say) -> list[int]:
    time.sleep(seconds[0])
    return list(seconds)


def twice(number: int, end: End) -> int:
    assert end.signal == signal.SIGSEGV
    assert end.step
    assert end.step.made == 10 * number
    return 20 * number


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


def test_results_come_for_the_work_that_was_given() -> None:
    with closing(Workers(double, 2, twice)) as workers:
        futures = [workers.submit([number, number]) for number in range(20)]
        assert [future.result() for future in futures] == [[2 * number] * 2 for number in range(20)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_another_item_stands_for_one_that_ends_its_process(jobs: int) -> None:
    with closing(Workers(end_at_odd_numbers, jobs, twice)) as workers:
        futures = [workers.submit(range(start, start + 5)) for start in range(0, 20, 5)]
        found = [number for future in futures for number in future.result()]
    assert found == [number * 20 if number % 2 else number for number in range(20)]


def test_a_process_is_started_when_it_is_needed() -> None:
    with closing(Workers(double, 2, twice)) as workers:
        assert not multiprocessing.active_children()
        assert workers.submit([1]).result() == [2]
        assert len(multiprocessing.active_children()) == 1


def test_no_item_is_to_blame_for_an_end_after_the_last_one() -> None:
    with closing(Workers(end_after_the_last, 1, twice)) as workers, pytest.raises(ProcessEnded):
        workers.submit([1]).result()


def test_what_the_function_raises_is_raised_here_and_the_process_goes_on() -> None:
    with closing(Workers(refuse, 1, twice)) as workers:
        for number in (1, 2):
            with pytest.raises(ValueError, match=f"not {number}"):
                workers.submit([number]).result()


def test_a_process_that_is_killed_ends_the_waiting() -> None:
    with closing(Workers(end, 2, twice)) as workers:
        futures = [workers.submit([number]) for number in range(6)]
        for future in futures:
            with pytest.raises(ProcessEnded):
                future.result()


@pytest.mark.parametrize("milliseconds", [0, 20, 60])
def test_a_process_that_is_killed_while_it_answers_ends_the_waiting(milliseconds: int) -> None:
    """The executor of the standard library waited for ever for the rest of the answer."""
    with closing(Workers(end_while_it_answers, 1, twice)) as workers:
        futures = [workers.submit([milliseconds]) for _ in range(50)]
        assert isinstance(futures[-1].exception(timeout=60), ProcessEnded)


def test_closing_stops_what_is_under_way_and_drops_what_waits() -> None:
    started = time.monotonic()
    workers = Workers(sleep, 2, twice)
    futures = [workers.submit([60]) for _ in range(5)]
    workers.close()
    assert time.monotonic() - started < 30
    assert all(future.cancelled() or isinstance(future.exception(), ProcessEnded) for future in futures)
