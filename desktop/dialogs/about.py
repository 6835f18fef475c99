"""What this program is, and where its files are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from storage.types import Places


class AboutDialog(QDialog):
    """Name, version, and the folders that someone who helps will ask for."""

    def __init__(
        self, version: str, library: str, places: Places, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Antou"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        title = QLabel(self.tr("Antou {version}").format(version=version), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() + 6)
        title.setFont(font)
        column.addWidget(title)
        for words in (
            self.tr("Reads and annotates government gazettes on this computer alone."),
            self.tr("No network is used: nothing is sent, nothing is fetched."),
            self.tr("Library: {path}").format(path=library),
            self.tr("Settings: {path}").format(path=places.config),
            self.tr("Log and reports: {path}").format(path=places.log),
        ):
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)
