"""An amending decision beside what it amends: order beside article."""

from __future__ import annotations

import pytest

from storage.comparing.comparing import compare
from storage.types import Notice, Part, Relation
from storage.types.comparing import LEFT, RIGHT
from tests.storage.comparing.texts import made, rules, told

TITLE = "云州市人民政府关于修改《云州市城市供水用水管理办法》的决定"
HEAD = "市人民政府决定对《云州市城市供水用水管理办法》作如下修改："


def decision(*orders: str, title: str = TITLE) -> Notice:
    return made([("title", title), *(("paragraph", text) for text in orders)], title)


def amended(*orders: str) -> list[tuple[str, str, str]]:
    """(article and what it is, words that go, words that come) of a decision."""
    left, right = rules(), decision(HEAD, *orders)
    comparison = compare(left, right)
    assert comparison.amending == RIGHT
    return told(left, right, comparison)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (
            "一、将第二条修改为：“城市供水工作应当坚持保障安全、优质服务、节水优先的原则。”",
            [("amended", "计划用水", "节水优先")],
        ),
        (
            "一、第三条第二款修改为：“财政、住建、应急管理等部门按照各自职责，"
            "做好供水用水管理的有关工作。”",
            [("amended", "市场监管", "应急管理")],
        ),
        (
            "二、将第四条中的“二十四小时”修改为“四十八小时”。",
            [("amended", "二十四小时", "四十八小时")],
        ),
        (
            "二、将第一条、第二条中的“供水”改为“供排水”。",
            [("amended", "供水", "供排水"), ("amended", "供水", "供排水")],
        ),
        ("三、删去第五条第（二）项。", [("amended", "（二）擅自改变用水性质；", "")]),
        ("三、删去第二条中的“、计划用水”。", [("amended", "、计划用水", "")]),
        ("三、将第二条中的“、计划用水”删去。", [("amended", "、计划用水", "")]),
        (
            "四、增加一条，作为第五条：“第五条 供水企业应当制定应急预案。”",
            [("amended", "", "第五条 供水企业应当制定应急预案。")],
        ),
        (
            "四、第四条增加一款，作为第二款：“停水超过十二小时的，应当临时供水。”",
            [("amended", "", "停水超过十二小时的，应当临时供水。")],
        ),
        (
            "五、将第七条改为第八条，修改为：\n“第八条 本办法自2025年5月1日起施行。”",
            [("number", "第七条", "第八条"), ("amended", "2024", "2025")],
        ),
        ("六、第六条改为第七条。", [("number", "第六条", "")]),
        (
            "七、在第一条“制定本办法”前增加“结合本市实际，”。",
            [("amended", "", "结合本市实际，")],
        ),
        ("八、将第九条修改为：“另行规定。”", [("amended", "", "另行规定。")]),
        ("八、删去第四条第三款。", []),
        (
            '二、将第四条中的"二十四小时"修改为"四十八小时"。',
            [("amended", "二十四小时", "四十八小时")],
        ),
        (
            "此外，将“（一）擅自接用城市公共供水”中的“擅自接用”修改为“擅自取用”。",
            [("amended", "擅自接用", "擅自取用")],
        ),
    ],
)
def test_an_order_stands_beside_its_article(order: str, expected: list[tuple[str, str, str]]):
    assert amended(*order.split("\n")) == expected


def test_a_quotation_over_paragraphs_is_one():
    found = amended(
        "一、增加一条，作为第六条：",
        "“第六条 供水企业应当制定预案。",
        "“预案每年演练一次。”",
        "二、删去第七条。",
    )
    assert found == [
        ("amended", "", "第六条 供水企业应当制定预案。\n“预案每年演练一次。"),
        ("amended", "第七条　本办法自2024年5月1日起施行。", ""),
    ]


def test_a_new_article_stands_behind_those_of_lower_numbers():
    left = rules()
    right = decision(HEAD, "四、增加一条，作为第五条：“供水企业应当制定应急预案。”")
    (pair,) = compare(left, right).pairs
    assert left.text[: pair.left[0]].endswith("通知用户。")
    assert pair.left[0] == pair.left[1]


def test_orders_for_another_document_do_not_count():
    found = amended(
        "一、将第二条中的“计划用水”修改为“节水优先”。",
        "二、对《云州市城市排水管理条例》作如下修改：",
        "（一）将第三条中的“财政”修改为“税务”。",
        "三、对《云州市城市供水用水管理办法》第七条作出修改，将“5月1日”修改为“6月1日”。",
    )
    assert found == [("amended", "计划用水", "节水优先"), ("amended", "5月1日", "6月1日")]


def test_the_decision_may_stand_on_the_left():
    left, right = decision(HEAD, "一、将第四条中的“二十四小时”修改为“四十八小时”。"), rules()
    comparison = compare(left, right)
    assert comparison.amending == LEFT
    assert left.text[slice(*comparison.spans(LEFT)[0])] == "四十八小时"
    assert right.text[slice(*comparison.spans(RIGHT)[0])] == "二十四小时"
    order = left.text.index("将第四条")
    article = right.text.index("第四条")
    assert comparison.counterpart(LEFT, order) == article
    assert comparison.counterpart(RIGHT, article + 3) == left.text.index("一、将")
    assert comparison.counterpart(RIGHT, right.text.index("第二条")) is None


def test_a_decision_is_known_by_number_relation_and_enclosed_title():
    plain = rules()
    blocks = [(block.kind, block.text) for block in plain.blocks]
    issued = made(blocks, "云州市人民政府令", parts=(Part("云州市城市供水用水管理办法", 1),))
    order = "一、将第四条中的“二十四小时”修改为“四十八小时”。"
    assert compare(issued, decision(order)).amending == RIGHT
    numbered = made(blocks, "关于印发办法的通知", number="云政发〔2020〕7号")
    other = made(
        [("paragraph", order)],
        "云州市人民政府公告",
        relations=(Relation("amends", "云政发[2020]7号", 1),),
    )
    assert compare(numbered, other).amending == RIGHT
    assert compare(plain, other).amending is None


def test_a_version_printed_anew_is_a_version():
    left = rules()
    right = rules(("云州市城市供水用水管理办法", TITLE), ("计划用水", "节水优先"))
    comparison = compare(left, right)
    assert comparison.amending is None
    assert ("changed", "计划用水", "节水优先") in told(left, right, comparison)
