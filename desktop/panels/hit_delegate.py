"""Paints search results: a notice's title and number, a hit with its words bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.models.hits import GONE_ROLE, HIT_ROLE, NOTICE_ROLE, OTHER_ROLE
from desktop.models.titles import short_title
from desktop.models.version_words import versions_told
from desktop.panels.wrapping import draw_lines, line_height, wrapped
from desktop.reading.positions import units
from desktop.theme import Dress
from storage.citations import issue_label
from storage.types import Hit, NoticeHits

Index = QModelIndex | QPersistentModelIndex
_PAD = 5
_LINES = 2
_BEFORE = 22
_SMALL = 0.88


class HitDelegate(QStyledItemDelegate):
    """Rows of the results."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.dress: Dress | None = None
        self._kinds = {
            "note": self.tr("Note"),
            "tag": self.tr("Tag"),
            "mark": self.tr("Mark"),
            "quote": self.tr("Marked words"),
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines for a hit, with its heads three; a title's lines and one more for a notice."""
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        if index.data(OTHER_ROLE) is not None:
            return QSize(60, line_height(metrics) + 2 * _PAD)
        hit = index.data(HIT_ROLE)
        if hit is not None:
            lines = _LINES + bool(self._told_above(index, hit))
            return QSize(60, lines * line_height(metrics) + 2 * _PAD)
        found: NoticeHits = index.data(NOTICE_ROLE)
        lines = len(wrapped(short_title(found.summary), metrics, self._room(index), 2)) + 1
        return QSize(60, lines * line_height(metrics) + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        if self.dress is None:
            return
        room = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(room, QColor(self.dress.theme.selected))
        font: QFont = option.font  # type: ignore[attr-defined]
        painter.setFont(font)
        room.adjust(2, _PAD, -8, -_PAD)
        hit = index.data(HIT_ROLE)
        if isinstance(hit, Hit):
            told = self._told_above(index, hit)
            if told:
                left, accent = Qt.TextElideMode.ElideLeft, self.dress.theme.accent
                room.setTop(self._paint_small(painter, room, told, left, accent))
            self._paint_hit(painter, room, hit, self._room(index))
        elif index.data(OTHER_ROLE) is not None:
            self._paint_other(painter, room, index)
        else:
            self._paint_notice(painter, room, index)
        painter.restore()

    def _paint_notice(self, painter: QPainter, room: QRect, index: Index) -> None:
        assert self.dress is not None
        found: NoticeHits = index.data(NOTICE_ROLE)
        font = painter.font()
        lines = wrapped(short_title(found.summary), painter.fontMetrics(), self._room(index), 2)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.dress.theme.text))
        top = draw_lines(painter, lines, room.left(), room.top())
        font.setBold(False)
        painter.setFont(font)
        gone = index.data(GONE_ROLE)
        told = self.tr("No longer in the library, marks: {count}")
        count = (told if gone else self.tr("{count} places")).format(count=len(found.hits))
        source = issue_label(found.summary.issue) if found.summary.is_issue else ""
        others = versions_told(len(found.others)) if found.others else ""
        told = "　".join(one for one in (count, others, found.summary.number, source) if one)
        room.setTop(top + 2)
        right, muted = Qt.TextElideMode.ElideRight, self.dress.theme.muted
        self._paint_small(painter, room, told, right, muted)

    def _paint_small(
        self, painter: QPainter, room: QRect, told: str, elide: Qt.TextElideMode, colour: str
    ) -> int:
        """Paint one line of small print; where the next line begins."""
        assert self.dress is not None
        painter.save()
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        told = painter.fontMetrics().elidedText(told, elide, room.width())
        draw_lines(painter, [told], room.left(), room.top())
        painter.restore()
        return room.top() + line_height(painter.fontMetrics())

    def _told_above(self, index: Index, hit: Hit) -> str:
        """The heads over a hit where they are not those of the hit before, and what it stands in.

        A hit of the user's own words says so: 批注　二、任务分工.
        """
        before = index.sibling(index.row() - 1, 0).data(HIT_ROLE) if index.row() else None
        kind = self._kinds.get(hit.kind, "")
        if (
            not kind
            and isinstance(before, Hit)
            and (before.path, before.kind) == (hit.path, "text")
        ):
            return ""
        return "　".join(one for one in (kind, hit.path.replace(" / ", " › ")) if one)

    def _paint_other(self, painter: QPainter, room: QRect, index: Index) -> None:
        assert self.dress is not None
        painter.setPen(QColor(self.dress.theme.accent))
        told = index.data(Qt.ItemDataRole.DisplayRole)
        told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room.width())
        draw_lines(painter, [told], room.left(), room.top())

    def _paint_hit(self, painter: QPainter, room: QRect, hit: Hit, width: int) -> None:
        assert self.dress is not None
        before = " ".join(hit.before.split())
        if len(before) > _BEFORE:
            before = "…" + before[-_BEFORE:]
        words = " ".join(hit.text.split())
        after = " ".join(hit.after.split())
        layout = QTextLayout(before + words + after, painter.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        bold.setForeground(QColor(self.dress.theme.text))
        bold.setBackground(QColor(self.dress.theme.hit))
        found = QTextLayout.FormatRange()
        found.start, found.length = units(before), units(words)  # pyright: ignore[reportAttributeAccessIssue]
        found.format = bold  # pyright: ignore[reportAttributeAccessIssue]
        layout.setFormats([found])
        layout.beginLayout()
        height = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QRectF(0, height, 0, 0).topLeft())
            height += line_height(painter.fontMetrics())
        layout.endLayout()
        painter.setPen(QColor(self.dress.theme.muted))
        painter.setClipRect(room)
        layout.draw(painter, room.topLeft().toPointF())

    def _room(self, index: Index) -> int:
        depth = 2 if index.parent().isValid() else 1
        return max(self._view.viewport().width() - depth * self._view.indentation() - 12, 80)
