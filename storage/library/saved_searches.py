"""The facade's side for kept searches: listed, kept, counted. Changes are edits (marks.py)."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from storage import indexing
from storage.db import edits, saved_searches
from storage.db.store import Store
from storage.narrowing import read_query
from storage.types import Edit, SavedCount, SavedSearch, SearchChange

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

    def _search_index(self) -> SearchIndex:
        raise NotImplementedError
