"""What the recogniser doubted in an issue, line by line, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.times import local_time
from storage.types import CheckedFinding
from storage.words import Words


class FindingsDialog(QDialog):
    """A list of remarks; a double click goes to the place, an answer can be taken back."""

    finding_wanted = Signal(int)  # its place in the list
    reopen_wanted = Signal(int)

    def __init__(
        self,
        findings: Sequence[CheckedFinding],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Worth a look"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 420)
        self._words = words
        self._findings: Sequence[CheckedFinding] = ()
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Worth a look"))
        self.list.itemActivated.connect(self._go)
        self.list.currentRowChanged.connect(self._row_changed)
        hint = QLabel(
            self.tr("Double-click a remark to go there.")
            if findings
            else self.tr("Nothing was doubtful in this issue."),
            self,
        )
        hint.setObjectName("hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.reopen = QPushButton(self.tr("&Take back"), self)
        buttons.addButton(self.reopen, QDialogButtonBox.ButtonRole.ActionRole)
        self.reopen.clicked.connect(self._ask_reopen)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self.list, hint, buttons):
            column.addWidget(widget)
        self.show_findings(findings)

    def show_findings(self, findings: Sequence[CheckedFinding]) -> None:
        """Show the remarks anew, those that are settled greyed."""
        row = max(self.list.currentRow(), 0)
        self._findings = findings
        self.list.clear()
        muted = QBrush(self.palette().placeholderText())
        for checked in findings:
            item = QListWidgetItem(self._label(checked), self.list)
            if checked.how:
                item.setForeground(muted)
        self.list.setCurrentRow(min(row, len(findings) - 1))
        self._row_changed(self.list.currentRow())

    def _label(self, checked: CheckedFinding) -> str:
        finding = checked.finding
        told = self._words.say(finding.key, text=finding.text, line=finding.line)
        label = self.tr("Line {line}: {words}").format(line=finding.line, words=told)
        if not checked.how:
            return label
        answers = {
            "accepted": self.tr("right as it is"),
            "corrected": self.tr("corrected"),
            "ignored": self.tr("ignored"),
        }
        parts = (answers[checked.how], checked.author, local_time(checked.settled))
        return f"{label}\n　{'　'.join(part for part in parts if part)}"

    def _row_changed(self, row: int) -> None:
        self.reopen.setEnabled(0 <= row < len(self._findings) and bool(self._findings[row].how))

    def _ask_reopen(self) -> None:
        self.reopen_wanted.emit(self.list.currentRow())

    def _go(self, item: QListWidgetItem) -> None:
        self.finding_wanted.emit(self.list.row(item))
