"""What is tried again is tried for so long, and no longer."""

import time
from contextlib import suppress
from threading import Event

import pytest

from index.engines.opensearch.patience import READER_SECONDS, Patience


class Clock(Event):
    """An event that nobody sets; to wait for it, and to try again, takes no time, and moves the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None
        self.now += timeout + 0.001
        return False


@pytest.mark.parametrize("seconds", [READER_SECONDS, 300.0])
def test_the_last_try_is_made_when_the_time_is_over(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", lambda: clock.now)
    patience = Patience(seconds, clock)

    tries = 1
    with suppress(TimeoutError):
        while True:
            patience.pause(TimeoutError())
            tries += 1

    assert clock.now == pytest.approx(100.0 + seconds, abs=0.1)
    assert tries > 5


def test_the_time_begins_anew_when_something_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", lambda: clock.now)
    patience = Patience(1.0, clock)

    for _ in range(50):
        patience.pause(TimeoutError())
        patience.renew()

    assert clock.now == pytest.approx(100.0 + 50 * 0.2, abs=0.1)
