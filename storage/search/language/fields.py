"""The fields of the query language and their names, Chinese and English."""

from __future__ import annotations

TITLE, NUMBER, ISSUER, ADDRESSEES = "title", "number", "issuer", "addressees"
SECTION, GENRE, GAZETTE = "section", "genre", "gazette"
ISSUE, YEAR, DATE = "issue", "year", "date"
TAG, NOTE, MARK = "tag", "note", "mark"

# Chinese names, the one to be offered first. Validity, bodies and duties will have theirs here.
NAMES: dict[str, tuple[str, ...]] = {
    TITLE: ("标题", "题名"),
    NUMBER: ("文号", "发文字号"),
    ISSUER: ("发文机关", "机关", "发文单位"),
    ADDRESSEES: ("主送", "主送机关"),
    SECTION: ("栏目",),
    GAZETTE: ("公报", "刊名"),
    ISSUE: ("期", "期号"),
    YEAR: ("年", "年份"),
    DATE: ("日期", "成文日期"),
    GENRE: ("种类", "文种"),
    TAG: ("标签",),
    NOTE: ("批注", "备注"),
    MARK: ("标注",),
}
RANGED = frozenset((ISSUE, YEAR, DATE))

_BY_NAME = {name: field for field, names in NAMES.items() for name in (field, *names)}

# What 标注:黄 may say, after folding.
STYLES = {
    "黄": "yellow",
    "黄色": "yellow",
    "绿": "green",
    "绿色": "green",
    "蓝": "blue",
    "蓝色": "blue",
    "红": "red",
    "红色": "red",
    "紫": "purple",
    "紫色": "purple",
    "下划线": "underline",
    "划线": "underline",
}


def field_of(name: str) -> str:
    """The field with this folded name, "" where there is none."""
    return _BY_NAME.get(name, "")
