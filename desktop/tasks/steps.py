"""Work that is a function or a generator of steps, run in a thread or in the worker process."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any

from storage.errors import Cancelled


def step_through(
    steps: Generator[Any, None, Any], tell: Callable[[Any], None], stopped: Callable[[], bool]
) -> Any:
    """Run a generator to its end, telling what it yields, and return its value.

    Raises Cancelled as soon as `stopped` says so; the generator is closed then, so that a
    transaction it holds rolls back.
    """
    with closing(steps):
        while not stopped():
            try:
                tell(next(steps))
            except StopIteration as end:
                return end.value
    raise Cancelled


def run_work(
    work: Callable[[], Any], tell: Callable[[Any], None], stopped: Callable[[], bool]
) -> Any:
    """Call a function, or run a generator function through, and return its value.

    Raises Cancelled where an end is asked for before it starts or between two steps.
    """
    if stopped():
        raise Cancelled
    answer: Any = work()
    if not inspect.isgenerator(answer):
        return answer
    steps: Generator[Any, None, Any] = answer  # pyright: ignore[reportAssignmentType] - only stepped through, nothing is ever sent
    return step_through(steps, tell, stopped)
