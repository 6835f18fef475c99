"""Whatever happens to a library, no mark is lost and none stands on other words."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from storage.text import squeeze, text_hash
from storage.types import Block, Issue, Mark, Notice
from tests import factories

SENTENCES = st.lists(
    st.sampled_from(
        [
            "市财政局安排专项资金。",
            "市工信局负责督查。",
            "市 财政局 要安排专项资金。",
            "各县\u3000人民政府抓好落实。",
            "本通知自公布之日起施行，原有规定与本通知不一致的，以本通知为准，有效期五年。",
            "𠮷县\ud800与㐂县。",
        ]
    ),
    min_size=1,
    max_size=7,
)
ISSUES = st.sampled_from([factories.ISSUE, Issue("云州公报", 2024, 1), Issue()])


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    """Two notices' heads, and texts that grow and shrink."""
    title = draw(st.sampled_from(["关于甲的通知", "关于乙的通知"]))
    texts = [title, *draw(SENTENCES)]
    blocks = tuple(Block("paragraph", text, (line, line)) for line, text in enumerate(texts, 1))
    return Notice(title, 1, len(texts), number="云发〔2023〕1号", blocks=blocks)


class Histories(RuleBasedStateMachine):
    """Imports, marks, deletions and what undoes them, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = factories.open_library(self.folder)
        self.made: dict[str, Mark] = {}

    def teardown(self) -> None:
        self.library.close()
        shutil.rmtree(self.folder)

    @rule(some=st.lists(notices(), min_size=1, max_size=3), issue=ISSUES)
    def take_in(self, some: list[Notice], issue: Issue) -> None:
        before = {mark.uuid: mark for mark in self.library.marks()}
        report = factories.take_in(self.library, *some, issue=issue)
        assert report.added + report.updated + report.unchanged == len(report.notices)
        for state, told in (("unplaced", report.unplaced), ("check", report.to_check)):
            newly = {
                mark.uuid
                for mark in self.library.marks(states=[state])
                if before[mark.uuid].state != state
            }
            assert newly <= {mark.uuid for mark in told}

    @precondition(lambda self: self.library.notices())
    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        summary = data.draw(st.sampled_from(self.library.notices()))
        text = self.library.notice(summary.uuid).notice.text
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        mark = self.library.new_mark(summary.uuid, start, end, quote=text[start:end])
        self.made[mark.uuid] = mark

    @precondition(lambda self: self.made)
    @rule(data=st.data(), note=st.text(max_size=5))
    def save_an_old_view(self, data: st.DataObject, note: str) -> None:
        old = self.made[data.draw(st.sampled_from(sorted(self.made)))]
        (stored,) = [mark for mark in self.library.marks() if mark.uuid == old.uuid]
        saved = self.library.save_mark(replace(old, note=note))
        assert note in saved.note  # whoever wrote later: neither loses a word
        assert stored.note in saved.note
        if note in stored.note:
            assert saved.note == stored.note

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def delete_and_restore(self, data: st.DataObject) -> None:
        uuid = data.draw(st.sampled_from(sorted(self.made)))
        self.library.delete_mark(uuid)
        self.library.restore_mark(uuid)

    @precondition(lambda self: self.library.issues())
    @rule(data=st.data())
    def delete_an_issue(self, data: st.DataObject) -> None:
        self.library.delete_issue(data.draw(st.sampled_from(self.library.issues())).id)

    @precondition(lambda self: len(self.library.notices()) > 1)
    @rule(data=st.data())
    def merge_two(self, data: st.DataObject) -> None:
        found = [summary.uuid for summary in self.library.notices()]
        keep, gone = data.draw(st.permutations(found))[:2]
        moving = self.library.marks(gone)
        report = self.library.merge_notices(keep, gone)
        assert report.moved == len(moving)
        assert {mark.uuid for mark in moving} <= {mark.uuid for mark in self.library.marks(keep)}
        assert gone not in {summary.uuid for summary in self.library.notices()}

    @rule()
    def open_again(self) -> None:
        self.library.close()
        self.library = factories.open_library(self.folder, create=False)

    @invariant()
    def every_mark_is_there_with_its_own_words(self) -> None:
        marks = {mark.uuid: mark for mark in self.library.marks()}
        assert marks.keys() == self.made.keys()
        known = {summary.uuid for summary in self.library.notices()}
        for uuid, mark in marks.items():
            assert squeeze(mark.quote) == squeeze(self.made[uuid].quote)
            if mark.notice in known and mark.state != "unplaced":
                text = self.library.notice(mark.notice).notice.text
                assert mark.text_hash == text_hash(text)
                assert 0 <= mark.start < mark.end <= len(text)
                if mark.state != "check":
                    assert text[mark.start : mark.end] == mark.quote

    @invariant()
    def the_file_is_sound(self) -> None:
        store = self.library._store
        assert store.rows("PRAGMA foreign_key_check") == []
        for issue in self.library.issues():
            positions = [summary.position for summary in self.library.notices(issue.id)]
            assert positions == list(range(issue.notice_count))
            assert self.library.source_lines(issue.id)


Histories.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
test_histories = Histories.TestCase
