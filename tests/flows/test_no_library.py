"""A library that cannot be opened looks like no empty one, and the way on is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.app import App
from desktop.dialogs import file_choice
from storage.types import Places
from storage.words import Words
from tests import catalogue
from tests.desktop.places import places_in


@pytest.fixture
def places(tmp_path: Path, monkeypatch) -> Places:
    catalogue.build()
    monkeypatch.setenv("ANTOU_HOME", str(tmp_path / "home"))
    return places_in(tmp_path / "home")


@pytest.fixture
def run(qapp, qtbot, places: Places) -> Iterator[Callable[[Path], App]]:
    """Starts the program with --library."""
    running: list[App] = []

    def build(library: Path) -> App:
        app = App(qapp, places, Words(places.messages, "zh"))
        running.append(app)
        qtbot.addWidget(app.window)
        app.show(library)
        empty = app.window.reader.empty
        qtbot.waitUntil(lambda: "没有打开资料库" in empty.title.text(), timeout=30_000)
        return app

    yield build
    for app in running:
        app.window.close()
        app.end()


def buttons(app: App) -> list[str]:
    found = app.window.reader.empty.findChildren(QPushButton)
    return [button.text().split("(")[0] for button in found if button.isVisible()]


@pytest.mark.parametrize("content", [None, "这不是资料库"], ids=["missing", "text"])
def test_the_page_says_that_no_library_is_open_and_why(
    run: Callable[[Path], App], tmp_path: Path, content: str | None
):
    library = tmp_path / "坏库.antoudb"
    if content is not None:
        library.write_text(content * 40, encoding="utf-8")
    app = run(library)
    assert "坏库.antoudb" in app.window.reader.empty.hint.text()
    assert buttons(app) == ["打开资料库", "新建资料库", "打开默认资料库"]
    for name in ("import", "import-folder", "export"):
        assert not app.window.actions_[name].isEnabled()


def test_from_the_page_the_default_library_is_opened(
    run: Callable[[Path], App], tmp_path: Path, places: Places, qtbot
):
    app = run(tmp_path / "没有.antoudb")
    app.window.reader.empty.default.click()
    qtbot.waitUntil(lambda: app.jobs.library_path == places.library, timeout=30_000)
    qtbot.waitUntil(app.window.actions_["import"].isEnabled)
    assert "没有打开资料库" not in app.window.reader.empty.title.text()


def test_from_the_page_a_new_library_is_made(
    run: Callable[[Path], App], tmp_path: Path, monkeypatch, qtbot
):
    app = run(tmp_path / "没有.antoudb")
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_, **__: str(tmp_path / "新库"))
    app.window.reader.empty.new.click()
    qtbot.waitUntil((tmp_path / "新库.antoudb").exists, timeout=30_000)
    qtbot.waitUntil(lambda: "还没有文件" in app.window.reader.empty.title.text(), timeout=30_000)
    assert buttons(app) == ["导入文件…"]


def test_a_broken_library_chosen_later_leaves_the_open_one(
    run: Callable[[Path], App], tmp_path: Path, qtbot
):
    app = run(tmp_path / "没有.antoudb")
    app.window.reader.empty.default.click()
    qtbot.waitUntil(lambda: app.jobs.library_path is not None, timeout=30_000)
    failed: list[object] = []
    app.jobs.library_failed.connect(failed.append)
    app.jobs.open_library(tmp_path / "还是没有.antoudb")
    qtbot.waitUntil(lambda: bool(failed), timeout=30_000)
    assert "没有打开资料库" not in app.window.reader.empty.title.text()
