"""The list of shortcuts (F1), made from the actions themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)


class ShortcutsDialog(QDialog):
    """Two columns: what, and which keys."""

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[QAction]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 600)
        self.table = QTableWidget(0, 2, self)
        self.table.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(buttons)
        for title, actions in groups:
            self._add_group(title, actions)
        self._add_group(
            self.tr("While reading"),
            [],
            [
                (self.tr("A page on, a page back"), self.tr("Space, Shift+Space")),
                (self.tr("Larger, smaller"), self.tr("Ctrl and the wheel")),
                (self.tr("Close a card, a bar"), "Esc"),
                (self.tr("Finish a note"), "Ctrl+Enter"),
            ],
        )
        self._add_group(
            self.tr("In the list of marks"),
            [],
            [
                (self.tr("Go there, open the note"), "Enter"),
                (self.tr("Another colour"), "1 – 6"),
                (self.tr("Tags, due day, tick off"), "T, D, X"),
                (self.tr("Delete the chosen marks"), "Del"),
                (self.tr("Clear the filter"), "Esc"),
            ],
        )
        self._add_group(
            self.tr("In the saved searches of the tree"),
            [],
            [
                (self.tr("Search"), "Enter"),
                (self.tr("Change or rename"), "F2"),
                (self.tr("Move up, move down"), self.tr("Ctrl+Shift+Up, Ctrl+Shift+Down")),
                (self.tr("Delete"), "Del"),
            ],
        )
        self.table.resizeColumnToContents(1)

    def _add_group(
        self,
        title: str,
        actions: Sequence[QAction],
        more: Sequence[tuple[str, str]] = (),
    ) -> None:
        form = QKeySequence.SequenceFormat.NativeText
        rows = [
            (
                action.text().split("(&")[0].replace("&", "").rstrip("…"),
                ", ".join(keys.toString(form) for keys in action.shortcuts()),
            )
            for action in actions
            if action.shortcuts()
        ]
        rows += more
        if not rows:
            return
        self._add_row(title, "", bold=True)
        for what, keys in rows:
            self._add_row(what, keys, bold=False)

    def _add_row(self, what: str, keys: str, *, bold: bool) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((what if bold else f"　{what}", keys)):
            item = QTableWidgetItem(text)
            font = item.font()
            font.setBold(bold)
            item.setFont(font)
            self.table.setItem(row, column, item)
