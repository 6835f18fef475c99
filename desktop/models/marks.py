"""Marks as a list: those of the open notice, or of the whole library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.tips import notes_tip, plain_tip
from storage.types import Mark

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
SOURCE_ROLE = Qt.ItemDataRole.UserRole + 2


class MarksModel(QAbstractListModel):
    """Marks in the order given; those without a place come last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: list[Mark] = []
        self._with_source = False

    def set_marks(self, marks: Sequence[Mark], *, with_source: bool) -> None:
        """Show marks; `with_source` names the notice of each."""
        self.beginResetModel()
        kept = [mark for mark in marks if not mark.deleted]
        self._marks = [mark for mark in kept if mark.state != "unplaced"]
        self._marks += [mark for mark in kept if mark.state == "unplaced"]
        self._with_source = with_source
        self.endResetModel()

    def row_of(self, uuid: str) -> int:
        """The row of a mark, -1 where it is not shown."""
        found = (at for at, mark in enumerate(self._marks) if mark.uuid == uuid)
        return next(found, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.isValid() else len(self._marks)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A mark's words; MARK_ROLE gives the mark, SOURCE_ROLE its notice where wanted."""
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(mark.quote.split())
        if role == MARK_ROLE:
            return mark
        if role == SOURCE_ROLE:
            return mark.citation if self._with_source else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return notes_tip([mark]) or plain_tip(mark.citation)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(mark)
        return None

    def _spoken(self, mark: Mark) -> str:
        state = self.tr("not placed") if mark.state == "unplaced" else ""
        note = self.tr("note: {note}").format(note=mark.note) if mark.note else ""
        return ", ".join(one for one in (mark.quote, note, state) if one)
