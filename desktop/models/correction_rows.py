"""The corrections as rows of a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.times import local_time
from desktop.models.tips import plain_tip
from storage.types import Correction
from storage.words import Words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CorrectionRows(QAbstractTableModel):
    """When, by whom, in which document, what, from what to what, and what became of it."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.corrections: list[Correction] = []
        self._heads = (
            self.tr("When"),
            self.tr("Author"),
            self.tr("Document"),
            self.tr("What"),
            self.tr("Before → after"),
            self.tr("State"),
        )

    def set_corrections(self, corrections: Sequence[Correction]) -> None:
        """Show these, the newest first."""
        self.beginResetModel()
        self.corrections = list(reversed(corrections))
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """One row a correction."""
        return 0 if parent.isValid() else len(self.corrections)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """The same columns for all."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the whole of them as its tip."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        told = self._told(self.corrections[index.row()])[index.column()]
        return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else told

    def _told(self, one: Correction) -> tuple[str, ...]:
        return (
            local_time(one.created),
            one.author,
            one.title,
            self.what(one),
            f"{self._shown(one, one.before)} → {self._shown(one, one.after)}",
            self.state(one),
        )

    def _shown(self, one: Correction, words: str) -> str:
        if one.kind == "kind":
            kind, _, level = words.partition(" ")
            return " ".join(part for part in (self._words.say(f"kind-{kind}"), level) if part)
        return words or self.tr("(nothing)")

    def what(self, one: Correction) -> str:
        """What was put right, in a word or two."""
        if one.kind == "field":
            return self._words.say(f"field-{one.what}")
        if one.kind == "issue" and one.what:
            field = "issue_number" if one.what == "number" else one.what
            return self._words.say(f"field-{field}")
        return self._words.say(f"correction-kind-{one.kind}")

    def state(self, one: Correction) -> str:
        """What became of a correction, with the reason where it has no place any more."""
        if one.undone is not None:
            return self.tr("Taken back")
        if one.state != "unfit":
            return self.tr("Made")
        reason = self._words.say(one.reason, title=one.title) if one.reason else ""
        return self.tr("No longer fits: {reason}").format(reason=reason)
