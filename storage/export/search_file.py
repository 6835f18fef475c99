"""Kept searches as a file, so that colleagues can share them.

A file `*.antou-searches.json` is JSON in UTF-8:

    {"format": "antou-searches", "version": 1,
     "searches": [{"name": "充电桩", "query": "充电桩 | 年=\\"2023\\"", "sort": "date",
                   "group": "督办"}]}

`searches` stand in the order of the tree. `query` is one line of the query language with its
narrowing (storage.narrowing), `sort` one of SORTS ("relevance" where it is left out), `group` a
group's name ("" or left out: none). What else stands in it is passed over. A later version that
cannot be read so has a higher `version`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from storage.errors import UserFault
from storage.export.files import write_whole
from storage.types import SORTS, SavedSearch, SearchDraft

SUFFIX = ".antou-searches.json"
_FORMAT = "antou-searches"
_VERSION = 1
_LARGEST = 8 * 1024 * 1024
_MOST = 2000
_LONGEST_NAME = 300
_LONGEST_QUERY = 20_000


def write_searches(searches: Sequence[SavedSearch], target: Path) -> Path:
    """Write kept searches in this order, their groups among them; the path that was written.

    Raises UserFault where folder, file or disk don't allow it.
    """
    names = {one.uuid: one.name for one in searches if one.is_group}
    told = {
        "format": _FORMAT,
        "version": _VERSION,
        "searches": [
            {
                "name": one.name,
                "query": one.query,
                "sort": one.sort,
                "group": names.get(one.group, ""),
            }
            for one in searches
            if not one.is_group
        ],
    }
    return write_whole(target, partial(_write, _to_json(told)))


def _write(data: bytes, file: BinaryIO) -> None:
    file.write(data)


def _to_json(told: object) -> bytes:
    """JSON that people can read; lone surrogates, which UTF-8 refuses, as \\uXXXX."""
    try:
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(told, indent=1) + "\n").encode()


def read_searches(path: Path) -> list[SearchDraft]:
    """The searches of a file in their order, each with its group's name.

    Raises UserFault: search-file-missing, -unreadable, -large, -no-json, -foreign, -newer,
    -broken (with the place of the first entry that is wrong), -many.
    """
    told = _json_of(path)
    if not isinstance(told, dict):
        raise UserFault("search-file-foreign", path=str(path))
    fields = cast(dict[str, Any], told)
    version = fields.get("version")
    if fields.get("format") != _FORMAT or not isinstance(version, int) or version < 1:
        raise UserFault("search-file-foreign", path=str(path))
    if version > _VERSION:
        raise UserFault("search-file-newer", path=str(path), version=version)
    listed: Any = fields.get("searches")
    if not isinstance(listed, list):
        raise UserFault("search-file-foreign", path=str(path))
    entries = cast(list[Any], listed)
    if len(entries) > _MOST:
        raise UserFault("search-file-many", path=str(path), count=len(entries), most=_MOST)
    return [_draft(path, place, entry) for place, entry in enumerate(entries, start=1)]


def _json_of(path: Path) -> object:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserFault("search-file-large", path=str(path))
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError as fault:
        raise UserFault("search-file-missing", path=str(path)) from fault
    except (OSError, ValueError) as fault:
        raise UserFault("search-file-unreadable", path=str(path)) from fault
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:  # not UTF-8, no JSON, nested without end
        raise UserFault("search-file-no-json", path=str(path)) from fault


def _draft(path: Path, place: int, entry: object) -> SearchDraft:
    fields = cast(dict[str, Any], entry) if isinstance(entry, dict) else {}
    name, query = _line(fields.get("name")), _line(fields.get("query"))
    sort, group = fields.get("sort", SORTS[0]), fields.get("group", "")
    fits = 0 < len(name) <= _LONGEST_NAME and 0 < len(query) <= _LONGEST_QUERY
    if not fits or sort not in SORTS or not isinstance(group, str) or len(group) > _LONGEST_NAME:
        raise UserFault("search-file-broken", path=str(path), place=place)
    return SearchDraft(name, query, sort, _line(group))


def _line(value: object) -> str:
    """A text on one line; "" for what is no text."""
    return " ".join(value.splitlines()).strip() if isinstance(value, str) else ""
