"""Where marks stood in each text that a corrected notice had, so that undoing is exact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from storage.anchors.carrying import Script, carry_marks, covered, inverse
from storage.anchors.telling import Span
from storage.db import marks
from storage.db.store import Store
from storage.db.values import from_json, now, to_json
from storage.types import Mark, Notice


def carry(
    store: Store,
    uuid: str,
    notices: tuple[Notice, Notice],
    script: Script,
    turned: tuple[str, bool] | None = None,
) -> list[Mark]:
    """Take a notice's marks along from its old text to its new, inside a transaction.

    Those that changed. In a text that the notice had before, they stand where they stood then,
    unless they were moved by hand since. `turned` is the one correction of which the script is,
    and whether it is made (or taken back): where a mark covered some of the words that come back,
    it covers just these again. Deleted marks come along.
    """
    known = marks.all_of(store, uuid)
    if not known:
        return []
    old, new = notices
    state_before, state_now = text_state(uuid, old), text_state(uuid, new)
    if state_before == state_now:
        return []
    for mark in known:
        remember(store, mark, state_before)
        if turned:
            _remember_words(store, mark, script, turned)
    own = _own_words(store, known, old.text, script, turned) if turned else None
    carried = carry_marks(known, old, new, script, own)
    changed: list[Mark] = []
    for mark, plain in zip(known, carried, strict=True):
        placed = as_it_was(store, mark, state_now) or plain
        _write(store, mark.uuid, state_now, marks.whole_place(placed))
        if placed != mark:
            placed = replace(placed, changed=now())
            marks.write(store, placed)
            changed.append(placed)
    return changed


def _remember_words(store: Store, mark: Mark, script: Script, turned: tuple[str, bool]) -> None:
    """Keep which of the words that go now a mark covers."""
    correction, made = turned
    parts = [] if mark.state == "unplaced" else covered((mark.start, mark.end), script)
    if parts:
        _write(store, mark.uuid, f"{correction} {'before' if made else 'after'}", parts)


def _own_words(
    store: Store,
    known: Iterable[Mark],
    text: str,
    script: Script,
    turned: tuple[str, bool],
) -> dict[str, list[tuple[Span, Span]]]:
    """Which of the words that come now the marks covered when they were there before."""
    correction, made = turned
    spans = [(each.start, each.end) for each in inverse(text, script)]
    own: dict[str, list[tuple[Span, Span]]] = {}
    for mark in known:
        key = f"{correction} {'after' if made else 'before'}"
        parts: list[tuple[int, int, int]] = _known(store, mark.uuid, key) or []
        for number, first, end in parts:
            if number < len(spans):
                start = spans[number][0]
                part = start + first, start + end
                own.setdefault(mark.uuid, []).append((spans[number], part))
    return own


def text_state(uuid: str, notice: Notice) -> str:
    """A key of all that places of marks depend on: the notice, its blocks and its outline."""
    blocks = [[block.kind, block.level, block.text, block.lines] for block in notice.blocks]
    heads = [[head.line, head.level, head.text] for head in notice.outline]
    return hashlib.sha256(to_json([uuid, blocks, heads])).hexdigest()


def remember(store: Store, mark: Mark, state: str) -> None:
    """Keep a mark's place in a text; one that was moved by hand forgets its other places."""
    known = _known(store, mark.uuid, state)
    if known is not None and known == marks.whole_place(mark):
        return
    store.run("DELETE FROM kept_places WHERE mark = ?", [mark.uuid])
    keep(store, mark, state)


def _write(store: Store, mark: str, state: str, place: object) -> None:
    store.run(
        "INSERT OR REPLACE INTO kept_places (mark, text_state, place) VALUES (?, ?, ?)",
        [mark, state, to_json(place)],
    )


def keep(store: Store, mark: Mark, state: str) -> None:
    """Keep where a mark stands in a text, inside a transaction."""
    _write(store, mark.uuid, state, marks.whole_place(mark))


def as_it_was(store: Store, mark: Mark, state: str) -> Mark | None:
    """The mark where it stood in a text; None where that is not known."""
    known = _known(store, mark.uuid, state)
    return None if known is None else replace(mark, **known)


def _known(store: Store, mark: str, state: str) -> Any:
    found = store.row(
        "SELECT place FROM kept_places WHERE mark = ? AND text_state = ?", [mark, state]
    )
    return from_json(found[0]) if found else None
