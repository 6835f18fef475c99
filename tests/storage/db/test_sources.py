"""Sources come back from the library as they were read, so that they can be recognised again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from storage.db.hint_json import pack_hints, unpack_hints
from storage.errors import UserFault
from storage.library import Library
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Issue, LineHint
from tests import factories
from tests.formats.docx_file import write_sample_docx
from tests.formats.pdf_file import write_sample_pdf
from tests.labels import SAMPLE

ALL = LineHint(7, True, 10.5, True, ("甲\n乙", "", "\ud800"), "page field")


@pytest.mark.parametrize(
    ("name", "write"), [("第2期.docx", write_sample_docx), ("第2期.pdf", write_sample_pdf)]
)
def test_a_source_is_recognised_again_as_at_first(
    library: Library, tmp_path: Path, name: str, write: Callable[[Path], object]
):
    write(tmp_path / name)
    read = read_source(tmp_path / name)
    assert any(read.hints)
    report = factories.run(library.import_file(tmp_path / name))
    kept = library.source(report.issue_id or 0)
    assert kept == replace(read, data=b"")
    again, first = parse_source(kept), parse_source(read)
    assert again == first
    assert again != parse_source(replace(kept, hints=()))
    stored = [library.notice(summary.uuid).notice for summary in library.notices()]
    assert list(again.notices) == stored


def test_a_text_without_hints_has_none(library: Library):
    (path, *_) = SAMPLE.glob("*.txt")
    report = factories.run(library.import_file(path))
    assert library.source(report.issue_id or 0) == replace(read_source(path), data=b"")
    assert library._store.rows("SELECT hints FROM sources") == [(None,)]


def test_the_source_of_a_notice_is_the_one_it_came_from(library: Library):
    made = factories.parsed(factories.notice("甲的通知", "甲〔2023〕1号"))
    other = factories.parsed(factories.notice("乙的通知", "乙〔2023〕2号"))
    first = factories.take_in_parsed(library, made, (ALL,))
    second = factories.take_in_parsed(library, other, (None,))
    assert first.issue_id == second.issue_id
    issue = first.issue_id or 0
    assert library.source(issue).hints == (None,)
    assert library.source(issue, first.notices[0].uuid).hints == (ALL,)
    # The first file once more: its row is taken up again, not doubled.
    factories.take_in_parsed(library, made, (ALL,))
    assert library.source(issue).hints == (ALL,)
    assert library._store.rows("SELECT count(*) FROM sources") == [(2,)]


def test_a_source_that_is_not_there_is_told(library: Library):
    for notice, key in ((None, "issue-missing"), ("none", "notice-missing")):
        with pytest.raises(UserFault) as caught:
            library.source(99, notice)
        assert caught.value.key == key


def test_damaged_hints_are_told(library: Library):
    made = factories.parsed(factories.notice(), issue=Issue())
    issue = factories.take_in_parsed(library, made, (ALL,)).issue_id or 0
    with library._store.writing():
        library._store.run("UPDATE sources SET hints = ?", [b"not compressed"])
    with pytest.raises(UserFault) as caught:
        library.source(issue)
    assert caught.value.key == "library-damaged"
    assert library.source_lines(issue)


def test_hints_come_back_whole():
    hints = (ALL, None, LineHint(), LineHint(page=0, cells=()), LineHint(size=0.1))
    assert unpack_hints(pack_hints(hints)) == hints
    assert (pack_hints(()), unpack_hints(None)) == (None, ())
