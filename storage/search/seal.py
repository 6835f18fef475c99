"""The seal of an index folder: what stands in it, as of which change of the library.

`seal.json` is written last, and whole or not at all. It names the generation (the sub-folder
that holds the index), the library, the revision, and size, time and checksum of every file. A
file that is not as the seal says is never opened: SQLite would read nonsense, and whoosh would
unpickle it. While a writer is at work the seal says so; it then vouches for whoosh's files only,
which whoosh leaves alone until its commit. SQLite guards its own file against killed writers.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

_FORMAT = 10
_NAME = "seal.json"
# What a generation holds: SQLite's file and whoosh's folder.
STORE = "notices.db"
RANKS = "ranks"
# SQLite's journal and whoosh's lock come and go.
_PASSING = ("-journal", "LOCK")
_PIECE = 1 << 20

_WAITS = (0.005, 0.02, 0.1)

FileStamp = tuple[int, int, int]
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Seal:
    """The state of an index: `files` maps names in the generation to (size, time, checksum)."""

    library: str
    generation: str
    revision: int
    writing: bool
    files: dict[str, FileStamp]


class SealedFolder:
    """An index folder with its seal; remembers what it has checked already."""

    def __init__(self, folder: Path, library: str, version: str) -> None:
        """`version` names all that the index was made with; another one's index is empty to us."""
        self.folder = folder
        self._library = library
        self._version = f"{_FORMAT}-{sys.byteorder}-{version}"
        self._sound: dict[str, FileStamp] = {}

    def read(self) -> Seal | None:
        """The seal, None where there is none or it is damaged, foreign or of another version."""
        try:
            text = _patiently(partial((self.folder / _NAME).read_text, encoding="utf-8"))
            data: Any = json.loads(text)
            if (data["version"], data["library"]) != (self._version, self._library):
                return None
            return _from_json(data)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def inside(self, seal: Seal) -> Path:
        """The folder of the seal's generation."""
        return self.folder / seal.generation

    def sound(self) -> Seal | None:
        """The seal where every file is as it says, else None: the index counts as empty."""
        seal = self.read()
        while seal is not None and not self._holds(seal):
            # A writer may have begun or ended between reading the seal and the files.
            again = self.read()
            if again == seal:
                return None
            seal = again
        return seal

    def _holds(self, seal: Seal) -> bool:
        """Whether every file is as the seal says; contents are read only where time changed."""
        return self.inside(seal).is_dir() if seal.writing else self.vouches(seal)

    def vouches(self, seal: Seal) -> bool:
        """Whether the seal names files, and all that it names are as it says."""
        inside = self.inside(seal)
        return bool(seal.files) and all(
            self._is_as_sealed(inside / name, stamp) for name, stamp in seal.files.items()
        )

    def _is_as_sealed(self, file: Path, stamp: FileStamp) -> bool:
        try:
            status = file.stat()
            size, changed, checksum = stamp
            if status.st_size != size:
                return False
            now = (size, status.st_mtime_ns, checksum)
            if status.st_mtime_ns != changed and self._sound.get(str(file)) != now:
                if _checksum(file) != checksum:
                    return False
                self._sound[str(file)] = now
        except OSError:
            return False
        return True

    def begin(self, generation: str, before: Seal | None) -> None:
        """Say that a writer is at work on an index sealed as `before`; raises OSError."""
        ranks = {} if before is None else before.files
        vouched = {name: stamp for name, stamp in ranks.items() if name.startswith(f"{RANKS}/")}
        self._write(generation, before.revision if before else 0, vouched, writing=True)

    def write(self, generation: str, revision: int) -> None:
        """Seal an index that is complete; raises OSError."""
        self._write(generation, revision, _stamps(self.folder / generation), writing=False)

    def _write(
        self, generation: str, revision: int, files: dict[str, FileStamp], *, writing: bool
    ) -> None:
        data = {
            "version": self._version,
            "library": self._library,
            "generation": generation,
            "revision": revision,
            "writing": writing,
            "files": files,
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"{_NAME}.new"
        with unfinished.open("w", encoding="utf-8") as stream:
            json.dump(data, stream)
            stream.flush()
            os.fsync(stream.fileno())
        _patiently(partial(unfinished.replace, self.folder / _NAME))

    def break_seal(self) -> None:
        """Take the seal away: the index counts as empty. Raises OSError."""
        _patiently(partial((self.folder / _NAME).unlink, missing_ok=True))


def _patiently(work: Callable[[], _Result]) -> _Result:
    """Do something with the seal; on Windows another process may have it open for a moment."""
    for wait_seconds in _WAITS:
        try:
            return work()
        except PermissionError:
            time.sleep(wait_seconds)
    return work()


def _from_json(data: dict[str, Any]) -> Seal:
    generation = data["generation"]
    if not isinstance(generation, str) or not generation.isalnum():
        raise ValueError(generation)
    files = cast("dict[str, list[int]]", data["files"])
    stamps = {str(name): (int(a), int(b), int(c)) for name, (a, b, c) in files.items()}
    return Seal(
        str(data["library"]), generation, int(data["revision"]), bool(data["writing"]), stamps
    )


def _stamps(folder: Path) -> dict[str, FileStamp]:
    stamps: dict[str, FileStamp] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.endswith(_PASSING):
            status = file.stat()
            name = file.relative_to(folder).as_posix()
            stamps[name] = (status.st_size, status.st_mtime_ns, _checksum(file))
    return stamps


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            checksum = zlib.crc32(piece, checksum)
    return checksum
