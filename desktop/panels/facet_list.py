"""The facets of what was found: values with their counts, which a click narrows the search to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.models.tips import plain_tip
from desktop.panels.flow_layout import FlowLayout
from desktop.theme import Dress
from storage.types import FACETS, Choice, Facet, FacetValue

_SHORT = 6
"""So many values of a facet are listed before one asks for more."""
_VALUE = Qt.ItemDataRole.UserRole
_MORE = "\0more"


def facet_name(facet: str) -> str:
    """What a facet is called."""
    translate = QCoreApplication.translate
    return {
        "year": translate("Facets", "Year"),
        "gazette": translate("Facets", "Gazette"),
        "issuer": translate("Facets", "Issuer"),
        "section": translate("Facets", "Section"),
        "genre": translate("Facets", "Genre"),
        "tag": translate("Facets", "Tag"),
    }[facet]


def value_name(value: str) -> str:
    """What a value is called; "" is for notices without any."""
    return value or QCoreApplication.translate("Facets", "(none)")


def toggled(chosen: Sequence[Choice], facet: str, value: str) -> tuple[Choice, ...]:
    """The choices with one value put in, or taken out where it was in."""
    values = next((one.values for one in chosen if one.facet == facet), ())
    wanted = tuple(one for one in values if one != value) if value in values else (*values, value)
    others = [one for one in chosen if one.facet != facet]
    both = [*others, Choice(facet, wanted)] if wanted else others
    return tuple(sorted(both, key=lambda one: FACETS.index(one.facet)))


class FacetList(QTreeWidget):
    """Two levels: the facets, and below each its values. Space, Enter or a click chooses."""

    toggled = Signal(str, str)  # facet, value
    closed_changed = Signal(list)  # list[str]: the facets that are folded up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Narrow the results"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(30)  # where one head alone is listed
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setObjectName("facets")
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._facets: tuple[Facet, ...] = ()
        self._whole: set[str] = set()
        self._closed: set[str] = set()
        self._filling = False
        self._muted = QColor(Qt.GlobalColor.gray)
        self.itemClicked.connect(self._clicked)
        self.itemExpanded.connect(self._fold)
        self.itemCollapsed.connect(self._fold)

    def set_closed(self, facets: Iterable[str]) -> None:
        """Fold these facets up and the others open."""
        self._closed = set(facets)
        self.show_facets(self._facets)

    def shorten(self) -> None:
        """List only the first values of each facet again."""
        self._whole.clear()

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show counts; facets that would narrow nothing are left out."""
        self._facets = tuple(facets)
        place, bar = self._place(), self.verticalScrollBar()
        height = bar.value()
        self._filling = True
        self.clear()
        for facet in facets:
            if len(facet.values) > 1 or any(one.chosen for one in facet.values):
                self._add(facet)
        self._filling = False
        self.updateGeometry()
        bar.setValue(height)
        self._go_to(place)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._muted = QColor(dress.theme.muted)
        self.show_facets(self._facets)

    @property
    def full_height(self) -> int:
        """Pixels for all that is unfolded."""
        rows, item = 0, self.topLevelItem(0)
        while item is not None:
            rows, item = rows + 1, self.itemBelow(item)
        return rows * self.sizeHintForRow(0) + 4 if rows else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space and Enter choose the value that has the keyboard."""
        item = self.currentItem()
        if item is not None and event.key() in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            if item.parent() is None:
                item.setExpanded(not item.isExpanded())
            else:
                self._clicked(item)
            return
        super().keyPressEvent(event)

    # ---- filling

    def _add(self, facet: Facet) -> None:
        head = QTreeWidgetItem(self, [facet_name(facet.name), ""])
        head.setData(0, _VALUE, (facet.name, None))
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        shown = list(facet.values)
        if facet.name not in self._whole:
            first = shown[:_SHORT]
            shown = first + [one for one in shown[_SHORT:] if one.chosen]
        for value in shown:
            self._add_value(head, facet, value)
        left = len(facet.values) - len(shown)
        if left:
            more = QTreeWidgetItem(head, [self.tr("{count} more…").format(count=left), ""])
            more.setData(0, _VALUE, (facet.name, _MORE))
            more.setForeground(0, self._muted)
        chosen = any(one.chosen for one in facet.values)
        head.setExpanded(chosen or facet.name not in self._closed)

    def _add_value(self, head: QTreeWidgetItem, facet: Facet, value: FacetValue) -> None:
        told = value_name(value.value)
        item = QTreeWidgetItem(head, [told, f"{value.count:,}"])
        item.setData(0, _VALUE, (facet.name, value.value))
        item.setCheckState(0, Qt.CheckState.Checked if value.chosen else Qt.CheckState.Unchecked)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        item.setToolTip(0, plain_tip(told))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, self._muted)

    def _place(self) -> tuple[str, str | None] | None:
        item = self.currentItem()
        return item.data(0, _VALUE) if item is not None else None

    def _go_to(self, place: tuple[str, str | None] | None) -> None:
        """Leave the keyboard where it was, also where the counts have put it elsewhere."""
        if place is None:
            return
        for row in range(self.topLevelItemCount()):
            head = self.topLevelItem(row)
            if head is None or head.data(0, _VALUE)[0] != place[0]:
                continue
            values = [head.child(at) for at in range(head.childCount())]
            here = [one for one in (head, *values) if one.data(0, _VALUE) == place]
            self.setCurrentItem((here or [head])[0])

    # ---- asking

    def _clicked(self, item: QTreeWidgetItem, _: int = 0) -> None:
        facet, value = item.data(0, _VALUE)
        if value is None:
            return
        if value == _MORE:
            self._whole.add(facet)
            self.show_facets(self._facets)
        else:
            self.toggled.emit(facet, value)

    def _fold(self, item: QTreeWidgetItem) -> None:
        if self._filling or item.parent() is not None:
            return
        facet = item.data(0, _VALUE)[0]
        change = self._closed.discard if item.isExpanded() else self._closed.add
        change(facet)
        self.closed_changed.emit(sorted(self._closed))


class ChoiceChips(QWidget):
    """What the search is narrowed to, each value with a cross."""

    removed = Signal(str, str)  # facet, value
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self.chips: list[QToolButton] = []
        self.hide()

    def show_choices(self, chosen: Sequence[Choice]) -> None:
        """Show one chip a value, and one that clears all."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        pairs = [(one.facet, value) for one in chosen for value in one.values]
        self.chips = [self._chip(*pair) for pair in pairs]
        if len(pairs) > 1:
            clear = QToolButton(self)
            clear.setObjectName("chipClear")
            clear.setText(self.tr("Clear all"))
            clear.clicked.connect(self.cleared)
            self.chips.append(clear)
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(pairs))
        self.updateGeometry()

    def _chip(self, facet: str, value: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName("chip")
        told = self.tr("{facet}: {value}").format(facet=facet_name(facet), value=value_name(value))
        chip.setText(f"{told} ×".replace("&", "&&"))
        chip.setAccessibleName(self.tr("Narrow no longer to {value}").format(value=told))
        chip.setToolTip(plain_tip(chip.accessibleName()))
        chip.setProperty("choice", (facet, value))
        chip.clicked.connect(self._remove)
        return chip

    def _remove(self) -> None:
        self.removed.emit(*self.sender().property("choice"))


def known_choices(facets: Sequence[Facet], chosen: Sequence[Choice]) -> tuple[Facet, ...]:
    """Facets with what is chosen marked at once, before the new counts are there."""
    wanted = {one.facet: set(one.values) for one in chosen}
    return tuple(
        replace(
            facet,
            values=tuple(
                replace(one, chosen=one.value in wanted.get(facet.name, ())) for one in facet.values
            ),
        )
        for facet in facets
    )
