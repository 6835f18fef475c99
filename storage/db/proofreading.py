"""The source that a notice came from, with what became of each of its lines."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from storage.db import notices, sources
from storage.db.hint_json import unpack_hints
from storage.db.store import Store
from storage.db.values import from_json, stored_values, text_from, unpack_text
from storage.errors import UserFault
from storage.types import LineHint, Notice
from storage.types.proofreading import CONTENTS, LEFT_OUT, ProofSource, SourceNotice

_HEAD = 4096
"""So many compressed bytes are looked at to tell what the rest is."""


def proof_source(store: Store, uuid: str) -> ProofSource:
    """What the proof view shows of the source that a notice came from.

    Raises UserFault: notice-missing, kept-source-missing, library-damaged.
    """
    found = store.row("SELECT source_id FROM notices WHERE uuid = ?", [uuid])
    if found is None:
        raise UserFault("notice-missing", notice=uuid)
    row = store.row(
        "SELECT s.id, s.issue_id, s.current, s.name, s.lines, s.hints, s.kept,"
        f" substr(s.data, 1, {_HEAD}), i.around"
        " FROM sources s JOIN issues i ON i.id = s.issue_id WHERE s.id = ?",
        [found[0]],
    )
    if row is None:
        raise UserFault("kept-source-missing")
    source_id, issue_id, is_current, name, packed, packed_hints, kept, head, around = row
    with stored_values(store.path):
        lines = tuple(unpack_text(packed).split("\n"))
        hints = unpack_hints(packed_hints)
        known: dict[str, Any] = from_json(around) if is_current else {}
        has_pictures = kept == sources.AS_BYTES and _is_pdf(head)
    whole = _notices_of(store, source_id)
    told = [SourceNotice(key, one.title, one.start_line, one.end_line) for key, one in whole]
    return ProofSource(
        source_id,
        issue_id,
        text_from(name),
        lines,
        tuple(hint.page or 0 if hint else 0 for hint in hints) if _has_pages(hints) else (),
        _unshown(lines, hints, [one for _, one in whole], known),
        {line: text for line, text in known.get("repeats", ())},
        tuple(sorted(told, key=lambda one: one.start)),
        has_pictures,
        bool(is_current),
    )


def source_file(store: Store, source_id: int) -> bytes | None:
    """The bytes of a kept source; None where they were too many to keep, or it is gone."""
    found = store.row("SELECT kept, data FROM sources WHERE id = ?", [source_id])
    if not found or found[0] != sources.AS_BYTES:
        return None
    with stored_values(store.path):
        return zlib.decompress(found[1])


def _is_pdf(head: bytes) -> bool:
    return b"%PDF-" in zlib.decompressobj().decompress(head, 1024)


def _has_pages(hints: Sequence[LineHint | None]) -> bool:
    return any(hint is not None and hint.page for hint in hints)


def _notices_of(store: Store, source_id: int) -> list[tuple[str, Notice]]:
    keys = store.rows("SELECT uuid FROM notices WHERE source_id = ? ORDER BY position", [source_id])
    return [(key, notices.notice(store, key).notice) for (key,) in keys]


def _unshown(
    lines: Sequence[str],
    hints: Sequence[LineHint | None],
    shown: Sequence[Notice],
    around: dict[str, Any],
) -> dict[int, str]:
    """Why lines are shown in no notice; of a source that another has replaced only the hints."""
    found = {at: hint.furniture for at, hint in enumerate(hints, 1) if hint and hint.furniture}
    if not around:
        return found
    found |= {line: why for line, why in around["furniture"]}
    taken: set[int] = set()
    inside: set[int] = set()
    for notice in shown:
        inside.update(range(notice.start_line, notice.end_line + 1))
        for block in notice.blocks:
            taken.update(range(block.lines[0], block.lines[1] + 1))
    has_contents = bool(around["contents"])
    for at, line in enumerate(lines, 1):
        if line.strip() and at not in taken and at not in found:
            listed = has_contents and at not in inside
            found[at] = CONTENTS if listed else LEFT_OUT
    return found
