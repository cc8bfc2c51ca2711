"""Questions in a thread: the answer, the error, and what comes too late."""

from threading import Event

import pytest

from search.shell import asking


def test_the_answer_of_a_request_is_returned() -> None:
    assert asking.answer_of(lambda: 3) == 3


def test_the_error_of_a_request_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        asking.answer_of(lambda: 1 / 0)


def test_an_answer_that_comes_when_nobody_waits_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    free, ended = Event(), Event()

    def slow() -> None:
        free.wait(10)
        ended.set()

    class Impatient:
        def put(self, _: object) -> None:
            return

        def get(self) -> object:
            raise KeyboardInterrupt

    monkeypatch.setattr(asking, "SimpleQueue", Impatient)
    with pytest.raises(KeyboardInterrupt):
        asking.answer_of(slow)
    assert not ended.is_set()
    free.set()
    assert ended.wait(10)
