"""The card of one mark: its note to read and write, its colour, tags and task, copy, delete."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.style_names import STYLE_NAMES
from desktop.models.times import local_time
from desktop.panels.due_box import DueBox
from desktop.panels.floating import (
    Floating,
    dress_style_buttons,
    name_style_buttons,
    style_buttons,
    tool_button,
)
from desktop.panels.note_box import NoteBox
from desktop.panels.tag_box import TagBox
from desktop.reading.strokes import FILLED
from desktop.theme import Dress
from storage.types import Mark, MarkChange

_SAVE_AFTER = 700
_WIDTH = 380
_EDGE = 10


class MarkCard(Floating):
    """Shows one mark. What is typed is asked to be saved after a short pause and on closing."""

    style_chosen = Signal(str, str)  # uuid, style
    note_written = Signal(str, str, str)  # uuid, note, the note that it was written over
    change_wanted = Signal(str, object)  # key of the edit, MarkChange: tags, day, tick
    deletion_wanted = Signal(str)  # uuid
    copy_wanted = Signal(str)  # uuid
    other_wanted = Signal(int)  # a step among the marks over one another
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mark"))
        self.setFixedWidth(_WIDTH)
        self._mark: Mark | None = None
        self._near = QRect()
        self._saved = ""
        self._read_only = False
        self._dress: Dress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._timer.timeout.connect(self.save)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.styles = style_buttons(self)
        STYLE_NAMES.changed.connect(self._name_styles)
        for button in self.styles.values():
            button.setCheckable(True)
        self.kind = QLabel(self)
        self.copy = tool_button(self, self.tr("Copy with citation"))
        self.delete = tool_button(self, self.tr("Delete mark"))
        self.shut = tool_button(self, self.tr("Close"))
        self.mode = tool_button(self, self.tr("Write (F2)"))
        self.box = NoteBox(self)
        self.note = self.box.edit
        self.tags = TagBox(self)
        self.due = DueBox(self)
        self.with_due = tool_button(self, self.tr("Make it a task with a due day"))
        self.state = QLabel(self)
        self.state.setObjectName("hint")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.count = QLabel(self)
        self.count.setObjectName("hint")
        self.before = tool_button(self, self.tr("The mark before, over the same words (Alt+Up)"))
        self.after = tool_button(self, self.tr("The next mark over the same words (Alt+Down)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 8, _EDGE, 8)
        column.setSpacing(6)
        column.addLayout(self._row(self.kind, *self.styles.values(), None, self._buttons()))
        column.addWidget(self.box)
        row = self._row(self.tags, self.with_due)
        row.setStretch(0, 1)
        row.setAlignment(self.with_due, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self.due)
        self._foot = QWidget(self)
        foot = self._row(self.state, None, self.before, self.count, self.after)
        self._foot.setLayout(foot)
        column.addWidget(self._foot)

    def _buttons(self) -> QHBoxLayout:
        return self._row(self.mode, self.copy, self.delete, self.shut)

    def _row(self, *parts: QWidget | QHBoxLayout | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for part in parts:
            if part is None:
                row.addStretch(1)
            elif isinstance(part, QWidget):
                row.addWidget(part)
            else:
                row.addLayout(part)
        return row

    def _connect(self) -> None:
        for button in self.styles.values():
            button.clicked.connect(self._choose_style)
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(self._delete)
        self.shut.clicked.connect(self.dismiss)
        self.mode.clicked.connect(self.box.toggle)
        self.box.changed.connect(self._timer.start)
        self.box.changed.connect(self._grow)
        self.box.left.connect(self.dismiss)
        self.box.writing_changed.connect(self._show_mode)
        self.tags.tags_chosen.connect(self._choose_tags)
        self.tags.resized.connect(self._grow)
        self.due.day_chosen.connect(self._choose_day)
        self.due.ticked.connect(self._tick)
        self.with_due.clicked.connect(self._begin_task)
        self.before.clicked.connect(self._step_back)
        self.after.clicked.connect(self._step_on)

    # ---- what it shows

    @property
    def mark(self) -> Mark | None:
        """The mark it shows, None while it is closed."""
        return self._mark

    @property
    def busy(self) -> bool:
        """Whether something is being typed in it."""
        return any(edit.hasFocus() for edit in (self.note, self.tags.line, self.due.day))

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard is in it."""
        holder = QApplication.focusWidget()
        return holder is not None and self.isAncestorOf(holder)

    def show_mark(
        self, mark: Mark, near: QRect, *, write: bool, place: tuple[int, int] = (0, 1)
    ) -> None:
        """Show a mark's card below a rectangle; `write` puts the caret into the note.

        `place` says which it is of how many marks over the same words, counted from 0.
        """
        had_keys = self.has_keys
        self.dismiss()
        self._near = near
        self._fill(mark)
        self._show_place(*place)
        if write and not self._read_only:
            self.box.write(take_keys=False)
        else:
            self.box.read()
        self.box.fit(_WIDTH - 2 * _EDGE)
        self.place(near, above=False)
        if write or had_keys:
            self.take_keys()

    def take_keys(self) -> None:
        """Give the keyboard to the note."""
        part = self.note if self.box.writing else self.box.view
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_near(self, near: QRect) -> None:
        """The mark is somewhere else now."""
        self._near = near
        self.place(near, above=False)

    def refresh(self, mark: Mark) -> None:
        """Take over what became of the shown mark.

        What is being typed stays, and so does the note that it is typed over: where that was
        changed elsewhere, the library must hear of it.
        """
        if self._mark is None or self._mark.uuid != mark.uuid:
            return
        typing, before = self.box.text, self._saved
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
        had_keys = self.has_keys
        self.save()
        self._mark = None
        self.hide()
        if had_keys:
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def save(self) -> None:
        """Ask for what was typed to be saved where it was changed."""
        self._timer.stop()
        if self._mark is None:
            return
        text = self.box.text.rstrip()
        if text != self._saved:
            before, self._saved = self._saved, text
            self.note_written.emit(self._mark.uuid, text, before)
        self.tags.finish()
        self.due.finish()

    def set_read_only(self, on: bool) -> None:
        """Show the mark alone, where nothing can be written."""
        self._read_only = on
        for part in (self.box, self.tags, self.due):
            part.set_read_only(on)
        for button in (*self.styles.values(), self.delete, self.mode, self.with_due):
            button.setEnabled(not on)

    def set_known_tags(self, tags: list[str]) -> None:
        """Offer these tags while one is typed."""
        self.tags.set_known(tags)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress
        dress_style_buttons(self.styles, dress)
        self.due.set_dress(dress)
        self.delete.setIcon(dress.icon("delete", dress.theme.danger))
        for button, name in (
            (self.copy, "cite"),
            (self.shut, "close"),
            (self.with_due, "task"),
            (self.before, "up"),
            (self.after, "down"),
        ):
            button.setIcon(dress.icon(name))
        self._show_mode(self.box.writing)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that no part of the card wanted: none of them may scroll the page below."""
        with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif with_alt and event.key() == Qt.Key.Key_Up:
            self._step_back()
        elif with_alt and event.key() == Qt.Key.Key_Down:
            self._step_on()
        event.accept()

    # ---- filling

    def _fill(self, mark: Mark) -> None:
        same = self._mark is not None and self._mark.uuid == mark.uuid
        self._mark, self._saved = mark, mark.note
        if not same or self.box.text.rstrip() != mark.note:
            self.box.set_text(mark.note, keep_caret=same)
        self._timer.stop()
        for style, button in self.styles.items():
            button.setChecked(style == mark.style)
            coloured = mark.kind == "highlight" or (mark.kind == "note" and style in FILLED)
            button.setVisible(coloured)
        self._name_kind(mark)
        self.tags.set_tags(mark.tags)
        self.due.show_task(mark.due, done=bool(mark.done))
        task = bool(mark.due or mark.done or (same and self.due.isVisible()))
        self.due.setVisible(task and mark.kind != "bookmark")
        self.with_due.setVisible(not task and mark.kind != "bookmark" and not self._read_only)
        when = local_time(mark.changed or mark.created)
        self.state.setText(" · ".join(one for one in (mark.author, when) if one))

    def _name_kind(self, mark: Mark) -> None:
        names = {
            ("note", False): self.tr("Note on the paragraph"),
            ("note", True): self.tr("Note on the document"),
            ("bookmark", False): self.tr("Bookmark"),
            ("bookmark", True): self.tr("Bookmark of the document"),
        }
        name = names.get((mark.kind, mark.whole_notice), "")
        self.kind.setText(name)
        self.kind.setVisible(mark.kind != "highlight")
        self.note.setPlaceholderText(
            self.tr("Name of the bookmark…")
            if mark.kind == "bookmark"
            else self.tr("Write a note…")
        )

    def _show_place(self, at: int, count: int) -> None:
        self.count.setText(self.tr("{at} of {count}").format(at=at + 1, count=count))
        for part in (self.before, self.count, self.after):
            part.setVisible(count > 1)

    def _show_mode(self, writing: bool) -> None:
        name = self.tr("Read the note (F2)") if writing else self.tr("Write (F2)")
        self.mode.setToolTip(name)
        self.mode.setAccessibleName(name)
        if self._dress is not None:
            self.mode.setIcon(self._dress.icon("read" if writing else "edit"))
        self._grow()

    def _grow(self) -> None:
        """Make room for what is being written."""
        fitted = self.box.fit(_WIDTH - 2 * _EDGE)
        if self.isVisible() and (fitted or self.sizeHint().height() != self.height()):
            self.place(self._near, above=False)

    # ---- what the user wants

    def _name_styles(self) -> None:
        name_style_buttons(self.styles)

    def _choose_style(self) -> None:
        self.choose_style(str(self.sender().property("markStyle")))

    def choose_style(self, style: str) -> None:
        """Ask for another colour."""
        for name, button in self.styles.items():
            button.setChecked(name == style)
        if self._mark is not None and not self._read_only:
            self.save()
            self.style_chosen.emit(self._mark.uuid, style)

    def _choose_tags(self, tags: tuple[str, ...]) -> None:
        self._change("edit-tags", tags=tags)

    def _choose_day(self, day: str) -> None:
        self._change("edit-due", due=day)

    def _tick(self, on: bool) -> None:
        self._change("edit-done", done=datetime.now(UTC).isoformat() if on else "")

    def _change(self, key: str, **fields: object) -> None:
        if self._mark is not None:
            before, self._mark = self._mark, replace(self._mark, **fields)  # type: ignore[arg-type]
            self.change_wanted.emit(key, MarkChange(before, self._mark))

    def _begin_task(self) -> None:
        self.due.show()
        self.with_due.hide()
        self._grow()
        self.due.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_back(self) -> None:
        self.other_wanted.emit(-1)

    def _step_on(self) -> None:
        self.other_wanted.emit(1)

    def _copy(self) -> None:
        if self._mark is not None:
            self.copy_wanted.emit(self._mark.uuid)

    def _delete(self) -> None:
        if self._mark is not None:
            uuid = self._mark.uuid
            self.dismiss()
            self.deletion_wanted.emit(uuid)
