"""The jobs of the worker process, run here step by step on a real library."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop.tasks import heavy_jobs, opening
from desktop.tasks.work import worker_places
from storage.library import Library
from storage.types import ImportReport, Places
from tests.desktop.places import places_in


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = places_in(tmp_path)
    open_library(made, create=True).close()
    return made


def open_library(places: Places, *, create: bool = False) -> Library:
    return Library.open(
        places.library, cache=places.cache, dictionary=places.dictionary, create=create
    )


def take_in(places: Places, *paths: Path, **options: Any) -> list[str]:
    """The status of each file."""
    files = [str(path) for path in paths]
    where = worker_places(places.library, places)
    steps = heavy_jobs.import_files(**where, paths=files, before=0, files=len(files), **options)
    return [told.status for told in steps if isinstance(told, ImportReport)]


def test_files_that_are_there_already_still_bring_the_index_up(places: Places) -> None:
    (sample,) = places.sample.glob("*期.txt")
    assert take_in(places, sample) == ["new"]
    shutil.rmtree(places.cache)
    assert take_in(places, sample) == ["same"]
    with open_library(places) as library:
        assert library.index_is_current


def test_classified_file_is_left_out_until_confirmed(places: Places, tmp_path: Path) -> None:
    (sample,) = places.sample.glob("*20号.txt")
    secret = tmp_path / "来文.txt"
    secret.write_text("机密★1年\n" + sample.read_text(encoding="utf-8"), encoding="utf-8")
    assert take_in(places, secret, sample) == ["classified", "new"]
    assert take_in(places, secret, confirmed=True) == ["new"]
    assert take_in(places, secret) == ["same"]


def test_a_search_that_is_given_up_leaves_the_library_open(places: Places) -> None:
    take_in(places, *places.sample.glob("*期.txt"))
    where = worker_places(places.library, places)
    assert not heavy_jobs.read_ahead()  # nothing is open yet
    pages = list(heavy_jobs.search(**where, query="通知", limit=2))
    library = opening.library_at_hand()
    assert library is not None
    given_up = heavy_jobs.search(**where, query="通知", limit=2)
    assert len(next(given_up).notices) == 2  # a first page
    given_up.close()
    assert opening.library_at_hand() is library
    assert pages[0].total_notices > 2
    assert not heavy_jobs.read_ahead()  # all is read already
    opening.let_go()
