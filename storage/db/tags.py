"""Tags of marks and of notices: short words that the user gives, kept in one table for both."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from storage.db.store import Store
from storage.types import TagCount

LONGEST = 40
_SEPARATORS = str.maketrans(dict.fromkeys(",，;；、#＃", " "))


def clean_tags(words: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: trimmed, without separators and signs that cannot be seen, sorted.

    The same tag twice, in whatever case, is one.
    """
    found: dict[str, str] = {}
    for word in words:
        seen = (" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in word)
        tag = " ".join("".join(seen).translate(_SEPARATORS).split())[:LONGEST].strip()
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(sorted(found.values()))


def set_tags(store: Store, target: str, tags: Iterable[str], *, of_mark: bool) -> None:
    """Give a mark or a notice just these tags, inside a transaction."""
    store.run("DELETE FROM taggings WHERE target = ?", [target])
    for tag in clean_tags(tags):
        store.run(
            "INSERT OR IGNORE INTO taggings (target, tag, of_mark) VALUES (?, ?, ?)",
            [target, tag, int(of_mark)],
        )


def notice_tags(store: Store) -> dict[str, tuple[str, ...]]:
    """The tags of every notice that has some, by its uuid."""
    found: dict[str, tuple[str, ...]] = {}
    for target, tag in store.rows("SELECT target, tag FROM taggings WHERE of_mark = 0"):
        found[target] = (*found.get(target, ()), tag)
    return found


def tags_of(store: Store, target: str) -> tuple[str, ...]:
    """The tags of one mark or notice."""
    found = store.rows("SELECT tag FROM taggings WHERE target = ? ORDER BY tag", [target])
    return tuple(tag for (tag,) in found)


def tag_counts(store: Store) -> list[TagCount]:
    """Every tag with the number of its marks (not the deleted ones) and notices, by name."""
    found = store.rows(
        "SELECT t.tag, total(t.of_mark), total(1 - t.of_mark) FROM taggings t"
        " LEFT JOIN marks m ON m.uuid = t.target WHERE m.deleted IS NULL GROUP BY t.tag"
    )
    return sorted(
        (TagCount(tag, int(of_marks), int(of_notices)) for tag, of_marks, of_notices in found),
        key=lambda count: count.tag,
    )


def targets_of(store: Store, tags: Iterable[str]) -> tuple[list[str], list[str]]:
    """The uuids of the marks and of the notices that have one of these tags."""
    found = store.rows_for("SELECT DISTINCT target, of_mark FROM taggings WHERE tag IN ({})", tags)
    return [key for key, of_mark in found if of_mark], [key for key, of in found if not of]
