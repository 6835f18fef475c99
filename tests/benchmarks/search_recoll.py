"""Recoll beside our search: python -m tests.benchmarks.search_recoll [ISSUES].

Every notice of a library of 100 issues becomes a text file, `recollindex` indexes them, and
`recollq` is asked what our own search is asked. Times are processor time; recollq starts anew for
each query, so the time of a query that finds nothing is told too. Debian has both in recollcmd.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks import search_peers
from tests.benchmarks.search_library import library_of
from tests.benchmarks.search_queries import asked_parts, plain_queries
from tests.benchmarks.search_speed import median

_NOWHERE = "“龘龘龘龘”"
_ROUNDS = 3


def main() -> None:
    """Print how fast both are, or that Recoll is not here."""
    if shutil.which("recollindex") is None or shutil.which("recollq") is None:
        print("Recoll is not installed here.")
        return
    issues = int(sys.argv[1]) if sys.argv[1:] else 100
    with library_of(issues) as library, tempfile.TemporaryDirectory() as folder:
        for _ in library.catch_up():
            pass
        texts = search_peers.texts_of(library)
        recoll = Recoll(Path(folder), texts)
        size = sum(len(text.encode("utf-8", "replace")) for text in texts)
        print(f"{issues} issues: Recoll indexed in {recoll.seconds:.1f} s of processor time,")
        print(f"{sum(map(len, texts)) / recoll.seconds:,.0f} characters a second,", end=" ")
        print(f"index {recoll.size / size:.2f} of the UTF-8 size")
        ours: list[float] = []
        theirs: list[float] = []
        print(
            "| query | ours, complete ms | Recoll ms | notices | Recoll's |\n|---|---|---|---|---|"
        )
        for query in [*plain_queries(), _NOWHERE]:
            mine = median(lambda query=query: library.search(query))
            parts = asked_parts(query)
            ask = partial(recoll.count, parts)
            other = statistics.median(_children(ask) for _ in range(_ROUNDS))
            found = library.search(query).total_notices
            print(f"| {query} | {mine:.1f} | {other:.1f} | {found} | {recoll.count(parts)} |")
            ours.append(mine)
            theirs.append(other)
    print(
        f"medians: ours {statistics.median(ours):.1f} ms, Recoll {statistics.median(theirs):.1f} ms"
    )


class Recoll:
    """Recoll over texts, each a file of its own."""

    def __init__(self, folder: Path, texts: list[str]) -> None:
        """Write the texts into a folder and let Recoll index them."""
        self._configuration = folder / "configuration"
        self._configuration.mkdir()
        files = folder / "texts"
        files.mkdir()
        for number, text in enumerate(texts):
            (files / f"{number}.txt").write_bytes(text.encode("utf-8", "replace"))
        settings = f"topdirs = {files}\nindexstemminglanguages =\nloglevel = 1\n"
        (self._configuration / "recoll.conf").write_text(settings, encoding="utf-8")
        index = ["recollindex", "-c", str(self._configuration)]
        self.seconds = _children(lambda: subprocess.run(index, check=True)) / 1000
        database = self._configuration / "xapiandb"
        self.size = sum(file.stat().st_size for file in database.rglob("*") if file.is_file())

    def count(self, parts: list[str]) -> int:
        """How many notices Recoll finds with all these phrases."""
        query = " ".join(f'"{part}"' for part in parts)
        asked = ["recollq", "-c", str(self._configuration), "-n", "20", query]
        told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        words = next((line for line in told.splitlines() if " results" in line), "0").split()
        return int(words[0]) if words[0].isdigit() else 0


def _children(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that programs took which some work started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


if __name__ == "__main__":
    main()
