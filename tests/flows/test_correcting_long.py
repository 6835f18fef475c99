"""A correction in a notice of 90,000 characters: the page stays, and the window never waits."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from tests.flows.conftest import Desk
from tests.flows.test_correcting import write
from tests.frames import LIMIT

LENGTH = 90_000
SENTENCE = "各有关部门应当按照职责分工，落实充电设施建设要求，确保按期完成。"


def long_notice() -> str:
    lines = ["# 霁川市人民政府关于印发长篇规划的通知", "霁政发〔2024〕66号", "各县（区）人民政府："]
    while sum(map(len, lines)) < LENGTH:
        number = len(lines) - 2
        lines.append(f"{number}.加强第{number}项工作。{SENTENCE * 6}")
    return "\n\n".join([*lines, "霁川市人民政府", "2024年3月1日"])


class Work(QObject):
    """How long the window's thread worked from one tick to the next, its own time alone.

    What other programs take of the processor meanwhile does not count.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.ticks = 0
        self._last = time.thread_time()
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def stop(self) -> None:
        """End watching."""
        self._timer.stop()

    def _note(self) -> None:
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.ticks += 1


def test_the_window_works_less_than_a_frame_at_a_time(desk: Desk, tmp_path: Path):
    file = tmp_path / "长.md"
    file.write_text(long_notice(), encoding="utf-8")
    desk.import_and_close_report(file)
    desk.open("长篇规划")
    assert len(desk.reader.text) > LENGTH
    desk.until(lambda: not desk.page.busy)
    middle = len(desk.reader.text) // 2
    desk.page.scroll_to(middle)
    start = desk.reader.text.index("落实充电", middle + 100)
    desk.page.select_span(start, start + 4)
    desk.window.actions_["correct"].trigger()
    top, before = desk.page.top_offset(), desk.reader.text
    height = desk.page.rectangle(top).top()
    assert desk.reader.correction_box.isVisible()
    work = Work()
    write(desk, "认真落实充电")
    desk.until(lambda: desk.reader.text != before)
    desk.until(lambda: not desk.page.busy)
    ticks = work.ticks
    desk.until(lambda: work.ticks > ticks + 40)
    work.stop()
    assert work.longest < LIMIT, f"{work.longest * 1000:.0f} ms"
    assert desk.page.top_offset() == top
    assert abs(desk.page.rectangle(top).top() - height) <= 1
