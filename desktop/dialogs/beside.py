"""Choosing the notice that is to be read beside another: the likely ones first, all by filter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.tree_nodes import filter_words
from storage.citations import issue_label
from storage.text import fold
from storage.types import NoticeSummary
from storage.types.comparing import Candidate

Index = QModelIndex | QPersistentModelIndex
_UUID = Qt.ItemDataRole.UserRole
_MOST = 200
"""Notices listed at once; the filter finds the others."""
_PAD, _EDGE = 5, 8
_BATCH = 1000
"""Notices whose words for the filter are made ready in one go: some ten milliseconds."""


class _TwoLines(QStyledItemDelegate):
    """A title, and below it, fainter, what tells the document from others."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines and some air."""
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        return QSize(60, 2 * metrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        room: QRect = option.rect  # type: ignore[attr-defined]
        colours = QGuiApplication.palette()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(room, colours.highlight())
        painter.setFont(option.font)  # type: ignore[attr-defined]
        metrics = painter.fontMetrics()
        line = QRect(room.adjusted(_EDGE, _PAD, -_EDGE, 0))
        line.setHeight(metrics.height())
        title, _, details = index.data().partition("\n")
        roles = (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
        for told, role in zip((title, details), roles, strict=True):
            painter.setPen(colours.color(role))
            shown = metrics.elidedText(told, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            line.translate(0, metrics.height())
        painter.restore()


class BesideDialog(QDialog):
    """A filter box and a list; Enter takes the chosen row."""

    chosen = Signal(str)  # uuid

    def __init__(
        self,
        notice: NoticeSummary,
        notices: Sequence[NoticeSummary],
        parent: QWidget | None = None,
    ) -> None:
        """`notices` are all that may be chosen from, in the order of the library."""
        super().__init__(parent)
        self._notices = [one for one in notices if one.uuid != notice.uuid]
        self._by_uuid = {one.uuid: one for one in self._notices}
        self._likely: list[Candidate] = []
        self._keys: dict[str, str] = {}
        self._unready = iter(self._notices)
        self.setWindowTitle(self.tr("Read beside"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 520)
        named = QLabel(" ".join(notice.title.split()), self)
        named.setWordWrap(True)
        named.setObjectName("headTitle")
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by title, number or issuer"))
        self.filter.setAccessibleName(self.tr("Filter the documents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Documents to read beside"))
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("&Read beside"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        column = QVBoxLayout(self)
        for widget in (named, self.filter, self.list, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.close)
        self.list.itemActivated.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_ready)
        self._timer.start()
        self.filter.textChanged.connect(self._fill)
        self._fill()

    def set_likely(self, candidates: Sequence[Candidate]) -> None:
        """Put the likely ones to the top."""
        self._likely = [one for one in candidates if one.uuid in self._by_uuid]
        self._fill()

    def _make_ready(self) -> None:
        """Make the words for the filter, a batch at a time."""
        batch = list(islice(self._unready, _BATCH))
        self._keys.update((one.uuid, filter_words(one)) for one in batch)
        if not batch:
            self._timer.stop()
            if self.filter.text().strip():
                self._fill()

    def _fill(self) -> None:
        words = [fold(word) for word in self.filter.text().split()]
        kept = self._chosen() if self.list.currentRow() > 0 else ""
        self.list.clear()
        likely = {one.uuid: one.reason for one in self._likely}
        ordered = [*likely, *(one.uuid for one in self._notices if one.uuid not in likely)]
        fitting = (
            uuid for uuid in ordered if all(word in self._keys.get(uuid, "") for word in words)
        )
        for uuid in islice(fitting, _MOST):
            item = QListWidgetItem(self._told(self._by_uuid[uuid], likely.get(uuid, "")))
            item.setData(_UUID, uuid)
            self.list.addItem(item)
        rows = [self.list.item(row).data(_UUID) for row in range(self.list.count())]
        self.list.setCurrentRow(rows.index(kept) if kept in rows else 0)
        self.go.setEnabled(bool(rows))

    def _told(self, notice: NoticeSummary, reason: str) -> str:
        source = issue_label(notice.issue) if notice.is_issue else self.tr("Single document")
        told = (self._reason(reason), notice.number, notice.date, source)
        title = " ".join(notice.title.split())
        return f"{title}\n{'　·　'.join(one for one in told if one)}"

    def _reason(self, reason: str) -> str:
        """Why a notice is likely, in the user's words."""
        reasons = {
            "version": self.tr("another version"),
            "amends": self.tr("amended by this one"),
            "repeals": self.tr("repealed by this one"),
            "supersedes": self.tr("superseded by this one"),
            "amended": self.tr("amends this one"),
            "repealed": self.tr("repeals this one"),
            "superseded": self.tr("supersedes this one"),
            "similar": self.tr("similar title"),
        }
        return reasons.get(reason, "")

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return item.data(_UUID) if item is not None else ""

    def _take(self) -> None:
        uuid = self._chosen()
        if uuid:
            self.chosen.emit(uuid)
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and down move through the list while the filter is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)
