"""Sixty queries of all kinds, as officials ask them."""

from __future__ import annotations

from storage.search.language import parse_query
from storage.search.language.tree import terms

QUERIES: dict[str, list[str]] = {
    "one word": [
        "充电桩",
        "不动产登记",
        "双随机",
        "放管服",
        "标准地",
        "营商环境",
        "网格化",
        "尾矿库",
    ],
    "two characters": ["民政", "工信", "人社", "住建", "文旅", "市政", "瓦斯", "节水"],
    "very common": ["发展", "工作", "管理", "有关", "责任", "的", "安全生产", "人民政府"],
    "rare": ["盂县", "乌鲁木齐", "梨树", "鹦鹉", "稀土", "航天"],
    "literal": ["“煤矿智能化”", "“人民政府”", "“关于印发”", "“市政”", "“府办”", "“2020年”"],
    "long literal": [
        "“为贯彻落实”",
        "“各有关单位要高度重视”",
        "“加强组织领导”",
        "“生产安全事故应急预案管理办法”",
    ],
    "fielded": [
        "标题:煤矿",
        "标题:(意见 OR 方案) 年:>2015",
        "发文机关:财政局 种类:通知",
        "文号:35号",
        "云政发〔2019〕35号",
        "日期:2022-03..2023 安全",
    ],
    "boolean": [
        "煤矿 安全 责任",
        "工信 OR 人社 OR 民政",
        "环境 NOT 水",
        "(充电 OR 换电) 设施",
        "财政局 AND (资金 OR 经费) NOT 煤矿",
        "培训 就业 农村",
    ],
    "near": ["煤矿 同句 安全", "责任 同段 追究", "资金 NEAR/10 拨付"],
    "wildcard": ["煤*化", "第?条", "安全??管理"],
    "nothing": ["没有这个词", "“煤矿智能花”"],
}


def all_queries() -> list[tuple[str, str]]:
    """Every query with its kind."""
    return [(kind, query) for kind, queries in QUERIES.items() for query in queries]


def plain_queries() -> list[str]:
    """Those that any search engine understands: words and quoted terms."""
    kinds = ("one word", "two characters", "very common", "rare", "literal", "long literal")
    return [query for kind in kinds for query in QUERIES[kind]]


def asked_parts(query: str) -> list[str]:
    """What must stand in a text that a query finds."""
    tree = parse_query(query).tree
    return [part for term in terms(tree) for part in term.must_hold] if tree else []
