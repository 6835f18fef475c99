"""The searches that are kept in the tree, their groups, and the changes that a user makes there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from storage.types.searching import QueryProblem


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A kept search, or a group of them (`is_group`, without a query).

    `query` is one line of the query language with the narrowing behind it (storage.narrowing),
    `sort` one of SORTS. `group` is the uuid of the group that it stands in, "" at the top; groups
    stand at the top only. `position` orders what stands in one group. `deleted` is a moment or
    None.
    """

    uuid: str
    name: str
    query: str = ""
    created: str = ""
    sort: str = "relevance"
    is_group: bool = False
    group: str = ""
    position: int = 0
    deleted: str | None = None


@dataclass(frozen=True, slots=True)
class SearchChange:
    """One kept search or group as it was (`before`, None where it is new) and as it became."""

    before: SavedSearch | None
    after: SavedSearch

    @property
    def inverse(self) -> SearchChange:
        """The change that takes this one back; a new one becomes a deleted one."""
        before = self.before or replace(self.after, deleted=self.after.created)
        return SearchChange(self.after, before)


@dataclass(frozen=True, slots=True)
class SavedCount:
    """What a kept search finds: how many notices, and how many new ones among them.

    `found` tells which, for `Library.search_opened`. `new` is None where it was never told.
    `complete` is false while the search index lacks notices that are not looked through;
    `problems` tell what had to be mended in the query.
    """

    total: int
    new: int | None
    found: bytes
    complete: bool = True
    problems: tuple[QueryProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchDraft:
    """A search out of a file, on its way into the library; `group` is the group's name.

    `known` says what the library has under its name: "" for nothing, "same", or "other".
    """

    name: str
    query: str
    sort: str = "relevance"
    group: str = ""
    known: str = ""
