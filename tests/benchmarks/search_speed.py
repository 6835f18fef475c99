"""How fast search is, and its growth: python -m tests.benchmarks.search_speed [ISSUES …] [asked].

Libraries of 10, 100 and 1,000 issues (or as many as are asked for) are built under build/, once.
Beside ours, in the same run: SQLite FTS5 over the same pairs with their positions, a plain scan
of all texts in Python, and Recoll where it is installed (search_recoll.py). Times are medians
of 5 after one run to warm up, in processor time, which other work on the machine disturbs less.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from storage.library import Library
from storage.types import Choice, Query
from tests.benchmarks import search_peers
from tests.benchmarks.search_library import folder_of, library_of, open_library
from tests.benchmarks.search_queries import all_queries, asked_parts
from tests.benchmarks.varied import Varied

ROUNDS = 5
# For each query its kind, and the milliseconds of first page, complete answer, the same query
# narrowed, scan and FTS5.
Timings = dict[str, tuple[str, float, float, float, float, float]]
# Asked before each measured query, since what the last one found is remembered.
_OTHER = "“梨树”"
_NARROWED = (Choice("genre", ("通知",)),)


def measured(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def median(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Milliseconds: the median of some runs after a first one, `before` each something else."""
    times: list[float] = []
    for _ in range(ROUNDS + 1):
        before()
        times.append(measured(work))
    return statistics.median(times[1:])


def quantile(times: list[float], share: float) -> float:
    """The time that this share of all does not exceed."""
    return sorted(times)[min(len(times) - 1, round(share * (len(times) - 1)))]


def index_library(issues: int) -> tuple[int, int]:
    """Index a library from nothing and print how fast; its characters and UTF-8 bytes."""
    folder = folder_of(issues)
    shutil.rmtree(folder / "cache", ignore_errors=True)
    with library_of(issues) as library:
        texts = search_peers.texts_of(library)
        characters = sum(map(len, texts))
        plain = sum(len(text.encode("utf-8", "replace")) for text in texts)
        count = len(texts)
        del texts
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open_library(folder) as library:
        took = measured(lambda: list(library.catch_up())) / 1000
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    size = sum(path.stat().st_size for path in (folder / "cache").rglob("*") if path.is_file())
    print(f"\n{issues} issues: {count} notices, {characters:,} characters")
    print(f"indexed in {took:.1f} s: {characters / took:,.0f} characters a second,", end=" ")
    print(f"index {size / plain:.3f} of the UTF-8 size, peak memory {grown:+.0f} MB")
    return characters, plain


def add_one(issues: int) -> None:
    """Take one more issue into a copy of the library and print how long until it is found."""
    folder = folder_of(issues)
    copy = folder.with_name(f"{folder.name}-and-one")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    parsed = next(Varied(seed=99).issues(1))
    with open_library(copy) as library:
        library.search("充电桩")
        search_peers.take_in(library, parsed)
        taken = measured(lambda: list(library.catch_up()))
        found = measured(lambda: library.search("充电桩"))
    shutil.rmtree(copy)
    print(f"one issue more: indexed in {taken:.0f} ms, then found in {found:.0f} ms")


def first_answers(issues: int) -> None:
    """What the first searches after opening take, when nothing has been read yet."""
    for query in ("充电桩", "发展", "“人民政府”"):
        with open_library(folder_of(issues)) as library:
            steps = library.search_steps(query)
            page: list[float] = []
            page.append(measured(lambda steps=steps: next(steps, None)))
            rest = measured(lambda steps=steps: list(steps))
            print(f"cold {query}: first page {page[0]:.0f} ms, complete after {rest:.0f} ms more")


def read_all(library: Library) -> None:
    """Let the library read its texts into memory, as the program does when idle."""
    took = measured(lambda: [None for _ in iter(library.read_ahead, False)])
    print(f"all texts read into memory in {took / 1000:.1f} s")


def memory(issues: int) -> None:
    """What a process takes that only searches: with all texts read, after all queries."""
    with library_of(issues) as library:
        read_all(library)
        for _, text in all_queries():
            library.search(text)
    lines = Path("/proc/self/status").read_text().splitlines()
    now = next((line.split()[1] for line in lines if line.startswith("VmRSS")), "0")
    print(f"a process that searches has {int(now) // 1024} MB")


def measure_queries(library: Library, peers: search_peers.Peers) -> Timings:
    """Print a line a query, and the quantiles."""
    timings: Timings = {}
    print("\n| query | kind | first page | complete | narrowed | plain scan | FTS5 |", end="")
    print(" notices | hits |\n|---|---|---|---|---|---|---|---|---|")

    def other() -> None:
        library.search(_OTHER)

    for kind, text in all_queries():
        result = library.search(text)
        first = median(lambda text=text: first_page(library, text), other)
        whole = median(lambda text=text: library.search(text), other)
        narrowed = median(lambda text=text: library.search(Query(text, chosen=_NARROWED)))
        parts = asked_parts(text)
        scan = median(lambda parts=parts: peers.scan(parts))
        fts5 = median(lambda parts=parts: peers.fts5(parts))
        timings[text] = (kind, first, whole, narrowed, scan, fts5)
        shown = text if len(text) < 13 else f"{text[:12]}…"
        times = " | ".join(f"{one:.1f}" for one in (first, whole, narrowed, scan, fts5))
        print(f"| {shown} | {kind} | {times} |", end="")
        print(f" {result.total_notices} | {result.total_hits} |")
    told = ("first page", "complete", "narrowed", "plain scan", "FTS5")
    print("\n| milliseconds | median | 95 % | longest |\n|---|---|---|---|")
    for place, name in enumerate(told, start=1):
        times = [float(one[place]) for one in timings.values()]
        print(f"| {name} | {statistics.median(times):.1f} | {quantile(times, 0.95):.1f} |", end="")
        print(f" {max(times):.1f} |")
    return timings


def first_page(library: Library, text: str) -> None:
    """Ask for the first answer only."""
    steps = library.search_steps(Query(text))
    next(steps, None)
    steps.close()


def print_growth(by_size: dict[int, Timings]) -> None:
    """Print how the times of each kind of query grow with the library."""
    sizes = list(by_size)
    print(
        "\n| first page, complete: medians in ms |", " | ".join(f"{n} issues" for n in sizes), "|"
    )
    print("|---|" + "---|" * len(sizes))
    for kind in dict.fromkeys(one[0] for one in by_size[sizes[-1]].values()):
        cells: list[str] = []
        for timings in by_size.values():
            of_kind = [one for one in timings.values() if one[0] == kind]
            first = statistics.median(one[1] for one in of_kind)
            cells.append(f"{first:.1f}, {statistics.median(one[2] for one in of_kind):.1f}")
        print(f"| {kind} |", " | ".join(cells), "|")


def main() -> None:
    """Measure libraries of the sizes given as arguments; with "asked" their indexes are kept.

    "memory" and a size tell what a searching process takes, and nothing else.
    """
    asked_only = "asked" in sys.argv
    sizes = [int(size) for size in sys.argv[1:] if size.isdigit()] or [10, 100, 1000]
    if "memory" in sys.argv:
        memory(sizes[0])
        return
    by_size: dict[int, Timings] = {}
    for issues in sizes:
        if not asked_only:
            index_library(issues)
        add_one(issues)
        first_answers(issues)
        sys.stdout.flush()
        # In a process of its own: this one has built and indexed.
        command = [sys.executable, "-m", "tests.benchmarks.search_speed", "memory", str(issues)]
        subprocess.run(command, check=True)
        with library_of(issues) as library:
            read_all(library)
            peers = search_peers.Peers(library, folder_of(issues))
            by_size[issues] = measure_queries(library, peers)
            peers.close()
    print_growth(by_size)


if __name__ == "__main__":
    main()
