"""The colours of marks have names that the user can change, in each library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.dialogs.style_names import StyleNamesDialog
from desktop.models.style_names import STYLE_NAMES
from tests.flows.conftest import Desk


def test_colours_are_renamed_everywhere_and_after_a_restart(
    start: Callable[[], Desk], sample: Path
):
    desk = start()
    desk.import_and_close_report(sample)
    assert "重点" in desk.reader.selection_bar.styles["yellow"].toolTip()
    assert "疑问" in desk.window.actions_["mark-green"].text()
    desk.window.actions_["style-names"].trigger()
    dialog = desk.dialog(StyleNamesDialog)
    dialog.lines["yellow"].setText("  政策依据 ")
    dialog.lines["underline"].setText("已核对")
    dialog.accept()
    for _ in range(2):
        desk.until(lambda desk=desk: "政策依据" in desk.window.actions_["mark-yellow"].text())
        assert desk.reader.selection_bar.styles["yellow"].toolTip() == "黄色·政策依据"
        assert desk.reader.card.styles["underline"].accessibleName() == "下划线·已核对"
        assert "疑问" in desk.window.actions_["mark-green"].text()
        assert "(&Y)" in desk.window.actions_["mark-yellow"].text()
        desk = start()
    desk.app.jobs.open_library(desk.library.with_name("andere.antoudb"), create=True)
    desk.until(lambda: STYLE_NAMES.label("yellow") == "黄色·重点")


def test_an_empty_name_goes_back_to_the_usual_one(full: Desk):
    full.app.jobs.marking.set_style_names({"red": "统计口径"})
    full.window.styles._load("")
    full.until(lambda: STYLE_NAMES.name("red") == "统计口径")
    full.window.actions_["style-names"].trigger()
    dialog = full.dialog(StyleNamesDialog)
    assert dialog.lines["red"].text() == "统计口径"
    dialog.lines["red"].clear()
    dialog.accept()
    full.until(lambda: STYLE_NAMES.name("red") == "数据")
