"""Questions asked in a thread of their own, so that Ctrl-C ends the waiting: an answer that comes late is dropped.

A question that nobody waits for any longer is ended by a SystemExit that Python raises in its thread.  What the thread
holds is let go of as after any other error: a lock by its `with`, a file by what closes it.  A change of the notebook or
of the aliases is a file that replaces another one, whole or not at all.
"""

from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Question(Generic[Answer]):
    """A request that runs in a thread; at its end, unless it was cancelled, `answered` gets its answer or its error."""

    def __init__(
        self,
        request: Callable[[], Answer],
        answered: Callable[[Answer | None, BaseException | None], object],
    ) -> None:
        self._request, self._answered = request, answered
        self._is_open = True
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with suppress(SystemExit):  # of a question that is cancelled as it ends
            try:
                answer = self._request()
            except BaseException as error:  # noqa: BLE001 - whoever waits raises it
                self._give(None, error)
            else:
                self._give(answer, None)

    def _give(self, answer: Answer | None, error: BaseException | None) -> None:
        if self._is_open:
            self._is_open = False
            self._answered(answer, error)

    def cancel(self) -> None:
        """End the request at its next step in Python; what an engine computes outside of Python is computed to its end."""
        import ctypes  # few questions are cancelled

        if self._is_open and self._thread.ident is not None:
            self._is_open = False
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self._thread.ident), ctypes.py_object(SystemExit)
            )


def answer_of(request: Callable[[], Answer]) -> Answer:
    """Return the answer of a request that is made in a thread.

    Raises:
        KeyboardInterrupt: the person does not want to wait; any other error is that of the request.
    """
    answers: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()
    question = Question(request, lambda answer, error: answers.put((answer, error)))
    try:
        answer, error = answers.get()
    except KeyboardInterrupt:
        question.cancel()
        raise
    if error is not None:
        raise error
    return answer  # type: ignore[return-value] # without an error there is an answer
