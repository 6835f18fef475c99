"""The day when a mark's task is due, and the tick that says it is done."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from desktop.models.days import days_left, month_later, read_day
from desktop.theme import Dress

_DAY = 112


class DayLine(QLineEdit):
    """A line for a day; leaving it or Enter takes what was typed."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes the day and goes no further."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the day."""
        super().focusOutEvent(event)
        self.entered.emit()


class DueBox(QWidget):
    """A day to type or to choose, and a tick."""

    day_chosen = Signal(str)  # ISO 8601, "" for none
    ticked = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day = ""
        self.day = DayLine(self)
        self.day.setFixedWidth(_DAY)
        self.day.setPlaceholderText(self.tr("e.g. 6-30, +7"))
        self.day.setAccessibleName(self.tr("Due"))
        self.day.setAcceptDrops(False)
        self.day.entered.connect(self._take)
        self.day.textEdited.connect(self._tell)
        self.choose = QToolButton(self)
        self.choose.setAccessibleName(self.tr("Choose the day"))
        self.choose.setToolTip(self.tr("Choose the day"))
        self.choose.setAutoRaise(True)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setMenu(self._menu())
        self.left = QLabel(self)
        self.left.setObjectName("caption")
        self.done = QCheckBox(self.tr("Done"), self)
        self.done.clicked.connect(self.ticked)
        label = QLabel(self.tr("Due"), self)
        label.setObjectName("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (label, self.day, self.choose, self.left):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.done)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for label, days in (
            (self.tr("&Today"), 0),
            (self.tr("To&morrow"), 1),
            (self.tr("In a &week"), 7),
            (self.tr("In two w&eeks"), 14),
            (self.tr("In a m&onth"), None),
        ):
            action = QAction(label, menu)
            action.setData(days)
            action.triggered.connect(self._choose_days)
            menu.addAction(action)
        menu.addAction(self.tr("&No due day")).triggered.connect(self._choose_none)
        menu.addSeparator()
        self.calendar = QCalendarWidget(menu)
        self.calendar.setAccessibleName(self.tr("Choose the day"))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self.calendar.setVerticalHeaderFormat(header)
        self.calendar.clicked.connect(self._choose_date)
        self.calendar.activated.connect(self._choose_date)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(self.calendar)
        menu.addAction(holder)
        menu.aboutToShow.connect(self._show_in_calendar)
        return menu

    def show_task(self, due: str, *, done: bool) -> None:
        """Show a day (ISO 8601 or "") and whether the task is done."""
        if due != self._day or not self.day.hasFocus():
            self._day = due
            self.day.setText(due)
        self.done.setChecked(done)
        self._tell(due)

    def set_read_only(self, on: bool) -> None:
        """Show the day alone."""
        self.day.setReadOnly(on)
        for widget in (self.choose, self.done):
            widget.setEnabled(not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.choose.setIcon(dress.icon("task"))

    def finish(self) -> None:
        """Take what is still being typed."""
        self._take()

    def _tell(self, text: str) -> None:
        """Say how many days are left, or that what is typed is no day."""
        day = read_day(text, date.today())
        left = days_left(day, date.today()) if day else None
        if day is None:
            told = self.tr("no day")
        elif left is None or self.done.isChecked():
            told = ""
        elif left < 0:
            told = self.tr("{count} days overdue").format(count=-left)
        elif left == 0:
            told = self.tr("today")
        else:
            told = self.tr("{count} days left").format(count=left)
        self.left.setText(told)

    def _take(self) -> None:
        """Take the typed day; what is no day gives way to the day before."""
        if self.day.isReadOnly():
            return
        day = read_day(self.day.text(), date.today())
        self._choose(self._day if day is None else day)

    def _choose(self, day: str) -> None:
        before, self._day = self._day, day
        self.day.setText(day)
        self._tell(day)
        if day != before:
            self.day_chosen.emit(day)

    def _choose_days(self) -> None:
        action = self.sender()
        days = action.data() if isinstance(action, QAction) else 0
        today = date.today()
        chosen = month_later(today) if days is None else today + timedelta(days=days)
        self._choose(chosen.isoformat())

    def _choose_none(self) -> None:
        self._choose("")

    def _choose_date(self, chosen: QDate) -> None:
        self.choose.menu().close()
        self._choose(chosen.toString(Qt.DateFormat.ISODate))

    def _show_in_calendar(self) -> None:
        known = QDate.fromString(self._day, Qt.DateFormat.ISODate)
        self.calendar.setSelectedDate(known if known.isValid() else QDate.currentDate())
