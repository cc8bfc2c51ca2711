"""Questions in a thread: the answer, the error, and what comes too late."""

from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread, current_thread

import pytest

from search.shell import asking


def test_the_answer_of_a_request_is_returned() -> None:
    assert asking.answer_of(lambda: 3) == 3


def test_the_error_of_a_request_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        asking.answer_of(lambda: 1 / 0)


def test_a_request_is_ended_when_nobody_waits_any_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    started, ended = Event(), Event()

    def endless() -> None:
        try:
            while True:
                started.set()
        finally:
            ended.set()

    class Impatient:
        def put(self, _: object) -> None:
            return

        def get(self) -> object:
            started.wait(10)
            raise KeyboardInterrupt

    monkeypatch.setattr(asking, "SimpleQueue", Impatient)
    with pytest.raises(KeyboardInterrupt):
        asking.answer_of(endless)
    assert ended.wait(10)


def test_a_question_that_is_cancelled_gives_nothing_though_its_engine_answers() -> None:
    threads: SimpleQueue[Thread] = SimpleQueue()
    free = Event()
    given: list[int | None] = []

    def engine() -> int:
        threads.put(current_thread())
        while not free.is_set():
            with suppress(SystemExit):
                free.wait(0.01)
        return 3

    question = asking.Question(engine, lambda answer, _: given.append(answer))
    thread = threads.get(timeout=10)
    question.cancel()
    free.set()
    thread.join(10)
    assert not thread.is_alive()
    assert given == []


def test_a_question_that_was_answered_can_be_cancelled() -> None:
    answers: SimpleQueue[int | None] = SimpleQueue()
    question = asking.Question(lambda: 3, lambda answer, _: answers.put(answer))
    assert answers.get(timeout=10) == 3
    question.cancel()
