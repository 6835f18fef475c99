"""The bar over the list that says what is doubtful, and leads from one such mark to the next."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.changed_words import Piece, changed_words
from desktop.panels.flow_layout import FlowLayout
from desktop.theme import Dress
from storage.types import Mark

_LONGEST = 400


class CheckingBar(QFrame):
    """Closed it tells how many there are; open it shows one, with a key for each answer."""

    start_wanted = Signal()
    accept_wanted = Signal()
    refuse_wanted = Signal()
    place_wanted = Signal()
    step_wanted = Signal(int)  # 1 or -1
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkingBar")
        self.setAccessibleName(self.tr("Marks to be checked"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress: Dress | None = None
        self._shown: tuple[Mark, str] | None = None
        self._read_only = False
        self.told = self._label("messageText")
        self.texts = self._label("")
        self.texts.setTextFormat(Qt.TextFormat.RichText)
        self.hint = self._label("caption")
        self.start = self._button(self.tr("Check one by one"), self.start_wanted)
        self.accept = self._button(self.tr("Accept (A)"), self.accept_wanted)
        self.place = self._button(self.tr("Put it here (H)"), self.place_wanted)
        self.refuse = self._button(self.tr("Not here (U)"), self.refuse_wanted)
        self.next = self._button(self.tr("Next (N)"), None)
        self.next.clicked.connect(self._ask_next)
        self.shut = self._button(self.tr("Close (Esc)"), self.end_wanted)
        self._answers = (self.accept, self.place, self.refuse, self.next, self.shut)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 2)
        for button in (self.start, *self._answers):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(3)
        for widget in (self.told, self.texts, self.hint, buttons):
            column.addWidget(widget)
        self.show_counts(0, 0)

    # ---- what it shows

    @property
    def is_checking(self) -> bool:
        """Whether one mark is shown with its answers."""
        return self._shown is not None

    def show_counts(self, to_check: int, unplaced: int) -> None:
        """Tell how many marks are doubtful, where none is shown."""
        if self._shown is not None:
            return
        parts = [
            label.format(count=count)
            for label, count in (
                (self.tr("{count} to be checked"), to_check),
                (self.tr("{count} without a place"), unplaced),
            )
            if count
        ]
        self.told.setText(self.tr(", ").join(parts))
        self._show_parts(checking=False)
        self.setVisible(bool(parts))

    def show_mark(self, mark: Mark, now: str, at: int, count: int) -> None:
        """Show the mark number `at` (from 0) of `count`; `now` is what stands at its place."""
        self._shown = mark, now
        told = self.tr("Place to be checked") if mark.state == "check" else self.tr("No place")
        self.told.setText(f"{told}　{at + 1}/{count}")
        self.texts.setText(self._both(mark, now))
        self.texts.setAccessibleName(f"{self.tr('It was')}: {mark.quote}\n{now}")
        if mark.state == "check":
            hint = mark.path
        else:
            hint = self.tr("Select its words in the text, then put it here (Ctrl+Shift+H).")
            hint = f"{mark.path}\n{hint}" if mark.path else hint
        self.hint.setText(hint)
        self._show_parts(checking=True)
        self.accept.setVisible(mark.state == "check")
        self.refuse.setVisible(mark.state == "check")
        self.show()

    def end(self) -> None:
        """Show no mark any more."""
        self._shown = None

    def set_read_only(self, on: bool) -> None:
        """Offer no answers in a library that can only be read."""
        self._read_only = on
        self.start.setEnabled(not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress
        if self._shown is not None:
            self.texts.setText(self._both(*self._shown))

    def _show_parts(self, *, checking: bool) -> None:
        self.start.setVisible(not checking)
        for widget in (self.texts, self.hint, *self._answers):
            widget.setVisible(checking)

    def _both(self, mark: Mark, now: str) -> str:
        """What was marked, and what stands there now, the words that differ in colour."""
        if mark.state != "check" or not now:
            old: Sequence[Piece] = [(mark.quote[:_LONGEST], False)]
            return self._line(self.tr("It was"), old, "danger", "")
        old, new = changed_words(mark.quote[:_LONGEST], now[:_LONGEST])
        return self._line(self.tr("It was"), old, "danger", "line-through") + self._line(
            self.tr("It is now"), new, "accent", "underline"
        )

    def _line(self, label: str, pieces: Sequence[Piece], colour: str, line: str) -> str:
        theme = self._dress.theme if self._dress is not None else None
        value = getattr(theme, colour) if theme else "#888888"
        style = f"color: {value}; text-decoration: {line or 'none'}"
        told = "".join(
            f"<span style='{style}'>{escape(text)}</span>" if differs else escape(text)
            for text, differs in pieces
        )
        muted = theme.muted if theme else "#888888"
        return f"<p style='margin: 2px 0'><span style='color: {muted}'>{label}</span>　{told}</p>"

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """One key an answer."""
        wanted = {
            Qt.Key.Key_A: self.accept,
            Qt.Key.Key_Return: self.accept,
            Qt.Key.Key_Enter: self.accept,
            Qt.Key.Key_H: self.place,
            Qt.Key.Key_U: self.refuse,
            Qt.Key.Key_N: self.next,
            Qt.Key.Key_Down: self.next,
            Qt.Key.Key_Right: self.next,
            Qt.Key.Key_Escape: self.shut,
        }.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self.is_checking or not plain:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.step_wanted.emit(-1)
        elif wanted is not None and wanted.isVisible():
            wanted.click()
        else:
            super().keyPressEvent(event)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def _button(self, label: str, signal: SignalInstance | None) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("flat", True)
        button.setAutoDefault(False)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def _ask_next(self) -> None:
        self.step_wanted.emit(1)
