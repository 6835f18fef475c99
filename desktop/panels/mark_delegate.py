"""Paints the rows of the list of marks: heads of groups; a mark's words, note, tags and state."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.mark_entries import MarkEntry
from desktop.models.mark_rows import GroupHead, Row
from desktop.models.marks import ROW_ROLE, SOURCE_ROLE
from desktop.models.row_heights import GAP, MOST_LINES, Room, heights
from desktop.panels.wrapping import draw_lines, line_height, wrapped
from desktop.theme import Dress

Index = QModelIndex | QPersistentModelIndex
_PAD = 7
_LEFT = 18
_RIGHT = 8
_SIGN = 16
_MOST_KEPT = 400


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one kind, and the name of their colour in the theme."""

    lines: list[str]
    colour: str


class MarkDelegate(QStyledItemDelegate):
    """Rows of the list of marks."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.dress: Dress | None = None
        self._parts: dict[MarkEntry, list[_Part]] = {}
        self._room: Room | None = None

    def room(self, *, with_source: bool) -> Room:
        """What a row has in the list as wide as it is now; the same as long as nothing changed."""
        metrics = QFontMetrics(self._view.font())
        line = line_height(metrics)
        character = metrics.horizontalAdvance("国")
        width = self._view.viewport().width() - _LEFT - _RIGHT
        room = Room(width, character, line, _PAD, line + 8, with_source)
        if room != self._room:
            self._room = room
            self._parts.clear()
        return self._room or room

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as the list lays it out."""
        room = self.room(with_source=bool(index.data(SOURCE_ROLE)))
        row: Row = index.data(ROW_ROLE)
        return QSize(room.width, heights([row], room)[0])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        if self.dress is None:
            return
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        if isinstance(row, GroupHead):
            self._paint_head(painter, option, row)
        else:
            self._paint_mark(painter, option, row, index.data(SOURCE_ROLE))
        if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
            painter.setPen(QColor(self.dress.theme.accent))
            painter.drawRect(QRect(option.rect).adjusted(0, 0, -1, -1))  # type: ignore[attr-defined]
        painter.restore()

    # ---- heads

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, head: GroupHead) -> None:
        assert self.dress is not None
        theme, room = self.dress.theme, QRect(option.rect)  # type: ignore[attr-defined]
        painter.fillRect(room, QColor(theme.window))
        painter.setPen(QColor(theme.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        sign = self.dress.icon("down" if head.is_open else "forward", theme.muted)
        top = room.top() + (room.height() - _SIGN) // 2
        sign.paint(painter, QRect(room.left() + 3, top, _SIGN, _SIGN))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        room.adjust(_SIGN + 6, 0, -_RIGHT, 0)
        count = str(head.count)
        painter.setPen(QColor(theme.muted))
        painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignRight), count)
        room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(count) - 8, 0)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        told = painter.fontMetrics().elidedText(
            head.label, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, told)

    # ---- marks

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: MarkEntry, source: str
    ) -> None:
        assert self.dress is not None
        theme, room = self.dress.theme, QRect(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(room, QColor(theme.selected))
        painter.setPen(QColor(theme.line))
        painter.drawLine(room.left() + _LEFT, room.bottom(), room.right(), room.bottom())
        self._paint_sign(painter, room, entry)
        metrics = painter.fontMetrics()
        width = room.width() - _LEFT - _RIGHT
        top = room.top() + _PAD
        for part in self._lines(entry, metrics, width):
            painter.setPen(QColor(getattr(theme, part.colour)))
            top = draw_lines(painter, part.lines, room.left() + _LEFT, top) + GAP
        if source:
            painter.setPen(QColor(theme.muted))
            told = metrics.elidedText(source, Qt.TextElideMode.ElideRight, width)
            draw_lines(painter, [told], room.left() + _LEFT, top)

    def _paint_sign(self, painter: QPainter, room: QRect, entry: MarkEntry) -> None:
        """A bar of the mark's colour; a bookmark, or a note on no words, has its own sign."""
        assert self.dress is not None
        theme = self.dress.theme
        edge = theme.mark_edges.get(entry.style, theme.accent)
        if entry.kind in ("note", "bookmark"):
            box = QRect(room.left() + 1, room.top() + _PAD + 1, 15, 15)
            self.dress.icon(entry.kind, edge).paint(painter, box)
            return
        bar = QRect(room.left() + 6, room.top() + _PAD, 4, room.height() - 2 * _PAD)
        if entry.kind == "underline":
            bar.setLeft(bar.left() + 2)
        painter.fillRect(bar, QColor(edge))

    def _lines(self, entry: MarkEntry, metrics: QFontMetrics, width: int) -> list[_Part]:
        known = self._parts.get(entry)
        if known is None:
            if len(self._parts) > _MOST_KEPT:
                self._parts.clear()
            known = self._parts[entry] = self._make_parts(entry, metrics, width)
        return known

    def _make_parts(self, entry: MarkEntry, metrics: QFontMetrics, width: int) -> list[_Part]:
        mark = entry.mark
        parts = [_Part(wrapped(entry.quote, metrics, width, MOST_LINES), "text")]
        if entry.note:
            parts.append(_Part(wrapped(entry.note, metrics, width, MOST_LINES), "accent"))
        if mark.due or mark.done or mark.tags:
            today = datetime.date.today().isoformat()
            colour = "danger" if entry.is_overdue(today) else "muted"
            parts.append(_Part(wrapped(self._told_task(entry, today), metrics, width, 1), colour))
        states = {
            "unplaced": (self.tr("Its words are gone"), "danger"),
            "check": (self.tr("Place to be checked"), "warning"),
        }
        if mark.state in states:
            told, colour = states[mark.state]
            parts.append(_Part(wrapped(told, metrics, width, 1), colour))
            if mark.path:
                parts.append(_Part(wrapped(mark.path, metrics, width, 1), "muted"))
        return parts

    def _told_task(self, entry: MarkEntry, today: str) -> str:
        mark = entry.mark
        told = [f"#{tag}" for tag in mark.tags]
        if mark.done:
            told.insert(0, self.tr("✓ done"))
        elif entry.is_overdue(today):
            told.insert(0, self.tr("Overdue: {day}").format(day=mark.due))
        elif mark.due:
            told.insert(0, self.tr("Due {day}").format(day=mark.due))
        return "  ".join(told)
