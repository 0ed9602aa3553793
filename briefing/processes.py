"""Processes that work for this one and end with it, however it ends."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from briefing.errors import BriefingError


@contextlib.contextmanager
def pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """`count` processes; when the block ends by an error, what waits for them is dropped.

    They are forked, which is quick, only while this process has no other threads: a fork would leave their locks
    locked. Raises `BriefingError` when one of them is killed.
    """
    alone = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if alone else "spawn")
    executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
    try:
        yield executor
    except BrokenProcessPool as error:
        raise BriefingError("a process of this build was killed, perhaps for want of memory; try --jobs 1") from error
    finally:
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """In a new process: an interrupt ends it silently, and so does the end of the one that started it."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    # A killed parent closes no queue: without this its workers would wait for tasks for ever.
    connection.wait([sentinel])
    os._exit(1)
