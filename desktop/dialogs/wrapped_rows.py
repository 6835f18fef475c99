"""Rows of a tree that are as high as their words need, not cut with an ellipsis."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_MOST_LINES = 4
_ICON = 26
_EDGE = 18
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class WrappedRows(QStyledItemDelegate):
    """Wraps the words of a tree's first column, over the whole width where the row is spanned."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The room for all words at the width the row has now, four lines at most."""
        hint = super().sizeHint(option, index)
        made: Any = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        room = self._room(index) - (0 if made.icon.isNull() else _ICON)
        if index.column() or room < 60:
            return hint
        line = made.fontMetrics.lineSpacing()
        needed = made.fontMetrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, made.text).height()
        return QSize(60, max(min(needed, line * _MOST_LINES) + 4, min(hint.height(), line + 6)))

    def _room(self, index: QModelIndex | QPersistentModelIndex) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        spanned = self._tree.isFirstColumnSpanned(index.row(), index.parent())
        width = self._tree.viewport().width() if spanned else self._tree.columnWidth(0)
        return width - depth * self._tree.indentation() - _EDGE
