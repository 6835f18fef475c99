"""What hangs by its number: articles, short lists, attachments."""

from __future__ import annotations

import pytest

from desktop.reading.look import Look
from desktop.reading.styles import BlockStyle, char_format
from storage.types import Block
from tests.desktop.page_lines import Line, line_with, lines_of, page_of
from tests.desktop.pages import of_blocks

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "为深入实施创新驱动发展战略，加快建设科技强市，牢固树立新发展理念，促进全市经济高质量发展，"


def block(kind: str, text: str, level: int = 0) -> Block:
    return Block(kind, text, (1, 1), level)


def test_an_article_stands_out_by_its_number_and_its_clauses_are_indented_below():
    found = lines_of(
        of_blocks(
            block("paragraph", f"第一条　{LONG}制定本办法。"),
            block("paragraph", f"前款所称，{LONG}。"),
            block("heading", "第二章　附则", 1),
            block("paragraph", f"一般规定，{LONG}。"),
        )
    )
    article, clause, after = (line_with(found, words) for words in ("第一条", "前款", "一般"))
    assert [round(line.left) for line in (article, clause, after)] == [0, 4, 2]
    below = [found[found.index(line) + 1] for line in (article, clause, after)]
    assert [round(line.left) for line in below] == [2, 2, 0]


def test_an_articles_number_is_in_heiti_and_a_mention_of_an_article_is_no_article():
    made = of_blocks(block("paragraph", "第一条　甲。"), block("paragraph", "第三条规定的情形。"))
    document = page_of(made)
    number = next(iter(document.begin())).fragment()
    assert number.text() == "第一条"
    heiti = char_format(BlockStyle("heiti"), Look())
    assert number.charFormat().fontFamilies() == heiti.fontFamilies()
    mention = document.begin().next()
    assert next(iter(mention)).fragment().text().startswith("第三条规定的情形")


def test_short_items_hang_by_their_numbers_long_ones_are_paragraphs():
    short = [
        block("list_item", f"{at}.负责煤改电工作的组织协调，会同有关部门开展检查，及时通报。")
        for at in (1, 2)
    ]
    long = [block("list_item", f"（{sign}）{LONG * 4}") for sign in "一二"]
    found = lines_of(of_blocks(block("heading", "一、分工", 1), *short))
    first, second = found[1], found[2]
    assert first.text.startswith("1.")
    assert first.left == pytest.approx(2, abs=0.1)
    assert second.left == pytest.approx(first.left + _number(first), abs=0.1)
    plain = lines_of(of_blocks(block("heading", "一、分工", 1), *long))
    assert [round(line.left) for line in plain[1:3]] == [2, 0]


def test_items_with_paragraphs_between_them_are_paragraphs():
    text = "综合组负责重污染天气应急管理的日常工作，汇总上报工作动态，督促落实各项措施。"
    found = lines_of(
        of_blocks(
            block("list_item", f"（1）{text}"),
            block("paragraph", text),
            block("list_item", f"（2）{text}"),
        )
    )
    assert [round(line.left) for line in found] == [2, 0] * 3


def test_items_within_items_are_further_in():
    items = (
        block("list_item", "1.储罐应当符合下列规定："),
        block("list_item", "（1）进液管应当伸至罐底。"),
        block("list_item", "（2）出液管应当高于罐底。"),
        block("list_item", "2.卸车场地应当设接地装置。"),
    )
    found = lines_of(of_blocks(*items))
    assert [round(line.left) for line in found] == [2, 4, 4, 2]


@pytest.mark.parametrize("measure", [20, 28, 36])
def test_attachments_stand_below_each_other(measure: int):
    found = lines_of(
        of_blocks(
            block("attachments", f"附件：1.霁川市{'重点任务' * 8}分解表"),
            block("attachments", f"2.霁川市{'成员单位' * 8}名单"),
        ),
        Look(measure=measure),
    )
    first, second = line_with(found, "附件"), line_with(found, "2.")
    assert first.left == pytest.approx(2, abs=0.1)
    assert second.left == pytest.approx(5, abs=0.1)
    wrapped = [line for line in found if not line.text.startswith(("附件", "2."))]
    assert wrapped
    behind = second.left + _number(second)
    assert [line.left for line in wrapped] == pytest.approx([behind] * len(wrapped), abs=0.1)


def test_a_single_attachments_name_hangs_behind_the_word():
    found = lines_of(of_blocks(block("attachments", f"附件：霁川市{'重点任务' * 8}分解表")))
    assert [round(line.left) for line in found] == [2, 5]


def _number(line: Line) -> float:
    """How wide the number 2. is: what its line has more than characters of full width."""
    return line.right - line.left - (len(line.text) - 2)
