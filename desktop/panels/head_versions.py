"""Where else the open document was printed: a line of the head card."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from desktop.models.tips import wrapped_tip
from desktop.models.version_words import version_name
from desktop.panels.flow_layout import FlowLayout
from storage.types import NoticeSummary

_MOST = 4
"""Versions with a button of their own; the menu has them all."""


class HeadVersions(QWidget):
    """A button for each other version, one to compare, one with all that can be done."""

    version_wanted = Signal(str)  # uuid
    compare_wanted = Signal()
    menu_opening = Signal(object)  # QMenu, to be filled

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, 6)
        self._caption = QLabel(self.tr("Other versions:"), self)
        self._caption.setObjectName("headDetails")
        self.compare = self._button(self.tr("Compare"))
        self.compare.clicked.connect(self.compare_wanted)
        self.more = self._button("…")
        self.more.setAccessibleName(self.tr("Do something with the other versions"))
        self.more.setToolTip(self.more.accessibleName())
        self.more.clicked.connect(self._open_menu)
        self.versions: list[QToolButton] = []
        self._shown: tuple[list[NoticeSummary], str] = ([], "")
        self.hide()

    def show_versions(self, others: Sequence[NoticeSummary], main: str) -> None:
        """Show the other versions of the open notice; `main` is the uuid of the main one."""
        if (list(others), main) == self._shown:
            return
        self._shown = list(others), main
        while self._row.count():
            self._row.takeAt(0)
        for button in self.versions:
            button.hide()
            button.deleteLater()
        # In line with the words of the buttons, which have some air around them.
        self._caption.setFixedHeight(self.compare.sizeHint().height())
        self.versions = [self._version(one, main) for one in others[:_MOST]]
        for widget in (self._caption, *self.versions, self.compare, self.more):
            self._row.addWidget(widget)
            widget.show()
        self.setVisible(bool(others))
        self.updateGeometry()

    def _version(self, notice: NoticeSummary, main: str) -> QToolButton:
        name = version_name(notice, main=notice.uuid == main)
        button = self._button(name)
        button.setAccessibleName(self.tr("Open the version: {name}").format(name=name))
        told = (notice.title, notice.number, notice.date)
        button.setToolTip(wrapped_tip("\n".join(one for one in told if one)))
        button.clicked.connect(partial(self._open, notice.uuid))
        return button

    def _open(self, uuid: str, _: bool = False) -> None:
        self.version_wanted.emit(uuid)

    def _button(self, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("headVersion")
        button.setText(label.replace("&", "&&"))
        return button

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu_opening.emit(menu)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the keyboard, as the space bar does."""
        focused = self.focusWidget()
        if event.text() in ("\r", "\n") and isinstance(focused, QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)
