"""The list of marks on the screen: lays out thousands of rows by arithmetic, paints those seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.mark_entries import MarkEntry
from desktop.models.mark_rows import GroupHead, Row, marks_of
from desktop.models.marks import MarksModel
from desktop.models.row_heights import heights
from desktop.panels.mark_delegate import MarkDelegate
from storage.types import Mark

Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag


class MarkList(QListView):
    """Shows a MarksModel.

    QListView asks for the size of every row before it shows one; this list reckons the heights
    itself. What is selected, current and at the top stays so when the model is given other rows.
    """

    chosen = Signal(object)  # Mark that was clicked

    def __init__(self, model: MarksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._heights: list[int] = []
        self._tops: list[int] = []
        self._anchor: tuple[str, int] = ("", 0)
        self._kept: set[str] = set()
        self._kept_current = ""
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.delegate = MarkDelegate(self)
        self.setItemDelegate(self.delegate)
        # Before the selection model hears of it, which forgets rows that are taken out.
        model.rowsAboutToBeRemoved.connect(self._remember_removed)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        model.rowsRemoved.connect(self._forget_removed)
        model.rowsInserted.connect(self._reckon_inserted)
        model.dataChanged.connect(self._reckon_changed)
        model.settled.connect(self._recall_some)
        self.clicked.connect(self._click)

    # ---- what is selected

    def selected_rows(self) -> list[int]:
        """The selected rows from the top."""
        found: set[int] = set()
        for one in _ranges(self.selectionModel().selection()):
            found.update(range(one.top(), one.bottom() + 1))
        return sorted(found)

    def selected_marks(self) -> list[Mark]:
        """The selected marks, each once, in the order shown."""
        rows = self._rows.rows
        return marks_of([rows[at] for at in self.selected_rows()])

    def count_selected(self) -> int:
        """How many marks are selected; quicker than to ask for them."""
        rows = self._rows.rows
        chosen = (rows[at] for at in self.selected_rows())
        return len({id(row) for row in chosen if isinstance(row, MarkEntry)})

    def current_mark(self) -> Mark | None:
        """The mark that the keyboard is at."""
        row = self._row_at(self.currentIndex())
        return row.mark if isinstance(row, MarkEntry) else None

    def select_only(self, uuids: Iterable[str]) -> None:
        """Select these marks, wherever they are shown, and no others."""
        wanted = set(uuids)
        keys = [row.name for row in self._rows.rows]
        self._select([at for at, key in enumerate(keys) if key in wanted])

    def _select(self, rows: Sequence[int]) -> None:
        """Select rows, neighbours in one stretch."""
        if not rows:
            return self.selectionModel().clearSelection()
        starts = [at for at, (a, b) in enumerate(pairwise([-2, *rows])) if b != a + 1]
        selection = QItemSelection()
        for first, after in pairwise([*starts, len(rows)]):
            top, bottom = self._rows.index(rows[first], 0), self._rows.index(rows[after - 1], 0)
            selection.append(QItemSelectionRange(top, bottom))
        return self.selectionModel().select(selection, _Flag.ClearAndSelect)

    def selectAll(self) -> None:  # noqa: N802
        """Select all marks that are shown."""
        self._select(range(len(self._rows.rows)))

    def _row_at(self, index: Index) -> Row | None:
        return self._rows.rows[index.row()] if index.isValid() else None

    # ---- other rows

    def _remember(self) -> None:
        rows = self._rows.rows
        self._kept |= {rows[at].name for at in self.selected_rows()}
        current = self._row_at(self.currentIndex())
        self._kept_current = current.name if current else ""

    def _remember_removed(self, _: QModelIndex, first: int, last: int) -> None:
        """A row that is taken out here may be put in elsewhere: it is then selected again."""
        chosen = self.selectionModel()
        for at in range(first, last + 1):
            if chosen.isRowSelected(at):
                self._kept.add(self._rows.rows[at].name)
        if first <= self.currentIndex().row() <= last:
            self._kept_current = self._rows.rows[self.currentIndex().row()].name

    def _recall(self) -> None:
        """Select again what was selected, among rows that are all others."""
        self._heights, self._tops = [], []
        self.scheduleDelayedItemsLayout()
        if self._kept_current or self._kept:
            known = [row.name for row in self._rows.rows]
            if self._kept_current in known:
                self._go_to(known.index(self._kept_current))
            self._select([at for at, name in enumerate(known) if name in self._kept])
        self._kept, self._kept_current = set(), ""

    def _recall_some(self, come: set[str]) -> None:
        """Select again those of the rows put in that were selected before."""
        wanted = self._kept & come
        if wanted or self._kept_current in come:
            for at, row in enumerate(self._rows.rows):
                if row.name in wanted:
                    self.selectionModel().select(self._rows.index(at, 0), _Flag.Select)
                if row.name == self._kept_current:
                    self._go_to(at)
        self._kept, self._kept_current = set(), ""

    def _go_to(self, row: int) -> None:
        """Make a row the current one without selecting or showing it."""
        index = self._rows.index(row, 0)
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.setAutoScroll(True)

    # ---- layout

    def _forget_removed(self, _: QModelIndex, first: int, last: int) -> None:
        del self._heights[first : last + 1]
        self._tops = []

    def _reckon_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self._heights[first:first] = self._reckon(first, last)
        self._tops = []

    def _reckon_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._heights[first.row() : last.row() + 1] = self._reckon(first.row(), last.row())
        self._tops = []
        self.scheduleDelayedItemsLayout()

    def _reckon(self, first: int, last: int) -> list[int]:
        room = self.delegate.room(with_source=self._rows.with_source)
        return heights(self._rows.rows[first : last + 1], room)

    def _layout(self) -> list[int]:
        """Where each row begins, and at the end where the last one ends."""
        count = len(self._rows.rows)
        if len(self._tops) != count + 1:
            if len(self._heights) != count:
                self._heights = self._reckon(0, count - 1)
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    def doItemsLayout(self) -> None:  # noqa: N802
        """Lay the rows out anew, the first one that is seen staying where it is."""
        key, shift = self._anchor
        tops = self._layout()
        QAbstractItemView.doItemsLayout(self)
        if key:
            rows = self._rows.rows
            at = next((at for at, row in enumerate(rows) if row.name == key), -1)
            if at >= 0:
                self.verticalScrollBar().setValue(tops[at] + shift)
        self._note_anchor()

    def updateGeometries(self) -> None:  # noqa: N802
        """Set the scroll bar to the height of all rows."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(20)
        bar.setPageStep(seen)
        bar.setRange(0, max(self._layout()[-1] - seen, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the rows anew in another width."""
        if event.oldSize().width() != event.size().width():
            self._heights, self._tops = [], []
            self.doItemsLayout()
        else:
            self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Show what has come into sight."""
        self._note_anchor()
        self.viewport().update()

    def _note_anchor(self) -> None:
        top = self.verticalOffset()
        at = self._row_under(top)
        self._anchor = ("", 0)
        if at >= 0 and top > 0:
            self._anchor = self._rows.rows[at].name, top - self._layout()[at]

    def _row_under(self, height: int) -> int:
        tops = self._layout()
        if not 0 <= height < tops[-1]:
            return -1
        return bisect_right(tops, height) - 1

    # ---- QAbstractItemView

    def verticalOffset(self) -> int:  # noqa: N802
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:  # noqa: N802
        """Never scrolled sideways."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        """No row is hidden."""
        return False

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Where a row is on the viewport."""
        tops = self._layout()
        if not index.isValid() or index.row() + 1 >= len(tops):
            return QRect()
        top, bottom = tops[index.row()], tops[index.row() + 1]
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """The row at a point of the viewport."""
        at = self._row_under(point.y() + self.verticalOffset())
        return self._rows.index(at, 0) if at >= 0 else QModelIndex()

    def scrollTo(  # noqa: N802
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if not rect.isValid():
            return
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + 1 - self.viewport().height())

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row that a key goes to."""
        count, at = len(self._rows.rows), self.currentIndex().row()
        if not count:
            return QModelIndex()
        tops, page = self._layout(), self.viewport().height()
        if action in (_Action.MoveHome, _Action.MoveEnd):
            to = 0 if action == _Action.MoveHome else count - 1
        elif at < 0:
            to = 0
        elif action in (_Action.MoveDown, _Action.MoveNext):
            to = at + 1
        elif action in (_Action.MoveUp, _Action.MovePrevious):
            to = at - 1
        elif action == _Action.MovePageDown:
            to = max(bisect_right(tops, tops[at] + page) - 1, at + 1)
        elif action == _Action.MovePageUp:
            to = min(bisect_right(tops, max(tops[at] - page, 0)) - 1, at - 1)
        else:
            to = at
        return self._rows.index(max(0, min(to, count - 1)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the rows that a rectangle of the viewport touches."""
        tops, shift = self._layout(), self.verticalOffset()
        area, selection = rect.normalized(), QItemSelection()
        first = bisect_right(tops, max(area.top() + shift, 0)) - 1
        last = min(bisect_right(tops, area.bottom() + shift) - 1, len(tops) - 2)
        if 0 <= first <= last:
            top, bottom = self._rows.index(first, 0), self._rows.index(last, 0)
            selection.append(QItemSelectionRange(top, bottom))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """What is to be painted anew where a selection changed."""
        area = QRect()
        for one in _ranges(selection):
            area |= self.visualRect(one.topLeft()) | self.visualRect(one.bottomRight())
        return QRegion(area & self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that are seen."""
        painter, chosen = QPainter(self.viewport()), self.selectionModel()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        at = self._row_under(max(self.verticalOffset() + event.rect().top(), 0))
        while 0 <= at < len(self._rows.rows):
            index = self._rows.index(at, 0)
            rect = self.visualRect(index)
            if rect.top() > event.rect().bottom():
                break
            state = QStyle.StateFlag.State_Enabled
            if chosen.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if index == self.currentIndex() and self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            option.rect, option.state = rect, state  # type: ignore[attr-defined]
            self.delegate.paint(painter, option, index)
            at += 1
        painter.end()

    # ---- keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and Right close and open a group, Space and Enter on a head turn it over."""
        row = self._row_at(self.currentIndex())
        head = row if isinstance(row, GroupHead) else None
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        toggles = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if plain and head is not None and toggles:
            self._rows.set_open(head.key, is_open=not head.is_open)
        elif plain and event.key() == Qt.Key.Key_Left:
            self._go_out(head)
        elif plain and event.key() == Qt.Key.Key_Right:
            if head is not None and not head.is_open:
                self._rows.set_open(head.key, is_open=True)
            elif head is not None:
                self._go_to_row(self.currentIndex().row() + 1)
        else:
            super().keyPressEvent(event)

    def _go_out(self, head: GroupHead | None) -> None:
        if head is not None:
            self._rows.set_open(head.key, is_open=False)
        else:
            self._go_to_row(self._rows.head_above(self.currentIndex().row()))

    def _go_to_row(self, row: int) -> None:
        if 0 <= row < len(self._rows.rows):
            self.setCurrentIndex(self._rows.index(row, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember with which keys a row was clicked."""
        self._modifiers = event.modifiers()
        super().mouseReleaseEvent(event)

    def _click(self, index: QModelIndex) -> None:
        """A click turns a head over or chooses a mark; with Ctrl or Shift it only selects."""
        row = self._row_at(index)
        if isinstance(row, GroupHead):
            self._rows.set_open(row.key, is_open=not row.is_open)
        elif isinstance(row, MarkEntry) and self._modifiers == Qt.KeyboardModifier.NoModifier:
            self.chosen.emit(row.mark)


def _ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(at) for at in range(selection.size())]
