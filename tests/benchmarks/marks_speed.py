"""Measures the panel of marks: python -m tests.benchmarks.marks_speed [marks].

Prints milliseconds; fails nothing. The marks are invented, the widgets real and offscreen.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.models.mark_board import MarkBoard
from desktop.models.mark_filter import MarkFilter
from desktop.models.mark_groups import GROUPINGS, ORDERS
from desktop.models.mark_shelf import MarkShelf
from desktop.panels.marks_panel import MarksPanel
from desktop.paths import places
from desktop.theme import THEMES, Dress
from storage.types import Edit, Mark, MarkChange
from tests.desktop.models.many_marks import GONE, marks, notices
from tests.frames import FrameWatch

COUNT, OF_NOTICES = 20_000, 2000


class Bench:
    """A panel of many marks, and what its steps take."""

    def __init__(self) -> None:
        self.shelf = MarkShelf()
        self.board = MarkBoard(self.shelf)
        self.panel = MarksPanel()
        styles = places().resources / "styles"
        self.panel.set_dress(Dress(THEMES["light"], styles))
        self.panel.resize(250, 760)
        self.panel.show()
        self.board.arranged.connect(self.show)
        self.board.set_scope("library")

    def show(self) -> None:
        board = self.board
        self.panel.show_arrangement(
            board.arrangement, board.shown_grouping, with_source=board.names_notices
        )

    def measure(self, name: str, step: Callable[[], object]) -> None:
        """Print what a step takes with all that the event loop does after it."""
        begun = time.perf_counter()
        step()
        at_once = time.perf_counter() - begun
        self.turn()
        whole = time.perf_counter() - begun
        print(f"{name:40}{at_once * 1000:8.1f} ms, painted after {whole * 1000:8.1f} ms")

    def turn(self, milliseconds: int = 0) -> None:
        """Let the event loop do what waits."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def edit(self, **fields: object) -> None:
        """Change one mark."""
        mark = next(self.shelf.marks())
        self.shelf.take(Edit("edit-x", (MarkChange(mark, replace(mark, **fields)),)))


def by_place(mark: Mark) -> tuple[bool, int, bool, int, int]:
    """Sorts marks as the library does."""
    gone = mark.notice == GONE
    rank = 0 if gone else int(mark.notice[1:])
    return gone, rank, mark.state == "unplaced", mark.start, mark.end


def load(bench: Bench, count: int) -> None:
    """Load all marks, watching the frames meanwhile."""
    bench.board.set_notices(notices(OF_NOTICES))
    some = sorted(marks(count, OF_NOTICES), key=by_place)  # as the library gives them
    watch = FrameWatch(bench.panel.list)
    watch.start()
    begun = time.perf_counter()
    bench.shelf.load(some, {})
    while bench.board.arrangement.total < count:
        bench.turn(5)
    print(f"{count} marks listed after {(time.perf_counter() - begun) * 1000:.0f} ms")
    bench.turn(300)
    print(f"while loading and scrolling: {watch.stop()}")


def main() -> None:
    """Measure and print."""
    qInstallMessageHandler(lambda *_: None)  # the offscreen platform talks a lot
    application = QApplication([])
    gc.disable()  # as in the program, which collects by a timer
    bench = Bench()
    load(bench, int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
    board = bench.board
    for grouping in (*GROUPINGS[2:], *GROUPINGS[:2]):
        bench.measure(f"group: {grouping}", lambda grouping=grouping: board.set_grouping(grouping))
    for order in (*ORDERS[1:], ORDERS[0]):
        bench.measure(f"order: {order}", lambda order=order: board.set_order(order))
    for wanted in (
        MarkFilter(words="督查"),
        MarkFilter(words="pm 目标"),
        MarkFilter(colours=frozenset({"red", "blue"}), with_note=True),
        MarkFilter(tags=frozenset({"财政"}), due="overdue"),
        MarkFilter(),
    ):
        bench.measure(f"filter: {wanted.active()}", lambda wanted=wanted: board.set_filter(wanted))
    bench.measure("one edit", lambda: bench.edit(note="改"))
    bench.measure("one deletion", lambda: bench.edit(deleted="2026"))
    board.set_grouping("colour")
    bench.turn()
    bench.measure("one other colour, by colour", lambda: bench.edit(style="purple"))
    bench.measure("select all", bench.panel.list.selectAll)
    bench.measure("one edit, all selected", lambda: bench.edit(note="再改"))
    bench.panel.close()
    application.quit()


if __name__ == "__main__":
    main()
