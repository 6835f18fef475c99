"""Libraries for the tests of the database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.db.connection import open_store
from storage.db.store import Store
from storage.library import Library
from tests import factories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path) as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "library.antoudb", create=True)
    yield opened
    opened.close()
