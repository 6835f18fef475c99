"""How a job of a worker process opens its library. No Qt."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.library import Library


def open_library(library: str, cache: str, dictionary: str) -> Library:
    """Open the library of a file for one job. Raises UserFault."""
    from storage.library import Library

    return Library.open(Path(library), cache=Path(cache), dictionary=Path(dictionary))


class _Kept:
    """The library that was open last, with all that its searches have read."""

    library: Library | None = None
    key: object = None


@contextmanager
def kept_library(library: str, cache: str, dictionary: str) -> Generator[Library, None, None]:
    """The library of a file, kept open for the next job of this process. Raises UserFault.

    A search is several times as fast where an earlier one has read the texts. After a fault, or
    where another file has taken the library's place, it is opened anew.
    """
    key = (library, cache, dictionary, _identity(library))
    if _Kept.library is None or _Kept.key != key:
        let_go()
        _Kept.library, _Kept.key = open_library(library, cache, dictionary), key
    try:
        yield _Kept.library
    except GeneratorExit:
        raise  # a search was given up
    except BaseException:
        let_go()
        raise


def library_at_hand() -> Library | None:
    """The library that is kept open for the next job, None where there is none."""
    return _Kept.library


def let_go() -> None:
    """Close the library that is kept open, if there is one."""
    kept, _Kept.library = _Kept.library, None
    if kept is not None:
        kept.close()


def _identity(library: str) -> object:
    """What tells a file from another one that is put in its place."""
    try:
        status = Path(library).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
