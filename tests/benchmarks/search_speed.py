"""How fast search is, beside a plain scan and plain FTS5: python -m tests.benchmarks.search_speed.

Libraries of 10 and 100 issues (or as many as are asked for) are made out of the shared texts:
each notice keeps its blocks, but sentences and numbers are exchanged, so that no two copies are
alike. Texts are fetched from memory. Times are medians of 5, after one run to warm up.
"""

from __future__ import annotations

import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from storage.search import SearchIndex
from storage.search.query import parse_query
from storage.text import fold, squeeze
from storage.types import StoredNotice
from tests.storage.search.texts import DICTIONARY, fetch_from, notices_of_shared_texts

ISSUE_CHARACTERS = 75_000
QUERIES = [
    "民政",
    "工信",
    "发展",
    "安全生产",
    "充电桩",
    "不动产登记",
    '"煤矿智能化"',
    '"人民政府"',
    '"关于印发"',
    '"的"',
    '"盂"',
    "煤矿 安全 责任",
    "国办发〔2019〕35号",
    "没有这个词",
]


def varied(notices: list[StoredNotice], issues: int) -> Iterator[StoredNotice]:
    """So many issues' worth of notices, no two alike."""
    chance = random.Random(7)
    sentences = [
        sentence
        for one in notices
        for block in one.notice.blocks
        if block.kind == "paragraph"
        for sentence in re.findall(r"[^。]+。", block.text)
    ]
    left, number = issues * ISSUE_CHARACTERS, 0
    while left > 0:
        for one in notices:
            number += 1
            blocks = tuple(
                replace(block, text=_mixed(block.text, block.kind, sentences, chance))
                for block in one.notice.blocks
            )
            copy = StoredNotice(
                replace(one.summary, uuid=f"{number:08}"), replace(one.notice, blocks=blocks)
            )
            left -= len(copy.notice.text)
            yield copy
            if left <= 0:
                return


def _mixed(text: str, kind: str, sentences: list[str], chance: random.Random) -> str:
    if kind == "paragraph":
        text = re.sub(
            r"[^。]+。", lambda _: chance.choice(sentences) if chance.random() < 0.3 else _[0], text
        )
    return re.sub(r"\d", lambda _: str(chance.randrange(10)), text)


def median(work: Callable[[], object], runs: int = 5) -> float:
    """Milliseconds."""
    work()
    times: list[float] = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def plain_fts5(texts: dict[str, str]) -> sqlite3.Connection:
    """FTS5 over the same pairs, with their positions, asked for phrases."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, content='')")
    for number, text in enumerate(texts.values()):
        pairs = " ".join(text[at : at + 2] for at in range(len(text) - 1))
        connection.execute("INSERT INTO plain (rowid, text) VALUES (?, ?)", (number, pairs))
    return connection


def ask_fts5(connection: sqlite3.Connection, parts: list[str]) -> int:
    """How many notices FTS5 finds; one character is asked as the beginning of a pair."""
    phrases = [
        f'"{part}"*'
        if len(part) == 1
        else '"{}"'.format(" ".join(part[at : at + 2] for at in range(len(part) - 1)))
        for part in parts
    ]
    return len(
        connection.execute(
            "SELECT rowid FROM plain WHERE plain MATCH ?", (" AND ".join(phrases),)
        ).fetchall()
    )


def scan(texts: dict[str, str], parts: list[str]) -> int:
    """How often the first part stands in the notices that hold all."""
    return sum(
        text.count(parts[0]) for text in texts.values() if all(part in text for part in parts)
    )


FIRST = """
import sys, time
started = time.perf_counter()
from pathlib import Path
from storage.search import SearchIndex
index = SearchIndex(Path(sys.argv[1]), "benchmark", Path(sys.argv[2]))
index.search("工信", lambda uuids: [], limit=0)
assert "jieba" not in sys.modules
print((time.perf_counter() - started) * 1000)
"""


def measure(shared: list[StoredNotice], issues: int, folder: Path) -> None:
    """Index a library of so many issues, and print the table of its queries."""
    notices = list(varied(shared, issues))
    texts = {one.summary.uuid: fold(squeeze(one.notice.text)) for one in notices}
    characters = sum(map(len, texts.values()))
    fetch = fetch_from(notices)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    index = SearchIndex(folder, "benchmark", DICTIONARY)
    started = time.perf_counter()
    for _ in index.update(notices, [], 1):
        pass
    took = time.perf_counter() - started
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    plain_size = sum(len(text.encode("utf-8", "replace")) for text in texts.values())
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\n{issues} issues: {len(notices)} notices, {characters:,} characters")
    print(f"indexed in {took:.1f} s: {characters / took:,.0f} characters a second,", end=" ")
    print(f"{size / plain_size:.2f} of the text's UTF-8 size, {grown:.0f} MB more memory")
    extra = [
        replace(one, summary=replace(one.summary, uuid=f"x{one.summary.uuid}"))
        for one in varied(shared, 1)
    ]
    started = time.perf_counter()
    for _ in index.update(extra, [], 2):
        pass
    print(f"one more issue in {time.perf_counter() - started:.2f} s")
    list(index.update([], [one.summary.uuid for one in extra], 3))
    first = median(
        lambda: subprocess.run(
            [sys.executable, "-c", FIRST, str(folder), str(DICTIONARY)],
            check=True,
            capture_output=True,
        ),
        3,
    )
    inner = [
        float(
            subprocess.run(
                [sys.executable, "-c", FIRST, str(folder), str(DICTIONARY)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for _ in range(3)
    ]
    print(
        f"opened, first answer ranked in {statistics.median(inner):.0f} ms (process {first:.0f} ms)"
    )
    connection = plain_fts5(texts)
    print(f"{'query':<14} {'ours ms':>8} {'scan ms':>8} {'FTS5 ms':>8}  notices   hits")
    for query in QUERIES:
        parts = [part for term in parse_query(query).terms for part in term.must_hold]
        result = index.search(query, fetch)
        ours = median(lambda query=query: index.search(query, fetch))
        plain = median(lambda parts=parts: scan(texts, parts))
        fts5 = median(lambda parts=parts: ask_fts5(connection, parts))
        print(f"{query:<14} {ours:>8.1f} {plain:>8.1f} {fts5:>8.1f}", end=" ")
        print(f"{result.total_notices:>8} {result.total_hits:>6}")
    index.close()


def main() -> None:
    """Measure libraries of the sizes given as arguments."""
    shared = notices_of_shared_texts()
    for issues in [int(size) for size in sys.argv[1:]] or [10, 100]:
        folder = Path(tempfile.mkdtemp())
        try:
            measure(shared, issues, folder)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
