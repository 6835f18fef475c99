"""Notices that change, come and go; and any query is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.search.indexes import NOTICES, ask, build, found, heal
from tests.storage.search.texts import stored

ROOT = Path(__file__).resolve().parents[3]


def test_changed_and_deleted_notices_are_followed(tmp_path):
    index = build(tmp_path)
    changed = [stored("n0", "改题", "市人社局牵头"), stored("new", "新文件", "市工信局")]
    list(index.update(changed, ["n1", "n2", "never there"], 6))
    library = [*changed, *NOTICES[3:]]
    assert index.revision == 6
    assert found(index, "工信", library) == {one.summary.uuid for one in library} - {"n0"}
    assert found(index, "人社", library) == {"n0"}
    assert ask(index, '"工信"', library).total_hits == 28
    list(index.update(NOTICES[:3], ["new"], 7))
    heal(index, NOTICES, 7)


def test_pending_notices_shadow_what_the_index_has(tmp_path):
    index = build(tmp_path)
    pending = [stored("n0", "改题", "市人社局牵头"), stored("new", "新文件", "市工信局")]
    library = [*pending, *NOTICES[1:]]
    result = ask(index, "工信", library, pending, limit=100)
    assert {one.summary.uuid for one in result.notices} == {one.summary.uuid for one in library} - {
        "n0"
    }
    assert (result.total_notices, result.total_hits) == (30, 30)
    assert found(index, "人社", library, pending) == {"n0"}


def test_a_pending_notice_that_changes_again_is_read_again(tmp_path):
    index = build(tmp_path)
    for text, word in (("市工信局", "工信"), ("市人社局", "人社"), ("市工信局", "工信")):
        pending = [stored("new", "题", text)]
        assert found(index, f'"{word}"', pending, pending) == {"new"}
        assert found(index, word, pending, pending) == {"new"}
        assert found(index, "民政", pending, pending) == set()


def test_a_notice_deleted_and_back_again_is_found(tmp_path):
    index = build(tmp_path)
    back = stored("n0", "第0号通知", "市工信局")
    library = [back, *NOTICES[1:]]
    result = ask(index, "工信", library, [back], 100, deleted=["n0"])
    assert {one.summary.uuid for one in result.notices} == {one.summary.uuid for one in library}
    list(index.update([back], ["n0"], 6))
    assert "n0" in found(index, "工信", [back])


def test_notices_gone_from_the_library_are_left_out(tmp_path):
    index = build(tmp_path)
    result = ask(index, "工信", NOTICES[5:], limit=1000)
    assert (len(result.notices), result.total_notices, result.total_hits) == (25, 25, 25)
    told = ask(index, "工信", NOTICES[5:], limit=3, deleted=["n0", "n1", "n2"])
    assert len(told.notices) == 3
    assert told.total_notices <= 27


def test_a_text_that_changed_unnoticed_shows_its_real_places(tmp_path):
    index = build(tmp_path)
    library = [stored("n0", "改题", "前移几个字，市工信局和县工信局"), *NOTICES[1:]]
    result = ask(index, "工信", library, limit=1000)
    texts = {one.summary.uuid: one.notice.text for one in library}
    assert all(
        texts[one.summary.uuid][hit.start : hit.end] == "工信"
        for one in result.notices
        for hit in one.hits
    )
    assert sum(len(one.hits) for one in result.notices) == 31


@pytest.mark.parametrize(
    "query",
    [
        "市" * 10_000,
        "工 信 " * 5000,
        "\ud800",
        "😀",
        "\x00\x01",
        "*",
        "NEAR(",
        "AND",
        "-",
        "^a",
        "a*b",
    ]
    + ['"' * 999, "“" * 999, "〔2020〕1号", "(" * 5000, "工信\u200b"],
)
def test_any_query_is_answered(tmp_path, query):
    index = build(tmp_path)
    result = ask(index, query, NOTICES)
    assert result.query == query


def test_an_index_that_learnt_from_few_notices_learns_anew_once(tmp_path):
    index = build(tmp_path)
    library = [*NOTICES, *(stored(f"m{n}", "通知", f"市工信局{n}") for n in range(300))]
    list(index.update(library[30:], [], 6))
    assert index.revision == 0  # the library then passes everything
    heal(index, library, 6)
    library += [stored(f"x{n}", "通知", f"市工信局{n}") for n in range(600)]
    list(index.update(library[330:], [], 7))
    assert index.revision == 7
    assert found(index, "工信", library) == {one.summary.uuid for one in library}
