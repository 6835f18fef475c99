"""The note of a mark: shown as Markdown says for reading, and as it is written for writing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedLayout, QTextEdit, QWidget

from desktop.reading.note_document import note_document

LINES = (3, 14)
"""Lines a note has at least and at most while it is written; a longer one scrolls."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteView(QTextEdit):
    """Shows a note; its links lead nowhere. Enter, F2 or a double click begins writing."""

    writing_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("noteView")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: N802
        """Load nothing, from nowhere."""
        del kind, name

    def show_note(self, note: str) -> None:
        """Show a note from its top."""
        made = note_document(note, self)
        made.setDefaultFont(self.font())
        made.setDocumentMargin(2)
        self.setDocument(made)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin writing."""
        event.accept()
        self.writing_wanted.emit()


class NoteBox(QWidget):
    """A note to read and to write. It is shown in one of both ways at a time."""

    changed = Signal()  # the text, by the user's hand
    left = Signal()  # Escape, or Ctrl+Enter
    writing_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._read_only = False
        self.edit = QPlainTextEdit(self)
        self.edit.setAccessibleName(self.tr("Note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setAcceptDrops(False)  # a dropped file is for the window
        self.edit.textChanged.connect(self.changed)
        self.view = NoteView(self)
        self.view.setAccessibleName(self.tr("Note"))
        self.view.writing_wanted.connect(self.write)
        self._both = QStackedLayout(self)
        self._both.setContentsMargins(0, 0, 0, 0)
        for widget in (self.edit, self.view):
            self._both.addWidget(widget)
            widget.installEventFilter(self)

    # ---- the text

    @property
    def text(self) -> str:
        """The note as it is written."""
        return self.edit.toPlainText()

    def set_text(self, text: str, *, keep_caret: bool) -> None:
        """Put a note in, the caret as far from the start as it was, else at the end."""
        if text == self.text:
            return
        at = self.edit.textCursor().position()
        self.edit.setPlainText(text)
        cursor = self.edit.textCursor()
        end = self.edit.document().characterCount() - 1
        cursor.setPosition(min(at, end) if keep_caret else end)
        self.edit.setTextCursor(cursor)
        if not self.writing:
            self.view.show_note(text)

    # ---- reading and writing

    @property
    def writing(self) -> bool:
        """Whether the note is shown as it is written."""
        return self._both.currentWidget() is self.edit

    def set_read_only(self, on: bool) -> None:
        """Show the note for reading alone."""
        self._read_only = on
        self.edit.setReadOnly(on)

    def read(self, *, take_keys: bool = False) -> None:
        """Show the note as Markdown says; an empty one can only be written."""
        if not self.text and not self._read_only:
            self.write(take_keys=take_keys)
            return
        self.view.show_note(self.text)
        self._show(self.view, take_keys=take_keys)

    def write(self, *, take_keys: bool = True) -> None:
        """Show the note as it is written, the caret in it."""
        if not self._read_only:
            self._show(self.edit, take_keys=take_keys)

    def toggle(self) -> None:
        """Read what is written, or write what is read."""
        if self.writing:
            self.read(take_keys=True)
        else:
            self.write()

    def _show(self, widget: QWidget, *, take_keys: bool) -> None:
        self._both.setCurrentWidget(widget)
        if take_keys:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writing_changed.emit(self.writing)

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard is here."""
        return self.edit.hasFocus() or self.view.hasFocus()

    # ---- its size

    def fit(self, width: int) -> bool:
        """Make the note as high as its lines at a width, within limits; whether that changed it."""
        metrics = self.edit.fontMetrics()
        least, most = (metrics.lineSpacing() * lines + 14 for lines in LINES)
        if self.writing:
            document = self.edit.document()
            document.setTextWidth(width - 24)
            height = metrics.lineSpacing() * (int(document.size().height()) + 1) + 14
        else:
            document, least = self.view.document(), metrics.lineSpacing() + 10
            document.setTextWidth(width - 4)
            height = int(document.size().height()) + 6
        height = min(max(height, least), most)
        if height == self.minimumHeight():
            return False
        self.setFixedHeight(height)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave on Escape and Ctrl+Enter, change between reading and writing on F2."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        enter = event.key() in _ENTER
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and with_control):
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.toggle()
        elif enter and not self.writing:
            self.write()
        else:
            return super().eventFilter(watched, event)
        return True
