"""The box over the page in which words of the text are put right."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.one_paragraph import OneParagraph
from desktop.panels.floating import Floating, tool_button
from desktop.theme import Dress

Sentence = tuple[str, str, str]
"""What stands before some words, the words, and what stands behind them."""
_WIDTH = 520
_MOST_LINES = 9
_ROWS = 6


class CorrectionBox(Floating):
    """Shows words to be written anew. Enter asks for that, Escape leaves all as it is."""

    apply_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Correct words"))
        self.setFixedWidth(_WIDTH)
        self._near = QRect()
        self._sentence: Sentence = ("", "", "")
        self._accent = ""
        self._build()
        self.edit.textChanged.connect(self._show_preview)
        self.edit.entered.connect(self._ask)
        self.edit.left.connect(self.dismiss)
        self.apply.clicked.connect(self._ask)
        self.leave.clicked.connect(self.dismiss)
        self.shut.clicked.connect(self.dismiss)
        self.alike.toggled.connect(self._show_places)
        self.places.itemChanged.connect(self._show_count)

    def _build(self) -> None:
        self.title = QLabel(self)
        self.shut = tool_button(self, self.tr("Close"))
        self.preview = self._label("quote")
        self.preview.setTextFormat(Qt.TextFormat.RichText)
        self.edit = OneParagraph(_MOST_LINES, self)
        self.edit.setAccessibleName(self.tr("The words as they are to read"))
        self.alike = QCheckBox(self)
        self.places = QListWidget(self)
        self.places.setAccessibleName(self.tr("Places that read the same"))
        self.places.setWordWrap(True)
        self.places.setMaximumHeight(_ROWS * (2 * self.fontMetrics().lineSpacing() + 6))
        self.fault = self._label("fault")
        self.hint = self._label("hint")
        self.apply = QPushButton(self)
        self.leave = QPushButton(self.tr("Leave it"), self)
        for button in (self.apply, self.leave):
            button.setAutoDefault(False)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.shut)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.apply)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(7)
        column.addLayout(head)
        for part in (self.preview, self.edit, self.fault, self.alike, self.places):
            column.addWidget(part)
        column.addLayout(foot)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    # ---- what it shows

    def show_words(
        self, title: str, sentence: Sentence, near: QRect, *, caret: int | None = None
    ) -> None:
        """Show words to be written anew, beside a rectangle of the page.

        All of them are selected, unless `caret` says where the caret stands. The sentence is
        shown where the words are only a part of it.
        """
        self._near, self._sentence = near, sentence
        self.title.setText(title)
        self.edit.set_words(sentence[1])
        self.set_places([])
        self.tell("")
        cursor = self.edit.textCursor()
        if caret is None:
            cursor.select(cursor.SelectionType.Document)
        else:
            cursor.setPosition(caret)
        self.edit.setTextCursor(cursor)
        self._show_preview()
        self.hint.setText(self.tr("Enter: correct · Esc: leave it"))
        self._fit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_places(self, sentences: Sequence[Sentence]) -> None:
        """Offer other places that read the same, each in its sentence."""
        self.places.blockSignals(True)
        self.places.clear()
        for before, words, behind in sentences:
            item = QListWidgetItem(f"…{before}【{words}】{behind}…", self.places)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.places.blockSignals(False)
        self.alike.setText(
            self.tr("Correct the {count} other equal places of this document too").format(
                count=len(sentences)
            )
        )
        self.alike.setChecked(False)
        self.alike.setVisible(bool(sentences))
        self._show_places()

    def tell(self, fault: str) -> None:
        """Say why it was not done; "" for nothing."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if self.isVisible():
            self._fit()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._accent = dress.theme.accent
        self.shut.setIcon(dress.icon("close"))
        self._show_preview()

    def move_near(self, near: QRect) -> None:
        """The words are somewhere else now."""
        self._near = near
        self._fit()

    @property
    def words(self) -> str:
        """The words as they are to read."""
        return self.edit.words

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not there already."""
        return self.isVisible() and self.words != self._sentence[1]

    @property
    def chosen(self) -> list[int]:
        """The numbers of the other places that are to be corrected too."""
        if not self.alike.isChecked():
            return []
        rows = range(self.places.count())
        return [at for at in rows if self.places.item(at).checkState() == Qt.CheckState.Checked]

    def dismiss(self) -> None:
        """Close, whatever was written."""
        if not self.isVisible():
            return
        holder = QApplication.focusWidget()
        had_keys = holder is not None and self.isAncestorOf(holder)
        self.hide()
        if had_keys:
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that no part of the box wanted: none of them may scroll the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        event.accept()

    def _ask(self) -> None:
        self.apply_wanted.emit()

    def _show_preview(self) -> None:
        before, _, behind = self._sentence
        shown = escape(self.words) or "&nbsp;"
        self.preview.setText(
            f"{escape(before)}<b style='color: {self._accent}'>{shown}</b>{escape(behind)}"
        )
        self.preview.setVisible(bool(before or behind))
        self._show_count()
        if self.isVisible():
            self._fit()

    def _show_places(self) -> None:
        self.places.setVisible(self.alike.isChecked())
        self._show_count()
        if self.isVisible():
            self._fit()

    def _show_count(self) -> None:
        count = len(self.chosen) + 1
        if count > 1:
            self.apply.setText(self.tr("Correct {count} places").format(count=count))
        else:
            self.apply.setText(self.tr("Correct") if self.words else self.tr("Delete the words"))

    def _fit(self) -> None:
        """Take the room that the words need."""
        self.edit.fit()
        self._column.activate()
        self.place(self._near, above=False)
