"""What the recogniser doubted in an issue, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from storage.types import Finding
from storage.words import Words


class FindingsDialog(QDialog):
    """A list of remarks; a double click goes to the place."""

    finding_wanted = Signal(int)  # its place in the list

    def __init__(
        self,
        findings: Sequence[Finding],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Worth a look"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 420)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Worth a look"))
        self.list.itemActivated.connect(self._go)
        for finding in findings:
            told = words.say(finding.key, text=finding.text, line=finding.line)
            label = self.tr("Line {line}: {words}").format(line=finding.line, words=told)
            QListWidgetItem(label, self.list)
        hint = QLabel(
            self.tr("Double-click a remark to go there.")
            if findings
            else self.tr("Nothing was doubtful in this issue."),
            self,
        )
        hint.setObjectName("hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self.list, hint, buttons):
            column.addWidget(widget)

    def _go(self, item: QListWidgetItem) -> None:
        self.finding_wanted.emit(self.list.row(item))
