"""The window never waits: the tree is scrolled while gazettes are imported beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTreeView

from desktop.app import App
from storage.types import ImportReport, SearchResult
from storage.words import Words
from tests.desktop.places import places_in
from tests.frames import LIMIT, FrameWatch, Gaps
from tests.shared_texts import gazettes

pytestmark = pytest.mark.alone

PATIENCE = 60_000
ATTEMPTS = 4  # another program may take the processor away; it does not do so four times


@pytest.fixture
def app(qapp, qtbot, tmp_path: Path, monkeypatch) -> Iterator[App]:
    monkeypatch.setenv("ANTOU_HOME", str(tmp_path))
    places = places_in(tmp_path)
    started = App(qapp, places, Words(places.messages, "zh"))
    qtbot.addWidget(started.window)
    welcomed: list[Any] = []
    started.jobs.library_changed.connect(welcomed.append)
    started.show()
    qtbot.waitUntil(lambda: bool(welcomed) and not started.jobs.busy, timeout=PATIENCE)
    yield started
    started.window.close()
    started.end()


def texts(folder: Path, attempt: int) -> list[Path]:
    """New gazettes for each attempt: the shared ones where they are, else the sample's."""
    sources = gazettes() or sorted(places_in(folder).sample.glob("*期.txt"))
    made = []
    for number, source in enumerate(sources * (1 if gazettes() else 3)):
        path = folder / f"公报 {attempt}-{number}.txt"
        remark = f"第{attempt}次试验，第{number}份\n"
        path.write_text(source.read_text(encoding="utf-8") + "\n" + remark, encoding="utf-8")
        made.append(path)
    return made


def while_idle(app: App, qtbot, watch: FrameWatch) -> Gaps:
    """The gaps of the window scrolled for a second with nothing beside it."""
    watch.start()
    ticks = watch.count()
    qtbot.waitUntil(lambda: watch.count() - ticks > 150, timeout=PATIENCE)
    return watch.stop()


def while_importing(app: App, qtbot, watch: FrameWatch, paths: list[Path]) -> Gaps:
    """The gaps from the start of an import until the tree shows what came in."""
    finished: list[list[ImportReport]] = []
    watch.start()
    app.jobs.import_files(paths, finished.append)
    qtbot.waitUntil(lambda: bool(finished), timeout=PATIENCE)
    ticks = watch.count()
    qtbot.waitUntil(lambda: watch.count() - ticks > 60, timeout=PATIENCE)
    gaps = watch.stop()
    assert {report.status for report in finished[0]} <= {"new", "updated"}
    return gaps


def test_no_jerk_while_gazettes_are_imported(app: App, qtbot, tmp_path: Path) -> None:
    tree = app.window.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    tree.expandAll()
    watch = FrameWatch(tree)
    seen: list[str] = []
    for attempt in range(ATTEMPTS):
        idle = while_idle(app, qtbot, watch)
        busy = while_importing(app, qtbot, watch, texts(tmp_path, attempt))
        tree.expandAll()
        seen.append(f"idle: {idle}; importing: {busy}; load {os.getloadavg()[0]:.1f}")
        if busy.longest <= LIMIT:
            return
    pytest.fail("gaps in every attempt:\n" + "\n".join(seen))


def while_searching(app: App, qtbot, watch: FrameWatch, queries: list[str]) -> Gaps:
    """The gaps while one query after the other is answered."""
    watch.start()
    for query in queries:
        answers: list[SearchResult] = []
        app.jobs.search(query, watch, answers.append)
        qtbot.waitUntil(lambda answers=answers: bool(answers), timeout=PATIENCE)
        assert answers[0].total_notices > 0
    return watch.stop()


def test_no_jerk_while_searching(app: App, qtbot, tmp_path: Path) -> None:
    tree = app.window.findChild(QTreeView)
    assert isinstance(tree, QTreeView)
    watch = FrameWatch(tree)
    while_importing(app, qtbot, watch, texts(tmp_path, 0))
    seen: list[str] = []
    for _ in range(ATTEMPTS):
        gaps = while_searching(app, qtbot, watch, ["通知", '"人民政府"', "管理 工作"] * 5)
        seen.append(f"searching: {gaps}; load {os.getloadavg()[0]:.1f}")
        if gaps.longest <= LIMIT:
            return
    pytest.fail("gaps in every attempt:\n" + "\n".join(seen))


def while_typing(app: App, qtbot, watch: FrameWatch, query: str) -> Gaps:
    """The gaps while a query is typed character by character, each searched for."""
    box, searching = app.window.search_box, app.window.searching
    watch.start()
    for length in range(1, len(query) + 1):
        box.setText(query[:length])
        box.typed.emit()
        ticks = watch.count()
        qtbot.waitUntil(lambda ticks=ticks: watch.count() - ticks > 30, timeout=PATIENCE)
    qtbot.waitUntil(lambda: searching.settled and searching.query == query, timeout=PATIENCE)
    assert app.window.results.model.result.total_notices > 0
    return watch.stop()


def test_no_jerk_while_a_query_is_typed(app: App, qtbot, tmp_path: Path) -> None:
    watch = FrameWatch(app.window.results.tree)
    while_importing(app, qtbot, watch, texts(tmp_path, 0))
    seen: list[str] = []
    for attempt in range(ATTEMPTS):
        gaps = while_typing(
            app, qtbot, watch, ("实施方案", "人民政府", "管理 工作", "通知")[attempt]
        )
        seen.append(f"typing: {gaps}; load {os.getloadavg()[0]:.1f}")
        if gaps.longest <= LIMIT:
            return
    pytest.fail("gaps in every attempt:\n" + "\n".join(seen))
