"""The whole program: built as a user starts it, and ended without a trace."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, Qt
from PySide6.QtTest import QTest

from desktop.app import App, keep_hard_crashes
from desktop.dialogs.preferences import PreferencesDialog
from desktop.logs import LOG_NAME
from desktop.paths import SETTINGS_NAME
from desktop.settings import Settings
from storage.types import Places
from storage.words import Words
from tests.desktop.places import places_in

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 30_000


def texts_of(model: QAbstractItemModel) -> str:
    """What the top level of a tree shows."""
    return " ".join(
        str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole))
        for row in range(model.rowCount())
    )


def written(log: Path) -> str:
    """What a log holds by now."""
    return log.read_text(encoding="utf-8") if log.exists() else ""


@pytest.fixture
def places(tmp_path: Path, monkeypatch) -> Places:
    monkeypatch.setenv("ANTOU_HOME", str(tmp_path))
    return places_in(tmp_path)


@pytest.fixture
def start(qapp, qtbot, places: Places) -> Iterator[Any]:
    """Starts the program in a language and ends it after the test."""
    before, apps = QLocale(), []

    def build(language: str = "zh") -> App:
        app = App(qapp, places, Words(places.messages, language))
        qtbot.addWidget(app.window)
        apps.append(app)
        return app

    yield build
    for app in apps:
        app.window.close()
        app.end()
    QLocale.setDefault(before)


def test_first_start_shows_the_sample(start, qtbot, places: Places) -> None:
    app = start()
    app.show()
    card, tree = app.window.welcome.card, app.window.library.tree
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE)
    titles = []
    for _ in range(3):
        titles.append(card.title.text())
        QTest.keyClick(card, Qt.Key.Key_Right)
    assert titles == ["第一步　读", "第二步　标", "第三步　找"]
    assert not card.isVisible()
    assert app.settings.welcomed
    model = tree.model()
    qtbot.waitUntil(lambda: "霁川市" in texts_of(model), timeout=PATIENCE)
    assert places.library.exists()
    assert app.settings.last_library == str(places.library)


def test_end_may_come_twice(start, qtbot) -> None:
    app = start()
    app.show()
    qtbot.waitUntil(lambda: app.jobs.library_path is not None, timeout=PATIENCE)
    app.window.close()
    app.end()
    app.end()


def test_closing_during_the_first_import_ends_all(start, qtbot) -> None:
    app = start()
    app.show()
    qtbot.waitUntil(lambda: app.jobs.busy, timeout=PATIENCE)
    app.window.close()
    app.end()
    assert not app.jobs.busy


@pytest.mark.parametrize("language", ["zh", "en"])
def test_language_of_the_window(start, language: str) -> None:
    app = start(language)
    assert app.settings.language == "zh"  # what is asked for once is not kept
    assert (QLocale().language() == QLocale.Language.Chinese) == (language == "zh")
    assert app.window.windowTitle() == ("案头" if language == "zh" else "Antou")


def test_hard_crash_of_the_last_run_is_logged(tmp_path: Path, expect_log) -> None:
    expect_log("Segmentation fault")
    file = tmp_path / "window-crash.txt"
    file.write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    end = keep_hard_crashes(file)
    assert faulthandler.is_enabled()
    end()
    faulthandler.enable(sys.__stderr__)  # pytest's own
    assert file.read_text(encoding="utf-8") == ""


def test_crash_file_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    keep_hard_crashes(tmp_path / "missing" / "window-crash.txt")()


def test_a_language_for_one_run_is_not_saved_with_the_preferences(start, places: Places) -> None:
    start("zh").settings.save()
    window = start("en").window
    window.show()
    window.view.show_preferences()
    (dialog,) = window.findChildren(PreferencesDialog)
    dialog.close()
    assert Settings.load(places.config / SETTINGS_NAME).language == "zh"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_program_of_its_own_ends_in_peace_on_a_signal(tmp_path: Path) -> None:
    environment = os.environ | {"ANTOU_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    log = tmp_path / "log" / LOG_NAME
    program = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--sample"],
        env=environment,
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        while "of worker started" not in written(log):  # the import of the sample begins
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(0.1)
        program.send_signal(signal.SIGTERM)
        out, errors = program.communicate(timeout=30)
    finally:
        program.kill()
        program.wait()
    assert (program.returncode, out, errors) == (0, b"", b"")
    assert written(log).rstrip().endswith("Antou ends")
