"""What is found in the open notice: the hits of a search, and the places of the find bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.panels.find_bar import FindBar
from desktop.panels.page_view import PageView
from desktop.reading.finding import Finder, first_term, nearest

Span = tuple[int, int]
_LONGEST = 40
"""Characters of a selection, or of a search's words, that the bar takes over."""


class PageFinding(QObject):
    """Paints what was found and goes from place to place. Offsets are those of the page's text."""

    borders_wanted = Signal()  # where words begin and end in the page's squeezed text

    def __init__(self, page: PageView, bar: FindBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._text = ""
        self._finder = Finder("")
        self._borders: Collection[int] | None = None
        self._asked = False
        self._hits: list[Span] = []
        self._fresh_hits = False
        self._found: list[Span] = []
        self._at = -1
        self.query = ""  # of the search whose hits are shown
        bar.changed.connect(self.find)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self._end_find)

    @property
    def hits(self) -> list[Span]:
        """The hits of a search, in the open notice."""
        return list(self._hits)

    def begin(self, text: str, hits: Sequence[Span], current: Span | None) -> None:
        """Take another text over; `current` is the hit that the reader comes for."""
        self._text, self._finder = text, Finder(text)
        self._borders, self._asked = None, False
        self._take_hits(hits)
        self._found = []
        self._at = self._hits.index(current) if current in self._hits else -1

    def page_shown(self) -> None:
        """The page is there: find again what stands in the bar, and paint."""
        if self._bar.isVisible():
            self._collect()
        self._paint()

    def _take_hits(self, hits: Sequence[Span]) -> None:
        self._hits = list(hits)
        self._fresh_hits = bool(hits)

    def show_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Show the hits of a search in the open notice and go to one of them."""
        self._take_hits(hits)
        self._found = []
        self._at = self._hits.index(current) if current in self._hits else -1
        self._paint()
        if current is not None:
            self._page.go_to(*current)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show the hits of a new search in the open notice, none of them as the current one."""
        self._take_hits(hits)
        if not self._found:
            self._at = -1
        self._paint()

    def find(self) -> None:
        """Find the bar's words in the open notice, the first place from the top of the page on."""
        self._collect()
        self._at = nearest(self._found, self._page.top_offset()) if self._text else -1
        self._paint()
        if self._at >= 0:
            self._page.go_to(*self._found[self._at])

    def _collect(self) -> None:
        """Find all places; whole words only once it is known where words begin and end."""
        self._found = []
        words = self._bar.words.text()
        if self._waits:
            if not self._asked:
                self._asked = True
                self.borders_wanted.emit()
            return
        borders = self._borders if self._bar.whole_words.isChecked() else None
        self._found = self._finder.spans(words, exact=self._bar.exact.isChecked(), borders=borders)

    @property
    def _waits(self) -> bool:
        """Whether the borders of words are wanted and not there yet."""
        wanted = self._bar.whole_words.isChecked() and bool(self._bar.words.text().strip())
        return wanted and self._borders is None and bool(self._text)

    def set_borders(self, borders: Collection[int]) -> None:
        """Take the places in the page's squeezed text where words begin and end."""
        self._borders = borders
        if self._bar.isVisible():
            self.find()

    def give_up_borders(self) -> None:
        """The borders of words cannot be had: find parts of words too."""
        self._asked = False
        self._bar.whole_words.setChecked(False)

    def step(self, step: int) -> None:
        """Go to the next or previous place found, round the end."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._paint()
            self._page.go_to(*self._found[self._at])

    def open_bar(self, selected: str) -> None:
        """Show the find bar with the selected words, or those of the search one comes from."""
        plain = self._bar.exact.isChecked() and "\n" not in selected
        words = selected if plain else "".join(selected.split())
        if not words and self._fresh_hits:
            words = first_term(self.query, [self._text[slice(*span)] for span in self._hits])
        self._fresh_hits = False
        self._bar.open_with(words if len(words) <= _LONGEST else "")

    def forget_hits(self) -> None:
        """Show no hits of a search any more."""
        self._take_hits(())
        self._at = -1
        self._paint()

    def _end_find(self) -> None:
        self._found, self._at = [], -1
        self._paint()
        self._page.setFocus()

    def _paint(self) -> None:
        shown = self._found if self._found or self._bar.isVisible() else self._hits
        self._page.painter.set_hits(shown, self._at)
        self._bar.show_count(self._at, len(self._found), waits=self._waits)
        self._page.repaint_marks()
