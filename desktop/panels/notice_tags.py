"""Asks for the tags of a document."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.panels.tag_box import TagBox


class NoticeTagsDialog(QDialog):
    """Chips and a line with completion; every change is told at once."""

    tags_chosen = Signal(str, tuple)  # uuid of the notice, its tags

    def __init__(
        self,
        notice: str,
        title: str,
        tags: tuple[str, ...],
        known: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        """`known` are all tags of the library."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags of the document"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(400)
        self._notice = notice
        told = QLabel(title, self)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setObjectName("hint")
        self.box = TagBox(self)
        self.box.set_known(known)
        self.box.set_tags(tags)
        self.box.tags_chosen.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(told)
        column.addWidget(self.box)
        column.addStretch(1)
        column.addWidget(buttons)
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Take what is still being typed."""
        self.box.finish()
        super().done(result)

    def _choose(self, tags: tuple[str, ...]) -> None:
        self.tags_chosen.emit(self._notice, tags)
