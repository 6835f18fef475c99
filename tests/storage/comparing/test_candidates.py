"""Which notices are offered to be read beside another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.comparing.candidates import likely, names_of
from storage.types import Issue, NoticeSummary, Part, Relation, StoredNotice
from tests.storage.comparing.texts import made

RULES = "云州市城市供水用水管理办法"


def stored(title: str, uuid: str, **fields: object) -> StoredNotice:
    notice = made([("title", title)], title, **fields)
    summary = NoticeSummary(uuid, 1, 0, title, notice.number, None, None, None, None, Issue(), True)
    return StoredNotice(summary, notice)


def reasons(open_one: StoredNotice, *others: StoredNotice) -> list[tuple[str, str]]:
    summaries = [one.summary for one in (open_one, *others)]
    return [(one.uuid, one.reason) for one in likely(open_one, summaries, others)]


def test_the_same_title_of_another_year_is_a_version():
    this = stored("云州市人民政府关于做好2023年防汛工作的通知", "a")
    other = stored("云州市人民政府关于做好2024年防汛工作的通知", "b")
    far = stored("云州市人民政府关于表彰先进集体的决定", "c")
    assert reasons(this, far, other) == [("b", "version")]


def test_a_similar_title_comes_behind_versions():
    this = stored("云州市人民政府关于加强城市供水管理工作的通知", "a")
    like = stored("云州市人民政府关于加强城市供水用水管理工作的通知", "b")
    same = stored("云州市人民政府 关于加强城市供水管理工作的通知", "c")
    assert reasons(this, like, same) == [("c", "version"), ("b", "similar")]


@pytest.mark.parametrize(
    ("kind", "said", "said_back"),
    [
        ("amends", "amends", "amended"),
        ("repeals", "repeals", "repealed"),
        ("supersedes", "supersedes", "superseded"),
    ],
)
def test_what_one_says_of_the_other_counts_most(kind: str, said: str, said_back: str):
    old = stored("云州市人民政府令", "a", parts=(Part(RULES, 1),))
    new = stored("云州市人民政府公告", "b", relations=(Relation(kind, RULES, 1),))
    assert reasons(new, old) == [("a", said)]
    assert reasons(old, new) == [("b", said_back)]


def test_an_amending_title_is_enough():
    old = stored(RULES, "a")
    new = stored(f"云州市人民政府关于修改《{RULES}》的决定", "b")
    assert reasons(old, new) == [("b", "amended")]


def test_names_to_search_for_hold_no_quotation_marks_and_no_short_words():
    one = stored("关于推进“高效办成一件事”深化“放管服”改革的通知", "a", number="云政发〔2024〕9号")
    found = names_of(one)
    assert found[0] == "云政发〔2024〕9号"
    assert not any(mark in name for name in found for mark in "“”")
    assert names_of(stored("通知", "b")) == []


def test_the_notice_itself_is_never_offered():
    one = stored(RULES, "a")
    assert reasons(one) == []
    assert likely(one, [one.summary, replace(one.summary)], [one]) == []
