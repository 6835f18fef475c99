"""Settings survive a restart; nonsense in the file does no harm."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from desktop.settings import Settings


def test_defaults_without_a_file(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "settings.ini")
    assert settings.language == "zh"
    assert settings == Settings()
    assert not (tmp_path / "settings.ini").exists()


def test_settings_survive_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "配置 文件夹" / "settings.ini"
    settings = Settings.load(file)
    settings.language = "en"
    settings.theme = "sepia"
    settings.citation_form = "gbt7714"
    settings.font_family = "仿宋, 宋体;=x"
    settings.font_size = 21
    settings.line_spacing = 200
    settings.last_library = "D:\\公报\\资料库.antoudb"
    settings.author = "王小明"
    assert settings.save()
    assert Settings.load(file) == settings


def test_nonsense_keeps_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(
        "[General]\nlanguage=fr\ntheme=pink\ncitation_form=mla\nfont_size=large\n"
        "line_characters=-3\nline_spacing=9\nstrange=1\n",
        encoding="utf-8",
    )
    assert Settings.load(file) == Settings()


def test_damaged_file_keeps_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(b"\x00\xff[[[\nfont_size")
    assert Settings.load(file) == Settings()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes everywhere")
def test_folder_without_rights_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert not Settings.load(folder / "settings.ini").save()


def test_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    assert not Settings.load(tmp_path / "config" / "settings.ini").save()


def test_window_state_is_kept_beside_the_settings(tmp_path: Path) -> None:
    window = Settings.load(tmp_path / "settings.ini").window
    assert window.load("geometry") is None
    window.save("geometry", QByteArray(b"\x00\x01binary"))
    again = Settings.load(tmp_path / "settings.ini").window
    assert again.load("geometry") == QByteArray(b"\x00\x01binary")
    assert not (tmp_path / "settings.ini").exists()


def test_settings_without_a_file_keep_nothing() -> None:
    settings = Settings()
    settings.window.save("geometry", QByteArray(b"x"))
    assert settings.save()
    assert settings.window.load("geometry") is None
