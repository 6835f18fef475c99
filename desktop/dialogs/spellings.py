"""Words that an issue spells two ways: each place in its sentence, to be ticked and corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fault_label import fault_label
from desktop.dialogs.wrapped_rows import WrappedRows
from storage.types import SpellingPlace, SpellingSuggestion

_VALUE = Qt.ItemDataRole.UserRole
_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable


class SpellingsDialog(QDialog):
    """Nothing is ticked at first: what is offered may be right as it is."""

    apply_wanted = Signal(object, list)  # SpellingSuggestion, list[SpellingPlace]
    place_wanted = Signal(object)  # SpellingPlace

    def __init__(
        self,
        issue: str,
        suggestions: Sequence[SpellingSuggestion],
        *,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two spellings: {issue}").format(issue=issue))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 520)
        self._read_only = read_only
        self._items: list[tuple[SpellingSuggestion, list[QTreeWidgetItem]]] = []
        told = QLabel(
            self.tr(
                "Each of these words stands often one way and seldom another. Tick the places"
                " that are misread; nothing is changed before you say so."
            ),
            self,
        )
        told.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Words and their places"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setItemDelegate(WrappedRows(self.tree))
        self.tree.setUniformRowHeights(False)
        self.tree.setWordWrap(True)
        self.fault = fault_label(self)
        self.go = self._button(self.tr("&Go there"))
        self.apply = self._button(self.tr("&Correct what is ticked"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.apply)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        for widget in (told, self.tree, self.fault):
            column.addWidget(widget)
        column.addLayout(row)
        self.show_suggestions(suggestions)
        self.tree.itemChanged.connect(self._show_state)
        self.tree.itemSelectionChanged.connect(self._show_state)
        self.tree.itemActivated.connect(self._go)
        self.go.clicked.connect(self._go)
        self.apply.clicked.connect(self._apply)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setAutoDefault(False)
        return button

    def show_suggestions(self, suggestions: Sequence[SpellingSuggestion]) -> None:
        """Show what is offered now."""
        self._items.clear()
        self.tree.clear()
        for each in suggestions:
            label = self.tr("{often} ({count} times), {seldom} ({few})").format(
                often=each.after, count=each.often, seldom=each.before, few=len(each.places)
            )
            above = QTreeWidgetItem(self.tree, [label])
            items: list[QTreeWidgetItem] = []
            self._items.append((each, items))
            above.setFlags(above.flags() | _TICKABLE | Qt.ItemFlag.ItemIsAutoTristate)
            for place in each.places:
                at, sentence = place.offset, place.sentence
                shown = f"{sentence[:at]}【{each.wrong}→{each.right}】{sentence[at + 1 :]}"
                below = QTreeWidgetItem(above, [shown])
                below.setData(0, _VALUE, place)
                below.setFlags(below.flags() | _TICKABLE)
                below.setCheckState(0, Qt.CheckState.Unchecked)
                items.append(below)
            above.setExpanded(True)
        if not suggestions:
            self.tell(self.tr("Nothing more is spelt two ways."))
        self._show_state()

    def tell(self, fault: str) -> None:
        """Say why it was not done, or that there is nothing to do."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def chosen(self) -> list[tuple[SpellingSuggestion, list[SpellingPlace]]]:
        """What is ticked, word by word."""
        found: list[tuple[SpellingSuggestion, list[SpellingPlace]]] = []
        for suggestion, items in self._items:
            checked = (item for item in items if item.checkState(0) == Qt.CheckState.Checked)
            places = [item.data(0, _VALUE) for item in checked]
            if places:
                found.append((suggestion, places))
        return found

    def _show_state(self) -> None:
        count = sum(len(places) for _, places in self.chosen())
        self.apply.setEnabled(bool(count) and not self._read_only)
        self.go.setEnabled(isinstance(self._current(), SpellingPlace))

    def _current(self) -> object:
        items = self.tree.selectedItems()
        return items[0].data(0, _VALUE) if items else None

    def _go(self) -> None:
        place = self._current()
        if isinstance(place, SpellingPlace):
            self.place_wanted.emit(place)

    def _apply(self) -> None:
        self.tell("")
        for suggestion, places in self.chosen():
            self.apply_wanted.emit(suggestion, places)
