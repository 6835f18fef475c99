"""How a job of a worker process opens its library. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.library import Library


def open_library(library: str, cache: str, dictionary: str) -> Library:
    """Open the library of a file for one job. Raises UserFault."""
    from storage.library import Library

    return Library.open(Path(library), cache=Path(cache), dictionary=Path(dictionary))
