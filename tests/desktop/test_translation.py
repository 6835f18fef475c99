"""The catalogues of the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from desktop import translation


def test_qt_speaks_chinese_by_default(qapp, tmp_path: Path, caplog) -> None:
    before = QLocale()
    with caplog.at_level("INFO"):
        installed = translation.install(qapp, "zh", tmp_path)
    try:
        assert len(installed) == 1
        assert QLocale().language() == QLocale.Language.Chinese
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
        assert "make setup" in caplog.text  # our own catalogue is not in this folder
    finally:
        translation.remove(qapp, installed)
        QLocale.setDefault(before)
    assert installed == []


def test_english_needs_no_catalogue(qapp, tmp_path: Path, caplog) -> None:
    before = QLocale()
    installed = translation.install(qapp, "en", tmp_path)
    try:
        assert QLocale().language() == QLocale.Language.English
        assert "make setup" not in caplog.text
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    finally:
        translation.remove(qapp, installed)
        QLocale.setDefault(before)
