"""The kept searches and their groups in order, and what a user's changes there come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.types import SavedSearch, SearchChange


class SearchShelf:
    """Searches and groups at the top, searches inside groups; nothing of it is written here."""

    def __init__(self, searches: Iterable[SavedSearch] = ()) -> None:
        """`searches` come in the order of their positions."""
        self.searches = list(searches)
        self._by_uuid = {one.uuid: one for one in self.searches}

    def find(self, uuid: str) -> SavedSearch | None:
        """The search or group of a uuid."""
        return self._by_uuid.get(uuid)

    def group_of(self, search: SavedSearch) -> str:
        """The uuid of the group that it stands in, "" at the top; also where its group is gone."""
        group = self._by_uuid.get(search.group)
        return search.group if group is not None and not search.is_group else ""

    def inside(self, group: str) -> list[SavedSearch]:
        """What stands in a group, "" for the top, in order."""
        return [one for one in self.searches if self.group_of(one) == group]

    def groups(self) -> list[SavedSearch]:
        """The groups in order."""
        return [one for one in self.searches if one.is_group]

    # ---- changes

    def placed(self, uuid: str, group: str, at: int) -> list[SearchChange]:
        """Put one before the row `at` of a group as its rows stand now, -1 for the end."""
        moved = self._by_uuid.get(uuid)
        if moved is None or (moved.is_group and group):
            return []
        rows = self.inside(group)
        before = rows[: at if at >= 0 else len(rows)]
        behind = rows[len(before) :]
        wanted = [*(one for one in before if one.uuid != uuid), moved]
        return self._numbered([*wanted, *(one for one in behind if one.uuid != uuid)], group)

    def stepped(self, uuid: str, step: int) -> list[SearchChange]:
        """One row up (-1) or down (1); beyond the first or last of a group, out of it."""
        moved = self._by_uuid.get(uuid)
        if moved is None:
            return []
        group = self.group_of(moved)
        rows = self.inside(group)
        at = rows.index(moved) + step
        if 0 <= at < len(rows):
            return self.placed(uuid, group, at if step < 0 else at + 1)
        if not group:
            return []
        above = self.inside("")
        row = above.index(self._by_uuid[group])
        return self.placed(uuid, "", row if step < 0 else row + 1)

    def grouped(self, group: SavedSearch, uuid: str = "") -> list[SearchChange]:
        """A new group at the end, or with one search in it, at whose place it stands."""
        rows, search = self.inside(""), self._by_uuid.get(uuid)
        inside: list[SearchChange] = []
        if search is None or search.is_group:
            rows = [*rows, group]
        else:
            beside = self._by_uuid.get(self.group_of(search)) or search
            at = rows.index(beside) + (beside is not search)
            rows = [one for one in [*rows[:at], group, *rows[at:]] if one is not search]
            inside = [SearchChange(search, replace(search, group=group.uuid, position=0))]
        made = SearchChange(None, replace(group, position=rows.index(group)))
        others = [one for one in self._numbered(rows, "") if one.after.uuid != group.uuid]
        return [made, *others, *inside]

    def dissolved(self, uuid: str, moment: str) -> list[SearchChange]:
        """Without a group: what stood in it stands at its place."""
        group = self._by_uuid.get(uuid)
        if group is None:
            return []
        above = self.inside("")
        at = above.index(group)
        rows = [*above[:at], *self.inside(uuid), *above[at + 1 :]]
        return [SearchChange(group, replace(group, deleted=moment)), *self._numbered(rows, "")]

    def deleted(self, uuid: str, moment: str) -> list[SearchChange]:
        """Without a search, or without a group and all that stands in it."""
        gone = self._by_uuid.get(uuid)
        if gone is None:
            return []
        all_gone = [gone, *(self.inside(uuid) if gone.is_group else ())]
        return [SearchChange(one, replace(one, deleted=moment)) for one in all_gone]

    def _numbered(self, rows: Sequence[SavedSearch], group: str) -> list[SearchChange]:
        """Put rows into a group in this order; those that stay as they are are left out."""
        placed = [replace(row, group=group, position=at) for at, row in enumerate(rows)]
        pairs = zip(rows, placed, strict=True)
        return [SearchChange(row, now) for row, now in pairs if row != now]
