"""Versions of one text: what belongs together, what changed, what is no change."""

from __future__ import annotations

import time

import pytest

from storage.comparing.comparing import compare
from storage.types import Block, Notice
from storage.types.comparing import LEFT, RIGHT
from tests.storage.comparing.texts import RULES, check, made, rules, told


def table(*rows: str) -> Notice:
    return Notice("标题", 1, 9, blocks=(Block("table", "\n".join(rows), (1, 9)),))


def kinds(left: Notice, right: Notice) -> list[str]:
    comparison = compare(left, right)
    check(left, right, comparison)
    return [pair.kind for pair in comparison.pairs if pair.kind != "same"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("，", ","),
        ("（一）", "(一)"),
        ("第四条　供水", "第四条 供水"),
        ("2024年5月1日", "２０２４ 年 5 月\u30001 日"),
        ("云州市人民政府", "云州市\n人民政府"),
    ],
)
def test_white_space_width_and_brackets_are_no_change(old: str, new: str):
    left, right = rules(), rules((old, new))
    comparison = compare(left, right)
    check(left, right, comparison)
    assert {pair.kind for pair in comparison.pairs} == {"same"}
    assert comparison.differences == ()


def test_number_brackets_and_quotation_marks_of_another_shape_are_no_change():
    left = made([("number", "云政发〔2024〕5号"), ("paragraph", "落实“放管服”改革要求。")])
    right = made([("number", "云政发[2024]5 号"), ("paragraph", '落实"放管服"改革要求。')])
    assert kinds(left, right) == []


def test_an_inserted_article_renumbers_the_rest_without_colouring_it():
    blocks = [*RULES[:5], ("paragraph", "第四条　供水企业应当定期巡查供水设施。")]
    for number, other in (("四", "五"), ("五", "六"), ("六", "七"), ("七", "八")):
        blocks += [
            (kind, text.replace(f"第{number}条　", f"第{other}条　"))
            for kind, text in RULES[5:]
            if text.startswith(f"第{number}条") or (number == "五" and kind == "list_item")
        ]
    blocks = [(kind, text.replace("违反本办法第五条", "违反本办法第六条")) for kind, text in blocks]
    left, right = rules(), made([*blocks, RULES[-1]])
    comparison = compare(left, right)
    check(left, right, comparison)
    assert [one.kind for one in comparison.differences] == ["added"]
    assert comparison.spans(LEFT) == []
    added = [right.text[slice(*span)] for span in comparison.spans(RIGHT)]
    assert added == ["第四条　供水企业应当定期巡查供水设施。"]
    numbers = [right.text[slice(*span)] for span in comparison.spans(RIGHT, "number")]
    assert numbers == ["第五条", "第六条", "第七条", "第六条", "第八条"]


def test_a_reference_that_does_not_follow_the_numbering_is_a_change():
    left, right = rules(), rules(("违反本办法第五条", "违反本办法第四条"))
    assert told(left, right, compare(left, right)) == [("changed", "五", "四")]


def test_a_moved_paragraph_is_told_from_one_that_went():
    blocks = list(RULES)
    blocks.insert(1, blocks.pop(4))
    left, right = rules(), made(blocks)
    assert kinds(left, right) == ["moved"]


def test_a_paragraph_in_two_pieces_belongs_to_the_whole_one():
    kind, text = RULES[4]
    cut = [*RULES[:4], (kind, text[:19]), (kind, text[19:]), *RULES[5:]]
    assert kinds(rules(), made(cut)) == []
    assert kinds(made(cut), rules()) == []


def test_only_the_changed_row_of_a_table_is_changed():
    left = table("序号\t牵头单位\t时限", "1\t市财政局\t6月", "2\t市教育局\t8月", "3\t市民政局\t9月")
    right = table(
        "序号\t牵头单位\t时限",
        "1\t市财政局\t6月",
        "2\t市水务局\t7月",
        "3\t市教育局\t8月",
        "4\t市民政局\t10月",
    )
    comparison = compare(left, right)
    check(left, right, comparison)
    assert told(left, right, comparison) == [
        ("added", "", "2\t市水务局\t7月"),
        ("number", "2", "3"),
        ("number", "3", "4"),
        ("changed", "9", "10"),
    ]


def test_a_rewritten_article_of_the_same_number_stays_beside_the_old_one():
    left = rules()
    right = rules((RULES[5][1], "第四条　阶梯水价由发展改革部门拟定。"))
    comparison = compare(left, right)
    check(left, right, comparison)
    pair = next(pair for pair in comparison.pairs if pair.kind != "same")
    assert left.text[slice(*pair.left)] == RULES[5][1]
    assert right.text[slice(*pair.right)].startswith("第四条")


def test_a_run_of_new_paragraphs_is_one_difference():
    left, right = made(RULES[:3] + RULES[7:]), rules()
    comparison = compare(left, right)
    check(left, right, comparison)
    assert [one.kind for one in comparison.differences] == ["added"]
    assert right.text[slice(*comparison.differences[0].right)].startswith("第三条")


def test_the_other_side_is_found_from_every_place():
    left = rules()
    right = made([*RULES[:2], ("paragraph", "第二条　水价另行规定，另行公布。"), *RULES[2:]])
    comparison = compare(left, right)
    for words in ("为了加强", "计划用水", "组织实施", "非火警", "云州市人民政府"):
        here, there = left.text.index(words), right.text.index(words)
        assert comparison.counterpart(LEFT, here) == there
        assert comparison.counterpart(RIGHT, there) == here
    new = right.text.index("水价另行")
    before = comparison.counterpart(RIGHT, new)
    assert before is not None
    assert left.text[:before].endswith(RULES[1][1])


def test_texts_of_which_one_is_empty():
    empty = Notice("标题", 1, 1)
    left = rules()
    for one, other in ((empty, empty), (empty, left), (left, empty)):
        comparison = compare(one, other)
        check(one, other, comparison)
    assert compare(empty, left).counterpart(LEFT, 0) == 0
    assert len(compare(empty, left).differences) == 1


def test_two_long_texts_take_less_than_a_second():
    words = "根据市政府工作部署安排落实责任分工完善机制监督检查考核评估财政资金项目建设"
    blocks = [
        ("paragraph", "".join(words[(at * 7 + k * k) % len(words)] for k in range(100)) + "。")
        for at in range(200)
    ]
    changed = [
        (kind, text[:40] + "另行规定" + text[44:] if at % 3 else text)
        for at, (kind, text) in enumerate(blocks)
        if at % 17
    ]
    left, right = made(blocks), made(changed)
    assert len(left.text) > 20_000
    start = time.perf_counter()
    comparison = compare(left, right)
    assert time.perf_counter() - start < 1.0
    check(left, right, comparison)
