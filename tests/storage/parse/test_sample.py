"""The sample gazette, whole: what a new user sees first is read without a fault."""

from __future__ import annotations

import re

import pytest

from storage.parse import parse_source
from storage.types import ParsedSource, SourceText
from tests.labels import LABELS, SAMPLE, differences, labels_of, source_of

ISSUE = SAMPLE / "霁川市人民政府公报2024年第2期.txt"
SINGLE = SAMPLE / "霁政办发〔2024〕20号.txt"


@pytest.fixture(scope="module")
def issue_source() -> SourceText:
    """The sample issue as read."""
    return source_of(ISSUE)


@pytest.fixture(scope="module")
def issue(issue_source: SourceText) -> ParsedSource:
    """The sample issue as recognised."""
    return parse_source(issue_source)


def test_the_sample_is_a_real_gazette_in_size() -> None:
    text = "".join(ISSUE.read_text(encoding="utf-8").split())
    assert len(text) >= 12_000


def test_the_sample_is_read_as_labelled(issue: ParsedSource, issue_source: SourceText) -> None:
    labels = labels_of(LABELS / "sample.json")
    assert differences(labels, issue, issue_source.lines) == {}


def test_the_tables_of_the_sample_have_their_cells(issue: ParsedSource) -> None:
    plan = next(notice for notice in issue.notices if notice.number == "霁政发〔2024〕6号")
    table = next(block for block in plan.blocks if block.rows is not None)
    assert table.rows is not None
    assert table.rows[0] == ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")
    assert table.rows[-1][4] == "长期坚持"
    assert len(table.rows) == 8


def test_the_documents_of_the_sample_cite_each_other(issue: ParsedSource) -> None:
    numbers = {notice.number for notice in issue.notices}
    cited = set(
        re.findall(r"霁[^（《》）\s]+〔2024〕\d+号", "".join(n.text for n in issue.notices))
    )
    assert {"霁政发〔2024〕6号", "霁政办发〔2024〕9号"} <= cited <= numbers


def test_the_single_document_of_the_sample_is_read_as_labelled() -> None:
    source = source_of(SINGLE)
    labels = labels_of(LABELS / "sample_single.json")
    assert differences(labels, parse_source(source), source.lines) == {}
