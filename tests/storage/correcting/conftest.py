"""A library with one notice, and what is done to it in the tests of corrections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from tests import factories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path) as opened:
        yield opened


@pytest.fixture
def uuid(library: Library) -> str:
    return factories.take_in(library, factories.notice()).notices[0].uuid
