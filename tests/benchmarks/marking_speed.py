"""How soon a mark is durable: python -m tests.benchmarks.marking_speed [marks] [of one notice].

With 20,000 marks in the library and 2,000 in the notice, each kind of change is made some hundred
times, as the window asks for it: from the call in the window's thread to the answer there, which
comes after the commit. Beside it the same straight on the library, from the call to the commit.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop

from desktop.tasks.jobs import Jobs
from storage.library import Library
from storage.types import Edit, Mark, MarkChange
from tests import factories
from tests.desktop.places import places_in

DURABLE_AT_MOST = 20.0
"""Milliseconds."""
TIMES = 200
PARAGRAPHS = [
    f"第{at}段：各县（市、区）人民政府要加强组织领导，落实工作责任，确保取得实效。"
    for at in range(900)
]


def tell(name: str, taken: list[float]) -> None:
    """Print median and 95th percentile in milliseconds."""
    middle = statistics.median(taken) * 1000
    late = statistics.quantiles(taken, n=20)[-1] * 1000
    good = "" if late <= DURABLE_AT_MOST else f"   (wanted: {DURABLE_AT_MOST:.0f})"
    print(f"{name:44}{middle:8.1f} ms, 95th percentile {late:6.1f} ms{good}")


def fill(library: Library, count: int, of_notice: int) -> str:
    """Put marks into a library; the uuid of the notice that has most."""
    notices = [
        factories.notice(
            f"通知{number}", f"云政发〔2023〕{number}号", PARAGRAPHS[: 900 if number == 1 else 40]
        )
        for number in range(1, 41)
    ]
    factories.take_in(library, *notices)
    first, *others = library.notices()
    with library._store.writing():
        for at in range(of_notice):
            start = at * 15
            library.new_mark(first.uuid, start, start + 12, note="批注" if at % 5 == 0 else "")
        for at in range(count - of_notice):
            library.new_mark(others[at % len(others)].uuid, at % 900, at % 900 + 12)
    return first.uuid


def changes(library: Library, uuid: str) -> Iterator[tuple[str, Callable[[int], object]]]:
    """What is measured straight on the library."""
    marks = library.marks(uuid)
    text = library.notice(uuid).notice.text

    def edit(key: str, mark: Mark, **fields: object) -> None:
        library.apply(Edit(key, (MarkChange(mark, replace(mark, **fields)),)))

    yield "library: new mark", lambda at: library.new_mark(uuid, at * 7, at * 7 + 9)
    yield "library: note", lambda at: edit("edit-note-text", marks[at], note=f"第{at}条批注")
    yield "library: tags", lambda at: edit("edit-tags", marks[at], tags=("督查", str(at)))

    def move(at: int) -> None:
        end = marks[at].end + 1
        library.move_mark(marks[at], marks[at].start, end, text[marks[at].start : end])

    yield "library: another end", move


class Window:
    """Asks as the window does, and waits in its event loop."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.jobs = Jobs(places_in(folder), print)
        self.wait(lambda done: self.jobs.open_library(path, done=done))

    def wait(self, ask: Callable[[Callable[[object], None]], object]) -> object:
        """Ask for something and come back with the answer."""
        loop, answers = QEventLoop(), list[object]()

        def answered(answer: object) -> None:
            answers.append(answer)
            loop.quit()

        ask(answered)
        if not answers:
            loop.exec()
        return answers[0]

    def measure(self, name: str, ask: Callable[[int, Callable[[object], None]], object]) -> None:
        taken = list[float]()
        for at in range(TIMES):
            begun = time.perf_counter()
            self.wait(lambda done, at=at: ask(at, done))
            taken.append(time.perf_counter() - begun)
        tell(name, taken)


def main() -> None:
    """Fill a library and measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    of_notice = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    application = QCoreApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with factories.open_library(folder) as library:
            uuid, path = fill(library, count, of_notice), library.path
            print(f"{len(library.marks())} marks, {len(library.marks(uuid))} in the notice")
            marks = library.marks(uuid)
            for told, work in changes(library, uuid):
                taken = list[float]()
                for at in range(TIMES):
                    begun = time.perf_counter()
                    work(at)
                    taken.append(time.perf_counter() - begun)
                tell(told, taken)
        window = Window(folder, path)
        marking = window.jobs.marking
        window.measure(
            "window: new mark", lambda at, done: marking.make((uuid, at * 7, at * 7 + 8), done=done)
        )
        window.measure(
            "window: another colour",
            lambda at, done: marking.apply(
                Edit("edit-style", (MarkChange(marks[at], replace(marks[at], style="red")),)), done
            ),
        )
        window.jobs.shutdown()
    del window, application


if __name__ == "__main__":
    main()
