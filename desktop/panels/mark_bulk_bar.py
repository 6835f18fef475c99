"""The bar below the list of marks: what can be done with all that are selected."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QWidget

from desktop.panels.floating import style_name, tool_button
from desktop.panels.flow_layout import FlowLayout
from desktop.theme import Dress
from storage.types import MARK_STYLES

DAYS = ("today", "tomorrow", "week", "choose", "")
"""When marks can be due: by the end of such a day, one to be chosen, or no day at all."""


class MarkActions(QWidget):
    """Asks for what is to become of the selected marks, by menu."""

    style_wanted = Signal(str)
    due_wanted = Signal(str)  # one of DAYS
    done_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress: Dress | None = None
        self.hide()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress

    def style_menu(self) -> QMenu:
        """The styles that marks can be given."""
        menu = QMenu(self.tr("Colour"), self)
        for at, style in enumerate(MARK_STYLES, 1):
            action = menu.addAction(f"{style_name(style)}\t{at}")
            action.setData(style)
            action.triggered.connect(self._ask_style)
            if self._dress is not None:
                action.setIcon(self._dress.swatch(style))
        return menu

    def task_menu(self) -> QMenu:
        """When marks are due, and ticking them off."""
        names = {
            "today": self.tr("Due today"),
            "tomorrow": self.tr("Due tomorrow"),
            "week": self.tr("Due in a week"),
            "choose": self.tr("Choose a day…\tD"),
            "": self.tr("No due day"),
        }
        menu = QMenu(self.tr("Due"), self)
        for day in DAYS:
            action = menu.addAction(names[day])
            action.setData(day)
            action.triggered.connect(self._ask_due)
        menu.addSeparator()
        for label, done in ((self.tr("Done\tX"), True), (self.tr("Not done"), False)):
            action = menu.addAction(label)
            action.setData(done)
            action.triggered.connect(self._ask_done)
        return menu

    def _ask_style(self) -> None:
        self.style_wanted.emit(self._data())

    def _ask_due(self) -> None:
        self.due_wanted.emit(self._data())

    def _ask_done(self) -> None:
        self.done_wanted.emit(self._data())

    def _data(self) -> object:
        action = self.sender()
        return action.data() if isinstance(action, QAction) else None


class MarkBulkBar(QFrame):
    """Shows how many marks are selected, and buttons for them."""

    tags_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    deletion_wanted = Signal()

    def __init__(self, actions: MarkActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("markBulkBar")
        self._actions = actions
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.styles = self._with_menu(self.tr("Colour"), actions.style_menu())
        self.tags = self._button(self.tr("Tags… (T)"), self.tags_wanted)
        self.task = self._with_menu(self.tr("Due, done"), actions.task_menu())
        self.copy = self._button(self.tr("Copy with citations"), self.copy_wanted)
        self.export = self._button(self.tr("Export…"), self.export_wanted)
        self.delete = self._button(self.tr("Delete marks (Del)"), self.deletion_wanted)
        self.count.setMinimumHeight(self.delete.sizeHint().height())
        flow = FlowLayout(self, 1)
        flow.setContentsMargins(8, 3, 6, 3)
        changing = (self.styles, self.tags, self.task)
        for widget in (self.count, *changing, self.copy, self.export, self.delete):
            flow.addWidget(widget)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show the bar where several marks are selected."""
        self.count.setText(self.tr("{count} selected").format(count=count))
        self.setVisible(count > 1)

    def set_read_only(self, on: bool) -> None:
        """Offer no changes in a library that can only be read."""
        for button in (self.styles, self.tags, self.task, self.delete):
            button.setEnabled(not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.styles.setIcon(dress.swatch("yellow"))
        old, fresh = self.styles.menu(), self._actions.style_menu()
        self.styles.setMenu(fresh)
        if old is not None:
            old.deleteLater()
        for button, name in (
            (self.tags, "tag"),
            (self.task, "task"),
            (self.copy, "cite"),
            (self.export, "export"),
        ):
            button.setIcon(dress.icon(name))
        self.delete.setIcon(dress.icon("delete", dress.theme.danger))

    def _button(self, name: str, signal: SignalInstance) -> QToolButton:
        button = tool_button(self, name)
        button.clicked.connect(signal)
        return button

    def _with_menu(self, name: str, menu: QMenu) -> QToolButton:
        button = tool_button(self, name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button
