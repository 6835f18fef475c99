"""Paragraphs joined, cut and made of another kind; marks and outline follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Heading
from tests import factories
from tests.storage.correcting.hands import block_of, mark, text_of


def undo_all(library: Library, uuid: str) -> None:
    for each in reversed(library.corrections(uuid)):
        library.undo_correction(each.uuid)


def test_a_paragraph_is_joined_with_the_next(library: Library, uuid: str):
    before = library.notice(uuid)
    made = [mark(library, uuid, words) for words in ("通知如下", "各县（市、区）", "每季度")]
    number = block_of(library, uuid, "通知如下")
    library.join_blocks(before, number)
    notice = library.notice(uuid).notice
    assert "通知如下。各县（市、区）财政局" in notice.blocks[number].text
    assert notice.blocks[number].lines == (4, 5)
    assert notice.joins == ((4, 5),)
    for each in library.marks(uuid):
        assert (notice.text[each.start : each.end], each.state) == (each.quote, "sure")
    undo_all(library, uuid)
    assert library.notice(uuid) == before
    places = {each.uuid: each for each in library.marks(uuid)}
    for each in made:
        assert replace(places[each.uuid], changed="") == replace(each, changed="")


def test_latin_words_are_joined_with_a_blank(library: Library):
    uuid = (
        factories.take_in(library, factories.notice(paragraphs=["see PM", "two of it"]))
        .notices[0]
        .uuid
    )
    library.join_blocks(library.notice(uuid), block_of(library, uuid, "see PM"))
    assert "see PM two of it" in text_of(library, uuid)


def test_a_paragraph_is_cut_and_a_mark_over_the_cut_stays(library: Library, uuid: str):
    before = library.notice(uuid)
    made = mark(library, uuid, "日常督查，每季度")
    number = block_of(library, uuid, "日常督查")
    offset = before.notice.blocks[number].text.index("每季度")
    library.cut_block(before, number, offset)
    notice = library.notice(uuid).notice
    assert notice.blocks[number + 1].text.startswith("每季度向")
    (now,) = library.marks(uuid)
    assert (now.quote, now.state) == ("日常督查，\n每季度", "sure")
    undo_all(library, uuid)
    assert library.notice(uuid) == before
    assert library.marks(uuid)[0].quote == made.quote


def test_a_cut_says_where_the_second_half_stands_in_the_source(library: Library):
    from storage.types import Block

    plain = factories.notice(paragraphs=[])
    broken = Block("paragraph", "前一句话说完了。后一句话在下一行。", (20, 21))
    made = replace(plain, blocks=(*plain.blocks, broken), end_line=21, joins=((20, 21),))
    source = factories.source_of(factories.parsed(made))
    lines = ["" for _ in range(19)] + ["前一句话说完了。", "后一句话在下一行。"]
    source = replace(source, lines=tuple(lines))
    from storage.db import importing

    parsed = factories.parsed(made)
    report = factories.run(importing.import_parsed(library._store, "公报.txt", source, parsed, 1))
    uuid = report.notices[0].uuid
    number = block_of(library, uuid, "前一句话")
    library.cut_block(library.notice(uuid), number, len("前一句话说完了。"))
    notice = library.notice(uuid).notice
    assert [block.lines for block in notice.blocks[number:]] == [(20, 20), (21, 21)]
    assert notice.joins == ()


def test_a_paragraph_becomes_a_heading_and_no_heading_again(library: Library, uuid: str):
    before = library.notice(uuid)
    number = block_of(library, uuid, "市工业和信息化局负责")
    made = mark(library, uuid, "每季度")
    assert made.path == "一、总体要求"
    library.set_kind(before, number, "heading", 2)
    notice = library.notice(uuid).notice
    assert (notice.blocks[number].kind, notice.blocks[number].level) == ("heading", 2)
    assert notice.outline[1] == Heading(6, 2, notice.blocks[number].text)
    assert library.marks(uuid)[0].path.startswith("一、总体要求 / 市工业和信息化局")
    library.set_kind(library.notice(uuid), block_of(library, uuid, "二、任务"), "paragraph", 0)
    assert len(library.notice(uuid).notice.outline) == 2
    undo_all(library, uuid)
    assert library.notice(uuid) == before
    assert library.marks(uuid)[0].path == made.path


def test_a_paragraph_becomes_the_head_of_a_part(library: Library, uuid: str):
    number = block_of(library, uuid, "二、任务分工")
    library.set_kind(library.notice(uuid), number, "part_title", 0)
    notice = library.notice(uuid).notice
    assert [part.title for part in notice.parts] == ["二、任务分工"]
    assert notice.outline[-1].level == 0


def test_what_cannot_be_done_is_refused(library: Library, uuid: str):
    seen = library.notice(uuid)
    table = block_of(library, uuid, "牵头单位")
    last = len(seen.notice.blocks) - 1
    text = seen.notice.blocks[0].text
    tries = {
        "correction-join-last": lambda: library.join_blocks(seen, last),
        "correction-join-table": lambda: library.join_blocks(seen, table),
        "correction-cut-table": lambda: library.cut_block(seen, table, 3),
        "correction-cut-blank": lambda: library.cut_block(seen, 0, len(text)),
        "correction-kind-table": lambda: library.set_kind(seen, table, "paragraph", 0),
        "correction-kind-unknown": lambda: library.set_kind(seen, 0, "heading", 7),
        "correction-no-cell": lambda: library.correct_cell(seen, table, (9, 9), "", "甲"),
    }
    for key, attempt in tries.items():
        with pytest.raises(UserFault) as caught:
            attempt()
        assert caught.value.key == key
    assert library.notice(uuid) == seen
    assert library.corrections() == []


def test_two_windows_do_not_join_the_same_paragraph_twice(library: Library, uuid: str):
    seen = library.notice(uuid)
    number = block_of(library, uuid, "通知如下")
    library.join_blocks(seen, number)
    with pytest.raises(UserFault) as caught:
        library.join_blocks(seen, number)
    assert caught.value.key == "correction-elsewhere"
