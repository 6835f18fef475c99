"""The deleted marks as a table, the last deleted first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.times import local_time
from desktop.models.tips import wrapped_tip
from storage.text import fold, squeeze
from storage.types import Edit, Mark

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 200


class BinModel(QAbstractTableModel):
    """Columns: when it was deleted, its words, its note, its document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, Mark] = {}
        self._rows: list[Mark] = []
        self._words: list[str] = []

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show the marks of the bin."""
        self._all = {mark.uuid: mark for mark in marks}
        self._show()

    def set_filter(self, words: str) -> None:
        """Show those that hold all of the words in quote, note, tags or citation."""
        self._words = fold(words).split()
        self._show()

    def take(self, edit: Edit) -> None:
        """Follow an edit: what it deleted comes in, what it restored goes."""
        before = len(self._all)
        come = [change.after for change in edit.marks if change.after.deleted]
        for change in edit.marks:
            self._all.pop(change.after.uuid, None)
        if come or len(self._all) != before:
            self._all = {mark.uuid: mark for mark in (*come, *self._all.values())}
            self._show()

    def remove(self, uuids: Iterable[str]) -> None:
        """Let marks go that were deleted for good."""
        for uuid in uuids:
            self._all.pop(uuid, None)
        self._show()

    @property
    def marks(self) -> Sequence[Mark]:
        """The marks that are shown."""
        return self._rows

    @property
    def total(self) -> int:
        """How many marks are in the bin."""
        return len(self._all)

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = [mark for mark in self._all.values() if self._fits(mark)]
        self.endResetModel()

    def _fits(self, mark: Mark) -> bool:
        if not self._words:
            return True
        told = fold(squeeze("\0".join((mark.quote, mark.note, mark.citation, *mark.tags))))
        return all(word in told for word in self._words)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.isValid() else 4

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Deleted"), self.tr("Words"), self.tr("Note"), self.tr("Document"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a mark was."""
        if not index.isValid():
            return None
        mark = self._rows[index.row()]
        whole = (mark.quote, mark.note, mark.citation)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped_tip(whole[index.column() - 1]) if index.column() else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (*whole, local_time(mark.deleted or ""))
            return ", ".join(one for one in told if one)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return local_time(mark.deleted or "")
        return " ".join(whole[index.column() - 1][:_LONGEST].split())
