"""The signature block: to the right, names centred over their date (GB/T 9704—2012, 7.3.5)."""

from __future__ import annotations

import pytest

from desktop.reading.look import Look
from storage.types import Block
from tests.desktop.page_lines import Line, lines_of
from tests.desktop.pages import of_blocks

pytestmark = pytest.mark.usefixtures("qapp")


def lines(*blocks: tuple[str, str], measure: int = 28) -> list[Line]:
    made = of_blocks(*(Block(kind, text, (1, 1)) for kind, text in blocks))
    return lines_of(made, Look(measure=measure))


def middle(line: Line) -> float:
    return (line.left + line.right) / 2


@pytest.mark.parametrize("measure", [22, 28, 42])
@pytest.mark.parametrize(
    "name", ["国务院", "霁川市人民政府", "霁川市人民政府办公室", "国家统计局霁川调查队"]
)
def test_the_name_is_centred_over_the_date_four_characters_from_the_edge(name: str, measure: int):
    issuer, date = lines(("signature", name), ("date", "2023年5月18日"), measure=measure)
    assert date.right == pytest.approx(measure - 4, abs=0.2)
    assert middle(issuer) == pytest.approx(middle(date), abs=0.2)


def test_a_long_name_keeps_two_characters_from_the_edge_and_moves_the_date():
    name = "霁川市高新技术产业开发区管理委员会党政办"
    issuer, date = lines(("signature", name), ("date", "2023年5月18日"))
    assert issuer.right == pytest.approx(26, abs=0.2)
    assert middle(issuer) == pytest.approx(middle(date), abs=0.2)
    assert date.right < 24


def test_joint_issuers_stand_below_each_other():
    found = lines(("signature", "国务院办公厅 中央军委办公厅"), ("date", "一九九六年六月二十九日"))
    assert [line.text for line in found][:2] == ["国务院办公厅", "中央军委办公厅"]
    assert {round(middle(line), 1) for line in found} == {round(middle(found[0]), 1)}


def test_a_post_and_a_name_stay_on_one_line():
    found = lines(("signature", "市长 李某某"), ("date", "2023年5月18日"))
    assert [line.text for line in found] == ["市长　李某某", "2023年5月18日"]


def test_several_signature_lines_are_one_block():
    found = lines(
        ("signature", "霁川市高新技术产业开发区"),
        ("signature", "管理委员会党政办公室"),
        ("date", "2023年5月18日"),
    )
    assert {round(middle(line), 1) for line in found} == {round(middle(found[0]), 1)}


def test_a_name_that_is_wider_than_the_page_is_set_in_lines():
    name = "霁川市推进数字政府建设和政务服务改革工作领导小组办公室"
    *names, date = lines(("signature", name), ("date", "2023年5月18日"), measure=22)
    assert len(names) == 2
    assert "".join(line.text for line in names) == name
    assert {round(middle(line), 1) for line in (*names, date)} == {round(middle(date), 1)}


def test_a_signature_without_a_date_keeps_from_the_edge():
    (issuer,) = lines(("signature", "（霁川市统计局）"))
    assert issuer.right == pytest.approx(26, abs=0.2)
