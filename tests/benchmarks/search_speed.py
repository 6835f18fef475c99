"""How fast search is, and its growth: python -m tests.benchmarks.search_speed [ISSUES …].

Libraries of 10, 100 and 1,000 issues (or as many as are asked for) are built under build/, once.
Beside ours, in the same run: SQLite FTS5 over the same pairs with their positions, a plain scan
of all texts in Python, and Recoll where it is installed (search_recoll.py). Times are medians
of 5 after one run to warm up, in processor time, which other work on the machine disturbs less.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import sys
import time
from collections.abc import Callable

from storage.library import Library
from storage.search.language import parse_query
from storage.search.language.tree import terms
from storage.types import Query
from tests.benchmarks import search_peers
from tests.benchmarks.search_library import folder_of, library_of, open_library
from tests.benchmarks.search_queries import all_queries
from tests.benchmarks.varied import Varied

ROUNDS = 5


def measured(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def median(work: Callable[[], object]) -> float:
    """Milliseconds: the median of some runs after a first one."""
    work()
    return statistics.median(measured(work) for _ in range(ROUNDS))


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


def measure_queries(library: Library, peers: search_peers.Peers) -> None:
    """Print a line a query, and the quantiles."""
    firsts: list[float] = []
    wholes: list[float] = []
    print(f"{'query':<26}{'first':>8}{'whole':>8}{'scan':>8}{'FTS5':>8}  notices   hits")
    for kind, text in all_queries():
        result = library.search(text)
        first = median(lambda text=text: first_page(library, text))
        whole = median(lambda text=text: library.search(text))
        firsts.append(first)
        wholes.append(whole)
        parts = (
            [part for term in terms(tree) for part in term.must_hold]
            if (tree := parse_query(text).tree)
            else []
        )
        scan = median(lambda parts=parts: peers.scan(parts))
        fts5 = median(lambda parts=parts: peers.fts5(parts))
        shown = text if len(text) < 13 else f"{text[:12]}…"
        print(f"{shown:<{26 - sum(one > 'ÿ' for one in shown)}}{first:>8.1f}{whole:>8.1f}", end="")
        print(f"{scan:>8.1f}{fts5:>8.1f}{result.total_notices:>9}{result.total_hits:>8}  {kind}")
    for name, times in (("first page", firsts), ("complete", wholes)):
        print(f"{name}: median {statistics.median(times):.1f} ms,", end=" ")
        print(f"95 % {quantile(times, 0.95):.1f} ms, longest {max(times):.1f} ms")


def first_page(library: Library, text: str) -> None:
    """Ask for the first answer only."""
    steps = library.search_steps(Query(text))
    next(steps, None)
    steps.close()


def main() -> None:
    """Measure libraries of the sizes given as arguments."""
    for issues in [int(size) for size in sys.argv[1:]] or [10, 100, 1000]:
        index_library(issues)
        add_one(issues)
        first_answers(issues)
        with library_of(issues) as library:
            peers = search_peers.Peers(library, folder_of(issues))
            measure_queries(library, peers)
            peers.close()


if __name__ == "__main__":
    main()
