"""Asks for the day when tasks are due."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

_ISO = Qt.DateFormat.ISODate


class DueDayDialog(QDialog):
    """A calendar; Enter or a double click takes the day."""

    chosen = Signal(str)  # ISO 8601, "" for none

    def __init__(self, day: str, parent: QWidget | None = None) -> None:
        """`day` (ISO 8601 or "") is what stands there now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Due day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName(self.tr("Due day"))
        self.calendar.setGridVisible(False)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self.calendar.setVerticalHeaderFormat(header)
        known = QDate.fromString(day, _ISO)
        self.calendar.setSelectedDate(known if known.isValid() else QDate.currentDate())
        self.calendar.activated.connect(self.accept)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.none = buttons.addButton(
            self.tr("&No due day"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.none.clicked.connect(self._choose_none)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.calendar)
        column.addWidget(buttons)
        self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Hand the day on."""
        day = self.calendar.selectedDate().toString(_ISO)
        super().accept()
        self.chosen.emit(day)

    def _choose_none(self) -> None:
        super().accept()
        self.chosen.emit("")
