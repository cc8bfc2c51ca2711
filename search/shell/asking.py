"""Questions asked in a thread of their own, so that Ctrl-C ends the waiting: an answer that comes late is dropped."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")


def start(
    request: Callable[[], Answer], answered: Callable[[Answer | None, BaseException | None], object]
) -> None:
    """Start a request in a thread, which at its end gives its answer, or the error that it ended with.

    Nothing stops an engine that is computing: whoever no longer waits drops what it gives.
    """

    def run() -> None:
        try:
            answer = request()
        except BaseException as error:  # noqa: BLE001 - whoever waits raises it
            answered(None, error)
        else:
            answered(answer, None)

    Thread(target=run, daemon=True).start()


def answer_of(request: Callable[[], Answer]) -> Answer:
    """Return the answer of a request that is made in a thread.

    Raises:
        KeyboardInterrupt: the person does not want to wait; any other error is that of the request.
    """
    answers: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()
    start(request, lambda answer, error: answers.put((answer, error)))
    answer, error = answers.get()
    if error is not None:
        raise error
    return answer  # type: ignore[return-value] # without an error there is an answer
