"""A limit on the time that the extractors may take for one article."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

AGAIN = 0.5  # seconds after which an interruption that got lost (in a finaliser, say) is repeated


class OverTime(BaseException):
    """The time is up. No `Exception`, so that no `except Exception` on the way can swallow it."""


class Clock:
    """Counts the processor time (seconds) spent in its blocks; 0 allows any.

    Processor time, not time of day: a busy machine must not change what is found. A block is
    interrupted where the system can (in the main thread, on POSIX); elsewhere, as in the threads of a
    cluster's worker, the next block is refused.
    """

    def __init__(self, seconds: float) -> None:
        self._left = seconds or float("inf")

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """A block whose time counts. Raises `OverTime` in it, or before it, when the time is up."""
        if self._left <= 0:
            raise OverTime
        started = time.thread_time()
        try:
            with _interrupted_after(self._left):
                yield
        except OverTime:
            self._left = 0  # the timer counts in ticks, and may ring a little early
            raise
        finally:
            self._left -= time.thread_time() - started


@contextlib.contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    main = threading.current_thread() is threading.main_thread()
    if seconds == float("inf") or not main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> NoReturn:
    raise OverTime
