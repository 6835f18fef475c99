"""How fast notices open in the real window: python -m tests.benchmarks.reading_speed.

Every notice of the shared gazettes (or of the fixtures) is opened once; the time runs from asking
for it to the first paint of its page, with the library read between.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from desktop.app import App
from desktop.panels.reader_panel import ReaderPanel
from desktop.paths import places
from storage.words import Words
from tests.benchmarks.responsiveness import wait_until
from tests.shared_texts import gazettes

SHOWN_AT_MOST = 0.050
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "texts"


class FirstPaint(QObject):
    """Notes when the page of the notice that is waited for is painted for the first time."""

    def __init__(self, reader: ReaderPanel) -> None:
        super().__init__()
        self._reader = reader
        self.wanted = ""
        self.painted = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every event of the page."""
        right = self._reader.uuid == self.wanted
        if right and event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = time.perf_counter()
        return super().eventFilter(watched, event)


def open_all(app: App) -> list[float]:
    """The seconds that each notice takes from asking to its first paint."""
    reader = app.window.reader
    taken: list[float] = []
    paint = FirstPaint(reader)
    page = max(reader.findChildren(QAbstractScrollArea), key=lambda area: area.width())
    page.viewport().installEventFilter(paint)
    for notice in app.window.library.model.notices():
        if notice.uuid == reader.uuid:
            continue
        paint.wanted, paint.painted = notice.uuid, 0.0
        begin = time.perf_counter()
        app.window.reading.open(notice.uuid)
        wait_until(lambda: paint.painted > 0)
        taken.append(paint.painted - begin)
    return taken


def main() -> None:
    """Measure and print."""
    qInstallMessageHandler(lambda *_: None)  # the offscreen platform talks a lot
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANTOU_HOME"] = folder
        home = places({"ANTOU_HOME": folder})
        app = App(application, home, Words(home.messages, "zh"))
        app.show()
        reports: list[object] = []
        notices = app.window.library.model.notices
        wait_until(lambda: bool(notices()) and not app.jobs.busy)
        of_sample = len(notices())
        app.jobs.import_files(gazettes() or sorted(FIXTURES.glob("*.txt")), reports.append)
        wait_until(lambda: bool(reports) and len(notices()) > of_sample and not app.jobs.busy)
        for dialog in application.topLevelWidgets():
            if dialog is not app.window:
                dialog.close()
        taken = open_all(app)
        late = sum(seconds > SHOWN_AT_MOST for seconds in taken)
        print(f"{len(taken)} notices: median {statistics.median(taken) * 1000:.0f} ms", end=", ")
        print(f"longest {max(taken) * 1000:.0f} ms, {late} over 50 ms (polled every 5 ms)")
        app.window.close()
        app.end()


if __name__ == "__main__":
    main()
