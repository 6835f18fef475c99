"""Whatever happens to versions, what was said of them holds, and a search counts them once."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Issue
from tests import factories
from tests.storage.db.test_identity import LONG

_ISSUES = [Issue("云州市人民政府公报", 2023, n) for n in (1, 2, 3)] + [Issue()]
_DOCUMENTS = [
    factories.notice(f"关于第{n}件事的通知", f"云政发〔2023〕{n}号", LONG) for n in (1, 2)
]
_EXPECTED = ("version-itself", "version-alone", "versions-apart", "version-is-main")
_WORD = "职责分工"


class History:
    """Steps by chance, and what the user has said of pairs."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library = library
        self.chance = Random(seed)
        self.apart: set[frozenset[str]] = set()

    def step(self) -> None:
        steps = (self.take_in, self.take_in, self.delete, self.link, self.unlink, self.part)
        steps += (self.choose, self.catch_up, self.move, self.merge)
        try:
            self.chance.choice(steps)()
        except UserFault as fault:
            if fault.key not in _EXPECTED:
                raise

    def some(self) -> str:
        return self.chance.choice([one.uuid for one in self.library.notices()] or [""])

    def take_in(self) -> None:
        known = self.chance.choice(_DOCUMENTS)
        text = factories.changed_text(known, "抓好", self.chance.choice(["抓好", "切实抓好", "抓"]))
        factories.take_in(self.library, text, issue=self.chance.choice(_ISSUES))

    def delete(self) -> None:
        if self.library.issues():
            self.library.delete_issue(self.chance.choice(self.library.issues()).id)

    def link(self) -> None:
        one, other = self.some(), self.some()
        if one:
            self.library.link_versions(one, other)
            self.forget(one)

    def forget(self, uuid: str) -> None:
        """What was said of two that were made one by hand holds no longer, gone ones too."""
        rows = self.library._store.rows(
            "SELECT uuid FROM versions WHERE family = (SELECT family FROM versions WHERE uuid = ?)",
            [uuid],
        )
        family = {row[0] for row in rows}
        self.apart = {pair for pair in self.apart if not pair <= family}

    def unlink(self) -> None:
        uuid = self.some()
        if uuid:
            family = self.family(uuid)  # those that are gone are kept apart as well
            self.library.unlink_version(uuid)
            self.apart |= {frozenset((uuid, other)) for other in family if other != uuid}

    def part(self) -> None:
        one, other = self.some(), self.some()
        if one != other:
            self.library.keep_apart(one, other)
            self.apart.add(frozenset((one, other)))

    def choose(self) -> None:
        uuid = self.some()
        if uuid:
            self.library.choose_main_version(uuid)
            assert self.family(uuid)[0] == uuid

    def move(self) -> None:
        uuid = self.some()
        if uuid:
            mark = self.library.new_mark(uuid, 0, 4)
            moved = self.library.move_marks_to_main(uuid)
            assert mark.uuid in {change.after.uuid for change in moved.edit.marks}

    def merge(self) -> None:
        one, other = self.some(), self.some()
        if one != other:
            self.library.merge_notices(one, other)
            self.forget(one)

    def catch_up(self) -> None:
        factories.run(self.library.catch_up())

    def family(self, uuid: str) -> list[str]:
        return [version.summary.uuid for version in self.library.versions(uuid)]

    def check(self) -> None:
        families = self.library.families()
        members = [uuid for family in families for uuid in family]
        known = {one.uuid for one in self.library.notices()}
        assert len(members) == len(set(members))
        assert set(members) <= known
        assert all(len(family) > 1 for family in families)
        for family in families:
            assert self.family(family[-1]) == family
            pairs = {frozenset((one, other)) for one in family for other in family}
            assert not pairs & self.apart
        hidden = {uuid for family in families for uuid in family[1:]}
        result = self.library.search(_WORD)
        assert {one.summary.uuid for one in result.notices} == known - hidden
        assert result.total_notices == len(known - hidden)


@pytest.mark.parametrize("seed", range(8))
def test_in_any_order(library: Library, seed: int):
    history = History(library, seed)
    for _ in range(60):
        history.step()
        history.check()
    marks = [replace(mark, changed="") for mark in library.marks()]
    assert len({mark.uuid for mark in marks}) == len(marks)
