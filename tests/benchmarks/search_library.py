"""Libraries of many issues for the benchmarks of search, built once and kept under build/."""

from __future__ import annotations

import hashlib
import shutil
import sys
import time
from pathlib import Path

from storage.db import importing
from storage.library import Library
from storage.types import SourceText
from tests.benchmarks.varied import DICTIONARY, ROOT, Varied

FOLDER = ROOT / "build" / "search"


def folder_of(issues: int) -> Path:
    """Where the library of so many issues is."""
    return FOLDER / f"{issues}-issues"


def library_of(issues: int) -> Library:
    """The library of so many issues, built where it is not there; its index may be missing."""
    folder = folder_of(issues)
    if not (folder / "built").exists():
        build(issues)
    return open_library(folder)


def open_library(folder: Path, *, create: bool = False) -> Library:
    """Open the library of a folder."""
    return Library.open(
        folder / "library.antoudb", cache=folder / "cache", dictionary=DICTIONARY, create=create
    )


def build(issues: int) -> None:
    """Build a library; its index is left to be measured."""
    folder = folder_of(issues)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    started = time.perf_counter()
    with open_library(folder, create=True) as library:
        for number, parsed in enumerate(Varied().issues(issues)):
            data = parsed.source.encode()
            source = SourceText(parsed.source, (), hashlib.sha256(data).hexdigest(), data)
            for _ in importing.import_parsed(library._store, parsed.source, source, parsed, 1):
                pass
            if number % 50 == 0:
                print(f"  {number} of {issues} issues built", file=sys.stderr, flush=True)
    (folder / "built").touch()
    print(f"  built in {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    for size in sys.argv[1:]:
        build(int(size))
