"""Each user's folders, the portable ways, and the language without Qt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import paths


def test_home_variable_holds_everything(tmp_path: Path) -> None:
    places = paths.places({"ANTOU_HOME": str(tmp_path)})
    for path in (places.library, places.data, places.cache, places.config, places.log):
        assert path.is_relative_to(tmp_path)
    assert places.library.suffix == ".antoudb"


def test_system_folders_are_the_user_s_and_apart(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    places = paths.places({})
    folders = {places.data, places.cache, places.config, places.log}
    assert len(folders) == 4
    assert list(tmp_path.iterdir()) == []  # looking makes nothing


def test_portable_folder_beside_the_program(monkeypatch, tmp_path: Path) -> None:
    program = tmp_path / "antou"
    (tmp_path / paths.PORTABLE_FOLDER).mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    places = paths.places({})
    assert places.library.parent == tmp_path / paths.PORTABLE_FOLDER
    assert places.resources == tmp_path / "_internal" / "resources"


def test_resources_are_there() -> None:
    places = paths.places({})
    assert list(places.messages.glob("*.json"))
    assert list(places.sample.glob("*.txt"))


@pytest.mark.parametrize(
    ("stored", "environment", "language"),
    [
        (None, {}, "zh"),
        ("[General]\nlanguage=en\nfont_size=16\n", {}, "en"),
        ("[General]\nlanguage=klingon\n", {}, "zh"),
        ("[General]\nlanguage=en\n", {"ANTOU_LANGUAGE": "zh"}, "zh"),
        (None, {"ANTOU_LANGUAGE": "en"}, "en"),
        (None, {"ANTOU_LANGUAGE": "fr"}, "zh"),
    ],
)
def test_language_without_qt(tmp_path: Path, stored, environment, language) -> None:
    places = paths.places({"ANTOU_HOME": str(tmp_path)})
    if stored is not None:
        places.config.mkdir()
        (places.config / paths.SETTINGS_NAME).write_text(stored, encoding="utf-8")
    assert paths.language(places, environment) == language


def test_language_chosen_in_the_window_is_read_back(tmp_path: Path) -> None:
    from desktop.settings import Settings

    places = paths.places({"ANTOU_HOME": str(tmp_path)})
    settings = Settings.load(places.config / paths.SETTINGS_NAME)
    settings.language = "en"
    settings.save()
    assert paths.language(places, {}) == "en"


def test_unreadable_settings_mean_chinese(tmp_path: Path) -> None:
    places = paths.places({"ANTOU_HOME": str(tmp_path)})
    places.config.mkdir()
    (places.config / paths.SETTINGS_NAME).write_bytes(b"\xff\xfe\x00language=en")
    assert paths.language(places, {}) == "zh"
