"""What is found in the open notice: the hits of a search, and the places of the find bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.panels.find_bar import FindBar
from desktop.panels.page_view import PageView
from desktop.reading.finding import Finder, nearest

Span = tuple[int, int]


class PageFinding(QObject):
    """Paints what was found and goes from place to place. Offsets are those of the page's text."""

    def __init__(self, page: PageView, bar: FindBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._text = ""
        self._finder = Finder("")
        self._hits: list[Span] = []
        self._found: list[Span] = []
        self._at = -1
        bar.words_changed.connect(self.find_words)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self._end_find)

    def begin(self, text: str, hits: Sequence[Span], current: Span | None) -> None:
        """Take another text over; `current` is the hit that the reader comes for."""
        self._text, self._finder = text, Finder(text)
        self._hits, self._found = list(hits), []
        self._at = self._hits.index(current) if current in self._hits else -1

    def page_shown(self) -> None:
        """The page is there: find again what stands in the bar, and paint."""
        if self._bar.isVisible() and self._bar.words.text():
            self._found = self._finder.spans(self._bar.words.text())
        self._paint()

    def show_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Show the hits of a search in the open notice and go to one of them."""
        self._hits, self._found = list(hits), []
        self._at = self._hits.index(current) if current in self._hits else -1
        self._paint()
        if current is not None:
            self._page.go_to(*current)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show the hits of a new search in the open notice, none of them as the current one."""
        self._hits = list(hits)
        if not self._found:
            self._at = -1
        self._paint()

    def find_words(self, words: str) -> None:
        """Find words in the open notice, the first place from the top of the page on."""
        self._found = self._finder.spans(words)
        self._at = nearest(self._found, self._page.top_offset()) if self._text else -1
        self._paint()
        if self._at >= 0:
            self._page.go_to(*self._found[self._at])

    def step(self, step: int) -> None:
        """Go to the next or previous place found, round the end."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._paint()
            self._page.go_to(*self._found[self._at])

    def open_bar(self, selected: str) -> None:
        """Show the find bar with the selected words."""
        words = "".join(selected.split())
        self._bar.open_with(words if len(words) <= 40 else "")

    def forget_hits(self) -> None:
        """Show no hits of a search any more."""
        self._hits, self._at = [], -1
        self._paint()

    def _end_find(self) -> None:
        self._found, self._at = [], -1
        self._paint()
        self._page.setFocus()

    def _paint(self) -> None:
        shown = self._found if self._found or self._bar.isVisible() else self._hits
        self._page.painter.set_hits(shown, self._at)
        self._bar.show_count(self._at, len(self._found))
        self._page.repaint_marks()
