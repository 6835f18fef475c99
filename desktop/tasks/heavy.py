"""Heavy work beside the window: a worker process of the same program, one job at a time.

A thread starts the process, gives it the jobs and listens to it, so that nothing of this makes
the window wait; a process nobody needs for a while is ended. A job that is cancelled is asked to
stop, and where it does not, the process is killed: its transaction rolls back either way.
"""

from __future__ import annotations

import logging
import queue
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.tasks.task import (
    ENDS,
    Inbox,
    OnCancelled,
    OnDone,
    OnError,
    OnFault,
    OnProgress,
    Task,
    WorkerFault,
)
from desktop.tasks.worker import Idle
from desktop.tasks.worker_process import WorkerDied, WorkerProcess

_log = logging.getLogger(__name__)

_LISTEN_SECONDS = 0.05
_Order = tuple[Task, str, dict[str, Any]]


class HeavyRunner(QObject):
    """Runs jobs by name in the worker process; lives itself in the window's thread."""

    busy_changed = Signal(bool)

    def __init__(
        self,
        jobs: Mapping[str, Callable[..., Any]],
        log_folder: Path,
        on_fault: OnFault,
        parent: QObject | None = None,
        *,
        name: str = "worker",
        modest: bool = False,
        idle_seconds: float = 90.0,
        grace_seconds: float = 3.0,
        idle: Idle = None,
    ) -> None:
        """`jobs` are functions of a module's top level; generators yield Progress and parts.
        `name` tells this process from others in the log; a `modest` one lets others go first.

        The process ends after `idle_seconds` without a job; a cancelled job has `grace_seconds`.
        `idle` is what the process does in short pieces while no job is there (worker.serve).
        """
        super().__init__(parent)
        self._jobs = dict(jobs)
        self._name = name
        self._modest = modest
        self._idle_work = idle
        self._crash_file = log_folder / f"{name}-crash.txt"
        self._idle = idle_seconds
        self._grace = grace_seconds
        self._inbox = Inbox(on_fault, self)
        self._tasks: set[Task] = set()
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._worker: WorkerProcess | None = None  # only the listening thread touches it
        self._thread: Thread | None = None
        self._open = True

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._tasks)

    def submit(
        self,
        name: str,
        arguments: dict[str, Any],
        owner: QObject,
        done: OnDone = None,
        error: OnError = None,
        progress: OnProgress = None,
        part: OnProgress = None,
        cancelled: OnCancelled = None,
    ) -> Task:
        """Put a job at the end of the queue; its arguments are plain values."""
        task = Task(owner, done, error, progress, part, cancelled)
        if not self._open:
            task.cancel()
            self._inbox.put(task, "cancelled")
            return task
        if self._thread is None:
            self._thread = Thread(target=self._serve, name=f"antou-{self._name}")
            self._thread.start()
        self._tasks.add(task)
        task.ended.append(lambda: self._finish(task))
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        self._orders.put((task, name, arguments))
        return task

    def shutdown(self) -> None:
        """Cancel every job and end the process and its thread."""
        if not self._open:
            return
        self._open = False
        self._grace = min(self._grace, 1.0)
        for task in self._tasks:
            task.cancel()
        self._orders.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._inbox.tell_all()

    def _finish(self, task: Task) -> None:
        self._tasks.discard(task)
        if not self._tasks:
            self.busy_changed.emit(False)

    # ---- in the listening thread

    def _serve(self) -> None:
        """Work the orders off until None comes."""
        while True:
            try:
                order = self._orders.get(timeout=self._idle if self._worker else None)
            except queue.Empty:
                self._end_worker()
                continue
            if order is None:
                break
            self._do(*order)
        self._end_worker()

    def _do(self, task: Task, name: str, arguments: dict[str, Any]) -> None:
        """Have one job done and tell how it ended."""
        if task.stopping:
            self._inbox.put(task, "cancelled")
            return
        try:
            worker = self._ready_worker()
            worker.start_job(name, arguments)
            kind, value = self._listen(task, worker)
        except WorkerDied as death:
            self._kill_worker()
            kind, value = "error", _fault_of(name, death)
        except Exception as fault:  # noqa: BLE001 - no task may stay without an end
            self._kill_worker()
            kind, value = "error", fault
        self._inbox.put(task, kind, value)

    def _listen(self, task: Task, worker: WorkerProcess) -> tuple[str, Any]:
        """Hand on what the process tells until the job's end, which is the answer."""
        deadline: float | None = None
        while True:
            message = worker.hear(_LISTEN_SECONDS)
            if message is not None:
                end = self._hand_on(task, *message)
                if end is not None:
                    return end
            if task.stopping and deadline is None:
                worker.ask_to_stop()
                deadline = time.monotonic() + self._grace
            elif deadline is not None and time.monotonic() > deadline:
                _log.info("The worker did not stop in time and is ended")
                self._kill_worker()
                return "cancelled", None

    def _hand_on(self, task: Task, kind: str, value: Any) -> tuple[str, Any] | None:
        if kind == "log":
            logger, level, text = value
            logging.getLogger(logger).log(level, "[worker] %s", text)
            return None
        if kind == "fault":
            return "error", WorkerFault(*value)
        if kind in ENDS:
            return kind, value
        self._inbox.put(task, kind, value)
        return None

    def _ready_worker(self) -> WorkerProcess:
        if self._worker is not None and not self._worker.alive:
            self._kill_worker()
        if self._worker is None:
            self._worker = WorkerProcess(
                self._jobs, self._crash_file, modest=self._modest, idle=self._idle_work
            )
            _log.info("Process %s of %s started", self._worker.pid, self._name)
        return self._worker

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _kill_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()


def _fault_of(name: str, death: WorkerDied) -> WorkerFault:
    summary = f"The worker process ended during {name} (exit code {death.exit_code})"
    return WorkerFault(summary, f"{summary}\n\n{death.report}")
