"""The card of one mark: its note to read and write, its colour, copy, delete."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.times import local_time
from desktop.panels.floating import Floating, dress_style_buttons, style_buttons, tool_button
from desktop.theme import Dress
from storage.types import Mark

_SAVE_AFTER = 700
_WIDTH = 380
_NOTE_LINES = (5, 14)
"""Lines a note has at least and at most; a longer one scrolls."""


class MarkCard(Floating):
    """Shows one mark. What is typed is asked to be saved after a short pause and on closing."""

    style_chosen = Signal(str, str)  # uuid, style
    note_written = Signal(str, str, str)  # uuid, note, the note that it was written over
    deletion_wanted = Signal(str)  # uuid
    copy_wanted = Signal(str)  # uuid
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mark"))
        self.setFixedWidth(_WIDTH)
        self._mark: Mark | None = None
        self._near = QRect()
        self._saved = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._timer.timeout.connect(self.save)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(1)
        self.styles = style_buttons(self)
        for button in self.styles.values():
            button.setCheckable(True)
            button.clicked.connect(self._choose_style)
            row.addWidget(button)
        row.addStretch(1)
        self.copy = tool_button(self, self.tr("Copy with citation"))
        self.delete = tool_button(self, self.tr("Delete mark"))
        self.shut = tool_button(self, self.tr("Close"))
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(self._delete)
        self.shut.clicked.connect(self.dismiss)
        for button in (self.copy, self.delete, self.shut):
            row.addWidget(button)
        column.addLayout(row)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Write a note…"))
        self.note.setTabChangesFocus(True)
        self.note.setAcceptDrops(False)  # a dropped file is for the window
        self.note.textChanged.connect(self._timer.start)
        self.note.textChanged.connect(self._grow)
        self.note.installEventFilter(self)
        column.addWidget(self.note)
        self.state = QLabel(self)
        self.state.setObjectName("hint")
        self.state.setWordWrap(True)
        column.addWidget(self.state)

    @property
    def mark(self) -> Mark | None:
        """The mark it shows, None while it is closed."""
        return self._mark

    def show_mark(self, mark: Mark, near: QRect, *, write: bool) -> None:
        """Show a mark's card below a rectangle; `write` puts the caret into the note."""
        self.dismiss()
        self._near = near
        self._fill(mark)
        self._fit_note()
        self.place(near, above=False)
        if write:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, mark: Mark) -> None:
        """Take over what became of the shown mark.

        What is being typed stays, and so does the note that it is typed over: where that was
        changed elsewhere, the library must hear of it.
        """
        if self._mark is None or self._mark.uuid != mark.uuid:
            return
        typing, before = self.note.toPlainText(), self._saved
        if typing.rstrip() == before:
            self._fill(mark)
            return
        self._fill(replace(mark, note=typing))
        self._mark, self._saved = mark, before
        self._timer.start()

    def dismiss(self) -> None:
        """Save what is unsaved and close."""
        if self._mark is None:
            return
        self.save()
        self._mark = None
        self.hide()
        self.closed.emit()

    def save(self) -> None:
        """Ask for the note to be saved where it was changed."""
        self._timer.stop()
        text = self.note.toPlainText().rstrip()
        if self._mark is not None and text != self._saved:
            before, self._saved = self._saved, text
            self.note_written.emit(self._mark.uuid, text, before)

    def set_read_only(self, on: bool) -> None:
        """Show the note alone, where nothing can be written."""
        self.note.setReadOnly(on)
        for button in (*self.styles.values(), self.delete):
            button.setEnabled(not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        dress_style_buttons(self.styles, dress)
        self.copy.setIcon(dress.icon("cite"))
        self.delete.setIcon(dress.icon("delete", dress.theme.danger))
        self.shut.setIcon(dress.icon("close"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Close on Escape and on Ctrl+Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            done = enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if done or event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Make room for what is being written."""
        if self.isVisible() and self._fit_note():
            self.place(self._near, above=False)

    def _fit_note(self) -> bool:
        """Make the note as high as its lines, within limits; whether that changed anything."""
        self.note.document().setTextWidth(_WIDTH - 44)
        lines = int(self.note.document().size().height())
        least, most = _NOTE_LINES
        line = self.note.fontMetrics().lineSpacing()
        height = line * min(max(lines + 1, least), most) + 14
        if height == self.note.minimumHeight():
            return False
        self.note.setFixedHeight(height)
        return True

    def _fill(self, mark: Mark) -> None:
        same = self._mark is not None and self._mark.uuid == mark.uuid
        self._mark, self._saved = mark, mark.note
        if not same or self.note.toPlainText().rstrip() != mark.note:
            self._set_note(mark.note, keep_caret=same)
        self._timer.stop()
        for style, button in self.styles.items():
            button.setChecked(style == mark.style)
        when = local_time(mark.changed or mark.created)
        self.state.setText(" · ".join(one for one in (mark.author, when) if one))
        self.state.setVisible(bool(self.state.text()))

    def _set_note(self, text: str, *, keep_caret: bool) -> None:
        """Put a note in, the caret as far from the start as it was, else at the end."""
        at = self.note.textCursor().position()
        self.note.setPlainText(text)
        cursor = self.note.textCursor()
        end = self.note.document().characterCount() - 1
        cursor.setPosition(min(at, end) if keep_caret else end)
        self.note.setTextCursor(cursor)

    def _choose_style(self) -> None:
        style = str(self.sender().property("markStyle"))
        for name, button in self.styles.items():
            button.setChecked(name == style)
        if self._mark is not None:
            self.save()
            self.style_chosen.emit(self._mark.uuid, style)

    def _copy(self) -> None:
        if self._mark is not None:
            self.copy_wanted.emit(self._mark.uuid)

    def _delete(self) -> None:
        if self._mark is not None:
            uuid = self._mark.uuid
            self.dismiss()
            self.deletion_wanted.emit(uuid)
