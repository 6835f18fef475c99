"""`antou searches`: the kept searches listed, run, and shared as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.cli.describe import one_line
from storage.cli.search_command import search_library
from storage.cli.session import FINE, NOTHING, Session
from storage.errors import UserFault
from storage.library import Library
from storage.narrowing import read_query
from storage.types import SavedSearch, SearchDraft


@dataclass(frozen=True, slots=True)
class SearchesWish:
    """The arguments and options of `antou searches`."""

    action: str
    values: Sequence[str]
    json: bool
    limit: int
    replace: bool
    preview: bool


def searches(session: Session, wish: SearchesWish) -> int:
    """Do what the action says."""
    if wish.action == "list":
        if wish.values:
            raise UserFault("cli-too-many", words=" ".join(wish.values), command="searches list")
        return _list(session, as_json=wish.json)
    if not wish.values:
        raise UserFault(f"cli-searches-{wish.action}-what")
    if wish.action == "run":
        return _run(session, " ".join(wish.values), wish)
    path = Path(wish.values[0])
    if wish.action == "export":
        return _export(session, path, wish.values[1:])
    return _import(session, path, wish)


def _list(session: Session, *, as_json: bool) -> int:
    with session.open_library() as library:
        kept = library.saved_searches()
        if kept:
            session.bring_index_up_to_date(library)
        groups = {one.uuid: one.name for one in kept if one.is_group}
        counts = {one.uuid: library.count_search(one.uuid) for one in kept if not one.is_group}
    if as_json:
        session.output.json(
            [
                {
                    "search": one.uuid,
                    "name": one.name,
                    "query": one.query,
                    "sort": one.sort,
                    "group": groups.get(one.group, ""),
                    "notices": counts[one.uuid].total,
                    "new": counts[one.uuid].new,
                }
                for one in kept
                if not one.is_group
            ]
        )
        return FINE
    if not kept:
        session.say("cli-searches-none")
    for group in ("", *groups):
        if group:
            session.output.line(f"【{one_line(groups[group])}】")
        for one in kept:
            if not one.is_group and (one.group if one.group in groups else "") == group:
                _print(session, one, counts[one.uuid].total, counts[one.uuid].new or 0)
    return FINE


def _print(session: Session, search: SavedSearch, total: int, new: int) -> None:
    key = "cli-searches-line-new" if new else "cli-searches-line"
    name, query = one_line(search.name), one_line(search.query)
    session.say(key, name=name, query=query, count=total, new=new)


def _find(library: Library, session: Session, name: str) -> SavedSearch | None:
    """The search of a name or of the beginning of its id; it says where there is none."""
    kept = library.saved_searches()
    found = [one for one in kept if one.name == name] or [
        one for one in kept if len(name) >= len("1f3a9c") and one.uuid.startswith(name)
    ]
    if not found:
        session.complain(UserFault("cli-searches-unknown", name=one_line(name)))
        return None
    return found[0]


def _run(session: Session, name: str, wish: SearchesWish) -> int:
    with session.open_library() as library:
        search = _find(library, session, name)
    if search is None or search.is_group:
        if search is not None:
            session.complain(UserFault("cli-searches-group", name=one_line(name)))
        return NOTHING
    query = read_query(search.query, search.sort)
    return search_library(session, query, wish.limit, as_json=wish.json, with_facets=False)


def _export(session: Session, path: Path, names: Sequence[str]) -> int:
    with session.open_library() as library:
        found = [_find(library, session, name) for name in names]
        chosen = [one.uuid for one in found if one is not None]
        if len(chosen) < len(found):
            return NOTHING
        written = library.export_searches(path, chosen if names else None)
    session.say("cli-searches-exported", path=written)
    return FINE


def _import(session: Session, path: Path, wish: SearchesWish) -> int:
    """Take a file's searches in, or tell what would come in."""
    if len(wish.values) > 1:
        raise UserFault("cli-too-many", words=" ".join(wish.values[1:]), command="searches import")
    with session.open_library() as library:
        drafts = library.incoming_searches(path)
        for draft in drafts:
            _print_draft(session, draft, replacing=wish.replace)
        if wish.preview:
            return FINE
        edit = library.import_searches(drafts, replacing=wish.replace)
    count = sum(not change.after.is_group for change in edit.searches)
    session.say("cli-searches-imported", count=count)
    return FINE


def _print_draft(session: Session, draft: SearchDraft, *, replacing: bool) -> None:
    key = {
        "": "cli-searches-new",
        "same": "cli-searches-same",
        "other": "cli-searches-replaced" if replacing else "cli-searches-apart",
    }[draft.known]
    session.say(key, name=one_line(draft.name), query=one_line(draft.query))
