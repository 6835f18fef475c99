"""Where one can go by what was typed: a list of places and documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

TARGET_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go to: a notice, and an offset in it (None: where it was left).

    `words` name it, `detail` says where it stands.
    """

    notice: str
    offset: int | None
    words: str
    detail: str = ""


class TargetModel(QAbstractListModel):
    """The targets, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._targets: tuple[Target, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is listed."""
        return self._targets

    def set_targets(self, targets: Sequence[Target]) -> None:
        """List other targets."""
        self.beginResetModel()
        self._targets = tuple(targets)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.isValid() else len(self._targets)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A target's words; TARGET_ROLE gives the Target."""
        if not index.isValid():
            return None
        target = self._targets[index.row()]
        if role == TARGET_ROLE:
            return target
        if role == Qt.ItemDataRole.DisplayRole:
            return target.words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(one for one in (target.words, target.detail) if one)
        return None
