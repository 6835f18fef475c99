"""Jobs of the worker process for tests; no Qt here, the worker imports this module."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import time
from collections.abc import Generator
from pathlib import Path

import sqlite_utils

from storage.errors import UserFault
from storage.types import ImportReport, ParsedSource, Progress, SourceText


def count(to: int) -> Generator[Progress | ImportReport, None, int]:
    """Count, telling each number."""
    for number in range(1, to + 1):
        yield Progress("counting", number, to)
    yield ImportReport(path="counted.txt", status="new")
    return to


def fill(database: str, rows: int) -> Generator[Progress, None, int]:
    """Write rows in one transaction, one step a row; cancelled it must leave none."""
    connected = sqlite_utils.Database(database)
    try:
        with connected.atomic():
            for number in range(rows):
                connected["rows"].insert({"number": number})
                yield Progress("filling", number + 1, rows)
    finally:
        connected.close()
    return rows


def hang(database: str) -> Generator[Progress, None, None]:
    """Write in a transaction and then never look up again."""
    connected = sqlite_utils.Database(database)
    with connected.atomic():
        connected["rows"].insert({"number": 1})
        yield Progress("hanging", 1, 1)
        while True:
            time.sleep(0.05)


def fault(path: str) -> None:
    """The world's fault."""
    raise UserFault("missing", path=path)


def bug() -> None:
    """Our own fault."""
    raise ZeroDivisionError("a bug in the job")


def crash() -> Generator[Progress, None, None]:
    """Take the whole process down."""
    yield Progress("crashing")
    ctypes.string_at(0)


def leave() -> None:
    """End the process without a word, as when the system kills it."""
    os._exit(7)


def warn() -> None:
    """Write to the log."""
    logging.getLogger("antou.test").warning("seen in the worker")


def own_pid() -> int:
    """Which process this is."""
    return os.getpid()


def modules() -> list[str]:
    """Which modules the worker has loaded."""
    return sorted(sys.modules)


def touch(path: str) -> str:
    """Make a file."""
    Path(path).touch()
    return path


def import_or_crash(
    paths: list[str], before: int, files: int, confirmed: bool
) -> Generator[Progress | ImportReport, None, None]:
    """Take in files by name alone: crash, die before the first step, or be slow."""
    for number, path in enumerate(paths, before):
        if path.startswith("dead"):
            os._exit(3)
        yield Progress("importing", number, files)
        if path.startswith("crash"):
            ctypes.string_at(0)
        while path.startswith("slow"):
            time.sleep(0.01)
            yield Progress("importing", number, files)
        yield ImportReport(path=path, status="new")


def import_with_bug(**arguments: object) -> Generator[Progress | ImportReport, None, None]:
    """The real import with a recogniser that fails on files whose name begins with bug."""
    import storage.parse
    from desktop.tasks import heavy_jobs

    recognise = storage.parse.parse_source

    def recognise_or_fail(source: SourceText) -> ParsedSource:
        if source.name.startswith("bug"):
            raise ZeroDivisionError("a bug in the recogniser")
        return recognise(source)

    storage.parse.parse_source = recognise_or_fail
    yield from heavy_jobs.import_files(**arguments)


JOBS = {
    job.__name__: job
    for job in (count, fill, hang, fault, bug, crash, leave, warn, own_pid, modules, touch)
}

_turns: list[float] = []


def turns() -> int:
    """How often `idle` was called."""
    return len(_turns)


def idle() -> bool:
    """Something short to do while no job is there: three times behind each job."""
    _turns.append(time.monotonic())
    return len(_turns) % 3 != 0


JOBS["turns"] = turns
