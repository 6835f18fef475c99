"""Short work beside the window: one worker thread, which alone holds the open library.

Work is a function that gets the library, or a generator function that yields Progress.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from PySide6.QtCore import QObject

from desktop.tasks.steps import run_work
from desktop.tasks.task import (
    Inbox,
    OnCancelled,
    OnDone,
    OnError,
    OnFault,
    OnProgress,
    Task,
)
from storage.errors import Cancelled, UserFault

_log = logging.getLogger(__name__)


class Closable(Protocol):
    """What the thread holds open: a Library."""

    def close(self) -> None:
        """Let go of everything."""


class Runner(QObject):
    """Runs tasks one after the other in one thread; lives itself in the window's thread."""

    def __init__(self, on_fault: OnFault, parent: QObject | None = None) -> None:
        """`on_fault` takes, in the window's thread, each fault that its task does not handle."""
        super().__init__(parent)
        self._inbox = Inbox(on_fault, self)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="antou-library")
        self._tasks: set[Task] = set()
        self._library: Closable | None = None  # only the worker thread touches it
        self._open = True

    def run(
        self,
        work: Callable[[Any], Any],
        owner: QObject,
        done: OnDone = None,
        error: OnError = None,
        progress: OnProgress = None,
        cancelled: OnCancelled = None,
        *,
        keep: bool = False,
    ) -> Task:
        """Run work on the open library and tell `done` its value.

        UserFault("no-library") goes to `error` where none is open. `keep`: see Task.
        """
        task = Task(owner, done, error, progress, cancelled=cancelled, keep=keep)
        return self._start(task, self._with_library(work))

    def open(
        self,
        factory: Callable[[], Closable],
        describe: Callable[[Any], Any],
        owner: QObject,
        done: OnDone = None,
        error: OnError = None,
    ) -> Task:
        """Open a library in the thread; `done` gets what `describe` says of it.

        The library open until then is closed; where opening fails, it stays.
        """
        return self._start(Task(owner, done, error), lambda: self._swap(factory, describe))

    def shutdown(self) -> None:
        """Give up what waits, except what must be kept; close the library; end the thread."""
        if not self._open:
            return
        self._open = False
        for task in self._tasks:
            if not task.keep:
                task.cancel()
        self._executor.submit(self._close)
        self._executor.shutdown(wait=True)
        self._inbox.tell_all()

    def _start(self, task: Task, work: Callable[[], Any]) -> Task:
        if not self._open:
            task.cancel()
            self._inbox.put(task, "cancelled")
            return task
        self._tasks.add(task)
        task.ended.append(lambda: self._tasks.discard(task))
        self._executor.submit(self._run, task, work)
        return task

    # ---- in the worker thread

    def _run(self, task: Task, work: Callable[[], Any]) -> None:
        try:
            value = run_work(
                work, lambda step: self._inbox.put(task, "progress", step), lambda: task.stopping
            )
        except Cancelled:
            self._inbox.put(task, "cancelled")
        except Exception as fault:  # noqa: BLE001 - every fault is told to the window
            self._inbox.put(task, "error", fault)
        else:
            self._inbox.put(task, "done", value)

    def _with_library(self, work: Callable[[Any], Any]) -> Callable[[], Any]:
        def on_library() -> Any:
            if self._library is None:
                raise UserFault("no-library")
            return work(self._library)

        return on_library

    def _swap(self, factory: Callable[[], Closable], describe: Callable[[Any], Any]) -> Any:
        library = factory()
        try:
            described = describe(library)
        except BaseException:
            library.close()
            raise
        self._close()
        self._library = library
        return described

    def _close(self) -> None:
        library, self._library = self._library, None
        if library is None:
            return
        try:
            library.close()
        except Exception:  # noqa: BLE001 - the next library opens nevertheless
            _log.exception("The library did not close")
