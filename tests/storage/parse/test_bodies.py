"""Attachments, parts, heads, paragraphs, relations, validity: what stands in a notice."""

from __future__ import annotations

import pytest

from tests.storage.parse.reading import covered, kinds, one


def test_attachments_in_numeric_order_and_left_out_ones():
    notice = covered(
        "请认真落实。\n\n附件：1.任务分工表\n2.2022年重点\n项目清单（略）\n3.联系人名单",
    )
    assert [(a.name, a.omitted) for a in notice.attachments] == [
        ("任务分工表", False),
        ("2022年重点项目清单", True),
        ("联系人名单", False),
    ]


def test_a_printed_attachment_is_a_part():
    notice = covered(
        "请认真落实。\n\n附件：河道清理任务表",
        behind="附件\n\n河道清理任务表\n\n序号\t河段\t期限\n1\t柳河\t5月底",
    )
    assert [(part.title, part.line) for part in notice.parts] == [("河道清理任务表", 15)]
    table = next(block for block in notice.blocks if block.kind == "table")
    assert table.rows == (("序号", "河段", "期限"), ("1", "柳河", "5月底"))
    assert table.text == "序号\t河段\t期限\n1\t柳河\t5月底"


def test_the_enclosed_plan_follows_the_cover():
    notice = covered(
        "现将《柳堤市清河行动方案（2022—2024年）》印发给你们。",
        subject="印发柳堤市清河行动方案（2022—2024年）",
        behind="柳堤市清河行动方案\n（2022—2024年）\n\n一、总体要求\n\n清理全部河道。",
    )
    assert [part.title for part in notice.parts] == ["柳堤市清河行动方案（2022—2024年）"]
    assert notice.date == "2022-03-04"


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第一章　总则", 1),
        ("一、总体要求", 1),
        ("1　总则", 1),
        ("（一）加强组织领导", 2),
        ("（一）加强组织领导。各县（区）要落实责任，确保完成任务。", 2),
        ("1.1　编制目的", 2),
        ("1.摸清底数", 3),
        ("1.1.1　工作组", 3),
        ("（一）负责登记的机关；", None),
        ("1.各县（区）要在5月底前完成普查，按时报送。", None),
        ("第三，各县（区）要抓好落实。", None),
        ("2020年以来的工作", None),
        ("1.5万元以下的项目", None),
    ],
)
def test_levels_of_heads(line: str, level: int | None):
    notice = covered(f"现就有关事项通知如下。\n\n{line}\n\n各县（区）要认真抓好普查工作的落实。")
    found = [head.level for head in notice.outline if head.line == 9]
    assert found == ([] if level is None else [level])


def test_items_below_an_article_are_no_heads():
    notice = covered(
        "请遵照执行。",
        subject="印发柳堤市渡口管理办法",
        behind=(
            "柳堤市渡口管理办法\n\n第一章　总则\n\n第一条　渡口分为：\n\n（一）公益渡口\n\n"
            "（二）经营渡口\n\n第二条　依照本办法\n第一条的规定设置渡口。"
        ),
    )
    assert [(head.line, head.level) for head in notice.outline] == [
        (13, 0),
        (15, 1),
        (17, 2),
        (23, 2),
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("各县（区）要加强河道管理，明确责任，落实", "经费，确保河道畅通。", True),
        ("各县（区）要加强河道管理。", "市水务局要开展检查。", False),
        ("一、加强河道管理", "各县（区）要明确责任。", False),
        (
            "（一）加强河道管理，明确管理责任，市水务局要会同市财政局落实管护经费，建立稳定的",
            "投入机制。",
            True,
        ),
        ("第二条　本办法适用于本市行政区域内河道的整治、", "利用和保护。", True),
        ("组　长：万重山　副市长", "副组长：千帆过　市水务局局长", False),
        ("联系人：万重山", "联系电话：000000", False),
    ],
)
def test_broken_paragraphs(first: str, second: str, joined: bool):
    notice = covered(f"现将事项通知如下。\n\n{first}\n\n{second}")
    assert ((9, 11) in notice.joins) is joined
    words = (first + second).replace("\u3000", " ")
    assert any(words == block.text for block in notice.blocks) is joined


def test_words_printed_twice_at_a_page_join_are_shown_once():
    notice = covered("各县（区）要切实加强河道管理工作，认真落实管理\n\n落实管理责任。")
    assert any("认真落实管理责任。" in block.text for block in notice.blocks)


def test_a_paragraph_goes_on_below_a_page_number_and_a_running_head():
    notice = covered(
        "各县（区）要切实加强河道管理工作，认真落实管护\n\n— 12 —\n\n"
        "柳堤市人民政府公报　2022年第3期\n\n经费。"
    )
    assert any("认真落实管护经费。" in block.text for block in notice.blocks)


def test_two_woven_columns_are_put_in_order():
    notice = one(
        """
        柳堤市船舶管理规定
        柳政发〔2021〕4号
        第一条　为加强船舶管理，制定本规定。
        第二条　本规定适用于在本市水域航行、停泊和作业的
        第五条　船舶所有人应当按照规定配备救生
        各类船舶。
        设备，并定期检查。
        第三条　市交通运输局负责船舶管理。
        """
    )
    texts = [block.text for block in notice.blocks]
    assert "第二条 本规定适用于在本市水域航行、停泊和作业的各类船舶。" in texts
    assert "第五条 船舶所有人应当按照规定配备救生设备，并定期检查。" in texts


@pytest.mark.parametrize(
    ("sentence", "effective", "years"),
    [
        ("本通知自2022年5月1日起施行，有效期5年。", "2022-05-01", 5),
        ("本通知自二〇二二年五月一日起执行，有效期至2025年底。", "2022-05-01", None),
        ("本通知自印发之日起施行，有效期两年。", "on_issue", 2),
        ("本通知自公布之日起实施，试行期6个月。", "on_issue", 0.5),
        ("本通知自发布之日起30日后施行。", None, None),
        ("取得许可证的企业，许可证有效期为3年。", None, None),
        ("《柳堤市渡口办法》自2020年1月1日起施行以来，成效明显。", None, None),
        ("新系统自2022年5月1日起上线运行。", None, None),
    ],
)
def test_validity(sentence: str, effective: str | None, years: float | None):
    notice = covered(f"现将有关事项通知如下。\n\n{sentence}")
    assert (notice.effective, notice.validity_years) == (effective, years)


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        (
            "《柳堤市渡口办法》（柳政发〔2010〕3号）同时废止。",
            [("supersedes", "柳政发〔2010〕3号")],
        ),
        ("2010年公布的《柳堤市渡口办法》同时废止。", [("supersedes", "柳堤市渡口办法")]),
        ("柳政发〔2010〕3号文件同时废止。", [("supersedes", "柳政发〔2010〕3号")]),
        ("废止《柳堤市渡口办法》（柳政发〔2010〕3号）。", [("repeals", "柳政发〔2010〕3号")]),
        (
            "将《柳堤市渡口办法》（柳政发〔2010〕3号）第三条修改为：“渡口由市人民政府设置。”",
            [("amends", "柳政发〔2010〕3号")],
        ),
        ("根据《柳堤市渡口办法》（柳政发〔2010〕3号），制定本办法。", []),
        ("各县（区）应当及时废止与本通知不符的文件。", []),
    ],
)
def test_relations(sentence: str, relations: list[tuple[str, str]]):
    notice = covered(f"现将有关事项通知如下。\n\n{sentence}")
    assert [(r.type, r.target) for r in notice.relations] == relations


def test_the_kinds_of_a_whole_notice_in_reading_order():
    notice = covered("一、总体要求\n\n清理河道。\n\n（一）明确责任；\n\n附件：任务表（略）")
    assert kinds(notice) == [
        "title",
        "number",
        "addressees",
        "heading",
        "paragraph",
        "list_item",
        "attachments",
        "signature",
        "date",
    ]
