"""The head card: as high as its words need, never cut where there is room for a line more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.panels.few_lines import FewLines
from desktop.panels.head_card import HeadCard, told_title
from storage.types import Block, Part
from tests.desktop.pages import stored
from tests.factories import notice

ISSUER = "云州市高新技术产业开发区管理委员会党政办公室"


def card(qtbot, width: int) -> HeadCard:
    made = HeadCard()
    qtbot.addWidget(made)
    made.show_notice(stored(notice(title="关于加快充电桩建设的通知", issuer=ISSUER)))
    made.resize(width, 200)
    made.show()
    return made


@pytest.mark.parametrize("width", [1200, 700, 480])
def test_nothing_is_cut_in_common_windows(qtbot, width: int):
    made = card(qtbot, width)
    lines = made.details.lines(made.details.width())
    assert "…" not in "".join(lines)
    shown = "".join(lines)
    for part in ("云政发〔2023〕12号", ISSUER, "2023-07-05", "市政府文件"):
        assert part in shown
    assert made.details.heightForWidth(made.details.width()) <= made.details.height()


def test_parts_stay_whole_and_the_card_grows(qtbot):
    wide, narrow = card(qtbot, 1200), card(qtbot, 480)
    assert len(wide.details.lines(wide.details.width())) == 1
    assert len(narrow.details.lines(narrow.details.width())) > 1
    assert narrow.heightForWidth(480) > wide.heightForWidth(1200)


def test_a_very_long_text_ends_in_an_ellipsis_and_is_whole_in_the_tip(qtbot):
    label = FewLines(2)
    qtbot.addWidget(label)
    words = "关于加快充电桩建设的通知" * 20
    label.show_parts([words])
    lines = label.lines(300)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert label.toolTip() == words


def test_an_order_has_what_it_issues_with_its_title():
    order = replace(notice(title="云州市人民政府令"), parts=(Part("云州市 充电桩管理办法", 9),))
    assert told_title(order) == "云州市人民政府令　云州市 充电桩管理办法"
    block = Block("paragraph", "现公布《云州市充电桩管理办法》，自公布之日起施行。", (3, 3))
    assert told_title(replace(order, parts=(), blocks=(block,))) == (
        "云州市人民政府令　《云州市充电桩管理办法》"
    )
    assert told_title(notice()) == notice().title
