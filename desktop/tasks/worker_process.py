"""The worker process as the window's side holds it: start, give a job, hear, end."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable, Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from desktop.tasks import worker

_log = logging.getLogger(__name__)

_END_SECONDS = 2.0


class WorkerDied(Exception):
    """The process ended in the middle of a job; `report` is what it left behind."""

    def __init__(self, exit_code: int | None, report: str) -> None:
        super().__init__(f"exit code {exit_code}")
        self.exit_code = exit_code
        self.report = report


class WorkerProcess:
    """One spawned process and its pipe, used by one thread only."""

    def __init__(
        self,
        jobs: Mapping[str, Callable[..., Any]],
        crash_file: Path,
        *,
        modest: bool,
        idle: worker.Idle = None,
    ) -> None:
        """Start the process; the functions of `jobs` must stand at the top of a module."""
        context = multiprocessing.get_context("spawn")
        self._crash_file = crash_file
        self._connection, theirs = context.Pipe(duplex=True)
        self._process: BaseProcess = context.Process(
            target=worker.serve,
            args=(theirs, dict(jobs), str(crash_file), modest, idle),
            name="antou-worker",
            daemon=True,
        )
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        """The process's id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def start_job(self, name: str, arguments: dict[str, Any]) -> None:
        """Give the process a job; raises WorkerDied where it is gone."""
        self._send(("job", (name, arguments)))

    def ask_to_stop(self) -> None:
        """Ask for an end of the job; raises WorkerDied where the process is gone."""
        self._send(("cancel", None))

    def hear(self, seconds: float) -> tuple[str, Any] | None:
        """The next message, None where none came in time; raises WorkerDied."""
        try:
            return self._connection.recv() if self._connection.poll(seconds) else None
        except (EOFError, OSError) as broken:
            raise self._death() from broken

    def end(self) -> None:
        """End the process in peace, else by force."""
        try:
            self._connection.send(("end", None))
        except OSError as broken:
            _log.info("The worker is gone already: %s", broken)
        self._process.join(_END_SECONDS)
        self.kill()

    def kill(self) -> None:
        """End the process at once; its transaction rolls back."""
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(_END_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._connection.close()
        self._process.close()

    def _send(self, message: tuple[str, Any]) -> None:
        try:
            self._connection.send(message)
        except OSError as broken:
            raise self._death() from broken

    def _death(self) -> WorkerDied:
        self._process.join(_END_SECONDS)
        try:
            left = self._crash_file.read_text(encoding="utf-8", errors="replace")
        except OSError as fault:
            left = f"(no crash file: {fault})"
        return WorkerDied(self._process.exitcode, left)
