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


def test_the_number_before_the_title_on_one_line():
    notice = one(_with_text("柳水发【2022】7号关于保护古井的通知"))
    assert (notice.title, notice.number) == ("关于保护古井的通知", "柳水发〔2022〕7号")
    assert kinds(notice)[:3] == ["number", "title", "addressees"]


def test_the_head_of_minutes_is_not_their_title():
    notice = one(
        "柳堤市人民政府\n专题会议纪要\n\n〔2022〕7号\n\n柳堤市人民政府办公室    2022年3月4日\n\n"
        "关于研究古井保护工作的会议纪要\n\n3月2日，市长召开会议，研究古井保护工作。议定如下：\n一、抓紧施工。"
    )
    assert (notice.title, notice.number) == ("关于研究古井保护工作的会议纪要", "〔2022〕7号")
    assert (notice.issuer, notice.date) == ("柳堤市人民政府办公室", "2022-03-04")


def test_the_last_item_of_a_list_is_no_head():
    notice = one(
        _with_text("柳堤市水务局关于保护古井的通知").replace(
            "如下。",
            "如下：\n一、封闭古井\n（一）三月一日起，禁止取用井水；\n（二）行人须服从管理人员指挥。\n",
        )
    )
    assert [head.text for head in notice.outline] == ["一、封闭古井"]


def test_names_of_bodies_in_a_list_stay_apart():
    notice = one(
        _with_text("柳堤市水务局关于表彰先进的通知")
        + "附件\n先进单位名单\n一、先进单位\n柳堤彝族自治县柳河口镇人民政府\n古井区千帆镇人民政府\n"
    )
    assert [block.text for block in notice.blocks][-2:] == [
        "柳堤彝族自治县柳河口镇人民政府",
        "古井区千帆镇人民政府",
    ]


def test_a_government_that_announces():
    notice = one(
        "柳堤市人民政府拟征收土地公告\n(柳征告〔2022〕7号)\n一、征收目的\n根据法律的规定，拟征收土地。"
    )
    assert notice.issuer == "柳堤市人民政府"


def test_the_buttons_of_a_page_are_not_addressed():
    assert one(_with_text("朗读")).addressees == "各乡镇人民政府"


def test_a_joint_order_with_the_word_on_a_line_of_its_own():
    notice = one(
        "柳堤省水务厅\n柳堤省林业厅\n令\n\n第 4 号\n\n"
        "《古井办法》已经批准，现予发布，自2022年5月1日起施行。\n\n"
        "水务厅厅长：万重山\n林业厅厅长：千帆过\n\n2022年3月4日"
    )
    assert (notice.title, notice.number) == ("柳堤省水务厅柳堤省林业厅令", "第4号")
    assert (notice.issuer, notice.date) == ("柳堤省水务厅、柳堤省林业厅", "2022-03-04")


def test_what_an_order_decides_is_not_addressed_to_anyone():
    notice = one(
        "柳堤省水务厅令\n第4号\n"
        "《柳堤省水务厅关于修改〈古井办法〉的决定》已经会议通过，现予公布。\n厅长　万重山\n"
        "2022年3月4日\n柳堤省水务厅关于修改《古井办法》的决定\n为了保护古井，水务厅决定：\n一、第三条删去。\n"
    )
    assert notice.title == "柳堤省水务厅令"
    assert [part.title for part in notice.parts] == ["柳堤省水务厅关于修改《古井办法》的决定"]


def test_occasion_and_speaker_stand_above_a_speech():
    notice = one(
        "政府工作报告\n——2022年1月10日在柳堤县人民代表大会会议上\n县长  万重山\n\n各位代表：\n"
        "现在，我代表县人民政府，向大会报告工作。\n"
    )
    assert notice.addressees == "各位代表"
    assert kinds(notice) == ["title", "other", "other", "addressees", "paragraph"]


def test_an_attachment_announced_by_one_character():
    notice = one(
        _with_text("柳堤市水务局关于保护古井的通知").replace("如下。", "如下。\n附：古井名单")
        + "\n附：\n古井名单\n柳河井\n"
    )
    assert [attachment.name for attachment in notice.attachments] == ["古井名单"]
    assert [part.title for part in notice.parts] == ["古井名单"]


def test_the_written_decision_of_an_authority():
    notice = one(
        "柳堤市水务局行政处罚决定书\n柳水罚〔2022〕7号\n当事人：万重山\n本局决定处罚如下：罚款。"
    )
    assert (notice.title, notice.number) == ("柳堤市水务局行政处罚决定书", "柳水罚〔2022〕7号")
