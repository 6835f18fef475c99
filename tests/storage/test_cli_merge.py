"""`antou import` asks whether two notices are one; `antou merge` is the answer."""

from __future__ import annotations

import re

import pytest

from tests.storage.command_line import SAMPLES, CommandLine

(SINGLE,) = [path for path in SAMPLES if "20号" in path.name]
COMMAND = re.compile(r"antou merge ([0-9a-f]{8}) ([0-9a-f]{8})")


@pytest.fixture
def antou(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture
def asked(antou, tmp_path):
    """What the import of a corrected copy asked: the ids to keep and to remove."""
    antou("import", SINGLE)
    assert antou("mark", "霁政办发〔2024〕20号", "充电", "--occurrence", "1").status == 0
    copy = tmp_path / "更正.txt"
    text = SINGLE.read_text(encoding="utf-8").replace("应当", "应该")
    copy.write_text(f"{text}\n", encoding="utf-8")
    answer = antou("import", copy)
    assert answer.status == 0, answer.errors
    found = COMMAND.search(answer.out)
    assert found, answer.out
    return found.groups()


def test_the_printed_command_merges(antou, asked):
    answer = antou("merge", *asked)
    assert (answer.status, answer.errors) == (0, "")
    assert f"已合并，转入标注 1 条：{asked[0]}" in answer.out
    (left,) = antou.notices()
    assert left["notice"].startswith(asked[0])
    assert len(antou("search", "充电", "--json").json) == 1


def test_merging_speaks_english(antou, asked):
    assert "Merged, 1 marks moved" in antou("merge", *asked, language="en").out


def test_unknown_notices_and_the_same_one(antou, asked):
    assert antou("merge", asked[0], "无此号").status == 1
    answer = antou("merge", asked[0], asked[0])
    assert (answer.status, "不能与自己合并" in answer.errors) == (2, True)
    assert antou("merge", asked[0]).status == 2
    assert len(antou.notices()) == 2


def test_a_number_that_both_bear_lists_their_ids(antou, asked):
    answer = antou("merge", "霁政办发〔2024〕20号", asked[1])
    assert answer.status == 1
    assert all(key in answer.errors for key in asked)


def test_marks_that_want_a_look_are_listed(antou, tmp_path):
    antou("import", SINGLE)
    for words in ("开展拉网式排查，建立问题隐患", "特急"):
        assert antou("mark", "霁政办发〔2024〕20号", words).status == 0
    text = SINGLE.read_text(encoding="utf-8").replace("拉网式", "地毯式").replace("特急\n", "")
    copy = tmp_path / "更正.txt"
    copy.write_text(text, encoding="utf-8")
    found = COMMAND.search(antou("import", copy).out)
    answer = antou("merge", *found.groups())
    to_check, unplaced = answer.out.split("有 1 处标注在新文本里找不到位置")
    assert "有 1 处标注的位置待核对" in to_check
    assert "“开展拉网式排查，建立问题隐患”" in to_check
    assert "“特急”" in unplaced
