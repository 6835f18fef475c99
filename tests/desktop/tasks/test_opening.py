"""The finder keeps its library open, and lets it go where it must."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.tasks import opening
from storage.errors import UserFault
from tests import factories

DICTIONARY = str(Path(__file__).resolve().parents[3] / "resources" / "dictionary")


@pytest.fixture
def places(tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        path = library.path
    yield str(path), str(tmp_path / "cache"), DICTIONARY
    opening.let_go()


def kept(places: tuple[str, str, str]) -> object:
    with opening.kept_library(*places) as library:
        assert len(library.notices()) >= 0
        return library


def test_the_same_library_is_opened_once(places):
    first = kept(places)
    assert kept(places) is first
    opening.let_go()
    assert kept(places) is not first


def test_a_library_in_the_others_place_is_opened_anew(places, tmp_path):
    first = kept(places)
    copy = tmp_path / "copy"
    shutil.copy(places[0], copy)
    copy.replace(places[0])
    assert kept(places) is not first


def test_a_library_that_is_gone_is_told(places):
    kept(places)
    Path(places[0]).unlink()
    with pytest.raises(UserFault):
        kept(places)


def test_after_a_fault_it_is_opened_anew(places):
    first = kept(places)
    with pytest.raises(ValueError, match="ours"), opening.kept_library(*places):
        raise ValueError("ours")
    assert kept(places) is not first
