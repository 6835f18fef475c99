"""Letters to press: each field and button of a dialog has one of its own, in Chinese too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QLabel, QPushButton

from desktop import translation
from desktop.dialogs.export import ExportDialog, Scope
from desktop.dialogs.preferences import PreferencesDialog
from desktop.settings import Settings
from tests import catalogue
from tests.desktop.places import places_in

LETTER = re.compile(r"\(&([A-Z])\)")
SCOPES = [Scope("本文件", "标题", notice="n1"), Scope("检索", "检索", query="充电")]
DIALOGS: list[Callable[[], QDialog]] = [
    lambda: PreferencesDialog(Settings()),
    lambda: ExportDialog(SCOPES, "docx"),
]


@pytest.fixture(autouse=True)
def _in_chinese(qapp: QApplication, tmp_path) -> Iterator[None]:
    catalogue.build()
    before = QLocale()
    installed = translation.install(qapp, "zh", places_in(tmp_path).resources)
    yield
    translation.remove(qapp, installed)
    QLocale.setDefault(before)


@pytest.mark.parametrize("make", DIALOGS, ids=["preferences", "export"])
def test_every_field_and_button_has_a_letter_of_its_own(qtbot, make: Callable[[], QDialog]):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.findChild(QFormLayout)
    labels = [
        form.itemAt(row, QFormLayout.ItemRole.LabelRole).widget()
        for row in range(form.rowCount())
        if form.itemAt(row, QFormLayout.ItemRole.LabelRole)
    ]
    told = [one.text() for one in labels if isinstance(one, QLabel) and one.text()]
    told += [one.text() for one in dialog.findChildren(QPushButton)]
    letters = [LETTER.search(text) for text in told]
    assert all(letters), told
    assert len({found.group(1) for found in letters if found}) == len(told)


def test_the_letter_of_a_row_goes_to_its_choice(qtbot):
    dialog = ExportDialog(SCOPES, "docx")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.scopes.button(1).click()
    dialog.heading.setFocus()
    qtbot.waitUntil(dialog.heading.hasFocus)
    QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.scopes.button(1).hasFocus)
    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(dialog.heading.hasFocus)
