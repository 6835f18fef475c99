"""A note's Markdown as a document that loads nothing: no picture, no style sheet, no script."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QTextDocument, QTextFormat

_LONGEST, _MOST_LINES, _MOST_ROWS = 20_000, 600, 100
"""What is read as Markdown; a longer note is shown as it was written. Qt needs 0.1 s for a table of
400 rows or a list of 2,000 lines."""
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_PICTURE, _WORDS = "\ufffc", QTextFormat.Property.ImageAltText.value


class NoteDocument(QTextDocument):
    """Shows a note. Its links lead nowhere, and of a picture it shows the words only."""

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: N802
        """Load nothing, from nowhere."""
        del kind, name

    def show_note(self, note: str) -> None:
        """Show a note; one that is too long to be read as Markdown as plain text."""
        self.setUndoRedoEnabled(False)
        if not reads_as_markdown(note):
            self.setPlainText(note)
            return
        self.setMarkdown(_with_its_lines(note), _FEATURES)
        self._take_pictures_out()

    def _take_pictures_out(self) -> None:
        found = self.find(_PICTURE)
        while not found.isNull():
            words = found.charFormat().property(_WORDS) or "…"
            found.insertText(f"［{words}］", found.block().charFormat())
            found = self.find(_PICTURE, found.position())


def reads_as_markdown(note: str) -> bool:
    """Whether a note is short and plain enough to be read as Markdown at once."""
    lines = note.split("\n")
    rows = sum("|" in line for line in lines)
    return len(note) <= _LONGEST and len(lines) <= _MOST_LINES and rows <= _MOST_ROWS


def note_document(note: str, parent: QObject | None = None) -> NoteDocument:
    """A note as a document."""
    made = NoteDocument(parent)
    made.show_note(note)
    return made


def _with_its_lines(note: str) -> str:
    """The note so that every line of it stays a line, as people expect who know no Markdown.

    A line of dashes at the head would hide what follows it as "front matter".
    """
    lines, fenced = [], False
    for line in note.split("\n"):
        fence = _FENCE.match(line) is not None
        keep = fenced or fence or not line.strip() or "|" in line
        lines.append(line if keep else f"{line.rstrip()}  ")
        fenced = fenced != fence
    return "\n" + "\n".join(lines)
