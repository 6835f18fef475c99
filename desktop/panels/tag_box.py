"""The tags of a mark or a document as chips, and a line to type more with completion."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from desktop.models.tag_words import split_tags, with_tags
from desktop.panels.flow_layout import FlowLayout

_TYPING = 118
_GONE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagLine(QLineEdit):
    """The line for a new tag: Enter or a comma takes it, Backspace in it empty the last one off."""

    entered = Signal()
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes what was typed and never reaches a dialog's button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers() and self.text():
                self.entered.emit()
                return
            event.ignore()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was typed counts, whoever takes the keyboard; the list below it does not."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered.emit()


class TagBox(QWidget):
    """Chips and a line. `tags_chosen` gives all tags as the user wants them now."""

    tags_chosen = Signal(tuple)
    resized = Signal()  # the chips may take another number of lines

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tags: tuple[str, ...] = ()
        self._read_only = False
        self._chips: list[QToolButton] = []
        self._names = QStringListModel(self)
        self.line = TagLine(self)
        self.line.setPlaceholderText(self.tr("Add a tag"))
        self.line.setAccessibleName(self.tr("Add a tag"))
        self.line.setFixedWidth(_TYPING)
        self.line.setObjectName("tagLine")
        self.line.setAcceptDrops(False)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # After Qt has put the chosen tag into the line.
        completer.activated[str].connect(self._take_soon)  # type: ignore[index]
        self.line.setCompleter(completer)
        self.line.entered.connect(self._take)
        self.line.emptied.connect(self._take_last_off)
        self.line.textEdited.connect(self._take_at_comma)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take)
        self._flow = FlowLayout(self, 4)
        self._flow.addWidget(self.line)

    def set_known(self, tags: Iterable[str]) -> None:
        """Offer these tags while one is typed."""
        self._names.setStringList(list(tags))

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show tags; what is being typed stays."""
        if tags == self.tags and len(self._chips) == len(tags):
            return
        self.tags = tags
        self._flow.removeWidget(self.line)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        for widget in (*self._chips, self.line):
            self._flow.addWidget(widget)
        for chip in self._chips:
            chip.show()
        self.updateGeometry()
        self.resized.emit()

    def set_read_only(self, on: bool) -> None:
        """Show the tags alone."""
        self._read_only = on
        self.line.setVisible(not on)
        for chip in self._chips:
            chip.setEnabled(not on)

    def take_keys(self) -> None:
        """Give the keyboard to the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take what is still being typed."""
        self._soon.stop()
        self._take()

    def _chip(self, tag: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName("chip")
        chip.setText(f"{tag.replace('&', '&&')} ×")
        chip.setAccessibleName(self.tr("Take the tag {tag} off").format(tag=tag))
        chip.setToolTip(self.tr("Take this tag off"))
        chip.setProperty("tag", tag)
        chip.setEnabled(not self._read_only)
        chip.clicked.connect(self._take_off)
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Delete on a chip takes its tag off."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tag = watched.property("tag")
            if event.key() in _GONE and tag:
                self._choose(tuple(one for one in self.tags if one != tag))
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _take_off(self) -> None:
        gone = self.sender().property("tag")
        self._choose(tuple(tag for tag in self.tags if tag != gone))

    def _take_last_off(self) -> None:
        if self.tags:
            self._choose(self.tags[:-1])

    def _take_soon(self, _: str) -> None:
        self._soon.start()

    def _take_at_comma(self, text: str) -> None:
        if any(sign in text for sign in ",，、；;"):
            self._take()

    def _take(self) -> None:
        typed = split_tags(self.line.text())
        self.line.clear()
        if typed:
            self._choose(with_tags(self.tags, typed))

    def _choose(self, tags: tuple[str, ...]) -> None:
        if tags != self.tags and not self._read_only:
            self.set_tags(tags)
            self.tags_chosen.emit(tags)
