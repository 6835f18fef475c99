"""The box over the page in which an address is typed, and the places it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.targets import TARGET_ROLE, Target, TargetModel
from desktop.panels.floating import GAP, Floating
from desktop.panels.wrapping import draw_lines, line_height
from desktop.theme import Dress

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 560
_ROWS = 8
_PAD = 5
_SMALL = 0.88


class TargetDelegate(QStyledItemDelegate):
    """Paints a target: its words, and below them where it stands."""

    dress: Dress | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines, one where there is no detail."""
        lines = 2 if index.data(TARGET_ROLE).detail else 1
        height = line_height(option.fontMetrics)  # type: ignore[attr-defined]
        return QSize(80, lines * height + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one target."""
        if self.dress is None:
            return
        target: Target = index.data(TARGET_ROLE)
        theme = self.dress.theme
        room = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(room, QColor(theme.selected))
            painter.fillRect(QRect(room.left(), room.top(), 3, room.height()), QColor(theme.accent))
        room.adjust(12, _PAD, -10, -_PAD)
        font = option.font  # type: ignore[attr-defined]
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        right, middle = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
        words = painter.fontMetrics().elidedText(target.words, right, room.width())
        top = draw_lines(painter, [words], room.left(), room.top())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        detail = painter.fontMetrics().elidedText(target.detail, middle, room.width())
        draw_lines(painter, [detail], room.left(), top)
        painter.restore()


class AddressBox(Floating):
    """Takes an address; the window says what it may mean, and goes to what is chosen."""

    typed = Signal(str)
    chosen = Signal(object)  # Target
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAccessibleName(self.tr("Go to"))
        self.model = TargetModel(self)
        self.address = QLineEdit(self)
        self.address.setPlaceholderText(self.tr("Go to an article, a heading, a page, a document"))
        self.address.setAccessibleName(self.tr("Go to"))
        self.address.setClearButtonEnabled(True)
        self.address.setAcceptDrops(False)  # a dropped file is for the window
        self.address.textChanged.connect(self.typed)
        self.address.installEventFilter(self)
        self.list = QListView(self)
        self.list.setObjectName("targets")
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the box
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self._delegate = TargetDelegate(self)
        self.list.setItemDelegate(self._delegate)
        self.told = QLabel(self)
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.address, self.list, self.told):
            column.addWidget(widget)
        parent.installEventFilter(self)

    def open_with(self, words: str) -> None:
        """Show the box over the page, with words to begin with, and take the keyboard."""
        self.show()
        self.raise_()
        if words:
            self.address.setText(words)
        self.address.selectAll()
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit(self.address.text())

    def dismiss(self) -> None:
        """Close the box."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_targets(self, targets: Sequence[Target], told: str = "") -> None:
        """List what was found, the first chosen; `told` says what there is to be said below."""
        self.model.set_targets(targets)
        if targets:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setVisible(bool(targets))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self._fit()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._delegate.dress = dress
        self.list.viewport().update()

    def _fit(self) -> None:
        """As high as what is listed, at the top of the page's middle."""
        rows = min(self.model.rowCount(), _ROWS)
        self.list.setFixedHeight(sum(max(self.list.sizeHintForRow(row), 0) for row in range(rows)))
        width = min(_WIDTH, self._over.width() - 2 * GAP)
        self.setFixedWidth(width)
        self._column.activate()
        wraps = self._column.hasHeightForWidth()  # not where no words are told
        wanted = self._column.totalHeightForWidth(width) if wraps else self.sizeHint().height()
        self.setFixedHeight(wanted)
        self.move((self._over.width() - width) // 2, GAP)

    # ---- choosing

    def _choose(self, index: Index) -> None:
        target = index.data(TARGET_ROLE) if index.isValid() else None
        if target is not None:
            self.hide()
            self.chosen.emit(target)

    def _step(self, rows: int) -> None:
        row = self.list.currentIndex().row() + rows
        last = self.model.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, last)), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows go through the list, Enter goes there, Escape or leaving the box closes it."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._fit()
            return False
        if isinstance(event, QFocusEvent) and event.lostFocus():
            away = event.reason() not in (
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.ActiveWindowFocusReason,
            )
            if away:
                self.hide()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True
