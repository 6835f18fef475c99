"""The passage of an excerpt cut into lines, cells and runs, so that every writer shows the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.export.escape import plain
from storage.types import Excerpt


@dataclass(frozen=True, slots=True)
class Run:
    """Harmless characters of one look: bold where the search found them."""

    text: str
    bold: bool = False


Cell = tuple[Run, ...]
Line = list[Cell]
"""A paragraph is a line of one cell; a table's row has several."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text."""

    runs: Cell


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other; every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]


def pieces(excerpt: Excerpt) -> list[Paragraph | Table]:
    """The passage in reading order; empty lines are left out."""
    found: list[Paragraph | Table] = []
    rows: list[Line] = []
    for line in _lines(excerpt.text, _merged(excerpt.bold, len(excerpt.text))):
        if len(line) > 1:
            rows.append(line)
            continue
        if rows:
            found.append(_table(rows))
            rows = []
        if any(run.text.strip() for run in line[0]):
            found.append(Paragraph(line[0]))
    if rows:
        found.append(_table(rows))
    return found


def _table(rows: Sequence[Line]) -> Table:
    """Fill short rows up: a passage may begin or end in the middle of a row."""
    width = max(len(row) for row in rows)
    return Table(tuple((*row, *[()] * (width - len(row))) for row in rows))


def _merged(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Spans within the text, in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _lines(text: str, bold: Sequence[tuple[int, int]]) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        cells: list[Cell] = []
        for cell in line.split("\t"):
            cells.append(_runs(text, start, start + len(cell), bold))
            start += len(cell) + 1
        lines.append(cells)
    return lines


def _runs(text: str, start: int, end: int, bold: Sequence[tuple[int, int]]) -> Cell:
    """Cut one cell at the borders of what is bold."""
    runs: list[Run] = []
    at = start
    for first, last in bold:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        if at < first:
            runs.append(Run(plain(text[at:first])))
        runs.append(Run(plain(text[first:last]), bold=True))
        at = last
    if at < end:
        runs.append(Run(plain(text[at:end])))
    return tuple(runs)
