"""The card of a mark: its note in both views, tags, the due day; whatever a note has in it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.models.days import read_day
from desktop.panels.mark_card import MarkCard
from desktop.reading.note_document import NoteDocument, note_document, reads_as_markdown
from storage.types import Mark, MarkChange

MARK = Mark("m1", "n1", 3, 7, "专项资金", citation="《标题》")
NEAR = QRect(200, 40, 4, 20)
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def card(qtbot) -> MarkCard:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.resize(800, 700)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    made = MarkCard(page)
    made.changes = []
    made.change_wanted.connect(lambda key, change: made.changes.append((key, change)))
    yield made
    made.dismiss()


# ---- reading and writing


def test_a_note_is_rendered_for_reading_and_plain_for_writing(card: MarkCard):
    card.show_mark(replace(MARK, note="**重点**\n\n- 甲\n- 乙"), NEAR, write=False)
    assert card.box.view.isVisible()
    assert "**" not in card.box.view.toPlainText()
    assert "重点" in card.box.view.toPlainText()
    card.take_keys()
    QTest.keyClick(card.box.view, _Key.Key_F2)
    assert card.note.isVisible()
    assert card.note.hasFocus()
    assert card.note.toPlainText() == "**重点**\n\n- 甲\n- 乙"
    card.note.setPlainText("*改过*")
    QTest.keyClick(card.note, _Key.Key_F2)
    assert card.box.view.toPlainText() == "改过"
    card.mode.click()
    assert card.note.isVisible()


def test_a_mark_without_a_note_is_ready_for_one(card: MarkCard):
    card.show_mark(MARK, NEAR, write=False)
    assert card.note.isVisible()
    assert not card.note.hasFocus()


def test_enter_begins_writing_and_escape_closes(card: MarkCard, qtbot):
    card.show_mark(replace(MARK, note="甲"), NEAR, write=False)
    card.take_keys()
    QTest.keyClick(card.box.view, _Key.Key_Return)
    assert card.note.hasFocus()
    QTest.keyClicks(card.note, "x")
    with qtbot.waitSignal(card.note_written) as saved:
        QTest.keyClick(card.note, _Key.Key_Escape)
    assert saved.args == ["m1", "甲x", "甲"]
    assert not card.isVisible()
    assert card.parentWidget().hasFocus()


def test_lines_of_a_note_stay_lines():
    assert note_document("第一行\n第二行").toPlainText() == "第一行\n第二行"
    assert "标题：甲" in note_document("---\n标题：甲\n---\n正文").toPlainText()


# ---- tricks


TRICKS = (
    "![图](file:///etc/hostname)",
    "![图](http://203.0.113.5/track.png)",
    "![图][1]\n\n[1]: //server/share/x.png",
    "<img src='file:///etc/hostname'>",
    "<script>alert(1)</script>",
    "<link rel=stylesheet href='file:///etc/x.css'>",
    "[说明](file:///etc/passwd)",
    "<style>@import url(file:///x)</style>",
)


@pytest.mark.parametrize("note", TRICKS)
def test_no_note_loads_anything(card: MarkCard, note: str, monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr(
        NoteDocument, "loadResource", lambda self, kind, name: asked.append((kind, name))
    )
    monkeypatch.setattr(
        type(card.box.view), "loadResource", lambda self, kind, name: asked.append((kind, name))
    )
    card.show_mark(replace(MARK, note=note), NEAR, write=False)
    card.grab()
    assert asked == []
    assert "\ufffc" not in card.box.view.toPlainText()
    links = Qt.TextInteractionFlag.LinksAccessibleByMouse
    links |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    assert not card.box.view.textInteractionFlags() & links


def test_tags_of_html_are_shown_as_they_are_written():
    for note in TRICKS[3:6]:
        assert note_document(note).toPlainText() == note


def test_a_picture_is_named_by_its_words():
    assert note_document("甲 ![流程图](x.png) 乙").toPlainText() == "甲 ［流程图］ 乙"


def test_a_document_asked_for_a_picture_gives_none():
    made = note_document("甲")
    kind = QTextDocument.ResourceType.ImageResource.value
    assert made.resource(kind, "file:///etc/hostname") is None


@pytest.mark.parametrize(
    "note",
    [
        ">" * 5_000 + " 深",
        "\n".join("  " * at + "- 项" for at in range(300)),
        "|甲|乙|丙|\n|-|-|-|\n" + "|1|2|3|\n" * 3_000,
        "|" + "甲|" * 400 + "\n|" + "-|" * 400 + "\n" + ("|" + "乙|" * 400 + "\n") * 5,
        "[" * 9_000,
        "*" * 5_000 + "甲" + "*" * 5_000,
        "- 项\n" * 5_000,
        "```\n" + "行\n" * 9_000 + "```",
        "字" * 10_000,
    ],
    ids=[
        "quotes",
        "lists",
        "long table",
        "wide table",
        "brackets",
        "stars",
        "items",
        "code",
        "line",
    ],
)
def test_odd_markdown_takes_no_time(card: MarkCard, note: str):
    begun = time.process_time()
    card.show_mark(replace(MARK, note=note), NEAR, write=False)
    assert time.process_time() - begun < 0.5


def test_what_is_too_long_for_markdown_is_shown_as_it_is_written():
    note = "|甲|乙|\n|-|-|\n" + "|1|2|\n" * 200
    assert not reads_as_markdown(note)
    assert note_document(note).toPlainText() == note
    assert reads_as_markdown("第一段，请核对。\n" * 500)


def test_typing_into_a_note_of_ten_thousand_characters_is_fluent(card: MarkCard):
    card.show_mark(replace(MARK, note="请核对这一段的数据。\n" * 910), NEAR, write=True)
    assert len(card.note.toPlainText()) > 10_000
    taken = []
    for sign in "再写几个字看看是否流畅":
        begun = time.process_time()
        card.note.insertPlainText(sign)
        taken.append(time.process_time() - begun)
    assert sorted(taken)[len(taken) // 2] < 0.03


# ---- tags


def test_tags_are_typed_and_taken_off_by_key(card: MarkCard):
    card.set_known_tags(["充电桩", "督查"])
    card.show_mark(replace(MARK, tags=("旧",)), NEAR, write=False)
    line = card.tags.line
    line.setFocus()
    line.setText("督查")
    QTest.keyClick(line, _Key.Key_Return)
    line.setText("十四五，")
    line.textEdited.emit("十四五，")
    assert [change.after.tags for _, change in card.changes] == [
        ("旧", "督查"),
        ("十四五", "旧", "督查"),
    ]
    QTest.keyClick(line, _Key.Key_Backspace)
    assert card.changes[-1][1] == MarkChange(
        replace(MARK, tags=("十四五", "旧", "督查")), replace(MARK, tags=("十四五", "旧"))
    )
    assert {key for key, _ in card.changes} == {"edit-tags"}
    assert card.isVisible()


def test_a_chip_takes_its_tag_off(card: MarkCard):
    card.show_mark(replace(MARK, tags=("甲", "乙")), NEAR, write=False)
    first, second = (chip for chip in card.tags._chips if chip.property("tag"))
    second.click()
    assert card.changes[-1][1].after.tags == (first.property("tag"),)
    (chip,) = card.tags._chips
    chip.setFocus()
    QTest.keyClick(chip, _Key.Key_Delete)
    assert card.changes[-1][1].after.tags == ()


def test_a_known_tag_is_completed(card: MarkCard):
    card.set_known_tags(["充电桩", "督查"])
    completer = card.tags.line.completer()
    completer.setCompletionPrefix("电")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "充电桩"


def test_a_tag_still_being_typed_is_kept_when_the_card_closes(card: MarkCard):
    card.show_mark(MARK, NEAR, write=False)
    card.tags.line.setText("写到一半")
    card.dismiss()
    assert card.changes[-1][1].after.tags == ("写到一半",)


# ---- tasks


def test_a_mark_becomes_a_task_with_a_day_and_is_ticked_off(card: MarkCard):
    card.show_mark(MARK, NEAR, write=False)
    assert not card.due.isVisible()
    card.with_due.click()
    assert card.due.day.hasFocus()
    QTest.keyClicks(card.due.day, "+7")
    QTest.keyClick(card.due.day, _Key.Key_Return)
    week = (date.today() + timedelta(days=7)).isoformat()
    assert card.due.day.text() == week
    assert "7" in card.due.left.text()
    card.due.done.click()
    keys = [key for key, _ in card.changes]
    assert keys == ["edit-due", "edit-done"]
    assert card.changes[0][1].after.due == week
    assert card.changes[1][1].after.done
    card.due.done.click()
    assert card.changes[2][1].after.done == ""


def test_what_is_no_day_gives_way_to_the_day_before(card: MarkCard):
    card.show_mark(replace(MARK, due="2026-06-30"), NEAR, write=False)
    card.due.day.setText("哪天再说")
    card.dismiss()
    assert card.changes == []
    card.show_mark(replace(MARK, due="2026-06-30"), NEAR, write=False)
    card.due.day.clear()
    QTest.keyClick(card.due.day, _Key.Key_Return)
    assert card.changes[-1][1].after.due == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("2026-06-30", "2026-06-30"),
        ("2026年6月30日", "2026-06-30"),
        ("20260630", "2026-06-30"),
        ("６月３０日", "2026-06-30"),
        ("6-30", "2026-06-30"),
        ("今天", "2026-01-31"),
        ("+7", "2026-02-07"),
        ("＋２周", "2026-02-14"),
        ("3天后", "2026-02-03"),
        ("+1月", "2026-02-28"),
        ("2-30", None),
        ("13-1", None),
        ("7", None),
        ("明年", None),
    ],
)
def test_days_are_typed_in_many_ways(typed: str, day: str | None):
    assert read_day(typed, date(2026, 1, 31)) == day


def test_a_day_of_next_year_needs_no_year():
    assert read_day("1-15", date(2026, 12, 20)) == "2027-01-15"
    assert read_day("11-30", date(2026, 12, 20)) == "2026-11-30"


# ---- kinds, and libraries that can only be read


def test_a_bookmark_has_a_name_and_no_colours(card: MarkCard):
    card.show_mark(replace(MARK, kind="bookmark", note="从这里读起"), NEAR, write=False)
    assert card.kind.isVisible()
    assert not any(button.isVisible() for button in card.styles.values())
    assert not card.due.isVisible()
    assert not card.with_due.isVisible()


def test_nothing_can_be_changed_where_the_library_is_read_only(card: MarkCard):
    card.set_read_only(True)
    card.show_mark(replace(MARK, note="甲", tags=("乙",), due="2026-06-30"), NEAR, write=True)
    assert card.box.view.isVisible()
    card.take_keys()
    QTest.keyClick(card.box.view, _Key.Key_F2)
    assert not card.note.isVisible()
    assert not card.tags.line.isVisible()
    card.due.day.setText("2026-07-01")
    card.due.day.entered.emit()
    card.dismiss()
    assert card.changes == []


def test_keys_in_the_card_do_not_reach_the_page(card: MarkCard, qtbot):
    pressed = []
    card.parentWidget().keyPressEvent = lambda event: pressed.append(event.key())
    card.show_mark(replace(MARK, tags=("甲",)), NEAR, write=False)
    card.tags.line.setFocus()
    QTest.keyClick(card.tags.line, _Key.Key_Down)
    assert pressed == []
    with qtbot.waitSignal(card.other_wanted) as asked:
        QTest.keyClick(card.tags.line, _Key.Key_Down, _Modifier.AltModifier)
    assert asked.args == [1]
