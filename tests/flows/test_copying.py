"""Copying: plain, with citation, by GB/T 7714, with the page where it is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.reading.sheet import Sheet
from tests.flows.conftest import Desk
from tests.formats.pdf_file import write_sample_pdf

WORDS = "建设充电基础设施"
REFERENCE = (
    "霁川市人民政府. 关于印发霁川市电动汽车充电基础设施建设三年行动方案（2024—2026年）的通知[J]."
    " 霁川市人民政府公报, 2024(2)"
)


def clipboard() -> str:
    return QApplication.clipboard().text()


def copied(desk: Desk, action: str) -> str:
    """What an action puts on the clipboard."""
    QApplication.clipboard().clear()
    desk.window.actions_[action].trigger()
    desk.until(clipboard)
    return clipboard()


def select(desk: Desk, words: str) -> None:
    start = desk.reader.text.index(words)
    desk.page.select_span(start, start + len(words))


@pytest.fixture
def reader(full: Desk) -> Desk:
    full.open("充电")
    return full


def test_the_first_page_is_told_where_only_the_contents_are_known(reader: Desk):
    select(reader, "车桩比优于")
    told = copied(reader, "cite")
    assert told.startswith("“车桩比优于”——《霁川市人民政府关于印发")
    assert told.endswith("（霁政发〔2024〕6号），霁川市人民政府公报2024年第2期，第5页起")
    # A reference names no page that is not certain.
    assert copied(reader, "cite-reference") == f"“车桩比优于”\n{REFERENCE}."
    assert copied(reader, "copy") == "车桩比优于"


def test_without_a_selection_the_reference_alone_is_copied(reader: Desk):
    reader.page.clear_selection()
    assert copied(reader, "cite-reference") == f"{REFERENCE}: 5."
    for name in ("copy", "cite"):
        assert not reader.window.actions_[name].isEnabled()
    assert copied(reader, "cite-notice").endswith("（霁政发〔2024〕6号）")


def test_the_chosen_form_is_that_of_buttons_and_marks(reader: Desk):
    reader.app.settings.citation_form = "gbt7714"
    select(reader, "车桩比优于")
    assert copied(reader, "cite") == f"“车桩比优于”\n{REFERENCE}."
    QApplication.clipboard().clear()
    reader.reader.selection_bar.cite.click()
    reader.until(clipboard)
    assert clipboard() == f"“车桩比优于”\n{REFERENCE}."
    reader.page.clear_selection()
    reader.mark("车桩比优于")
    (mark,) = reader.page.painter.marks
    QApplication.clipboard().clear()
    reader.reader.card.copy_wanted.emit(mark.uuid)
    reader.until(clipboard)
    assert clipboard() == f"“车桩比优于”\n{REFERENCE}."


def test_a_mark_of_another_document_is_cited_with_its_issue(reader: Desk):
    reader.mark("车桩比优于")
    (mark,) = reader.page.painter.marks
    reader.open("废止")
    QApplication.clipboard().clear()
    reader.window.marking.copy_wanted.emit([mark])
    reader.until(clipboard)
    assert clipboard().endswith("霁川市人民政府公报2024年第2期，第5页起")


def test_the_last_copy_wins_while_a_page_is_still_asked_for(reader: Desk):
    select(reader, "车桩比优于")
    reader.window.actions_["cite"].trigger()
    reader.window.actions_["copy"].trigger()
    assert clipboard() == "车桩比优于"
    done: list[object] = []
    stored = reader.reader.stored
    assert stored is not None
    reader.window.pages.of_issue(stored.summary.issue_id, done.append)
    reader.until(lambda: done)
    assert clipboard() == "车桩比优于"


def test_over_two_documents_of_a_page_each_has_its_own_citation(full: Desk, monkeypatch):
    uuids = [full.open("废止"), full.open("集中供水")]
    opened: list = []
    for uuid in uuids:
        full.app.jobs.open_notice(uuid, full.window, opened.append)
    full.until(lambda: len(opened) == 2)
    sheet = Sheet([stored for stored, _ in opened])
    border = sheet.bases[1]
    monkeypatch.setattr(full.reader, "sheet", sheet)
    monkeypatch.setattr(full.page, "selected_span", lambda: (border - 8, border + 6))
    QApplication.clipboard().clear()
    full.window.copying.copy_cited()
    full.until(clipboard)
    first, second = clipboard().split("\n")
    assert "废止" in first
    assert first.endswith("，第12页起")
    assert "集中供水" in second
    assert second.endswith("，第13页起")


def test_a_gazette_as_pdf_is_cited_with_the_page_of_the_passage(desk: Desk, tmp_path: Path):
    desk.import_and_close_report(write_sample_pdf(tmp_path / "公报.pdf"))
    desk.open("充电")
    stored = desk.reader.stored
    assert stored is not None
    told: list = []
    desk.window.pages.of_issue(stored.summary.issue_id, told.append)
    desk.until(lambda: told)
    begin, page = told[0][stored.summary.uuid].printed[1]
    start = desk.reader.text.index("，", begin + 40)
    desk.page.select_span(start - 8, start)
    assert copied(desk, "cite").endswith(f"，第{page}页")
    assert copied(desk, "cite-reference").endswith(f"2024(2): {page}.")
    # Over the break of a page: both pages.
    desk.page.select_span(begin - 6, begin + 6)
    assert copied(desk, "cite").endswith(f"，第{page - 1}—{page}页")
    # And that page is where the address leads.
    desk.window.actions_["go-to"].trigger()
    box = desk.reader.address_box
    box.address.setText(f"第{page}页")
    desk.until(lambda: box.model.targets)
    assert box.model.targets[0].offset == begin
    box.dismiss()
