"""All that a search finds marked or tagged: told on the way, given up, the same as is listed."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.library import Library
from storage.types import Edit, Issue, Progress, TagsChange
from tests import factories

COUNT = 120
QUERIES = (
    "财政局",
    '"财政局"',
    "财政局 AND 煤矿",
    "财政局 OR 煤矿",
    "NOT 煤矿",
    "标题:通知",
    "年:2021..2023",
    "标签:重点",
    "没有这样的词",
    "AND (",
    "",
    "财政局 同段 专项资金",
    '财政局 OR 煤矿 | 年="2021"',
    ' | 年="2021"',
)


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Library]:
    """An issue with so many documents, "财政局" twice in each."""
    with factories.open_library(tmp_path) as opened:
        made = (factories.notice(f"第{at}件通知", f"云政发〔2023〕{at}号") for at in range(COUNT))
        factories.take_in(opened, *made)
        factories.run(opened.catch_up())
        yield opened


def listen(steps: Generator[Any, None, Edit]) -> tuple[list[Any], Edit]:
    """What a task tells on its way, and its result."""
    told: list[Any] = []

    def listening() -> Iterator[Any]:
        told.append((yield from steps))

    told[:0] = list(listening())
    return told[:-1], told[-1]


def drop_all(folder: Path) -> None:
    """Delete all issues, in another window."""
    with factories.open_library(folder) as other:
        for issue in other.issues():
            other.delete_issue(issue.id)


def test_it_is_told_how_many_documents_are_through(many: Library):
    told, edit = listen(many.marks_of_found("财政局", "green"))
    assert told[0] == Progress("marks-collecting")
    assert [(one.done, one.total) for one in told if one.done] == [(50, COUNT), (100, COUNT)]
    assert len(edit.marks) == 2 * COUNT
    assert {change.after.style for change in edit.marks} == {"green"}


def test_of_a_few_documents_nothing_is_told(many: Library):
    told, edit = listen(many.marks_of_found("标题:第7件 财政局", "green"))
    assert told == []
    assert len(edit.marks) == 3


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_given_up_it_leaves_nothing_behind(many: Library, steps: int):
    for given_up in (many.marks_of_found("财政局", "green"), many.tags_of_found("财政局", ["甲"])):
        for _ in range(steps):
            next(given_up, None)
        given_up.close()
    assert many.marks() == []
    assert many.notice_tags() == {}
    assert many.search("财政局").total_notices == COUNT


def test_what_another_window_deletes_meanwhile_is_left_out(many: Library, tmp_path: Path):
    marking, tagging = many.marks_of_found("财政局", "green"), many.tags_of_found("财政局", ["甲"])
    while next(marking).done < 50:
        pass
    next(tagging)
    drop_all(tmp_path)
    assert len({change.after.notice for change in listen(marking)[1].marks}) == 50
    assert listen(tagging)[1].size == 0


@pytest.fixture
def mixed(tmp_path: Path) -> Iterator[Library]:
    """Documents of which one is tagged, two are versions of one, and one is deleted."""
    with factories.open_library(tmp_path) as opened:
        factories.take_in(opened, factories.notice())
        for title, body, date in (
            ("另一份通知", ["财政局要安排专项资金。"], "2022-03-05"),
            ("关于煤矿的意见", ["煤矿安全。"], "2021-01-05"),
            ("不再要的", ["财政局已经办结。"], "2021-01-06"),
        ):
            made = factories.notice(title, None, body, date=date)
            factories.take_in(opened, made, issue=Issue())
        factories.run(opened.catch_up())
        known = {one.title: one for one in opened.notices()}
        opened.link_versions(known[factories.notice().title].uuid, known["另一份通知"].uuid)
        tagged = TagsChange(known["关于煤矿的意见"].uuid, (), ("重点",))
        opened.apply(Edit("edit-tags", notices=(tagged,)))
        opened.delete_issue(known["不再要的"].issue_id)
        yield opened


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize("query", QUERIES)
def test_what_the_search_lists_is_tagged(mixed: Library, query: str, behind: bool):
    if behind:
        new = factories.notice("新来的通知", None, ["财政局也管煤矿。"])
        factories.take_in(mixed, new, issue=Issue())
    else:
        factories.run(mixed.catch_up())
    edit = factories.run(mixed.tags_of_found(query, ["甲"]))
    listed = [one.summary.uuid for one in mixed.search(query, 1000).notices]
    assert sorted(change.notice for change in edit.notices) == sorted(listed)
    mixed.apply(edit)
    assert factories.run(mixed.tags_of_found(query, ["甲"])).size == 0


def test_of_versions_the_one_that_is_listed_is_tagged(mixed: Library):
    (found,) = mixed.search("专项资金").notices
    assert [one.title for one in found.others] == ["另一份通知"]
    (change,) = factories.run(mixed.tags_of_found("专项资金", ["甲"])).notices
    assert change.notice == found.summary.uuid
