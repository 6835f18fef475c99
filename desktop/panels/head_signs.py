"""What the user has put to a document as a whole: its tags, a note, a bookmark."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.models.tips import wrapped_tip
from desktop.panels.floating import tool_button
from desktop.theme import Dress

SIGN = QSize(18, 18)


class HeadSigns(QWidget):
    """The tags and three buttons; they ask, and show what there is."""

    tags_wanted = Signal()
    note_wanted = Signal()
    bookmark_wanted = Signal()
    warnings_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress: Dress | None = None
        self._noted = False
        self.words = QToolButton(self)
        self.words.setObjectName("headTags")
        self.words.setAccessibleName(self.tr("Tags of this document"))
        self.tags = tool_button(self, self.tr("Tags of this document"))
        self.note = tool_button(self, self.tr("Note on this document"))
        self.bookmark = tool_button(self, self.tr("Bookmark this document"))
        self.bookmark.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.warnings = tool_button(self, self.tr("Warnings of the recogniser"))
        self.warnings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.warnings.setIconSize(SIGN)
        self.warnings.clicked.connect(self.warnings_wanted)
        row.addWidget(self.words)
        row.addWidget(self.warnings)
        for button in (self.tags, self.note, self.bookmark):
            button.setIconSize(SIGN)
            row.addWidget(button)
        self.words.clicked.connect(self.tags_wanted)
        self.tags.clicked.connect(self.tags_wanted)
        self.note.clicked.connect(self.note_wanted)
        self.bookmark.clicked.connect(self.bookmark_wanted)
        self.show_signs((), "", bookmarked=False)
        self.show_warnings(0)

    def show_signs(self, tags: tuple[str, ...], note: str, *, bookmarked: bool) -> None:
        """Show a document's tags, its note, and whether it has a bookmark."""
        told = "  ".join(f"#{tag}" for tag in tags)
        room = self.fontMetrics().averageCharWidth() * 40
        shown = self.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)
        self.words.setText(shown.replace("&", "&&"))
        self.words.setToolTip(wrapped_tip(told))
        self.words.setVisible(bool(tags))
        self._noted = bool(note)
        self.note.setToolTip(wrapped_tip(note) or self.note.accessibleName())
        self.bookmark.setChecked(bookmarked)
        self._put_on()

    def show_warnings(self, count: int) -> None:
        """Say how many warnings of the recogniser there are in the document."""
        self.warnings.setText(str(count))
        told = self.tr("Warnings of the recogniser in this document: {count} (F5)")
        self.warnings.setToolTip(told.format(count=count))
        self.warnings.setVisible(count > 0)

    def set_read_only(self, on: bool) -> None:
        """Offer nothing where nothing can be written; a note can still be read."""
        for button in (self.tags, self.words, self.bookmark):
            button.setEnabled(not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress
        self._put_on()

    def _put_on(self) -> None:
        """What there is has the colour of what is active."""
        if self._dress is None:
            return
        theme = self._dress.theme
        self.warnings.setIcon(self._dress.icon("warning", theme.warning))
        for button, name, there in (
            (self.tags, "tag", bool(self.words.text())),
            (self.note, "note", self._noted),
            (self.bookmark, "bookmark", self.bookmark.isChecked()),
        ):
            button.setIcon(self._dress.icon(name, theme.accent if there else theme.muted))
