"""The worker process's side: takes jobs from the pipe, tells progress and results. No Qt here.

Messages are tuples (kind, value). To the worker: ("job", (name, arguments)), ("cancel", None),
("end", None). From it: ("progress", Progress), ("part", value), ("log", (logger, level, text)),
and at a job's end one of ("done", value), ("error", UserFault), ("fault", (summary, report)),
("cancelled", None).
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from desktop.tasks.steps import run_work
from storage.errors import Cancelled, UserFault
from storage.types import Progress

Job = Callable[..., Any]
Idle = Callable[[], bool] | None

_PROGRESS_PAUSE = 0.04  # seconds between two words of progress of the same stage


class _PipeLog(logging.Handler):
    """Hands the worker's log to the window, which alone writes the log file."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(logging.INFO)
        self._connection = connection

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record as plain text."""
        try:
            self._connection.send(("log", (record.name, record.levelno, self.format(record))))
        except OSError:
            self.handleError(record)


class _Teller:
    """Tells the window what a job yields, progress not more often than it can be seen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stage = ""
        self._next = 0.0

    def tell(self, step: Any) -> None:
        """Send one step: Progress, or a part of the result."""
        if not isinstance(step, Progress):
            self._connection.send(("part", step))
            return
        now = time.monotonic()
        if step.stage == self._stage and now < self._next and step.done != step.total:
            return
        self._stage, self._next = step.stage, now + _PROGRESS_PAUSE
        self._connection.send(("progress", step))


def serve(
    connection: Connection,
    jobs: Mapping[str, Job],
    crash_file: str,
    modest: bool,
    idle: Idle = None,
) -> None:
    """Do jobs until the window says "end" or is gone; the process's main function.

    Behind a job `idle` is called again and again until it says that nothing is left to do, or
    the next job comes; it must be short.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window, which then tells us
    if modest:
        _be_modest()
    logging.basicConfig(level=logging.INFO, handlers=[_PipeLog(connection)], format="%(message)s")
    with _open_crash_file(crash_file) as file:
        faulthandler.enable(file)
        try:
            _serve_jobs(connection, jobs, idle)
        except (EOFError, OSError):
            return  # the window is gone; what was open rolls back
        finally:
            faulthandler.disable()


def _serve_jobs(connection: Connection, jobs: Mapping[str, Job], idle: Idle) -> None:
    left_to_do = False
    while True:
        while left_to_do and not connection.poll():
            left_to_do = idle is not None and idle()
        kind, value = connection.recv()
        if kind == "end":
            return
        if kind == "job":  # a "cancel" here came after its job's end
            name, arguments = value
            connection.send(_outcome(connection, jobs, name, arguments))
            left_to_do = True


def _outcome(
    connection: Connection, jobs: Mapping[str, Job], name: str, arguments: dict[str, Any]
) -> tuple[str, Any]:
    """Do one job; its last message. A window that is gone raises EOFError or OSError."""
    try:
        value = run_work(
            lambda: jobs[name](**arguments),
            _Teller(connection).tell,
            lambda: _asked_to_stop(connection),
        )
    except Cancelled:
        return ("cancelled", None)
    except UserFault as fault:
        return ("error", fault)
    except Exception as fault:  # noqa: BLE001 - a bug of ours: told to the window with its traceback
        summary = "".join(traceback.format_exception_only(fault)).strip()
        return ("fault", (summary, traceback.format_exc()))
    return ("done", value)


def _asked_to_stop(connection: Connection) -> bool:
    return connection.poll() and connection.recv()[0] in ("cancel", "end")


def _open_crash_file(path: str) -> Any:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    return file.open("w", encoding="utf-8")


def _be_modest() -> None:
    """Let the window go first on a machine with few cores."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(5)
