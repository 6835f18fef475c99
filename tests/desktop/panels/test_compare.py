"""Two pages beside each other: scrolled together, walked through, coloured and signed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.panels.compare_panel import ComparePanel
from desktop.reading.look import Look
from desktop.theme import THEMES, Dress
from storage.comparing.comparing import compare
from storage.types import Block, Mark, Notice
from storage.types.comparing import LEFT, RIGHT
from tests.desktop.pages import mark, of_blocks, stored
from tests.desktop.places import places_in

TEXTS = [
    f"第{at}段：各县（市、区）人民政府要加强组织领导，落实工作责任，确保第{at}项任务取得实效。"
    for at in range(60)
]


def notice(texts: list[str]) -> Notice:
    blocks = [Block("paragraph", text, (at, at)) for at, text in enumerate(texts)]
    return of_blocks(Block("title", "关于落实工作责任的通知", (0, 0)), *blocks)


def later() -> list[str]:
    """Paragraph 20 changed, 30 gone, three new ones before 40."""
    texts = list(TEXTS)
    texts[20] = texts[20].replace("组织领导", "统筹协调")
    new = [f"新增内容{at}，由市财政局会同市审计局另行制定具体办法并组织实施。" for at in "甲乙丙"]
    return [*texts[:30], *texts[31:40], *new, *texts[40:]]


@pytest.fixture
def panel(qtbot, tmp_path) -> Iterator[ComparePanel]:
    made = ComparePanel(Look())
    qtbot.addWidget(made)
    made.set_dress(Dress(THEMES["light"], places_in(tmp_path).resources / "styles"))
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_notices()


def show(panel: ComparePanel, left: Notice, right: Notice, marks: list[Mark] | None = None) -> None:
    """Show two notices, and wait until all of both pages is set."""
    first, second = (stored(left, "n1"), marks or []), (stored(right, "n2"), [])
    panel.show_notices(first, second, compare(left, right))
    settle(panel)


def settle(panel: ComparePanel) -> None:
    for side in panel.sides:
        loop = QEventLoop()
        side.page.settled.connect(loop.quit)
        if side.page.busy:
            loop.exec()
        side.page.settled.disconnect(loop.quit)


def height(panel: ComparePanel, side: int, words: str) -> int:
    """Where on the screen some words are, from the top of their page."""
    shown = panel.sides[side]
    return shown.page.rectangle(shown.stored.notice.text.index(words)).top()


def colours_at(panel: ComparePanel, side: int, offset: int) -> set[str]:
    """The colours of the page along a line down through a character."""
    page = panel.sides[side].page
    image, box = page.grab().toImage(), page.rectangle(offset)
    return {image.pixelColor(box.left() + 2, y).name() for y in range(box.top(), box.bottom() + 4)}


def test_scrolling_brings_the_same_paragraph_to_the_same_height(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    for side in (LEFT, RIGHT):
        for at in (10, 25, 35, 50):
            page = panel.sides[side].page
            words = f"第{at}段"
            page.scroll_to(panel.sides[side].stored.notice.text.index(words), 0.3)
            assert height(panel, LEFT, words) == height(panel, RIGHT, words)
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + 7)
            assert height(panel, LEFT, words) == height(panel, RIGHT, words)


def test_unlinked_pages_scroll_alone_until_they_are_linked_again(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    panel.link.click()
    panel.sides[LEFT].page.scroll_to(panel.sides[LEFT].stored.notice.text.index("第50段"), 0.3)
    assert panel.sides[RIGHT].page.verticalScrollBar().value() == 0
    panel.link.click()
    assert height(panel, LEFT, "第50段") == height(panel, RIGHT, "第50段")


def test_from_difference_to_difference_and_not_beyond(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    assert "3" in panel.count.text()
    seen = []
    for _ in range(4):
        panel.next_difference()
        seen.append((panel.count.text(), panel.bar._at))
        page = panel.sides[RIGHT].page
        assert page.shows(panel.comparison.differences[panel.bar._at].right[0])
    assert [at for _, at in seen] == [0, 1, 2, 2]
    assert len({words for words, _ in seen}) == 3
    panel.previous_difference()
    assert panel.bar._at == 1


def test_the_next_difference_is_the_next_from_where_one_reads(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    panel.next_difference()
    panel.sides[RIGHT].page.scroll_to(panel.sides[RIGHT].stored.notice.text.index("第35段"))
    panel.next_difference()
    assert panel.bar._at == 2
    panel.sides[RIGHT].page.scroll_to(panel.sides[RIGHT].stored.notice.text.index("第25段"))
    panel.previous_difference()
    assert panel.bar._at == 0


def test_a_click_into_the_bar_goes_to_the_nearest_difference(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    QTest.mouseClick(
        panel.bar, Qt.MouseButton.LeftButton, pos=QPoint(5, int(panel.bar.height() * 0.68))
    )
    assert panel.bar._at == 2
    assert panel.sides[RIGHT].page.shows(panel.sides[RIGHT].stored.notice.text.index("新增内容甲"))


@pytest.mark.parametrize("name", list(THEMES))
def test_what_went_and_what_came_is_coloured_and_lined(panel: ComparePanel, name: str):
    theme = THEMES[name]
    panel.set_look(Look(theme=theme))
    show(panel, notice(TEXTS), notice(later()))
    panel.next_difference()
    for side, words, names in (
        (LEFT, "组织领导", (theme.removed, theme.removed_line)),
        (RIGHT, "统筹协调", (theme.added, theme.added_line)),
    ):
        text = panel.sides[side].stored.notice.text
        fill, line = (QColor(value) for value in names)
        seen = [
            QColor(one) for one in colours_at(panel, side, text.index(words, text.index("第20段")))
        ]
        assert any(near(one, fill, 0) for one in seen)
        assert any(near(one, line, 70) for one in seen)


def near(one: QColor, other: QColor, most: int) -> bool:
    """Whether two colours are alike; a line's edge is blended with what is below it."""
    return all(
        abs(first - second) <= most
        for first, second in zip(one.getRgb(), other.getRgb(), strict=True)
    )


def test_paragraphs_of_one_side_only_are_signed_in_the_margin(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    panel.go_to(2)
    page = panel.sides[RIGHT].page
    image = page.grab().toImage()
    top = height(panel, RIGHT, "新增内容甲")
    left = page.viewport().x() + 26
    green = QColor(THEMES["light"].added_line).name()
    assert image.pixelColor(left + 1, top + 8).name() == green
    other = height(panel, RIGHT, "第39段")
    assert image.pixelColor(left + 1, other + 8).name() != green


def test_marks_are_shown_and_change(panel: ComparePanel):
    left = notice(TEXTS)
    show(panel, left, notice(later()), [mark(left, "第0段")])
    page = panel.sides[LEFT].page
    assert [one.quote for one in page.painter.marks] == ["第0段"]
    panel.sides[LEFT].set_marks([])
    assert page.painter.marks == []


def test_escape_takes_the_selection_away_then_closes(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    page = panel.sides[LEFT].page
    page.select_span(0, 4)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not closed
    assert page.selected_span() is None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert closed


def test_another_size_keeps_the_place_and_both_pages_together(panel: ComparePanel, qtbot):
    show(panel, notice(TEXTS), notice(later()))
    panel.sides[RIGHT].page.scroll_to(panel.sides[RIGHT].stored.notice.text.index("第35段"), 0.3)
    panel.set_look(Look(size=21))
    settle(panel)
    assert panel.sides[RIGHT].page.shows(panel.sides[RIGHT].stored.notice.text.index("第35段"))
    assert height(panel, LEFT, "第35段") == height(panel, RIGHT, "第35段")


def test_equal_texts_say_so_and_have_nowhere_to_go(panel: ComparePanel):
    show(panel, notice(TEXTS), notice([text.replace("，", ",") for text in TEXTS]))
    assert "No difference" in panel.count.text()
    assert not panel.next.isEnabled()
    panel.next_difference()
    panel.previous_difference()


def test_the_caret_is_not_seen_on_a_page_that_is_only_read(panel: ComparePanel):
    show(panel, notice(TEXTS), notice(later()))
    assert panel.sides[LEFT].page.cursorWidth() == 0
