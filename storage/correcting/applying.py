"""One change applied where its places are known, and the finding of these places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storage.anchors.carrying import Replacement
from storage.correcting.anchor import Anchor, Span, anchor_at, find
from storage.correcting.applied import Applied, block_at, block_starts
from storage.correcting.blocks import cut, join, set_kind
from storage.correcting.changes import (
    CellEdit,
    Change,
    CutEdit,
    FieldEdit,
    JoinEdit,
    KindEdit,
    TextEdit,
    anchors_of,
    with_anchors,
)
from storage.correcting.fields import set_field
from storage.correcting.words import cell_span, replace_words
from storage.errors import UserFault
from storage.text import text_hash
from storage.types import Notice


def apply(notice: Notice, change: Change, places: Sequence[Span | None]) -> Applied:
    """Apply a change at its places; None where the text says already what it would say.

    Raises UserFault where it cannot be done there.
    """
    if isinstance(change, FieldEdit):
        return set_field(notice, change.field, change.after)
    if isinstance(change, TextEdit):
        wanted = [
            Replacement(*place, after)
            for place, after in zip(places, change.afters, strict=True)
            if place is not None
        ]
        return replace_words(notice, wanted) if wanted else Applied(notice)
    (place,) = places
    if place is None:
        return Applied(notice)
    if isinstance(change, CellEdit):
        return _set_cell(notice, change, place)
    number = block_at(block_starts(notice.blocks), place[0])
    if isinstance(change, KindEdit):
        return _set_kind(notice, change, number, place)
    return _join_or_cut(notice, change, number, place)


def _set_kind(notice: Notice, change: KindEdit, number: int, place: Span) -> Applied:
    block = notice.blocks[number]
    if notice.text[block_starts(notice.blocks)[number] : place[0]].strip():
        raise UserFault("correction-place-gone")
    if (block.kind, block.level) == (change.kind, change.level):
        return Applied(notice)
    return set_kind(notice, number, change.kind, change.level)


def _join_or_cut(notice: Notice, change: JoinEdit | CutEdit, number: int, place: Span) -> Applied:
    start, end = place
    over_border = end > block_starts(notice.blocks)[number] + len(notice.blocks[number].text)
    if isinstance(change, JoinEdit):
        return join(notice, number) if over_border else Applied(notice)
    if over_border:
        return Applied(notice)
    offset = start + 1 - block_starts(notice.blocks)[number]
    return cut(notice, number, offset, change.line)


def _set_cell(notice: Notice, change: CellEdit, place: Span) -> Applied:
    starts = block_starts(notice.blocks)
    number = block_at(starts, place[0])
    at = starts[number]
    for row, cells in enumerate(notice.blocks[number].rows or ()):
        end = at + sum(len(cell) + 1 for cell in cells)
        if place[0] < end:
            span = cell_span(notice, number, row + change.below, change.column)
            words = notice.text[slice(*span)]
            if words == change.after:
                return Applied(notice)
            if words != change.before:
                raise UserFault("correction-place-gone")
            return replace_words(notice, [Replacement(*span, change.after)])
        at = end
    raise UserFault("correction-no-cell")


def placed(change: Change, places: Sequence[Span | None], notice: Notice) -> Change:
    """The change with its anchors where its places are in this text."""
    current = text_hash(notice.text)
    anchors = [
        anchor
        if place is None or (place == anchor.span and anchor.text_hash == current)
        else anchor_at(notice, *place)
        for place, anchor in zip(places, anchors_of(change), strict=True)
    ]
    return with_anchors(change, anchors)


def seek(change: Change, notice: Notice, before: Notice | None = None) -> list[Span | None]:
    """Where a change's words stand for sure; None where what it would say stands there already.

    Raises UserFault("correction-place-gone").
    """
    places: list[Span | None] = []
    for number, anchor in enumerate(anchors_of(change)):
        place = find(anchor, notice, before)
        if place is None and not _says_already(change, number, anchor, notice):
            raise UserFault("correction-place-gone")
        places.append(place)
    return places


def _says_already(change: Change, number: int, anchor: Anchor, notice: Notice) -> bool:
    if isinstance(change, TextEdit):
        after = change.afters[number]
    elif isinstance(change, CellEdit):
        return _row_says_already(change, anchor, notice)
    else:
        return False
    if not after.strip():
        return False
    return find(replace(anchor, quote=after, text_hash=""), notice) is not None


def _row_says_already(change: CellEdit, anchor: Anchor, notice: Notice) -> bool:
    cells = anchor.quote.split("\t")
    if change.below or change.column >= len(cells) or cells[change.column] != change.before:
        return False
    cells[change.column] = change.after
    row = "\t".join(cells)
    return find(replace(anchor, quote=row, text_hash=""), notice) is not None
