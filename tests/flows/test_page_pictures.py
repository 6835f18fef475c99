"""Proofreading a PDF: its page beside the text, the paragraph in hand framed on it."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.flows.test_proofreading import framed, source
from tests.formats.pdf_file import write_sample_pdf

NOTICE = "充电基础设施"


@pytest.fixture(scope="module")
def sample_pdf(tmp_path_factory) -> Path:
    return write_sample_pdf(tmp_path_factory.mktemp("pdf") / "公报.pdf")


@pytest.fixture
def pdf_desk(desk: Desk, sample_pdf: Path) -> Desk:
    """The sample as a PDF, one of its documents open with its page beside it."""
    desk.import_and_close_report(sample_pdf)
    desk.window.resize(1280, 800)
    desk.open(NOTICE)
    desk.window.actions_["proofread"].trigger()
    desk.until(lambda: source(desk) is not None and desk.page.painter.framed)
    return desk


def view(desk: Desk):
    return desk.reader.source.picture


def has_picture(desk: Desk) -> bool:
    return view(desk).page in view(desk)._images


def test_the_page_is_shown_with_the_paragraph_framed(pdf_desk: Desk):
    desk = pdf_desk
    assert view(desk).isVisible()
    desk.until(lambda: has_picture(desk) and view(desk).frames)
    first = desk.reader.source.lines.shown.in_hand[0]
    assert view(desk).page == source(desk).page(first)
    assert desk.reader.source.number.text() == f"{view(desk).page} / {view(desk).pages}"
    before = list(view(desk).frames)
    while "指导思想" not in framed(desk):
        desk.window.actions_["next-paragraph"].trigger()
    desk.until(lambda: view(desk).frames and view(desk).frames != before)
    assert nameless(desk.window) == []


def test_lines_and_back_to_the_page(pdf_desk: Desk):
    desk = pdf_desk
    desk.until(lambda: has_picture(desk))
    desk.reader.source.as_lines.click()
    assert desk.reader.source.lines.isVisible()
    assert not desk.reader.source.number.isVisible()
    words = framed(desk)
    desk.window.actions_["next-paragraph"].trigger()
    desk.reader.source.as_lines.click()
    assert view(desk).isVisible()
    desk.until(lambda: view(desk).frames)
    assert framed(desk) != words


def test_a_click_on_the_page_frames_what_came_from_there(pdf_desk: Desk):
    desk = pdf_desk
    desk.until(lambda: has_picture(desk) and view(desk).frames)
    words, (left, top, right, bottom) = framed(desk), view(desk).frames[0]
    for _ in range(3):
        desk.window.actions_["next-paragraph"].trigger()
    assert framed(desk) != words
    page = view(desk)._size()
    across, down = (left + right) / 2 * page.width(), (top + bottom) / 2 * page.height()
    view(desk).verticalScrollBar().setValue(0)
    place = QPointF(across, down) + view(desk)._corner()
    QTest.mouseClick(view(desk).viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    desk.until(lambda: framed(desk) == words)


def test_turning_a_page_takes_the_text_along(pdf_desk: Desk):
    desk = pdf_desk
    desk.until(lambda: has_picture(desk))
    page = view(desk).page
    view(desk).setFocus()
    view(desk).verticalScrollBar().setValue(view(desk).verticalScrollBar().maximum())
    QTest.keyClick(view(desk), Qt.Key.Key_PageDown)
    assert view(desk).page == page + 1
    in_hand = desk.reader.source.lines.shown.in_hand
    assert page + 1 in {source(desk).page(line) for line in in_hand}
    desk.until(lambda: has_picture(desk))
    desk.reader.source.back.click()
    assert view(desk).page == page


def test_zoom_by_keys_asks_for_a_sharper_picture(pdf_desk: Desk):
    desk = pdf_desk
    desk.until(lambda: has_picture(desk))
    width = view(desk)._images[view(desk).page][1].width()
    view(desk).setFocus()
    QTest.keyClick(view(desk), Qt.Key.Key_Plus)
    QTest.keyClick(view(desk), Qt.Key.Key_Plus)
    desk.until(lambda: view(desk)._images[view(desk).page][1].width() > width * 1.4)
    assert view(desk).horizontalScrollBar().maximum() > 0
    QTest.keyClick(view(desk), Qt.Key.Key_0)
    assert view(desk).horizontalScrollBar().maximum() == 0


def test_bytes_that_are_broken_leave_the_lines(desk: Desk, sample_pdf: Path):
    desk.import_and_close_report(sample_pdf)
    connection = sqlite3.connect(desk.library)
    with connection:
        broken = zlib.compress(sample_pdf.read_bytes()[:900])
        connection.execute("UPDATE sources SET data = ?", [broken])
    connection.close()
    desk.open(NOTICE)
    desk.window.actions_["proofread"].trigger()
    panel = desk.reader.source
    desk.until(lambda: "无法显示为图像" in panel.name.toolTip())
    assert panel.lines.isVisible()
    assert not panel.as_lines.isVisible()
    assert desk.said() == ""


def test_only_the_other_process_knows_pdfium(pdf_desk: Desk):
    import subprocess
    import sys

    desk = pdf_desk
    desk.until(lambda: has_picture(desk))
    code = "import desktop.main_window, sys; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0
