"""How fast notices open in the real window: python -m tests.benchmarks.reading_speed.

Every notice of the shared gazettes (or of the fixtures) is opened once; the time runs from asking
for it to the first paint of its page, with the library read between. So is the longest issue, at
its start, in its middle and at its end, and then a notice with 2,000 marks. Gaps between frames are
looked for while the rest of an issue is set and scrolled, and while its find bar is typed in.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from desktop.app import App
from desktop.panels.reader_panel import ReaderPanel
from desktop.paths import places
from desktop.reading.sheet import Sheet
from storage.types import Mark
from storage.words import Words
from tests.benchmarks.responsiveness import wait_until
from tests.frames import FrameWatch
from tests.shared_texts import gazettes

SHOWN_AT_MOST = 0.050
MARKS = 2000
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


def open_issue(app: App) -> None:
    """Open the longest issue at three places, and scroll it while its rest is set."""
    window, reader = app.window, app.window.reader
    sizes = Counter(notice.issue_id for notice in window.library.model.notices())
    issue_id = sizes.most_common(1)[0][0]
    inside = [one for one in window.library.model.notices() if one.issue_id == issue_id]
    paint = FirstPaint(reader)
    reader.page.viewport().installEventFilter(paint)
    outside = next(one for one in window.library.model.notices() if one.issue_id != issue_id)
    for name, part in (("start", 0.0), ("middle", 0.5), ("end", 0.999)):
        taken: list[float] = []
        for _ in range(5):
            window.reading.open(outside.uuid)
            wait_until(lambda: reader.uuid == outside.uuid and not reader.page.busy)
            paint.wanted, paint.painted = inside[int(part * len(inside))].uuid, 0.0
            begin = time.perf_counter()
            window.reading.open_issue(issue_id, paint.wanted, int(part > 0.9) * 10_000_000)
            wait_until(lambda: paint.painted > 0)
            taken.append(paint.painted - begin)
            watch = FrameWatch(reader.page)
            watch.start()
            wait_until(lambda: not reader.page.busy)
            gaps = watch.stop()
        size = len(reader.text)
        print(f"issue of {size} characters at its {name}: {statistics.median(taken) * 1000:.0f} ms")
        print(f"  while the rest is set, scrolled: {gaps}")
    watch = FrameWatch(reader.page)
    watch.start()
    wait_until(lambda: watch.count() > 600)
    print(f"scrolling all of it: {watch.stop()}")
    reader.open_find()
    for words in ("工", "工作", "人民政府"):
        begin = time.perf_counter()
        reader.find_bar.words.setText(words)
        print(f"find {words}: {(time.perf_counter() - begin) * 1000:.0f} ms")
    reader.find_bar.dismiss()


def open_marked(app: App) -> None:
    """Show a notice with 2,000 marks."""
    reader = app.window.reader
    sheet = reader.sheet
    assert sheet is not None
    stored = max(sheet.notices, key=lambda one: len(one.notice.text))
    uuid, text = stored.summary.uuid, stored.notice.text
    marks = [
        Mark(
            f"m{at}", uuid, at * (len(text) - 20) // MARKS, at * (len(text) - 20) // MARKS + 12, ""
        )
        for at in range(MARKS)
    ]
    taken: list[float] = []
    for _ in range(5):
        begin = time.perf_counter()
        reader.show_sheet(Sheet([stored]), marks, offset=len(text) // 2)
        reader.page.viewport().repaint()
        reader.place_bar.repaint()
        taken.append(time.perf_counter() - begin)
    print(f"a notice with {MARKS} marks: {statistics.median(taken) * 1000:.0f} ms")


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
        open_issue(app)
        open_marked(app)
        app.window.close()
        app.end()


if __name__ == "__main__":
    main()
