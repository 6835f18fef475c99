"""Forms that official documents and web pages of other places have."""

from __future__ import annotations

import pytest

from tests.storage.parse.reading import kinds, one, parse

TEXT = """
各乡镇人民政府：
为保护古井，现将有关事项通知如下。
柳堤市水务局
2022年3月4日
"""


def _with_text(*head: str, foot: str = "") -> str:
    return "\n".join(head) + TEXT + foot


@pytest.mark.parametrize(
    "line",
    [
        "（2022年3月4日柳水发〔2022〕7号）",
        "（二〇二二年三月四日　柳水发〔2022〕7号）",
        "（柳水发〔2022〕7号　2022年3月4日）",
    ],
)
def test_number_and_date_in_one_pair_of_brackets(line: str):
    notice = one(f"柳堤市水务局关于保护古井的决定\n{line}\n\n为保护古井，作如下决定。")
    assert (notice.number, notice.date) == ("柳水发〔2022〕7号", "2022-03-04")


def test_number_and_date_before_the_first_words():
    notice = one(
        "柳堤市水务局关于保护古井的决定\n\n(2022年3月4日柳水发〔2022〕7号)  为保护古井，作决定。"
    )
    assert (notice.number, notice.date) == ("柳水发〔2022〕7号", "2022-03-04")
    assert [block.text for block in notice.blocks if block.kind == "paragraph"] == [
        "为保护古井，作决定。"
    ]


def test_a_page_that_prints_title_and_number_then_the_title_again():
    title = "柳堤市水务局关于保护古井的通知"
    notice = one(_with_text(title, "", "柳水发〔2022〕7号", "", title, ""))
    assert (notice.title, notice.number) == (title, "柳水发〔2022〕7号")
    assert notice.addressees == "各乡镇人民政府"


def test_fields_of_a_page_side_by_side():
    notice = one(
        _with_text(
            "柳堤市水务局关于保护古井的通知",
            "索引号:123/2022-5 发文日期:2022年03月05日 主题词: 文 号: 成文日期:",
            "",
            "柳水发〔2022〕7号",
        )
    )
    assert (notice.number, notice.addressees) == ("柳水发〔2022〕7号", "各乡镇人民政府")


def test_fields_of_a_page_parted_by_blanks_are_no_title():
    notice = one(
        _with_text(
            "索引号 123/2022-5 成文时间 2022-03-05",
            "发布机构 柳堤市水务局 组配分类 水务",
            "有效性 有效",
            "关于保护古井的通知",
            "分享",
        )
    )
    assert (notice.title, notice.addressees) == ("关于保护古井的通知", "各乡镇人民政府")


def test_a_number_above_a_text_without_title():
    notice = one(_with_text("柳水发〔2022〕7号"))
    assert (notice.title, notice.number) == ("", "柳水发〔2022〕7号")
    assert notice.addressees == "各乡镇人民政府"


def test_the_class_of_an_answer_is_not_its_title():
    notice = one(_with_text("关于对第15号提案的答复", "", "A类", "柳水函〔2022〕7号"))
    assert (notice.title, notice.genre) == ("关于对第15号提案的答复", "答复")
    assert notice.number == "柳水函〔2022〕7号"


def test_the_foot_of_a_site_ends_the_document():
    foot = "\n关于本站 | 网站声明 | 网站地图\n柳堤市水务局\n网站标识码:1234567890\n"
    notice = one(_with_text("柳堤市水务局关于保护古井的通知", foot=foot))
    assert kinds(notice)[-2:] == ["signature", "date"]


def test_who_signs_a_joint_order():
    notice = one(
        "柳堤省水务部令\n\n2022年第4号\n\n《古井办法》已经会议通过，现予公布，自公布之日起施行。\n\n"
        "部长　万重山\n林业部部长　千帆过\n\n2022年3月4日"
    )
    assert kinds(notice)[-3:] == ["signature", "signature", "date"]


def test_a_short_entry_of_the_contents_is_found():
    parsed = parse(
        "目录\n柳堤市人民政府关于疏浚柳河的通知（柳政发〔2022〕1号）……（1）\n任免事项……（3）\n\n"
        "柳堤市人民政府关于疏浚柳河的通知\n柳政发〔2022〕1号\n各乡镇人民政府：\n请抓紧疏浚。\n"
        "柳堤市人民政府\n2022年3月1日\n\n任 免 事 项\n\n万重山任市水务局局长。"
    )
    assert [n.title for n in parsed.notices][1:] == ["任免事项"]


def test_what_a_notice_issues_is_not_replaced_by_it():
    notice = one(
        "柳堤市水务局关于印发古井预案的通知\n柳水发〔2022〕7号\n各乡镇人民政府：\n"
        "现将《古井预案（试行）》印发给你们，原2007年印发的《古井预案》同时废止。"
    )
    assert [(r.type, r.target) for r in notice.relations] == [("supersedes", "古井预案")]


def test_traditional_characters():
    notice = one(
        "柳堤市人民政府關於保護古井的意見\n柳政發〔2022〕7號\n各縣人民政府：\n為保護古井，提出如下意見。"
    )
    assert (notice.genre, notice.issuer) == ("意见", "柳堤市人民政府")
