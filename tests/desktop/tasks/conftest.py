"""Libraries for the tests of the jobs: an empty one, and one with the sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from tests.desktop.places import places_in
from tests.desktop.tasks.jobs_bench import Bench


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path, qtbot)
    yield made
    made.jobs.shutdown()


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in a library, made once and copied for each test."""
    places = places_in(tmp_path_factory.mktemp("filled"))
    places_of_library = {"cache": places.cache, "dictionary": places.dictionary}
    with Library.open(places.library, **places_of_library, create=True) as library:
        for _ in library.import_files(sorted(places.sample.glob("*.txt"))):
            pass
    return places.data


@pytest.fixture
def filled(filled_home: Path, bench: Bench) -> Bench:
    shutil.copytree(filled_home, bench.places.data, dirs_exist_ok=True)
    bench.open()
    return bench
