"""Choosing files: readable columns in the program's language, names that stay whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from desktop.desk_files import file_name
from desktop.dialogs.file_choice import size_words, widen


def test_columns_have_room_and_dates_are_written_in_figures(qtbot: QtBot, tmp_path: Path):
    (tmp_path / "文稿.txt").write_text("公文" * 1000, encoding="utf-8")
    os.utime(tmp_path / "文稿.txt", (1_700_000_000, 1_700_000_000))
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    widen(dialog)
    dialog.show()
    listing = dialog.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: listing.model().rowCount(listing.rootIndex()) == 1)
    index = listing.model().index(0, 3, listing.rootIndex())
    option = QStyleOptionViewItem()
    listing.itemDelegateForColumn(3).initStyleOption(option, index)
    assert option.text.startswith("2023-11-1")
    assert listing.columnWidth(3) >= option.fontMetrics.horizontalAdvance(option.text)


def test_sizes_are_short():
    assert size_words(300).startswith("300")
    assert size_words(25 * 1024 * 1024) == "25.0 MB"


@pytest.mark.parametrize("length", [10, 40, 80])
def test_a_proposed_name_keeps_the_number_whole(length: int):
    made = file_name("《" + "某" * length + "的通知》（云政办发〔2023〕65号）")
    assert made.endswith("》（云政办发〔2023〕65号）")
    assert len(made) <= 60


def test_a_proposed_name_has_nothing_that_windows_refuses():
    assert file_name('检索: "甲/乙"?') == "检索 甲乙"
    assert file_name("...") == "antou"
    assert len(file_name("字" * 200)) <= 60
