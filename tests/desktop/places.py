"""The program's paths for a test: everything below one folder, resources the real ones."""

from __future__ import annotations

from pathlib import Path

from desktop import paths
from storage.types import Places
from storage.words import Words


def places_in(folder: Path) -> Places:
    """Paths below a folder."""
    return paths.places({"ANTOU_HOME": str(folder)})


def chinese(places: Places) -> Words:
    """The catalogue in Chinese."""
    return Words(places.messages, "zh")
