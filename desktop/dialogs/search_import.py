"""What a file of searches would bring in: looked through and chosen from before anything comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.tips import plain_tip
from storage.types import SearchDraft

_NAME, _QUERY, _GROUP, _STATE = range(4)


class SearchImportDialog(QDialog):
    """A list of searches to choose from, and what becomes of those whose name is taken."""

    chosen = Signal(list, bool)  # list[SearchDraft], whether those of the same name are replaced

    def __init__(
        self, file_name: str, drafts: Sequence[SearchDraft], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import saved searches"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 420)
        self._drafts = list(drafts)
        head = QLabel(self.tr("Saved searches in “{name}”:").format(name=file_name), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Saved searches in the file"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels(
            [self.tr("Name"), self.tr("Query"), self.tr("Group"), self.tr("In the library")]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_QUERY, QHeaderView.ResizeMode.Stretch)
        self.apart = QRadioButton(self.tr("Of the same name: keep &both"), self)
        self.replace = QRadioButton(self.tr("Of the same name: &replace mine"), self)
        self.apart.setChecked(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.go = self.buttons.button(standard.Ok)
        self.go.setText(self.tr("&Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (head, self.list, self.apart, self.replace, self.buttons):
            column.addWidget(widget)
        self._fill()
        self.list.itemChanged.connect(self._show_state)
        self._show_state()

    def _fill(self) -> None:
        told = {
            "": self.tr("new"),
            "same": self.tr("already there"),
            "other": self.tr("another of this name"),
        }
        for draft in self._drafts:
            texts = [draft.name, draft.query, draft.group, told[draft.known]]
            item = QTreeWidgetItem(self.list, texts)
            item.setToolTip(_QUERY, plain_tip(draft.query))
            if draft.known == "same":
                item.setDisabled(True)
            else:
                item.setCheckState(_NAME, Qt.CheckState.Checked)
        for column in (_NAME, _GROUP, _STATE):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, min(self.list.columnWidth(column), 220))
        clash = any(draft.known == "other" for draft in self._drafts)
        self.apart.setVisible(clash)
        self.replace.setVisible(clash)

    def wanted(self) -> list[SearchDraft]:
        """The searches that are ticked."""
        items = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        return [
            draft
            for draft, item in zip(self._drafts, items, strict=True)
            if item is not None
            and not item.isDisabled()
            and item.checkState(_NAME) == Qt.CheckState.Checked
        ]

    def _show_state(self) -> None:
        self.go.setEnabled(bool(self.wanted()))

    def accept(self) -> None:
        """Tell what is wanted and close."""
        self.chosen.emit(self.wanted(), self.replace.isChecked())
        super().accept()
