"""Searches of a file taken into the library: what they are to those that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.db.saved_searches import new_search, saved_searches
from storage.db.store import Store
from storage.types import Edit, SavedSearch, SearchChange, SearchDraft


def compared(store: Store, drafts: Iterable[SearchDraft]) -> list[SearchDraft]:
    """The same, each with what the library has under its name: nothing, the same, or another."""
    known = _by_name(saved_searches(store))
    told: list[SearchDraft] = []
    for draft in drafts:
        same_named = known.get(draft.name, [])
        if any((one.query, one.sort) == (draft.query, draft.sort) for one in same_named):
            told.append(replace(draft, known="same"))
        else:
            told.append(replace(draft, known="other" if same_named else ""))
    return told


def importing(store: Store, drafts: Sequence[SearchDraft], *, replacing: bool) -> Edit:
    """The edit that takes searches in; those that are there just so are left out.

    With `replacing`, a search of the same name gets the query and order of the file; else the
    file's gets another name. Groups are found by name, and made where there is none.
    """
    kept = saved_searches(store)
    groups = {one.name: one for one in reversed(kept) if one.is_group}
    names = {one.name for one in kept if not one.is_group}
    by_name = _by_name(kept)
    changes: list[SearchChange] = []
    ends: dict[str, int] = {}

    def made(draft_name: str, group: str, *, is_group: bool = False) -> SavedSearch:
        search = new_search(store, draft_name, group=group, is_group=is_group)
        position = ends.get(group, search.position)
        ends[group] = position + 1
        return replace(search, position=position)

    for draft in compared(store, drafts):
        if draft.known == "same":
            continue
        if draft.known == "other" and replacing:
            before = by_name[draft.name][0]
            after = replace(before, query=draft.query, sort=draft.sort)
            changes.append(SearchChange(before, after))
            continue
        if draft.group and draft.group not in groups:
            groups[draft.group] = made(draft.group, "", is_group=True)
            changes.append(SearchChange(None, groups[draft.group]))
        group = groups[draft.group].uuid if draft.group else ""
        search = made(_free_name(draft.name, names), group)
        names.add(search.name)
        changes.append(SearchChange(None, replace(search, query=draft.query, sort=draft.sort)))
    return Edit("edit-search-import", searches=tuple(changes))


def _by_name(kept: Iterable[SavedSearch]) -> dict[str, list[SavedSearch]]:
    found: dict[str, list[SavedSearch]] = {}
    for one in kept:
        if not one.is_group:
            found.setdefault(one.name, []).append(one)
    return found


def _free_name(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
