"""The strip at the bottom while something long runs: what, how far, cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from storage.types import Progress
from storage.words import Words


class ProgressStrip(QFrame):
    """Shows progress; asks for a cancel."""

    cancel_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._words = words
        self.label = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._ask_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.addWidget(self.label, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far a task is."""
        stage = self._words.say(progress.stage, name=progress.name)
        told = stage if progress.name in stage else f"{stage}　{progress.name}"
        if progress.total:
            told += f"　{progress.done} / {progress.total}"
        self.label.setText(told)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.cancel.setEnabled(True)
        self.show()

    def finish(self) -> None:
        """Nothing runs any more."""
        self.hide()

    def _ask_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.label.setText(self.tr("Cancelling…"))
        self.cancel_wanted.emit()
