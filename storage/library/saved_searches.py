"""The facade's side for kept searches: listed, kept, counted. Changes are edits (marks.py)."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storage import indexing
from storage.db import edits, saved_searches, search_import
from storage.db.store import Store
from storage.errors import UserFault
from storage.narrowing import read_query
from storage.types import Edit, SavedCount, SavedSearch, SearchChange, SearchDraft

if TYPE_CHECKING:
    from storage.search import SearchIndex


class SavedSearchesOfLibrary:
    """What the facade answers about the searches that are kept in the tree."""

    _store: Store

    def saved_searches(self) -> list[SavedSearch]:
        """The searches kept in the tree and their groups, in the order of their positions."""
        return saved_searches.saved_searches(self._store)

    def new_search(
        self,
        name: str,
        query: str = "",
        sort: str = "relevance",
        group: str = "",
        *,
        is_group: bool = False,
    ) -> SavedSearch:
        """A search to be kept, or a group, for the end of its group; `apply` writes it."""
        store = self._store
        return saved_searches.new_search(store, name, query, sort, group, is_group=is_group)

    def save_search(
        self, name: str, query: str, sort: str = "relevance", group: str = ""
    ) -> SavedSearch:
        """Keep a search under a name."""
        made = self.new_search(name, query, sort, group)
        change = SearchChange(None, made)
        edits.apply(self._store, Edit("edit-search-saved", searches=(change,)))
        return made

    def count_search(self, uuid: str) -> SavedCount:
        """What a kept search finds, and what of it is new. Raises UserFault("search-missing")."""
        steps = self.count_steps(uuid)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    def count_steps(self, uuid: str) -> Generator[None, None, SavedCount]:
        """The same with pauses, so that it can be given up."""
        search = saved_searches.saved_search(self._store, uuid)
        before = saved_searches.opened(self._store, uuid)
        query = read_query(search.query, search.sort)
        index = self._search_index()
        uuids, problems, complete = yield from indexing.found(self._store, index, query)
        found = saved_searches.found_bytes(uuids)
        new = None if before is None else saved_searches.count_new(found, before)
        return SavedCount(len(uuids), new, found, complete, problems)

    def search_opened(self, uuid: str, found: bytes) -> None:
        """Keep what a search found when it was opened: nothing of that is new any more."""
        saved_searches.set_opened(self._store, uuid, found)

    # ---- as files

    def export_searches(self, target: Path, uuids: Collection[str] | None = None) -> Path:
        """Write kept searches to a file, all or some (a group: all in it); the path written.

        UserFault("search-export-empty") where there is none.
        """
        from storage.export.search_file import write_searches

        kept = self.saved_searches()
        wanted = {one.uuid for one in kept} if uuids is None else set(uuids)
        chosen = [one for one in kept if not one.is_group and {one.uuid, one.group} & wanted]
        if not chosen:
            raise UserFault("search-export-empty")
        groups = {one.uuid: one for one in kept if one.is_group}

        def place(search: SavedSearch) -> tuple[int, int]:
            group = groups.get(search.group)
            return (search.position, -1) if group is None else (group.position, search.position)

        return write_searches([*groups.values(), *sorted(chosen, key=place)], target)

    def incoming_searches(self, path: Path) -> list[SearchDraft]:
        """What a file of searches would bring in. Raises UserFault for one that is none."""
        from storage.export.search_file import read_searches

        return search_import.compared(self._store, read_searches(path))

    def import_searches(self, drafts: Sequence[SearchDraft], *, replacing: bool) -> Edit:
        """Take searches of a file in, as one step that can be taken back; the edit it was.

        `replacing`: those of the same name get the file's query; else both are kept.
        """
        with self._store.writing():
            edit = search_import.importing(self._store, drafts, replacing=replacing)
            return edits.apply(self._store, edit)

    def _search_index(self) -> SearchIndex:
        raise NotImplementedError
