"""Library files for the tests of opening them."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.db.connection import open_store
from storage.errors import UserFault
from storage.words import Words
from tests import factories

ROOT = Path(__file__).resolve().parents[3]
MESSAGES = ROOT / "resources" / "translations" / "messages"


def fault_of(path: Path, *, create: bool = False) -> UserFault:
    """The fault of opening a file, after making sure that both languages can tell it."""
    with pytest.raises(UserFault) as caught:
        open_store(path, create=create).close()
    for language in ("zh", "en"):
        message, advice = Words(MESSAGES, language).fault(
            caught.value.key, **caught.value.arguments
        )
        assert path.name in message
        assert advice
    return caught.value


def made(path: Path) -> Path:
    """A library with one notice, closed."""
    with factories.open_library(path.parent) as library:
        factories.take_in(library, factories.notice())
    return library.path.rename(path)
