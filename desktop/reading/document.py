"""From notices to their page: a QTextDocument that is set from any place outwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
)

from desktop.reading.items import Item, Items, Paragraphs, Rows
from desktop.reading.look import PAD, Look
from desktop.reading.positions import Piece, Positions
from storage.types import Notice

_LAYOUT = (0.5, 3.0)
"""What laying out takes at least and at most, as a share of what setting takes."""


class Typesetter:
    """Sets notices one under the other in a document that may be on the screen already.

    First what is to be seen, then slice by slice what stands below and above. Each slice is one
    edit of the document, after which Qt has laid it out; `positions` knows all that is set.
    """

    def __init__(
        self, notices: Sequence[Notice], look: Look, positions: Positions | None = None
    ) -> None:
        """Prepare an empty page; `positions` are those to keep, emptied first."""
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(look.font())
        self.positions = positions or Positions()
        self.positions.clear()
        self._look = look
        self._em = look.em()
        self._items = Items(notices, look)
        self._below: Iterator[Item] = iter(())
        self._above: Iterator[Item] = iter(())
        self._fresh = True
        self._layout = 1.0
        self.has_below = self.has_above = True
        self._frame_margins()

    @property
    def complete(self) -> bool:
        """Whether everything is set."""
        return not self.has_below and not self.has_above

    def covers(self, offset: int) -> bool:
        """Whether what stands at an offset is set."""
        first, last = self.positions.reach
        return (not self.has_above or offset >= first) and (not self.has_below or offset <= last)

    # ---- setting

    def begin(self, offset: int, above: float, below: float) -> None:
        """Set what stands at an offset and about so many lines above and below."""
        self._below, self._above = self._items.from_place(offset)
        taken: list[Item] = []
        with self._edit():
            self.has_above = self._take(self._above, _lines(above, taken.append))
            for item in reversed(taken):
                self._put_below(item)
            self.has_below = self._take(self._below, _lines(below, self._put_below))

    def grow_below(self, seconds: float) -> None:
        """Set more at the end, about so long."""
        with self._edit():
            self.has_below = self._take(self._below, self._until(seconds, self._put_below))

    def grow_above(self, seconds: float) -> None:
        """Set more at the start, about so long; what is there moves down."""
        with self._edit():
            self.has_above = self._take(self._above, self._until(seconds, self._put_above))

    def _take(self, items: Iterator[Item], put: Callable[[Item], bool]) -> bool:
        """Put items one by one until `put` says that it is enough; whether some may be left."""
        return any(put(item) for item in items)

    def _until(self, seconds: float, put: Callable[[Item], None]) -> Callable[[Item], bool]:
        """Put items as long as setting and laying out take no longer than that."""
        end = perf_counter() + seconds / (1 + self._layout)

        def put_one(item: Item) -> bool:
            put(item)
            return perf_counter() >= end

        return put_one

    @contextmanager
    def _edit(self) -> Iterator[None]:
        """One edit of the document; looks how long the layout takes that Qt does at its end."""
        cursor = QTextCursor(self.document)
        begin = perf_counter()
        cursor.beginEditBlock()
        yield
        middle = perf_counter()
        cursor.endEditBlock()
        share = (perf_counter() - middle) / max(middle - begin, 1e-4)
        least, most = _LAYOUT
        self._layout = (self._layout + min(max(share, least), most)) / 2

    def _put_below(self, item: Item) -> None:
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        pieces, self._fresh = self._put(cursor, item, fresh=self._fresh)
        self.positions.put_below(pieces)

    def _put_above(self, item: Item) -> None:
        before = self.document.characterCount()
        cursor = QTextCursor(self.document)
        if not isinstance(item, Rows) or item.is_last:
            first = self.document.firstBlock()
            cursor.insertBlock(first.blockFormat(), first.charFormat())
            cursor.setPosition(0)
        # Otherwise the empty paragraph before the next part of the table stands behind this one.
        pieces, fresh = self._put(cursor, item, fresh=True)
        if fresh:
            self._thin_line(cursor)
        self.positions.put_above(pieces, self.document.characterCount() - before)

    def _put(self, cursor: QTextCursor, item: Item, *, fresh: bool) -> tuple[list[Piece], bool]:
        """Put an item at the cursor, `fresh` where an empty paragraph waits for it.

        What stands of it on the page, and whether an empty paragraph is left behind it.
        """
        if isinstance(item, Rows):
            return self._put_rows(cursor, item, fresh=fresh)
        if isinstance(item, Paragraphs):
            return item.setter.set_block(cursor, item.at, item.start, fresh=fresh), False
        self._put_break(cursor, fresh=fresh)
        return [], False

    def _put_rows(
        self, cursor: QTextCursor, item: Rows, *, fresh: bool
    ) -> tuple[list[Piece], bool]:
        if fresh:
            self._thin_line(cursor)
        pieces: list[Piece] = []
        for row in item.setter.set_rows(cursor, item.first, item.last, item.offset):
            pieces += row
        if item.is_last:
            self._thin_line(cursor, round(self._em * 0.5))
        return pieces, not item.is_last

    def _put_break(self, cursor: QTextCursor, *, fresh: bool) -> None:
        """Put the sign that one notice ends here: a rule with much room around it."""
        paragraph = QTextBlockFormat()
        paragraph.setTopMargin(round(self._em * 3))
        paragraph.setBottomMargin(round(self._em * 1.5))
        paragraph.setProperty(
            QTextFormat.Property.BlockTrailingHorizontalRulerWidth,
            QTextLength(QTextLength.Type.PercentageLength, 100),
        )
        paragraph.setLineHeight(2, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        paragraph.setBackground(QBrush(QColor(self._look.theme.rule)))
        if fresh:
            cursor.setBlockFormat(paragraph)
        else:
            cursor.insertBlock(paragraph, QTextCharFormat())

    def _thin_line(self, cursor: QTextCursor, height: float = 1.0) -> None:
        """Make the empty paragraph that Qt wants around a table as good as unseen."""
        paragraph = QTextBlockFormat()
        paragraph.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(paragraph)
        characters = QTextCharFormat()
        characters.setFontPointSize(1)
        cursor.setBlockCharFormat(characters)

    def _frame_margins(self) -> None:
        frame = self.document.rootFrame()
        made = frame.frameFormat()
        made.setLeftMargin(PAD)
        made.setRightMargin(PAD)
        made.setTopMargin(round(self._em * 1.2))
        made.setBottomMargin(round(self._em * 5))
        frame.setFrameFormat(made)


def _lines(count: float, put: Callable[[Item], object]) -> Callable[[Item], bool]:
    """Put items until they take about so many lines."""
    sums = [0.0]

    def put_one(item: Item) -> bool:
        put(item)
        sums[0] += item.lines
        return sums[0] >= count

    return put_one


def typeset(notice: Notice, look: Look) -> Typesetter:
    """Set a notice in one go."""
    setter = Typesetter([notice], look)
    setter.begin(0, 0, float("inf"))
    return setter
