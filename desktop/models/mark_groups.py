"""Marks put together by what they have in common, and what they are sorted by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from desktop.models.mark_entries import GONE, SINGLE, MarkEntry
from storage.types import MARK_STYLES

GROUPINGS = ("none", "notice", "colour", "tag", "gazette", "issuer", "day")
ORDERS = ("place", "made", "changed", "due")
_LAST = "\U0010ffff"
_NEWEST_FIRST = ("made", "changed")


@dataclass(frozen=True, slots=True)
class Group:
    """Marks with something in common; `key` names what, "" where they lack it."""

    key: str
    entries: Sequence[MarkEntry]


def sort_key(order: str) -> Callable[[MarkEntry], Any]:
    """What entries are sorted by, ascending, for one of ORDERS; see `shown_order`.

    By place those of notices that are gone come last; by day what is due next comes first, then
    what has no day, then what is done.
    """
    return _SORT_KEYS[order]


def shown_order(entries: Sequence[MarkEntry], order: str) -> Sequence[MarkEntry]:
    """Entries that are sorted ascending as they are shown: what is newest first."""
    return entries[::-1] if order in _NEWEST_FIRST else entries


def group_keys(entry: MarkEntry, grouping: str) -> Sequence[str]:
    """The keys of the groups that an entry stands in: one, or one a tag."""
    if grouping == "none":
        return ("",)
    return entry.mark.tags or ("",) if grouping == "tag" else (_GROUP_KEYS[grouping](entry),)


def grouped(entries: Sequence[MarkEntry], grouping: str) -> dict[str, list[MarkEntry]]:
    """Entries, in their order, by the keys of their groups."""
    groups: defaultdict[str, list[MarkEntry]] = defaultdict(list)
    if grouping == "none":
        groups[""] = list(entries)
    elif grouping == "tag":
        for entry in entries:
            for tag in entry.mark.tags or ("",):
                groups[tag].append(entry)
    else:
        for key, entry in zip(map(_GROUP_KEYS[grouping], entries), entries, strict=True):
            groups[key].append(entry)
    return groups


def in_sequence(groups: dict[str, list[MarkEntry]], grouping: str) -> list[str]:
    """The keys of the groups that hold something, as they are shown.

    Notices and gazettes come in reading order, colours as they are offered, days from the last
    to the first, the rest by name; what lacks the thing comes last.
    """
    keys = [key for key, entries in groups.items() if entries]
    keys.sort(key=lambda key: _group_order(grouping, key, groups[key][0]))
    return keys[::-1] if grouping == "day" else keys


def _group_order(grouping: str, key: str, first: MarkEntry) -> tuple[int, str]:
    if grouping == "notice":
        return first.notice.rank, key
    if grouping == "colour":
        return MARK_STYLES.index(key) if key in MARK_STYLES else len(MARK_STYLES), key
    if grouping == "gazette":
        return (SINGLE, GONE).index(key) + 1 if key in (SINGLE, GONE) else 0, key
    return int(not key and grouping != "day"), key


def by_place(entries: Iterable[MarkEntry]) -> list[MarkEntry]:
    """Entries by their places."""
    return sorted(entries, key=_SORT_KEYS["place"])


def _due_key(entry: MarkEntry) -> tuple[bool, str]:
    return bool(entry.mark.done), entry.mark.due or _LAST


_GROUP_KEYS: dict[str, Callable[[MarkEntry], str]] = {
    "notice": attrgetter("notice_key"),
    "colour": attrgetter("style"),
    "gazette": attrgetter("notice.gazette"),
    "issuer": attrgetter("notice.issuer"),
    "day": attrgetter("day"),
}
_SORT_KEYS: dict[str, Callable[[MarkEntry], Any]] = {
    "place": attrgetter("order"),
    "made": attrgetter("mark.created"),
    "changed": attrgetter("mark.changed"),
    "due": _due_key,
}
