"""The reader with a real page: shown, marked, searched, resized."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.look import Look
from desktop.theme import THEMES, Dress
from storage.types import Block
from tests.desktop.pages import mark, of_blocks, sheet, table
from tests.desktop.places import places_in
from tests.factories import notice

LONG = [
    f"第{at}段：各县（市、区）人民政府要加强组织领导，落实工作责任，确保取得实效。"
    for at in range(80)
]


@pytest.fixture
def reader(qtbot, tmp_path) -> Iterator[ReaderPanel]:
    panel = ReaderPanel(Look())
    qtbot.addWidget(panel)
    panel.set_dress(Dress(THEMES["light"], places_in(tmp_path).resources / "styles"))
    panel.resize(900, 700)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.close_notice(library_empty=True)


def show(reader: ReaderPanel, *given: Any, **named: Any) -> None:
    """Show a page and wait until all of it is set, however busy the computer is."""
    loop = QEventLoop()
    reader.page.settled.connect(loop.quit)
    reader.show_sheet(*given, **named)
    loop.exec()
    reader.page.settled.disconnect(loop.quit)


def click_on(reader: ReaderPanel, offset: int) -> None:
    """Click on the left half of a character."""
    place = reader.page.rectangle(offset).center() - reader.page.viewport().pos()
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(5, 0))


def test_head_card_and_page_show_the_notice(reader: ReaderPanel):
    made = sheet()
    show(reader, made, [])
    assert made.notices[0].summary.title in reader.head.title.text()
    assert "云政发〔2023〕12号" in reader.head.details.text()
    assert "云州市人民政府公报2023年第4期" in reader.head.details.text()
    assert "各县（市、区）人民政府" in reader.head.details.toolTip()
    assert "市工业和信息化局" in reader.page.toPlainText()


def test_selected_text_asks_for_a_mark_in_python_characters(reader: ReaderPanel, qtbot):
    made = of_blocks(Block("paragraph", "𠮷野村的充电桩建设", (1, 1)))
    show(reader, sheet(made), [])
    start = made.text.index("充电桩")
    reader.page.select_span(start, start + 3)
    qtbot.waitUntil(reader.selection_bar.isVisible)
    with qtbot.waitSignal(reader.marking.mark_wanted) as asked:
        reader.selection_bar.styles["green"].click()
    assert asked.args == [start, start + 3, "green", False]
    assert not reader.selection_bar.isVisible()
    assert not reader.page.textCursor().hasSelection()


def test_copying_gives_the_text_of_the_notice_not_of_the_page(reader: ReaderPanel):
    made = of_blocks(Block("paragraph", "甲\u00a0乙", (1, 1)), table(("丙", "丁"), ("戊", "己")))
    show(reader, sheet(made), [])
    reader.page.selectAll()
    assert reader.selected_text() == "甲\u00a0乙\n丙\t丁\n戊\t己"


def test_ctrl_c_takes_the_text_of_the_notice(reader: ReaderPanel):
    made = of_blocks(Block("paragraph", "甲\u00a0乙", (1, 1)), Block("date", "丙", (2, 2)))
    show(reader, sheet(made), [])
    reader.page.selectAll()
    QTest.keyClick(reader.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "甲\u00a0乙\n丙"


def test_the_wheel_beside_the_page_scrolls_and_zooms_it(reader: ReaderPanel, qtbot):
    show(reader, sheet(notice(paragraphs=LONG)), [])
    beside = QPointF(3, 300)

    def turn(modifiers: Qt.KeyboardModifier, far: int = -120) -> None:
        event = QWheelEvent(
            beside,
            reader.mapToGlobal(beside),
            QPoint(),
            QPoint(0, far),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(reader, event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert reader.page.verticalScrollBar().value() > 0
    with qtbot.waitSignal(reader.page.zoom_wanted) as asked:
        turn(Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [-1]
    steps: list[int] = []
    reader.page.zoom_wanted.connect(steps.append)
    for _ in range(10):
        turn(Qt.KeyboardModifier.ControlModifier, 30)  # a touchpad
    assert steps == [1, 1]


def test_a_click_on_a_mark_shows_its_card_and_a_second_the_next_one(reader: ReaderPanel):
    made = notice()
    marks = [
        mark(made, "安排专项资金", "long", note="请核对\n第二行"),
        mark(made, "专项", "short", style="blue"),
    ]
    show(reader, sheet(made), marks)
    click_on(reader, made.text.index("专项"))
    assert reader.card.mark is not None
    assert reader.card.mark.uuid == "short"
    assert reader.card.isVisible()
    click_on(reader, made.text.index("专项"))
    assert reader.card.mark.uuid == "long"
    assert reader.card.note.toPlainText() == "请核对\n第二行"
    click_on(reader, made.text.index("督查"))
    assert not reader.card.isVisible()


def test_a_written_note_is_asked_to_be_saved_after_a_pause_and_on_closing(
    reader: ReaderPanel, qtbot
):
    made = notice()
    one = mark(made, "专项")
    show(reader, sheet(made), [one])
    reader.marking.open_card(one, write=True)
    with qtbot.waitSignal(reader.card.note_written) as saved:
        reader.card.note.setPlainText("第一稿")
    assert saved.args == ["m1", "第一稿", ""]
    with qtbot.waitSignal(reader.card.note_written) as saved:
        reader.card.note.setPlainText("第二稿")
        QTest.keyClick(reader.card.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved.args == ["m1", "第二稿", "第一稿"]
    assert not reader.card.isVisible()


def test_typing_goes_on_while_the_mark_is_saved(reader: ReaderPanel):
    made = notice()
    one = mark(made, "专项")
    show(reader, sheet(made), [one])
    reader.marking.open_card(one, write=True)
    reader.card.note.setPlainText("还没有写完")
    reader.marking.set_marks([mark(made, "专项", style="red")])
    assert reader.card.note.toPlainText() == "还没有写完"
    assert reader.card.styles["red"].isChecked()


def test_a_note_changed_elsewhere_is_not_taken_for_what_was_typed_over(reader: ReaderPanel, qtbot):
    made = notice()
    one = mark(made, "专项", note="原来的")
    show(reader, sheet(made), [one])
    reader.marking.open_card(one, write=True)
    reader.card.note.setPlainText("原来的，我补充")
    reader.marking.set_marks([mark(made, "专项", note="原来的，别人补充")])
    assert reader.card.note.toPlainText() == "原来的，我补充"
    with qtbot.waitSignal(reader.card.note_written) as saved:
        reader.card.dismiss()
    assert saved.args == ["m1", "原来的，我补充", "原来的"]


def test_the_card_of_a_mark_deleted_elsewhere_closes_and_saves_what_was_typed(
    reader: ReaderPanel, qtbot
):
    made = notice()
    one = mark(made, "专项")
    show(reader, sheet(made), [one])
    reader.marking.open_card(one, write=True)
    reader.card.note.setPlainText("写到一半")
    with qtbot.waitSignal(reader.card.note_written) as saved:
        reader.marking.set_marks([])
    assert saved.args == ["m1", "写到一半", ""]
    assert not reader.card.isVisible()


def test_card_asks_for_colour_and_deletion(reader: ReaderPanel, qtbot):
    made = notice()
    one = mark(made, "专项")
    show(reader, sheet(made), [one])
    reader.marking.open_card(one)
    with qtbot.waitSignal(reader.card.style_chosen) as asked:
        reader.card.styles["purple"].click()
    assert asked.args == ["m1", "purple"]
    with qtbot.waitSignal(reader.card.deletion_wanted) as asked:
        reader.card.delete.click()
    assert asked.args == ["m1"]


def test_find_counts_and_walks_round(reader: ReaderPanel):
    made = notice(paragraphs=["充电桩甲。", "充 电　桩乙。", "充电桩丙。"])
    show(reader, sheet(made), [])
    reader.open_find()
    reader.find_bar.words.setText("充电桩")
    assert "4" in reader.find_bar.count.text()
    first = reader.find_bar.count.text()
    for _ in range(4):
        QTest.keyClick(reader.find_bar.words, Qt.Key.Key_Return)
    assert reader.find_bar.count.text() == first
    reader.find_bar.words.setText("没有这个")
    assert reader.find_bar.count.text() == "Not found"
    QTest.keyClick(reader.find_bar.words, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()


def test_a_hit_far_below_is_brought_into_sight(reader: ReaderPanel):
    made = notice(paragraphs=[*LONG, "这里有充电桩。", *LONG])
    at = made.text.rindex("充电桩")
    show(reader, sheet(made), [], span=(at, at + 3), hits=[(at, at + 3)])
    assert reader.page.shows(at)


def test_zoom_and_window_width_keep_the_place(reader: ReaderPanel, qtbot):
    made = notice(paragraphs=LONG)
    show(reader, sheet(made), [])
    offset = made.text.index("第40段")
    reader.page.scroll_to(offset)
    reader.set_look(Look(size=24))
    assert abs(reader.page.top_offset() - offset) < 60
    reader.resize(600, 500)
    assert abs(reader.page.top_offset() - offset) < 90


def test_the_measure_is_kept_in_a_wide_window(reader: ReaderPanel):
    show(reader, sheet(), [])
    reader.resize(1600, 700)
    look = Look()
    assert reader.page.viewport().width() < look.text_width() + 120
    left = reader.page.viewport().x()
    right = reader.page.width() - left - reader.page.viewport().width()
    assert abs(left - right) < 40


def test_another_notice_takes_the_place_of_one_still_being_set(reader: ReaderPanel, qtbot):
    rows = [(str(at), "事项") for at in range(1500)]
    reader.show_sheet(sheet(of_blocks(table(*rows))), [])
    assert reader.page.busy
    show(reader, sheet(notice()), [])
    assert "市工业和信息化局" in reader.page.toPlainText()
    assert "1499" not in reader.page.toPlainText()


def test_space_pages_and_escape_clears(reader: ReaderPanel):
    show(reader, sheet(notice(paragraphs=LONG)), [])
    QTest.keyClick(reader.page, Qt.Key.Key_Space)
    height = reader.page.verticalScrollBar().value()
    assert height > 300
    QTest.keyClick(reader.page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert reader.page.verticalScrollBar().value() < height
    reader.page.select_span(3, 9)
    QTest.keyClick(reader.page, Qt.Key.Key_Escape)
    assert not reader.page.textCursor().hasSelection()


def test_text_can_be_selected_with_the_keyboard(reader: ReaderPanel):
    made = notice()
    show(reader, sheet(made), [])
    reader.page.set_caret_mode(True)
    reader.page.put_caret(made.text.index("专项"))
    for _ in range(4):
        QTest.keyClick(reader.page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selected_text() == "专项资金"


def test_the_page_can_not_be_changed(reader: ReaderPanel):
    show(reader, sheet(), [])
    before = reader.page.toPlainText()
    reader.page.selectAll()
    QTest.keyClicks(reader.page, "abc")
    QTest.keyClick(reader.page, Qt.Key.Key_Delete)
    assert reader.page.toPlainText() == before
