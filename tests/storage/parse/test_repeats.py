"""What a page printed twice is shown once, and is not lost."""

from __future__ import annotations

from storage.parse import parse_source
from storage.types import Block, ParsedSource, SourceText

HEAD = "序号\t任务\t牵头单位\t完成时限"
BEFORE = [
    "霁川市人民政府办公室关于印发任务清单的通知",
    "霁政办发〔2024〕3号",
    "各县（区）人民政府：",
    "　　现将任务清单印发给你们，请认真组织实施。" + "各地要结合实际细化措施，压实责任。" * 40,
    "",
]


def recognised(rows: list[str]) -> tuple[ParsedSource, list[Block]]:
    parsed = parse_source(SourceText("试.txt", tuple(BEFORE + rows), ""))
    return parsed, [block for block in parsed.notices[0].blocks if block.kind == "table"]


def test_a_table_that_goes_on_over_a_page_has_its_head_once():
    rows = [HEAD, "1\t修路\t市交通局\t5月", "", "— 12 —", "", HEAD, "2\t架桥\t市水利局\t6月"]
    parsed, tables = recognised(rows)
    assert [table.rows for table in tables] == [
        (
            ("序号", "任务", "牵头单位", "完成时限"),
            ("1", "修路", "市交通局", "5月"),
            ("2", "架桥", "市水利局", "6月"),
        )
    ]
    assert [repeat.line for repeat in parsed.repeats] == [len(BEFORE) + 6]


def test_another_table_keeps_its_head():
    rows = [
        HEAD,
        "1\t修路\t市交通局\t5月",
        "",
        "二、第二批任务",
        "",
        HEAD,
        "1\t架桥\t市水利局\t6月",
    ]
    parsed, tables = recognised(rows)
    assert len(tables) == 2
    assert parsed.repeats == ()


def test_rows_of_the_same_cells_are_no_head_where_they_are_the_whole_table():
    _, tables = recognised(["是\t否"] * 30)
    assert sum(len(table.rows or ()) for table in tables) > 20
