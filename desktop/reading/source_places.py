"""Which lines of a source each paragraph of a notice came from, and the other way round.

A block knows its first and last line only. Where the columns of a page were read across, the lines
of two blocks stand between each other: the joins and the words tell whose a line is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from storage.text import squeeze
from storage.types import Block, Notice

_ENOUGH = 12
"""Characters of a line that tell whose it is."""


class SourcePlaces:
    """The blocks of one notice by the lines of its source. Offsets are those of the notice."""

    def __init__(self, notice: Notice, lines: Sequence[str]) -> None:
        """`lines` are all lines of the source, numbered from 1 by their place."""
        self._lines = lines
        self._blocks = notice.blocks
        self._starts: list[int] = []
        offset = 0
        for block in notice.blocks:
            self._starts.append(offset)
            offset += len(block.text) + 1
        self._joined = _joined(notice)
        self._of_line = self._find_lines()
        self._of_block: list[list[int]] = [[] for _ in notice.blocks]
        for line, blocks in sorted(self._of_line.items()):
            for block in blocks:
                self._of_block[block].append(line)

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self._blocks)

    def block_at(self, offset: int) -> int:
        """The index of the block that an offset is in."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def span(self, block: int) -> tuple[int, int]:
        """Where a block begins and ends in the text."""
        start = self._starts[block]
        return start, start + len(self._blocks[block].text)

    def lines_of(self, block: int) -> list[int]:
        """The lines that a block came from, blank ones left out."""
        return self._of_block[block]

    def paragraphs(self) -> list[list[int]]:
        """The lines of every block."""
        return self._of_block

    def block_of_line(self, line: int) -> int | None:
        """The first block that came from a line; of other lines the next one, else the last."""
        found = self._of_line.get(line)
        if found:
            return found[0]
        behind = (at for at, block in enumerate(self._blocks) if block.lines[1] >= line)
        return next(behind, len(self._blocks) - 1 if self._blocks else None)

    def line_at(self, offset: int) -> float:
        """The line that an offset came from, with the part of it that lies before (12.25)."""
        if not self._blocks:
            return 1.0
        block = self.block_at(offset)
        lines = self._of_block[block] or [self._blocks[block].lines[0]]
        start, end = self.span(block)
        part = min(max((offset - start) / max(end - start, 1), 0.0), 0.999) * len(lines)
        return lines[int(part)] + part % 1

    def offset_of(self, line: float) -> int | None:
        """The offset that came from a place in the source, as line_at tells it."""
        block = self.block_of_line(int(line))
        if block is None:
            return None
        start, end = self.span(block)
        lines = self._of_block[block]
        if int(line) not in lines:
            return start
        part = (lines.index(int(line)) + line % 1) / len(lines)
        return start + int(part * (end - start))

    def _find_lines(self) -> dict[int, list[int]]:
        candidates: dict[int, list[int]] = {}
        for at, block in enumerate(self._blocks):
            for line in range(block.lines[0], min(block.lines[1], len(self._lines)) + 1):
                if self._lines[line - 1].strip():
                    candidates.setdefault(line, []).append(at)
        return {
            line: found if len(found) == 1 else self._choose(line, found)
            for line, found in candidates.items()
        }

    def _choose(self, line: int, blocks: list[int]) -> list[int]:
        """Whose a line is that lies between the first and last lines of several blocks."""
        alone = [at for at in blocks if self._blocks[at].lines == (line, line)]
        if alone:
            return alone  # the pieces of a line that was cut
        group = self._joined.get(line)
        if group is not None:
            own = [at for at in blocks if group in self._groups(self._blocks[at])]
            if len(own) == 1:
                return own
        words = squeeze(self._lines[line - 1])[-_ENOUGH:]
        own = [at for at in blocks if words in squeeze(self._blocks[at].text)]
        if len(own) == 1:
            return own
        at_edge = [at for at in own or blocks if line in self._blocks[at].lines]
        return at_edge or [min(own or blocks, key=lambda at: _height(self._blocks[at]))]

    def _groups(self, block: Block) -> set[int | None]:
        return {self._joined.get(line) for line in block.lines}


def _height(block: Block) -> int:
    return block.lines[1] - block.lines[0]


def _joined(notice: Notice) -> dict[int, int]:
    """For each line that was joined with another the first line of its paragraph."""
    heads: dict[int, int] = {}

    def head(line: int) -> int:
        while heads.get(line, line) != line:
            line = heads[line]
        return line

    for first, second in notice.joins:
        heads.setdefault(first, first)
        heads.setdefault(second, second)
        low, high = sorted((head(first), head(second)))
        heads[high] = low
    return {line: head(line) for line in heads}
