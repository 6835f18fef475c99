"""The whole program for a flow: real window, real library, real index, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import App
from storage.types import Places
from storage.words import Words
from tests import catalogue
from tests.desktop.places import places_in

PATIENCE = 60_000


class Desk:
    """One running program and what a user does with it."""

    def __init__(self, app: App, qtbot, library: Path) -> None:
        self.app = app
        self.window = app.window
        self.reader = app.window.reader
        self.page = app.window.reader.page
        self.library = library
        self._qtbot = qtbot

    def until(self, met: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(met()), timeout=PATIENCE)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The open dialog of a kind."""
        self.until(lambda: self._open(kind))
        return self._open(kind)[0]

    def import_and_close_report(self, *paths: Path) -> None:
        """Import files and put the report away."""
        from desktop.dialogs.import_report import ImportReportDialog

        self.window.files.import_files(paths)
        self.dialog(ImportReportDialog).close()
        self.until(self.titles)

    def titles(self) -> list[str]:
        """The titles of all notices of the tree."""
        return [notice.title for notice in self.window.library.model.notices()]

    def open(self, words: str) -> str:
        """Open the notice with some words in its title, as a click in the tree does."""
        notices = self.window.library.model.notices()
        uuid = next(notice.uuid for notice in notices if words in notice.title)
        self.window.library.notice_wanted.emit(uuid)
        self.until(lambda: self.reader.uuid == uuid and self.page.toPlainText())
        return uuid

    def mark(self, words: str, style: str = "yellow") -> None:
        """Select words of the open notice and choose a colour."""
        start = self.reader.text.index(words)
        self.page.select_span(start, start + len(words))
        before = len(self.page.painter.marks)
        self.window.actions_[f"mark-{style}"].trigger()
        self.until(lambda: len(self.page.painter.marks) == before + 1)

    def search(self, query: str) -> None:
        """Type a query into the box at the top and press Enter."""
        self.window.search_box.setText(query)
        self.window.search_box.returnPressed.emit()
        self.until(lambda: self.window.searching.settled)
        assert self.window.results.model.result.query == query

    def said(self) -> str:
        """What the message bar says."""
        bar = self.window.message_bar
        return f"{bar.text.text()} {bar.advice.text()}" if bar.isVisible() else ""

    def _open(self, kind: type[QWidget]) -> list[QWidget]:
        return [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, kind) and one.isVisible()
        ]


@pytest.fixture
def places(tmp_path: Path, monkeypatch) -> Places:
    catalogue.build()
    monkeypatch.setenv("ANTOU_HOME", str(tmp_path / "home"))
    return places_in(tmp_path / "home")


@pytest.fixture
def start(qapp, qtbot, places: Places, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Starts the program on a library; calling it again ends the first run and starts a second."""
    before, running = QLocale(), []

    def end() -> None:
        while running:
            app = running.pop()
            app.window.close()
            app.end()

    def build(language: str = "zh") -> Desk:
        end()
        app = App(qapp, places, Words(places.messages, language))
        running.append(app)
        qtbot.addWidget(app.window)
        app.window.show()
        desk = Desk(app, qtbot, tmp_path / "library.antoudb")
        loaded: list[object] = []
        app.window.reading.tree_loaded.connect(loaded.append)
        app.jobs.open_library(desk.library, create=not desk.library.exists())
        desk.until(lambda: loaded)
        return desk

    yield build
    end()
    QLocale.setDefault(before)


@pytest.fixture
def desk(start: Callable[[], Desk]) -> Desk:
    """The program on an empty library."""
    return start()


@pytest.fixture
def sample(places: Places) -> Path:
    """The sample gazette."""
    return next(iter(sorted(places.sample.glob("*期.txt"))))


@pytest.fixture
def full(desk: Desk, sample: Path) -> Desk:
    """The program with the sample gazette in its library."""
    desk.import_and_close_report(sample)
    return desk
