"""Where notices start, and what stands at their heads and feet."""

from __future__ import annotations

import pytest

from tests.storage.parse.reading import kinds, one, parse


@pytest.mark.parametrize(
    ("text", "title", "number"),
    [
        pytest.param(
            """
            柳堤市人民政府
            关于修建防洪堤的决定
            柳政发〔2021〕3号
            各县（区）人民政府：
            为保障防洪安全，作如下决定。
            """,
            "柳堤市人民政府关于修建防洪堤的决定",
            "柳政发〔2021〕3号",
            id="issuer on a line of its own",
        ),
        pytest.param(
            """
            ## **柳堤市人民政府办公室**
            ## **关于印发柳堤市**
            ## **节水方案的通知**

            柳政办发[2021] 14 号

            各县（区）人民政府：
            现将方案印发给你们。
            """,
            "柳堤市人民政府办公室关于印发柳堤市节水方案的通知",
            "柳政办发〔2021〕14号",
            id="markdown and odd brackets",
        ),
        pytest.param(
            """
            机密★1年
            特急
            柳堤市人民政府文件
            柳政发〔2021〕8号      签发人：万重山
            柳堤市人民政府关于柳河大桥通车的请示
            省人民政府：
            柳河大桥已经建成，拟于近期通车。
            """,
            "柳堤市人民政府关于柳河大桥通车的请示",
            "柳政发〔2021〕8号",
            id="red head above the title",
        ),
        pytest.param(
            """
            柳堤省人民政府令

            第 12 号

            《柳堤省古井保护办法》已经会议通过，现予公布，自2020年7月1日起施行。
            """,
            "柳堤省人民政府令",
            "第12号",
            id="order",
        ),
        pytest.param(
            """
            柳堤省人民政府令第380号

            《柳堤省古井保护办法》已经会议通过，现予公布。
            """,
            "柳堤省人民政府令",
            "第380号",
            id="order and number on one line",
        ),
        pytest.param(
            """
            柳堤市公安局
            公　告
            2021年第2号
            现将有关事项公告如下：
            一、柳河大桥禁止货车通行。
            """,
            "柳堤市公安局公告",
            "2021年第2号",
            id="announcement",
        ),
        pytest.param(
            """
            柳国税务总局关于渡口税收有关事项的公告
            柳国税务总局公告2023年第15号
            为规范渡口税收，现就有关事项公告如下：
            """,
            "柳国税务总局关于渡口税收有关事项的公告",
            "柳国税务总局公告2023年第15号",
            id="announcement with its body in the number",
        ),
        pytest.param(
            """
            柳堤市人民代表大会常务委员会公告
            〔七届〕第12号
            《柳堤市古树保护条例》已经通过，现予公布，自2020年8月1日起施行。
            """,
            "柳堤市人民代表大会常务委员会公告",
            "〔七届〕第12号",
            id="announcement of a congress",
        ),
        pytest.param(
            """
            柳堤市水务局关于加强水井管理的通知　　柳水发〔2023〕9号
            各县（区）水务局：
            请加强水井管理。
            """,
            "柳堤市水务局关于加强水井管理的通知",
            "柳水发〔2023〕9号",
            id="number behind the title",
        ),
        pytest.param(
            """
            柳堤市水务局关于加强水井管理的通知
            柳水发2023〕9号
            各县（区）水务局：
            请加强水井管理。
            """,
            "柳堤市水务局关于加强水井管理的通知",
            "柳水发〔2023〕9号",
            id="number that lost a bracket",
        ),
        pytest.param(
            """
            柳堤市水务局
            柳水函〔2021〕33号
            签发人：万重山
            对市政协九届一次会议第102号提案的答复
            江一帆委员：
            您提出的建议收悉。
            """,
            "对市政协九届一次会议第102号提案的答复",
            "柳水函〔2021〕33号",
            id="signer between number and title",
        ),
        pytest.param(
            """
            柳堤市支持船舶工业若干措施
            （试行）
            柳政发〔2021〕30号
            为支持船舶工业发展，制定以下措施。
            """,
            "柳堤市支持船舶工业若干措施（试行）",
            "柳政发〔2021〕30号",
            id="bracket below the title",
        ),
    ],
)
def test_title_and_number(text: str, title: str, number: str):
    notice = one(text)
    assert (notice.title, notice.number) == (title, number)


def test_signature_date_and_next_issuer_follow_each_other():
    parsed = parse(
        """
        柳堤市人民政府办公室
        关于清理河道的通知
        柳政办发〔2021〕5号
        各县（区）人民政府：
        请于5月底前清理河道。
        柳堤市人民政府办公室
        2021年4月1日
        柳堤市人民政府办公室
        关于疏浚港口的通知
        柳政办发〔2021〕6号
        市港口局：
        请于6月底前疏浚港口。
        柳堤市人民政府办公室
        2021年4月2日
        """
    )
    assert [(n.start_line, n.end_line) for n in parsed.notices] == [(1, 7), (8, 14)]
    assert [n.date for n in parsed.notices] == ["2021-04-01", "2021-04-02"]


def test_notices_without_a_number():
    parsed = parse(
        """
        柳堤市人民代表大会常务委员会关于批准市级决算的决议
        （2020年6月28日柳堤市第七届人民代表大会常务委员会第五次会议通过）
        会议决定批准2019年市级决算。

        柳堤市公安局
        关于柳河大桥限行的通告
        自2020年7月1日起，柳河大桥限行。
        柳堤市公安局
        2020年6月30日

        大 事 记
        （2020年6月）
        4日　市政府召开常务会议。
        """
    )
    assert [(n.title, n.start_line, n.date) for n in parsed.notices] == [
        ("柳堤市人民代表大会常务委员会关于批准市级决算的决议", 1, "2020-06-28"),
        ("柳堤市公安局关于柳河大桥限行的通告", 5, "2020-06-30"),
        ("大事记（2020年6月）", 11, None),
    ]


def test_quoted_numbers_start_nothing():
    notice = one(
        """
        柳堤市水务局关于加强水井管理的通知
        柳水发〔2021〕5号
        各县（区）水务局：
        根据《柳堤市人民政府办公室关于加强水井管理的通知》
        （柳政办发〔2020〕35号）
        要求，现就有关事项通知如下：
        一、开展普查。
        柳堤市水务局
        2021年4月1日
        """
    )
    assert notice.number == "柳水发〔2021〕5号"


def test_a_forwarded_report_is_a_part_and_not_a_notice():
    notice = one(
        """
        柳堤市人民政府办公室转发市水务局关于水井普查情况报告的通知
        柳政办发〔1996〕7号
        各县（区）人民政府：
        市水务局《关于水井普查情况的报告》已经市人民政府同意，现转发给你们。
        柳堤市人民政府办公室
        一九九六年二月五日
        关于水井普查情况的报告
        市人民政府：
        现将普查情况报告如下。
        柳堤市水务局
        一九九六年一月二十日
        """
    )
    assert (notice.issuer, notice.date) == ("柳堤市人民政府办公室", "1996-02-05")
    assert [(part.title, part.line) for part in notice.parts] == [("关于水井普查情况的报告", 7)]


@pytest.mark.parametrize(
    ("signature", "issuer"),
    [
        ("柳堤市财政局\n柳堤市教育局", "柳堤市财政局、柳堤市教育局"),
        ("柳堤市财政局　　柳堤市教育局", "柳堤市财政局、柳堤市教育局"),
        ("柳堤市柳河新区\n管理委员会办公室", "柳堤市柳河新区管理委员会办公室"),
        ("柳 堤 市 财 政 局", "柳堤市财政局"),
        ("柳堤市人民政府\n办公室", "柳堤市人民政府办公室"),
    ],
)
def test_signatures(signature: str, issuer: str):
    text = (
        "关于发放补助的通知\n\n柳财发〔2021〕2号\n\n各县（区）财政局：\n\n请抓紧发放。\n\n"
        f"{signature}\n二〇二一年二月三日"
    )
    notice = one(text)
    assert (notice.issuer, notice.date) == (issuer, "2021-02-03")


def test_the_foot_of_a_red_head_document():
    notice = one(
        """
        柳堤市人民政府文件
        柳政发〔2021〕8号
        柳堤市人民政府关于柳河通航的通知
        各县（区）人民政府：
        柳河自5月起通航。
        柳堤市人民政府
        2021年4月28日
        （此件公开发布）
        抄送：市委各部门，市人大常委会办公室。
        柳堤市人民政府办公室　　2021年4月30日印发
        """
    )
    assert notice.date == "2021-04-28"
    assert kinds(notice)[-5:] == ["signature", "date", "remark", "copies_to", "printed_by"]


def test_a_web_page_gives_its_document_only():
    parsed = parse(
        """
        首页 > 政务公开 > 文件
        索 引 号： 000001/2021-00007
        发文机构： 柳堤市人民政府办公室
        成文日期： 2021年03月09日
        发文字号： 柳政办发〔2021〕3号
        柳堤市人民政府办公室关于保护白鹭的通知
        【字体：大 中 小】【打印】
        柳政办发〔2021〕3号
        各县（区）人民政府：
        为保护白鹭及其栖息地，现就有关事项通知如下，请认真贯彻落实，确保各项措施落到实处。
        柳堤市人民政府办公室
        2021年3月9日
        扫一扫在手机打开当前页
        版权所有：柳堤市人民政府
        """
    )
    assert [(n.start_line, n.end_line) for n in parsed.notices] == [(6, 12)]
    assert {item.line for item in parsed.furniture} == {1, 2, 3, 4, 5, 7, 13, 14}


def test_a_text_without_any_notice_is_one_document_with_a_warning():
    parsed = parse("今天天气很好\n我们去河边散步\n看见许多白鹭")
    assert [(n.start_line, n.end_line) for n in parsed.notices] == [(1, 3)]
    assert [warning.key for warning in parsed.warnings][:1] == ["no-notice"]
