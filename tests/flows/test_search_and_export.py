"""Found, opened at the hit, kept as a search, taken away as a file."""

from __future__ import annotations

from pathlib import Path

import docx

from desktop.dialogs import file_choice
from desktop.dialogs.export import ExportDialog
from desktop.models.hits import HIT_ROLE
from tests.flows.conftest import Desk


def test_a_search_opens_at_its_hit_and_f3_walks_on(full: Desk):
    full.search("“充电基础设施”")
    window = full.window
    assert window.left.currentWidget() is window.results
    result = window.results.model.result
    assert result.total_hits > 3
    assert f"{result.total_hits} 处，{result.total_notices} 件" in window.results.count.text()
    first = result.notices[0]
    window.results.tree.activated.emit(
        window.results.model.index(1, 0, window.results.model.index(0, 0))
    )
    full.until(lambda: full.reader.uuid == first.summary.uuid)
    full.until(lambda: full.page.shows(first.hits[1].start))
    text = full.reader.text[first.hits[1].start : first.hits[1].end]
    assert "".join(text.split()) == "充电基础设施"
    for _ in range(len(first.hits) - 1):  # fast, before the page of the last one is there
        window.actions_["next-hit"].trigger()
    second = result.notices[1]
    full.until(lambda: full.reader.uuid == second.summary.uuid)
    assert window.results.tree.currentIndex().data(HIT_ROLE) == second.hits[0]
    window.actions_["previous-hit"].trigger()
    full.until(lambda: full.reader.uuid == first.summary.uuid)


def test_nothing_found_says_what_to_try(full: Desk):
    full.search("“这里没有的词语”")
    assert full.window.results.hint.isVisible()
    assert "引号" in full.window.results.hint.text()


def choose(full: Desk, scope: str, file_format: int) -> None:
    """Answer the export dialog."""
    dialog = full.dialog(ExportDialog)
    button = next(one for one in dialog.scopes.buttons() if one.text().startswith(scope))
    button.click()
    dialog.formats.button(file_format).click()
    dialog.go.click()


def test_marks_are_exported_for_word(full: Desk, tmp_path: Path, monkeypatch):
    target = tmp_path / "摘录.docx"
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_: str(target))
    full.open("充电")
    full.mark("充电基础设施")
    full.window.actions_["export"].trigger()
    choose(full, "本文件", 0)
    full.until(lambda: str(target) in full.said())
    told = "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    assert "充电基础设施" in told
    assert "霁政发〔2024〕6号" in told
    assert full.app.settings.export_folder == str(tmp_path)


def test_a_search_is_exported_as_markdown(full: Desk, tmp_path: Path, monkeypatch):
    target = tmp_path / "检索"
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_: str(target))
    full.search("充电桩")
    full.window.results.export.click()
    choose(full, "检索", 1)
    written = target.with_suffix(".md")
    full.until(lambda: str(written) in full.said())
    assert "充电桩" in written.read_text(encoding="utf-8")


def test_export_to_a_folder_that_can_not_be_written_says_so(
    full: Desk, tmp_path: Path, monkeypatch
):
    target = tmp_path / "没有这个文件夹" / "摘录.md"
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_: str(target))
    full.open("充电")
    full.mark("充电基础设施")
    full.window.actions_["export"].trigger()
    choose(full, "本文件", 1)
    full.until(lambda: full.window.message_bar.property("level") == "error" and full.said())
    assert not target.exists()


def test_nothing_to_export_is_said(desk: Desk):
    desk.window.actions_["export"].trigger()
    desk.until(lambda: "还没有可以导出的内容" in desk.said())
