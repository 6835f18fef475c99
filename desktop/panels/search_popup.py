"""What floats below the search box: how the query may go on, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.floating import Floating
from storage.types import Completion

_ROWS = 10
_CHOICE = Qt.ItemDataRole.UserRole
_GAP = 3


class SearchPopup(Floating):
    """Lists completions; the keyboard stays in the box, so that input methods are not disturbed."""

    chosen = Signal(object)  # Completion

    def __init__(self, box: QLineEdit, window: QWidget) -> None:
        super().__init__(window)
        self._box = box
        self.setObjectName("floating")
        self.setAccessibleName(self.tr("How the query may go on"))
        self.reason = QLabel(self)
        self.reason.setObjectName("problem")
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QTreeWidget(self)
        self.list.setObjectName("completions")
        self.list.setAccessibleName(self.accessibleName())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.reason)
        column.addWidget(self.list)

    def show_completions(self, completions: Sequence[Completion]) -> None:
        """List what the query may go on with, none of it chosen yet."""
        self.list.clear()
        names = self._kinds()
        for one in completions:
            item = QTreeWidgetItem(self.list, [one.text, names[one.kind]])
            item.setData(0, _CHOICE, one)
            item.setForeground(1, QBrush(self.palette().placeholderText()))
        self.list.setVisible(bool(completions))
        self.reason.hide()
        rows = min(len(completions), _ROWS)
        self.list.setFixedHeight(max(self.list.sizeHintForRow(0), 0) * rows + 2)
        self._place(bool(completions))

    def show_reason(self, reason: str) -> None:
        """Say what is wrong with the query, where nothing is listed."""
        if self.isVisible() and self.list.isVisible():
            return
        self.list.hide()
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._place(bool(reason))

    @property
    def choice(self) -> Completion | None:
        """The completion that the keyboard is on."""
        item = self.list.currentItem()
        return item.data(0, _CHOICE) if item is not None and self.list.isVisible() else None

    def step(self, rows: int) -> bool:
        """Go up or down the list; before the first one is the box itself."""
        count = self.list.topLevelItemCount()
        if not self.isVisible() or not self.list.isVisible() or not count:
            return False
        row = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.choice else -1
        row = (row + rows + 1) % (count + 1) - 1
        self.list.setCurrentItem(self.list.topLevelItem(row) if row >= 0 else None)  # type: ignore[arg-type]
        return True

    def _place(self, wanted: bool) -> None:
        if not wanted:
            self.hide()
            return
        self.setFixedWidth(self._box.width())
        layout = self.layout()
        assert layout is not None
        layout.activate()
        wraps = layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(self.width()) if wraps else layout.sizeHint().height()
        self.setFixedHeight(high)
        below = QPoint(0, self._box.height() + _GAP)
        self.move(self._box.mapTo(self._over, below))
        self.show()
        self.raise_()

    def _click(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _CHOICE))

    def _kinds(self) -> dict[str, str]:
        return {
            "field": self.tr("field"),
            "issuer": self.tr("issuer"),
            "number": self.tr("number"),
            "tag": self.tr("tag"),
            "style": self.tr("colour"),
            "mark": self.tr("colour"),
            "section": self.tr("section"),
            "genre": self.tr("genre"),
            "gazette": self.tr("gazette"),
            "earlier": self.tr("searched before"),
        }
