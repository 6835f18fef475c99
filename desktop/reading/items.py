"""What a page is set of, one after the other: paragraphs, stretches of tables, breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from desktop.reading.blocks import BlockSetter
from desktop.reading.look import Look
from desktop.reading.tables import TableSetter, table_cells
from storage.types import Block, Notice

_WIDE_PAGE = 40
_ROW = 2.0
"""Lines of running text that a row of a table takes about."""


@dataclass(frozen=True, slots=True)
class Break:
    """The sign between two notices of a page; `start` is the offset of the one below."""

    start: int
    lines: float = 5.0


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A block that is no table, whose text begins at an offset of the page."""

    setter: BlockSetter
    at: int
    start: int
    lines: float


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows first to last (not included) of a table whose text begins at an offset."""

    setter: TableSetter
    first: int
    last: int
    offset: int
    start: int
    is_last: bool

    @property
    def lines(self) -> float:
        """About how many lines of running text they take."""
        return (self.last - self.first) * _ROW


Item = Break | Paragraphs | Rows


class Items:
    """Cuts the notices of a page into items; those of a block are made when they are asked for."""

    def __init__(self, notices: Sequence[Notice], look: Look) -> None:
        self._notices = notices
        self._look = look
        self._em = look.em()
        self._setters: dict[int, BlockSetter] = {}
        self._places: list[tuple[int, int]] = []
        self._starts: list[int] = []
        offset = 0
        for number, notice in enumerate(notices):
            for at, block in enumerate(notice.blocks):
                self._places.append((number, at))
                self._starts.append(offset)
                offset += len(block.text) + 1
            offset += 0 if notice.blocks else 1  # a notice without a word has its line break too

    def from_place(self, offset: int) -> tuple[Iterator[Item], Iterator[Item]]:
        """The items from the one with an offset on to the end, and those above it upwards."""
        count = len(self._starts)
        number = next((at for at in range(count - 1, -1, -1) if self._starts[at] <= offset), 0)
        here = self._items(number) if count else []
        cut = next((at for at in range(len(here) - 1, -1, -1) if here[at].start <= offset), 0)
        return self._down(here[cut:], number + 1), self._up(here[:cut], number - 1)

    def _down(self, here: list[Item], number: int) -> Iterator[Item]:
        yield from here
        for at in range(number, len(self._starts)):
            yield from self._items(at)

    def _up(self, here: list[Item], number: int) -> Iterator[Item]:
        yield from reversed(here)
        for at in range(number, -1, -1):
            yield from reversed(self._items(at))

    def _items(self, number: int) -> list[Item]:
        which, at = self._places[number]
        start, block = self._starts[number], self._notices[which].blocks[at]
        found: list[Item] = [Break(start)] if at == 0 and number > 0 else []
        if not table_cells(block):
            return [*found, Paragraphs(self._setter(which), at, start, self._lines(block))]
        setter = TableSetter(block, self._look, self._em)
        parts = setter.parts()
        return found + [
            Rows(setter, first, last, start, start + setter.start_of(first), last == parts[-1][1])
            for first, last in parts
        ]

    def _setter(self, which: int) -> BlockSetter:
        if which not in self._setters:
            self._setters[which] = BlockSetter(self._notices[which].blocks, self._look)
        return self._setters[which]

    def _lines(self, block: Block) -> float:
        return ceil(len(block.text) / (self._look.measure or _WIDE_PAGE)) or 1
