"""A later version of the sample's first document, as an amended text looks."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TITLE = "霁川市人民政府令"
NAME = "霁川市人民政府令第52号.txt"
_LAST = 23
_CHANGES = (
    ("第41号", "第52号"),
    ("2024年3月8日", "2025年3月8日"),
    ("计划用水", "节水优先"),
    ("提前二十四小时", "提前四十八小时"),
    ("，并报告市水行政主管部门。", "。"),
    ("（二）擅自改变用水性质；\n\n", ""),
    ("自2024年5月1日起", "自2025年5月1日起"),
    ("违反本办法第十条", "违反本办法第十一条"),
)


def sample_text() -> str:
    """The sample gazette."""
    return next(iter(sorted((ROOT / "resources/sample").glob("*期.txt")))).read_text("utf-8")


def later_version() -> str:
    """An article put in, all behind it renumbered, words changed, an item gone."""
    rules = sample_text()[sample_text().index(f"# {TITLE}") :]
    rules = rules[: rules.index("同时废止。") + len("同时废止。")]
    head, _, tail = rules.partition("第五条 ")
    for number in range(_LAST, 5, -1):
        tail = tail.replace(f"第{_numeral(number)}条 ", f"第{_numeral(number + 1)}条 ")
    made = f"{head}第五条 供水企业应当定期巡查供水设施，保障供水安全。\n\n第六条 {tail}\n"
    for old, new in _CHANGES:
        assert old in made, old
        made = made.replace(old, new)
    return made


def _numeral(number: int) -> str:
    figures = ("", *"一二三四五六七八九")
    tens, rest = divmod(number, 10)
    return (figures[tens] if tens > 1 else "") + ("十" if tens else "") + figures[rest]
