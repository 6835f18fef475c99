"""Which notices of two sources are one document, which are asked about, and which are not."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from storage.db.kinship import LIKELY, NONE, SURE, kinship
from storage.db.known import as_known
from storage.db.notices import pack
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Notice
from tests import factories
from tests.shared_texts import all_texts, needs_shared
from tests.storage.db.test_identity import LONG, as_text

KNOWN = factories.notice(paragraphs=LONG)
ORDER = replace(KNOWN, title="云州市人民政府令", number="第41号")


def told(one: Notice, other: Notice) -> str:
    first, second = (as_known(pack(each)) for each in (one, other))
    assert kinship(first, second) == kinship(second, first)
    return kinship(first, second)


@pytest.mark.parametrize(
    "other",
    [
        KNOWN,
        factories.changed_text(KNOWN, "抓好", "切实抓好"),
        as_text(KNOWN, 0.15),
        replace(KNOWN, number="云政发[2023] 12号", title=KNOWN.title.replace("的", " 的")),
        replace(KNOWN, title="云州市人民政府关于加快充电椿建设的通知", issuer=None),
        replace(KNOWN, title="关于加快充电桩建设的通知"),
        replace(KNOWN, date=None),
        replace(KNOWN, date="2023-07"),
    ],
)
def test_one_number_and_nearly_one_text_is_one_document(other: Notice):
    assert told(KNOWN, other) == SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # 令第41号 is one document where issuer, title and date agree, too.
        (ORDER, ORDER),
        (replace(KNOWN, number=None), replace(KNOWN, number=None)),
    ],
)
def test_one_head_without_a_full_number_is_one_document(one: Notice, other: Notice):
    assert told(one, other) == SURE


@pytest.mark.parametrize(
    "other",
    [
        # A print that leaves the attachments out.
        as_text(KNOWN, 0.5),
        # The same number read with another date, or below another title.
        replace(KNOWN, date="2023-07-08"),
        replace(KNOWN, title="云州市新能源汽车设施三年行动计划"),
    ],
)
def test_what_is_only_likely_is_asked(other: Notice):
    assert told(KNOWN, other) == LIKELY


def test_two_appointments_of_one_day_without_number_are_asked_about_at_most():
    first = factories.notice("任免通知", None, [f"任命第{n}人为副局长。" for n in range(20)])
    second = factories.changed_text(first, "副局长", "处长")
    assert told(first, second) == LIKELY
    assert told(first, factories.changed_text(first, "任命第", "决定免去职务的是")) == NONE


@pytest.mark.parametrize(
    "other",
    [
        # The same title alone, the same text alone.
        replace(KNOWN, number="云政发〔2024〕12号", date="2024-07-05"),
        replace(KNOWN, number=None, date=None),
        replace(KNOWN, title="另一份", number="云政办发〔2023〕12号", issuer="市局"),
        # The notice that forwards it.
        replace(KNOWN, title="云州市人民政府办公室转发市发展改革委关于加快充电桩建设的通知"),
        replace(KNOWN, title="云州市人民政府关于印发加快充电桩建设方案的通知"),
        # Amended: its old number, another date, some other words.
        replace(as_text(KNOWN, 0.1), date="2025-01-01"),
    ],
)
def test_others_are_never_one(other: Notice):
    assert told(KNOWN, other) == NONE


def test_an_order_of_another_city_with_the_same_number_is_another_one():
    other = replace(ORDER, issuer="霁川市人民政府", title="霁川市人民政府令")
    assert told(ORDER, other) == NONE
    assert told(replace(ORDER, date=None), replace(other, date=None)) == NONE


def test_titles_alone_link_nothing():
    bare = replace(KNOWN, number=None, date=None, issuer=None)
    assert told(bare, bare) == NONE


@needs_shared
def test_of_all_pairs_of_shared_texts_just_the_true_ones_are_found():
    """The issue built from single documents has each of them once more; no others are twice."""
    read = [
        (path, as_known(pack(notice)))
        for path in all_texts()
        for notice in parse_source(read_source(path)).notices
    ]
    pairs = [(one, other) for one, other in combinations(read, 2) if one[0] != other[0]]
    found = [pair for pair in pairs if kinship(pair[0][1], pair[1][1]) != NONE]
    built = {
        notice.number
        for path, notice in read
        if path.parent.name == "gazettes" and "g2" in path.name
    }
    assert {one[1].number for one, _ in found} == built
    assert len(found) == len(built)
    for one, other in found:
        assert kinship(one[1], other[1]) == SURE
        assert one[1].title == other[1].title
