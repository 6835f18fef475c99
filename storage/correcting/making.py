"""From what the user does in the window to a change that can be kept and found again."""

from __future__ import annotations

from collections.abc import Sequence

from storage.anchors.carrying import Replacement
from storage.correcting.anchor import anchor_at
from storage.correcting.applied import block_at, block_starts
from storage.correcting.changes import (
    CellEdit,
    CutEdit,
    FieldEdit,
    JoinEdit,
    KindEdit,
    TextEdit,
)
from storage.correcting.fields import clean_field
from storage.correcting.words import cell_span
from storage.errors import UserFault
from storage.text import squeeze
from storage.types import FieldCorrection, Notice, TextCorrection

_HEAD_OF_BLOCK = 40


def field_edit(notice: Notice, wanted: FieldCorrection) -> FieldEdit | None:
    """The change of a field; None where it says so already.

    Raises UserFault: correction-elsewhere where it is no more what the user saw; and those of
    `clean_field`.
    """
    after = clean_field(wanted.field, wanted.after)
    known: str | None = getattr(notice, wanted.field)
    if (known or "") != (wanted.before or ""):
        raise UserFault("correction-elsewhere", title=notice.title)
    return FieldEdit(wanted.field, known, after) if after != known else None


def text_edit(notice: Notice, wanted: Sequence[TextCorrection]) -> TextEdit | None:
    """The change of words at some places; None where nothing changes.

    Raises UserFault: correction-elsewhere where other words stand there than the user saw.
    """
    text = notice.text
    places: list[Replacement] = []
    for each in wanted:
        if not 0 <= each.start <= each.end <= len(text):
            raise UserFault("correction-elsewhere", title=notice.title)
        if text[each.start : each.end] != each.before:
            raise UserFault("correction-elsewhere", title=notice.title)
        if each.before != each.after:
            places.append(_widened(notice, Replacement(each.start, each.end, each.after)))
    if not places:
        return None
    anchors = tuple(anchor_at(notice, each.start, each.end) for each in places)
    return TextEdit(anchors, tuple(each.after for each in places))


def _widened(notice: Notice, each: Replacement) -> Replacement:
    """The replacement with a neighbour where it holds no words by which it would be found."""
    text = notice.text
    start, end = each.start, each.end
    starts = block_starts(notice.blocks)
    number = block_at(starts, start)
    first, last = starts[number], starts[number] + len(notice.blocks[number].text)
    while not squeeze(text[start:end]) and start > first and text[start - 1] not in "\t\n":
        start -= 1
    while not squeeze(text[start:end]) and end < last and text[end] not in "\t\n":
        end += 1
    if not squeeze(text[start:end]):
        raise UserFault("correction-blank")
    return Replacement(start, end, text[start : each.start] + each.after + text[each.end : end])


def kind_edit(notice: Notice, number: int, kind: str, level: int) -> KindEdit | None:
    """The change of a block's kind; None where it is that already."""
    block = notice.blocks[number]
    if (block.kind, block.level) == (kind, level):
        return None
    start = block_starts(notice.blocks)[number]
    place = anchor_at(notice, start, start + min(len(block.text), _HEAD_OF_BLOCK))
    return KindEdit(place, kind, level, block.kind, block.level)


def join_edit(notice: Notice, number: int) -> JoinEdit:
    """The joining of a block with the next. Raises UserFault("correction-join-last")."""
    if number + 1 >= len(notice.blocks):
        raise UserFault("correction-join-last")
    border = block_starts(notice.blocks)[number + 1] - 1
    first, last = _about(notice.text, border, border + 1)
    return JoinEdit(anchor_at(notice, first, last))


def cut_edit(notice: Notice, number: int, offset: int, line: int = 0) -> CutEdit:
    """The cutting of a block at an offset of its text. Raises UserFault("correction-cut-blank")."""
    text = notice.blocks[number].text
    if not text[:offset].strip() or not text[offset:].strip():
        raise UserFault("correction-cut-blank")
    at = block_starts(notice.blocks)[number] + offset
    return CutEdit(anchor_at(notice, *_about(notice.text, at, at)), line)


def _about(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with one character that is no white space on either side, where there is one."""
    first, last = start, end
    while first > 0 and not squeeze(text[first:start]):
        first -= 1
    while last < len(text) and not squeeze(text[end:last]):
        last += 1
    return first, last


def cell_edit(
    notice: Notice, number: int, cell: tuple[int, int], before: str, after: str
) -> CellEdit | None:
    """The change of a cell (row and column); None where nothing changes.

    Raises UserFault: correction-elsewhere, correction-no-cell, correction-blank in a table
    without any words.
    """
    row, column = cell
    start, end = cell_span(notice, number, row, column)
    if notice.text[start:end] != before:
        raise UserFault("correction-elsewhere", title=notice.title)
    if before == after:
        return None
    rows = notice.blocks[number].rows or ()
    with_words = (at for at, cells in enumerate(rows) if squeeze("".join(cells)))
    nearest = min(with_words, key=lambda at: abs(at - row), default=None)
    if nearest is None:
        raise UserFault("correction-blank")
    first, _ = cell_span(notice, number, nearest, 0)
    _, last = cell_span(notice, number, nearest, len(rows[nearest]) - 1)
    return CellEdit(anchor_at(notice, first, last), row - nearest, column, before, after)
