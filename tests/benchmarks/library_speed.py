"""Measures the library: python -m tests.benchmarks.library_speed [issues].

Prints milliseconds; fails nothing. The gazettes in ../shared are stored many times under invented
names, without recognising and indexing.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from storage.db import importing
from storage.library import Library
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Issue
from tests import factories
from tests.shared_texts import gazettes

GOALS = {"open": 50, "notice, the longest": 5, "import of a gazette, slowest": 300}


def measure(name: str, work: Callable[[], object], times: int = 5) -> None:
    """Print the shortest of some runs."""
    taken = list[float]()
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    tell(name, min(taken))


def tell(name: str, seconds: float) -> None:
    goal = f"   (at most {GOALS[name]})" if name in GOALS else ""
    print(f"{name:32}{seconds * 1000:10.1f} ms{goal}")


def fill(library: Library, count: int) -> None:
    """Store so many issues, and print what the slowest took."""
    read = [(source, parse_source(source)) for source in map(read_source, gazettes())]
    slowest = 0.0
    for number in range(count):
        source, parsed = read[number % len(read)]
        source = replace(source, lines=(str(number), *source.lines), sha256=str(number))
        parsed = replace(parsed, issue=Issue(f"公报{number % 7}", 2000 + number // 42, number % 42))
        begun = time.perf_counter()
        factories.run(importing.import_parsed(library._store, "x.txt", source, parsed, 1))
        slowest = max(slowest, time.perf_counter() - begun)
    tell("import of a gazette, slowest", slowest)


def main() -> None:
    """Fill a library and measure what the window does with it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with factories.open_library(folder) as library:
            fill(library, int(sys.argv[1]) if len(sys.argv) > 1 else 60)
        size = library.path.stat().st_size / 1e6
        measure("open", lambda: factories.open_library(folder, create=False).close())
        with factories.open_library(folder, create=False) as library:
            notices = library.notices()
            print(f"{len(notices)} notices, {size:.0f} MB")
            longest = max(notices[:60], key=lambda one: len(library.notice(one.uuid).notice.text))
            measure("all notices' heads", library.notices)
            measure("all issues", library.issues)
            measure("notices of an issue", lambda: library.notices(longest.issue_id))
            measure("notice, the longest", lambda: library.notice(longest.uuid))
            measure("by number", lambda: library.find_notices(longest.number or "1号"))
            measure("new mark", lambda: library.new_mark(longest.uuid, 10, 20))
            measure("marks of a notice", lambda: library.marks(longest.uuid))
            measure("all marks as excerpts", library.excerpts)


if __name__ == "__main__":
    main()
