"""Two windows wrote on one mark: what is saved then, so that nothing of either is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from storage.types import Mark

# A line of its own between two notes: "—— 另一窗口的批注（2026-11-23 12:50） ——"
_RULE = "——"
_LABEL = "另一窗口的批注"
_BETWEEN = re.compile(rf"\n({_RULE} {_LABEL}（[^（）\n]*） {_RULE})\n")


def joined(wanted: Mark, known: Mark, before: Mark | None) -> Mark:
    """What becomes of a mark that stands in the library as `known` and is to be `wanted`.

    `before` is the mark as its writer had it, so that only what he changed is taken from him;
    where it is not told, a mark that was changed since counts as changed in its note by both.
    The later colour and day wins, tags are put together; notes that both changed are kept, one
    under the other.
    """
    if before is None:
        if wanted.changed == known.changed:
            return wanted
        return replace(wanted, note=_both(wanted.note, known))
    later = {
        name: getattr(wanted if getattr(wanted, name) != getattr(before, name) else known, name)
        for name in ("style", "due", "done")
    }
    added, taken = set(wanted.tags) - set(before.tags), set(before.tags) - set(wanted.tags)
    tags = tuple(sorted((set(known.tags) | added) - taken))
    return replace(wanted, **later, tags=tags, note=_note(wanted.note, known, before.note))


def _note(wanted: str, known: Mark, before: str) -> str:
    if wanted == before:
        return known.note
    if known.note == before:
        return wanted
    parts = _BETWEEN.split(known.note)  # notes and the lines between them, by turns
    if len(parts) > 1 and before in parts[::2]:
        # They were joined before: the writer goes on with his own part.
        parts[parts.index(before)] = wanted
        return parts[0] + "".join(
            f"\n{line}\n{note}" for line, note in zip(parts[1::2], parts[2::2], strict=True)
        )
    return _both(wanted, known)


def _both(wanted: str, known: Mark) -> str:
    if known.note in wanted:
        return wanted
    if wanted in known.note:
        return known.note
    return f"{wanted}\n{_RULE} {_LABEL}（{_when(known.changed)}） {_RULE}\n{known.note}"


def _when(moment: str) -> str:
    """A stored moment (UTC, ISO) by the clock on the wall, to the minute."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment
