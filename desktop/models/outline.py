"""The outline of the open notice: its heads and parts, and where they stand in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.tips import plain_tip
from storage.text import squeeze
from storage.types import Block, Notice

OFFSET_ROLE = Qt.ItemDataRole.UserRole + 1
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 2
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A head: level 0 is a part, 1 to 3 are heads below it; `offset` is its place in the text."""

    level: int
    text: str
    offset: int


def outline_entries(notice: Notice) -> list[OutlineEntry]:
    """The heads and parts of a notice in reading order."""
    entries: list[OutlineEntry] = []
    offset = 0
    for block in notice.blocks:
        level = _level(block)
        if level is not None:
            text = " ".join(block.text.split())[:_LONGEST]
            entries.append(OutlineEntry(level, text, offset))
        elif block.kind not in ("title", "table"):
            entries += _run_in_heads(notice, block, offset)
        offset += len(block.text) + 1
    return entries


def offset_of_path(notice: Notice, path: str) -> int | None:
    """Where the last of some heads stands, joined by " / " as marks keep them; None: nowhere."""
    entries = outline_entries(notice)
    for head in reversed(path.split(" / ")):
        wanted = squeeze(head)[:_LONGEST]
        found = (one.offset for one in entries if wanted and squeeze(one.text) == wanted)
        offset = next(found, None)
        if offset is not None:
            return offset
    return None


def _level(block: Block) -> int | None:
    if block.kind == "part_title":
        return 0
    return max(block.level, 1) if block.kind == "heading" else None


def _run_in_heads(notice: Notice, block: Block, offset: int) -> list[OutlineEntry]:
    """Heads that run into their paragraph: the outline names them by line and words."""
    found: list[OutlineEntry] = []
    first, last = block.lines
    for head in notice.outline:
        if first <= head.line <= last:
            at = block.text.find(head.text.strip()[:8])
            if at >= 0:
                found.append(OutlineEntry(head.level, head.text[:_LONGEST], offset + at))
    return found


class OutlineModel(QAbstractListModel):
    """The heads as a list; the view indents them by LEVEL_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[OutlineEntry] = ()

    def set_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Show another notice's outline."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def row_at(self, offset: int) -> int:
        """The row of the head that an offset stands under, -1 before the first."""
        row = -1
        for at, entry in enumerate(self._entries):
            if entry.offset > offset:
                break
            row = at
        return row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A head's words, its place and its level."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.text)
        if role == OFFSET_ROLE:
            return entry.offset
        return entry.level if role == LEVEL_ROLE else None
