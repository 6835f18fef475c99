"""The form of the marks' filter: colours, kinds, states, and choices of tag, place and time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.mark_filter import COLOURS, DOUBTFUL, DUE, KINDS, MADE, Facets, MarkFilter
from desktop.models.style_names import STYLE_NAMES
from desktop.panels.floating import name_style_buttons, style_name, tool_button
from desktop.panels.flow_layout import FlowLayout
from desktop.panels.mark_words import MarkWords
from desktop.theme import Dress

_ISO = Qt.DateFormat.ISODate
_SETS = ("tags", "gazettes", "issuers")


class MarkFilterForm(QWidget):
    """Shows a filter and changes it; stands in the panel, so that the list is seen at work."""

    changed = Signal(object)  # MarkFilter

    def __init__(self, words: MarkWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("markFilterForm")
        self._words = words
        self._filter = MarkFilter()
        self.colours = {style: self._toggle("colours", style) for style in COLOURS}
        STYLE_NAMES.changed.connect(self._name_colours)
        self.kinds = {kind: self._toggle("kinds", kind) for kind in KINDS}
        self.with_note = self._toggle("with_note", "")
        self.states = {state: self._toggle("states", state) for state in DOUBTFUL}
        self.choices = {name: self._chooser(name) for name in _SETS}
        self.made = self._one_of("made", MADE)
        self.due = self._one_of("due", DUE)
        self.first, self.last = self._day(self.tr("From")), self._day(self.tr("To"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 4)
        column.setSpacing(4)
        column.addWidget(self._flow([*self.colours.values()]))
        toggles = [*self.kinds.values(), self.with_note, *self.states.values()]
        column.addWidget(self._flow(toggles))
        grid = QGridLayout()
        grid.setSpacing(4)
        for at, box in enumerate((*self.choices.values(), self.due)):
            grid.addWidget(box, at // 2, at % 2)
        grid.addWidget(self.made, 2, 0, 1, 2)
        column.addLayout(grid)
        self.range = QWidget(self)
        row = QHBoxLayout(self.range)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.first)
        row.addWidget(self.last)
        column.addWidget(self.range)
        self.show_filter(self._filter)

    def show_filter(self, shown: MarkFilter) -> None:
        """Show which criteria are on."""
        self._filter = shown
        for name, buttons in (("colours", self.colours), ("kinds", self.kinds)):
            for value, button in buttons.items():
                button.setChecked(value in getattr(shown, name))
        for value, button in self.states.items():
            button.setChecked(value in shown.states)
        self.with_note.setChecked(shown.with_note)
        for box, value in ((self.made, shown.made), (self.due, shown.due)):
            box.setCurrentIndex(max(box.findData(value), 0))
        self.range.setVisible(shown.made == "range")
        for edit, day in ((self.first, shown.first), (self.last, shown.last)):
            edit.blockSignals(True)
            edit.setDate(QDate.fromString(day, _ISO) if day else QDate.currentDate())
            edit.blockSignals(False)

    def show_facets(self, facets: Facets) -> None:
        """Offer the tags, gazettes and issuers that there are."""
        for name, box in self.choices.items():
            counts: dict[str, int] = getattr(facets, name)
            chosen: frozenset[str] = getattr(self._filter, name)
            box.clear()
            box.addItem(self._words.criterion(name))
            for value in [*counts, *sorted(chosen - set(counts))]:
                sign = "✓ " if value in chosen else ""
                told = f"{sign}{self._words.value(name, value)} ({counts.get(value, 0)})"
                box.addItem(told, value)
            box.setEnabled(box.count() > 1)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        for style, button in self.colours.items():
            button.setIcon(dress.swatch(style))

    def _name_colours(self) -> None:
        name_style_buttons(self.colours)

    # ---- building

    def _flow(self, widgets: list[QToolButton]) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, 3)
        for widget in widgets:
            flow.addWidget(widget)
        return holder

    def _toggle(self, name: str, value: str) -> QToolButton:
        told = style_name(value) if name == "colours" else self._words.value(name, value)
        button = tool_button(self, told)
        button.setCheckable(True)
        if name != "colours":
            button.setText(told)
            button.setObjectName("chip")
        button.setProperty("criterion", (name, value))
        button.clicked.connect(self._turn)
        return button

    def _chooser(self, name: str) -> QComboBox:
        box = self._box(self._words.criterion(name))
        box.setProperty("criterion", name)
        box.addItem(self._words.criterion(name))
        box.setEnabled(False)
        box.activated.connect(self._choose)
        return box

    def _one_of(self, name: str, values: tuple[str, ...]) -> QComboBox:
        box = self._box(self._words.criterion(name))
        box.setProperty("criterion", name)
        box.addItem(self._words.criterion(name), "")
        for value in values:
            box.addItem(self._words.value(name, value), value)
        box.activated.connect(self._choose_one)
        return box

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(4)
        box.setMaxVisibleItems(18)
        return box

    def _day(self, name: str) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate(), self)
        edit.setAccessibleName(name)
        edit.setToolTip(name)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.dateChanged.connect(self._choose_days)
        return edit

    # ---- changing

    def _turn(self) -> None:
        name, value = self.sender().property("criterion")
        if name == "with_note":
            self._tell(replace(self._filter, with_note=not self._filter.with_note))
        else:
            self._tell(self._filter.toggled(name, value))

    def _choose(self, at: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        value = box.itemData(at)
        box.setCurrentIndex(0)
        if value is not None:
            self._tell(self._filter.toggled(box.property("criterion"), value))

    def _choose_one(self, at: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        wanted = replace(self._filter, **{box.property("criterion"): box.itemData(at)})
        if wanted.made == "range" and not wanted.first:
            today = QDate.currentDate()
            first, last = today.addDays(-30).toString(_ISO), today.toString(_ISO)
            wanted = replace(wanted, first=first, last=last)
        self._tell(wanted)

    def _choose_days(self) -> None:
        first, last = self.first.date().toString(_ISO), self.last.date().toString(_ISO)
        self._tell(replace(self._filter, first=first, last=last))

    def _tell(self, wanted: MarkFilter) -> None:
        self.show_filter(wanted)
        self.changed.emit(wanted)
