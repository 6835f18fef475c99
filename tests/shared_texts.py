"""Where the shared gazettes are: beside the project, absent on other machines."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
GAZETTES = SHARED / "gazettes"
DOCUMENTS = SHARED / "documents"
GOLD = SHARED / "gold"


def gazettes() -> list[Path]:
    """The shared gazettes' texts, [] where they are absent."""
    return sorted(GAZETTES.glob("*.txt"))


def all_texts() -> list[Path]:
    """Every shared text: gazettes, single documents, and the issue built from them."""
    return (
        gazettes()
        + sorted(DOCUMENTS.glob("notices/*.txt"))
        + sorted(DOCUMENTS.glob("gazettes/*.txt"))
    )


needs_shared = pytest.mark.skipif(
    not gazettes(), reason="../shared with its gazettes is not beside the project"
)
