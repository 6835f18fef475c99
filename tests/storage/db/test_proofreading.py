"""What the proof view is told of a source: its lines, and what became of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types.proofreading import CONTENTS, LEFT_OUT
from tests import factories
from tests.formats.pdf_file import write_sample_pdf
from tests.labels import SAMPLE


@pytest.fixture
def sample(library: Library) -> Library:
    factories.run(library.import_file(next(iter(sorted(SAMPLE.glob("*期.txt"))))))
    return library


def test_each_line_is_in_a_document_or_it_is_said_why_not(sample: Library):
    notices = sample.notices()
    source = sample.proof_source(notices[0].uuid)
    assert [one.uuid for one in source.notices] == [one.uuid for one in notices]
    assert source.lines == sample.source_lines(notices[0].issue_id)
    assert not source.has_pictures
    assert source.is_current
    shown: set[int] = set()
    for one in notices:
        for block in sample.notice(one.uuid).notice.blocks:
            shown.update(range(block.lines[0], block.lines[1] + 1))
    for at, line in enumerate(source.lines, 1):
        assert not line.strip() or at in shown or at in source.unshown
    assert CONTENTS in source.unshown.values()
    assert LEFT_OUT not in source.unshown.values()


def test_a_line_that_no_document_shows_any_more_is_left_out(sample: Library):
    keep, gone = (one.uuid for one in sample.notices()[:2])
    before = sample.proof_source(keep)
    place = next(one for one in before.notices if one.uuid == gone)
    sample.merge_notices(keep, gone)
    after = sample.proof_source(keep)
    assert after.notice_at(place.start) is None
    assert after.unshown[place.start] in (LEFT_OUT, CONTENTS)
    assert before.holds(gone)
    assert not after.holds(gone)


def test_a_pdf_has_pages_and_pictures(library: Library, tmp_path: Path):
    file = write_sample_pdf(tmp_path / "第2期.pdf")
    factories.run(library.import_file(file))
    notice = library.notices()[0]
    source = library.proof_source(notice.uuid)
    assert source.has_pictures
    assert source.page(1) == 1
    assert source.page(len(source.lines)) == max(source.pages) > 3
    start = next(one.start for one in source.notices if one.uuid == notice.uuid)
    assert source.page(start) >= 2
    assert set(source.unshown.values()) >= {"running head", "page number"}
    assert library.source_file(source.id) == file.read_bytes()


def test_bytes_that_were_not_kept_are_none(sample: Library):
    source = sample.proof_source(sample.notices()[0].uuid)
    assert sample.source_file(source.id) is None  # its lines are these bytes
    assert sample.source_file(9999) is None


def test_what_is_missing_is_said(sample: Library):
    with pytest.raises(UserFault) as fault:
        sample.proof_source("none")
    assert fault.value.key == "notice-missing"
    uuid = sample.notices()[0].uuid
    sample._store.db.conn.execute("PRAGMA foreign_keys = OFF")
    sample._store.db.conn.execute("DELETE FROM sources")
    with pytest.raises(UserFault) as fault:
        sample.proof_source(uuid)
    assert fault.value.key == "kept-source-missing"
