"""Indexes for the tests of search: built, asked, and healed as the library heals them."""

from __future__ import annotations

from storage.search import SearchIndex
from storage.types import Query
from tests.storage.search.texts import DICTIONARY, stored, view_of

NOTICES = [
    stored(f"n{number}", f"第{number}号通知", f"市工信局牵头{number}") for number in range(30)
]


def long_notices(count):
    """Notices each of which is a step of an update."""
    text = "市工信局" + "牵头的事项" * 12000
    return [stored(f"m{number}", "通知", text) for number in range(count)]


def build(folder, notices=NOTICES, revision=5, dictionary=DICTIONARY):
    index = SearchIndex(folder, "library", dictionary)
    list(index.update(notices, [], revision))
    return index


def ask(index, query, notices=NOTICES, pending=(), limit=50, deleted=(), marks=(), **more):
    """Search a library of these notices; `more` are choices and order."""
    return index.search(Query(query, **more), view_of(notices, pending, deleted, marks), limit)


def found(index, query, notices=NOTICES, pending=()):
    result = ask(index, query, notices, pending, limit=1000)
    return {one.summary.uuid for one in result.notices}


def files_of(folder):
    return [path for path in sorted((folder / "library").rglob("*")) if path.is_file()]


def heal(index, notices=NOTICES, revision=5):
    """What the library does: pass everything where the revision is 0."""
    if index.revision != revision:
        list(index.update(notices, [], revision))
    assert index.revision == revision
    assert found(index, "工信", notices) == {one.summary.uuid for one in notices}
