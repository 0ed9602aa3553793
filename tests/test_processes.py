"""Worker processes end with the one that started them, and their loss is one clear line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from briefing.errors import BriefingError
from briefing.processes import pool

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")

PARENT = """
import os, time
from briefing.processes import pool
with pool(2) as executor:
    print(*sorted({executor.submit(os.getpid).result() for _ in range(20)}), flush=True)
    executor.submit(time.sleep, 600)
    time.sleep(600)
"""


def alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks at /proc")  # noqa: PTH112
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_the_process_that_started_them(how: signal.Signals) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert workers
    assert all(alive(pid) for pid in workers)
    if how == signal.SIGINT:
        for pid in workers:  # a terminal sends it to all
            os.kill(pid, how)
    os.kill(parent.pid, how)
    parent.communicate(timeout=60)
    for _ in range(600):
        if not any(alive(pid) for pid in workers):
            break
        time.sleep(0.1)
    assert not any(alive(pid) for pid in workers)


def test_a_killed_worker_is_one_clear_line() -> None:
    with pytest.raises(BriefingError, match="was killed"), pool(1) as executor:
        executor.submit(os.kill, executor.submit(os.getpid).result(), signal.SIGKILL).result()


def test_no_process_with_threads_is_forked() -> None:
    forked = f"{__name__!r} in __import__('sys').modules"  # what is forked has all modules of its parent
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        with pool(1) as executor:
            assert not executor.submit(eval, forked).result()
    finally:
        waiting.set()
        thread.join()
    if sys.platform == "linux" and threading.active_count() == 1:
        with pool(1) as executor:
            assert executor.submit(eval, forked).result()
