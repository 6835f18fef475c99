"""The top of the marks' panel: whose marks, the words to look for, how they are arranged."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.mark_board import SCOPES
from desktop.models.mark_filter import MarkFilter
from desktop.models.mark_groups import GROUPINGS, ORDERS
from desktop.panels.floating import tool_button
from desktop.panels.flow_layout import FlowLayout
from desktop.panels.mark_filter_form import MarkFilterForm
from desktop.panels.mark_words import MarkWords
from desktop.theme import Dress

_PAUSE = 120
"""Milliseconds after a key before the words are looked for."""


class MarkFilterBar(QWidget):
    """Holds the filter and says when it is another."""

    scope_changed = Signal(str)
    filter_changed = Signal(object)  # MarkFilter
    grouping_changed = Signal(str)
    order_changed = Signal(str)
    open_all_wanted = Signal(bool)
    form_shown = Signal()  # the form is open and wants to know what there is to choose from

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = MarkWords(self)
        self.filter = MarkFilter()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.take_words)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("Whose marks"))
        names = (self.tr("This document"), self.tr("This issue"), self.tr("Whole library"))
        for name, scope in zip(names, SCOPES, strict=True):
            self.scope.addItem(name, scope)
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.arrange = tool_button(self, self.tr("Groups and order"))
        self.arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.arrange.setMenu(self._arranging())
        self.more = tool_button(self, self.tr("Filter by colour, kind, tag, place, day"))
        self.more.setCheckable(True)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter by words, notes, tags"))
        self.words.setAccessibleName(self.tr("Filter the marks"))
        self.words.setClearButtonEnabled(True)
        self.words.setAcceptDrops(False)  # a dropped file is for the window
        self.form = MarkFilterForm(self._words, self)
        self.form.hide()
        self.chips = _Chips(self._words, self)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(8, 0, 8, 0)
            row.setSpacing(4)
        first.addWidget(self.scope)
        first.addStretch(1)
        first.addWidget(self.count)
        first.addWidget(self.arrange)
        second.addWidget(self.words, 1)
        second.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.form)
        column.addWidget(self.chips)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._tell_scope)
        self.words.textChanged.connect(self._pause.start)
        self.more.toggled.connect(self._show_form)
        self.form.changed.connect(self.set_filter)
        self.chips.removed.connect(self._remove)
        self.chips.cleared.connect(self.clear)

    def _arranging(self) -> QMenu:
        menu = QMenu(self)
        self.groupings = self._choices(menu, GROUPINGS, self._words.grouping)
        menu.addSeparator()
        self.orders = self._choices(menu, ORDERS, self._words.order)
        menu.addSeparator()
        menu.addAction(self.tr("Open all groups")).triggered.connect(self._open_all)
        menu.addAction(self.tr("Close all groups")).triggered.connect(self._close_all)
        for action in self.groupings.values():
            action.triggered.connect(self._tell_grouping)
        for action in self.orders.values():
            action.triggered.connect(self._tell_order)
        return menu

    def _choices(self, menu: QMenu, names: tuple[str, ...], told: object) -> dict[str, QAction]:
        group, made = QActionGroup(menu), dict[str, QAction]()
        for name in names:
            action = menu.addAction(told(name))  # type: ignore[operator]
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
            made[name] = action
        return made

    # ---- what it shows

    def set_filter(self, wanted: MarkFilter) -> None:
        """Filter by other criteria."""
        if wanted == self.filter:
            return
        self.filter = wanted
        if self.words.text().strip() != wanted.words:
            self.words.setText(wanted.words)
        self._pause.stop()
        self.form.show_filter(wanted)
        self.chips.show_filter(wanted)
        self.filter_changed.emit(wanted)

    def clear(self) -> None:
        """Take every criterion away."""
        self.set_filter(MarkFilter())

    def show_arrangement(self, grouping: str, order: str) -> None:
        """Show how marks are put together and sorted."""
        self.groupings[grouping].setChecked(True)
        self.orders[order].setChecked(True)

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of how many marks are listed."""
        if shown == total:
            told = self.tr("{count} marks").format(count=total) if total else ""
        else:
            told = self.tr("{shown} of {total}").format(shown=shown, total=total)
        self.count.setText(told)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.more.setIcon(dress.icon("filter"))
        self.arrange.setIcon(dress.icon("arrange"))
        self.form.set_dress(dress)
        self.chips.set_dress(dress)

    # ---- asking

    def _tell_scope(self) -> None:
        self.scope_changed.emit(self.scope.currentData())

    def _tell_grouping(self) -> None:
        self.grouping_changed.emit(self._chosen())

    def _tell_order(self) -> None:
        self.order_changed.emit(self._chosen())

    def _chosen(self) -> str:
        action = self.sender()
        return str(action.data()) if isinstance(action, QAction) else ""

    def _open_all(self) -> None:
        self.open_all_wanted.emit(True)

    def _close_all(self) -> None:
        self.open_all_wanted.emit(False)

    def take_words(self) -> None:
        """Look for the words as they stand now."""
        self.set_filter(replace(self.filter, words=" ".join(self.words.text().split())))

    def _show_form(self, on: bool) -> None:
        self.form.setVisible(on)
        if on:
            self.form_shown.emit()

    def _remove(self, name: str, value: str) -> None:
        self.set_filter(self.filter.without(name, value))


class _Chips(QWidget):
    """The criteria that are on, each with a cross."""

    removed = Signal(str, str)  # name and value of a criterion
    cleared = Signal()

    def __init__(self, words: MarkWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._dress: Dress | None = None
        self._shown = MarkFilter()
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(8, 0, 8, 2)
        self.hide()

    def show_filter(self, shown: MarkFilter) -> None:
        """Show one chip a criterion, and one that clears all."""
        self._shown = shown
        while self._flow.count():
            widget = self._flow.takeAt(0).widget()  # type: ignore[union-attr]
            widget.hide()
            widget.deleteLater()
        active = shown.active()
        for name, value in active:
            self._add(f"{self._told(name, value)} ×", (name, value)).clicked.connect(self._remove)
        if len(active) > 1:
            self._add(self.tr("Clear all"), None).clicked.connect(self.cleared)
        self.setVisible(bool(active))
        self.updateGeometry()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress
        self.show_filter(self._shown)

    def _told(self, name: str, value: str) -> str:
        if name == "made" and value == "range":
            return f"{self._shown.first}–{self._shown.last}"
        return self._words.value(name, value)

    def _add(self, label: str, criterion: tuple[str, str] | None) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip" if criterion else "chipClear")
        button.setText(label)
        button.setProperty("criterion", criterion)
        if criterion is not None:
            button.setAccessibleName(self.tr("Filter no longer by {name}").format(name=label[:-2]))
            button.setToolTip(button.accessibleName())
        else:
            button.setToolTip(self.tr("Clear all (Esc)"))
        self._flow.addWidget(button)
        button.show()
        return button

    def _remove(self) -> None:
        self.removed.emit(*self.sender().property("criterion"))
