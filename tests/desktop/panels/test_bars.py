"""Message bar, progress strip, search box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.messages import Message
from desktop.panels.message_bar import MessageBar
from desktop.panels.progress_strip import ProgressStrip
from desktop.panels.search_box import SearchBox
from storage.types import Progress
from tests.desktop.places import chinese, places_in


def test_a_message_is_shown_with_its_advice_and_its_action_works(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.show_message(
        Message("标注已删除。", "可以撤销。", "info", ("撤销", lambda: done.append("x")))
    )
    assert bar.isVisible()
    assert bar.text.text() == "标注已删除。"
    assert bar.advice.text() == "可以撤销。"
    bar.action.click()
    assert done == ["x"]
    assert not bar.isVisible()


def test_an_error_stays_and_is_not_pushed_out_by_good_news(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("磁盘已满", "请腾出空间。", "error"))
    assert not bar._timer.isActive()
    bar.show_message(Message("已导出"))
    assert bar.text.text() == "磁盘已满"
    bar.shut.click()
    bar.show_message(Message("已导出"))
    assert bar.text.text() == "已导出"
    bar.dismiss()


def test_errors_are_shown_one_after_the_other(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("第一件", level="error"))
    bar.show_message(Message("第二件", level="error"))
    bar.show_message(Message("第二件", level="error"))
    assert bar.text.text() == "第一件"
    bar.shut.click()
    assert bar.text.text() == "第二件"
    bar.shut.click()
    bar.shut.click()
    assert not bar.isVisible()


def test_progress_names_the_file_and_cancels_once(qtbot, tmp_path):
    strip = ProgressStrip(chinese(places_in(tmp_path)))
    qtbot.addWidget(strip)
    strip.show_progress(Progress("unknown-stage", 1, 3, "公报.txt"))
    assert "公报.txt" in strip.label.text()
    assert "1 / 3" in strip.label.text()
    with qtbot.waitSignal(strip.cancel_wanted):
        strip.cancel.click()
    assert not strip.cancel.isEnabled()
    strip.finish()
    assert not strip.isVisible()


def test_what_was_searched_is_suggested_first(qtbot):
    box = SearchBox()
    qtbot.addWidget(box)
    box.set_earlier(["旧的", "充电桩"])
    box.remember("充电桩")
    assert box.earlier() == ["充电桩", "旧的"]


def test_enter_searches(qtbot):
    box = SearchBox()
    qtbot.addWidget(box)
    box.setText("充电桩")
    with qtbot.waitSignal(box.search_wanted) as asked:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == ["充电桩"]
    box.clear()
    with qtbot.assertNotEmitted(box.search_wanted):
        QTest.keyClick(box, Qt.Key.Key_Return)
