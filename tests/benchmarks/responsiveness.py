"""How smooth the window stays: `python -m tests.benchmarks.responsiveness [--onscreen]`.

Prints the gaps between turns of the event loop while the tree is scrolled: idle, and while the
shared gazettes (or the sample) are imported, three times, and while it searches; also the time
a start takes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if "--onscreen" not in sys.argv:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QTreeView

from desktop.app import SWITCH_SECONDS, App
from desktop.paths import places
from storage.words import Words
from tests.frames import FrameWatch
from tests.shared_texts import gazettes

ROUNDS = 3


def wait_until(ready: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    loop = QEventLoop()
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: loop.quit() if ready() else None)
    timer.start()
    loop.exec()


def first_start(application: QApplication, folder: Path) -> tuple[App, Any]:
    """Start on an empty folder and say how long it takes."""
    home = places({"ANTOU_HOME": str(folder)})
    begin = time.perf_counter()
    app = App(application, home, Words(home.messages, "zh"))
    app.show()
    print(f"window built and shown in {time.perf_counter() - begin:.2f} s")
    changed: list[str] = []
    app.jobs.library_changed.connect(changed.append)
    wait_until(lambda: bool(changed) and not app.jobs.busy)
    print(f"sample imported {time.perf_counter() - begin:.2f} s after the start")
    return app, home


def measure(app: App, sources: list[Path], folder: Path) -> None:
    """Print the gaps, idle and importing."""
    tree = app.window.findChild(QTreeView)
    assert tree is not None
    tree.expandAll()
    watch = FrameWatch(tree)
    watch.start()
    wait_until(lambda: watch.count() > 300)
    print(f"idle: {watch.stop()}")
    for attempt in range(ROUNDS):
        paths = []
        for source in sources:
            paths.append(folder / f"{attempt} {source.name}")
            text = source.read_text(encoding="utf-8")
            paths[-1].write_text(f"{text}\n第{attempt}次\n", encoding="utf-8")
        reports: list[Any] = []
        begin = time.perf_counter()
        watch.start()
        app.jobs.import_files(paths, reports.append)
        wait_until(lambda reports=reports: bool(reports))
        seconds = time.perf_counter() - begin
        ticks = watch.count()
        wait_until(lambda ticks=ticks: watch.count() > ticks + 60)
        count = sum(report.added for report in reports[0])
        print(f"importing {len(paths)} files, {count} notices, {seconds:.2f} s: {watch.stop()}")
        tree.expandAll()
    for query in ("民政", "工作", '"人民政府"'):
        answers: list[Any] = []
        begin = time.perf_counter()
        watch.start()
        app.jobs.search(query, watch, answers.append)
        wait_until(lambda answers=answers: bool(answers))
        seconds = time.perf_counter() - begin
        print(f"{query}: {answers[0].total_hits} hits, {seconds:.2f} s: {watch.stop()}")


def main() -> None:
    """Measure and print."""
    qInstallMessageHandler(lambda *_: None)  # the offscreen platform talks a lot
    application = QApplication([])
    sys.setswitchinterval(SWITCH_SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANTOU_HOME"] = folder
        app, home = first_start(application, Path(folder))
        measure(app, gazettes() or sorted(home.sample.glob("*.txt")), Path(folder))
        app.window.close()
        app.end()


if __name__ == "__main__":
    main()
