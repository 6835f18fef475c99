"""Where marks stood in each text that a corrected notice had, so that undoing is exact."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from storage.anchors.carrying import Script, carry_marks
from storage.db import marks
from storage.db.store import Store
from storage.db.values import from_json, now, to_json
from storage.types import Mark, Notice


def carry(store: Store, uuid: str, old: Notice, new: Notice, script: Script) -> list[Mark]:
    """Take a notice's marks along to its new text, inside a transaction; those that changed.

    In a text that the notice had before, they stand where they stood then, unless they were
    moved by hand since. Deleted marks come along.
    """
    known = marks.all_of(store, uuid)
    if not known:
        return []
    state_before, state_now = text_state(uuid, old), text_state(uuid, new)
    if state_before == state_now:
        return []
    for mark in known:
        _remember(store, mark, state_before)
    carried = carry_marks(known, old, new, script)
    changed: list[Mark] = []
    for mark, plain in zip(known, carried, strict=True):
        placed = _as_it_was(store, mark, state_now) or plain
        _write_place(store, placed, state_now)
        if placed != mark:
            placed = replace(placed, changed=now())
            marks.write(store, placed)
            changed.append(placed)
    return changed


def text_state(uuid: str, notice: Notice) -> str:
    """A key of all that places of marks depend on: the notice, its blocks and its outline."""
    blocks = [[block.kind, block.level, block.text, block.lines] for block in notice.blocks]
    heads = [[head.line, head.level, head.text] for head in notice.outline]
    return hashlib.sha256(to_json([uuid, blocks, heads])).hexdigest()


def _remember(store: Store, mark: Mark, state: str) -> None:
    """Keep a mark's place in a text; one that was moved by hand forgets its other places."""
    known = _known(store, mark.uuid, state)
    if known is not None and known == marks.whole_place(mark):
        return
    store.run("DELETE FROM kept_places WHERE mark = ?", [mark.uuid])
    _write_place(store, mark, state)


def _write_place(store: Store, mark: Mark, state: str) -> None:
    store.run(
        "INSERT OR REPLACE INTO kept_places (mark, text_state, place) VALUES (?, ?, ?)",
        [mark.uuid, state, to_json(marks.whole_place(mark))],
    )


def _as_it_was(store: Store, mark: Mark, state: str) -> Mark | None:
    known = _known(store, mark.uuid, state)
    return None if known is None else replace(mark, **known)


def _known(store: Store, mark: str, state: str) -> dict[str, Any] | None:
    found = store.row(
        "SELECT place FROM kept_places WHERE mark = ? AND text_state = ?", [mark, state]
    )
    return from_json(found[0]) if found else None
