"""Which cells are merged: where the head or the labels show it, and nowhere else."""

from __future__ import annotations

import pytest

from desktop.reading.table_spans import shape_of
from tests.desktop.page_lines import page_of, tables_on
from tests.desktop.pages import of_blocks, table


def spans(*rows: tuple[str, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    return shape_of(rows).spans


def test_a_head_of_two_rows():
    rows = (
        ("序号", "指标", "2020年", "", "备注"),
        ("", "", "当季完成量", "年度累计完成量", ""),
        ("1", "铁路货运总量", "——", "", "市发改委"),
        ("2", "水路货运总量", "", "", ""),
    )
    shape = shape_of(rows)
    assert shape.head == 2
    assert shape.spans == {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (2, 1)}


def test_a_cell_of_the_head_over_columns_that_have_words_below():
    rows = (
        ("序号", "事项名称", "职责划分", "", "是否公开"),
        ("1", "安全检查", "主管部门", "监管职责", "是"),
        ("2", "质量检查", "监管部门", "监管职责", "是"),
    )
    assert spans(*rows) == {(0, 2): (1, 2)}


def test_labels_reach_down_over_empty_cells():
    rows = (
        ("一级分类", "二级分类", "类型代码"),
        ("工业排污口", "工矿企业排污口", "GY"),
        ("", "工业园区排污口", ""),
        ("", "雨洪排口", ""),
        ("城镇排污口", "污水处理厂排污口", "SH"),
        ("农业排口", "畜禽养殖排污口", "NY"),
        ("", "水产养殖排污口", ""),
    )
    assert spans(*rows) == {(1, 0): (3, 1), (1, 2): (3, 1), (5, 0): (2, 1), (5, 2): (2, 1)}


def test_labels_within_labels():
    rows = (
        ("序号", "单位名称", "栏目名称", "更新时间"),
        ("1", "市发改委", "领导活动", "2022-08-29"),
        ("", "", "通知公告", "2023-08-23"),
        ("2", "市公安局", "工作动态", "2023-07-20"),
    )
    assert spans(*rows) == {(1, 0): (2, 1), (1, 1): (2, 1)}


def test_a_label_without_a_finer_one_reaches_over_its_column():
    rows = (
        ("序号", "事项分类", "重点工作", "任务内容", "牵头单位"),
        ("1", "基站规划", "", "编制基站建设规划。", "市工信局"),
        ("2", "", "", "修编基础设施规划。", "市住建局"),
        ("3", "推进举措", "公共区域开放", "定期公布开放清单。", "市工信局"),
        ("4", "", "", "预留基站建设空间。", "市住建局"),
    )
    assert spans(*rows) == {(1, 1): (2, 2), (3, 1): (2, 1), (3, 2): (2, 1)}


def test_cells_without_a_value_are_not_merged():
    rows = (
        ("序号", "评定项目", "分值", "分项分值", "评分"),
        ("1", "干净整洁村", "100", "", ""),
        ("1.1", "村庄环境干净整洁", "20", "", ""),
        ("1.1.1", "责任制落实到位", "", "5", ""),
        ("1.1.2", "公共场所干净整洁", "", "3", ""),
    )
    assert spans(*rows) == {}


def test_labels_whose_first_row_has_none_are_left_alone():
    rows = (
        ("序号", "类别", "任务内容", "完成时限"),
        ("1", "", "智慧医疗", "持续推进"),
        ("2", "重点任务", "智慧交通", "持续推进"),
        ("3", "", "智慧政务", "持续推进"),
    )
    assert spans(*rows) == {}


def test_a_form_has_labels_and_room_to_fill_in():
    rows = (
        ("企业名称", "", "统一社会信用代码", ""),
        ("企业注册地址", "", "", ""),
        ("法定代表人", "", "联系电话", ""),
    )
    shape = shape_of(rows)
    assert (shape.head, shape.is_form) == (0, True)
    assert shape.spans == {(1, 1): (1, 3)}


def test_a_value_of_a_form_reaches_over_the_column_of_numbers():
    rows = (
        ("事项名称", "科技项目奖励", ""),
        ("申请条件", "1", "注册登记在霁川市高新技术产业开发区"),
        ("", "2", "科技计划项目的第一承担单位"),
        ("受理部门", "行政审批服务局兑现窗口", ""),
        ("备注", "", ""),
    )
    assert spans(*rows) == {
        (0, 1): (1, 2),
        (1, 0): (2, 1),
        (3, 1): (1, 2),
        (4, 1): (1, 2),
    }


def test_persons_are_no_head_and_a_head_may_be_repeated():
    persons = (("邢某斌", "市发展改革委副主任"), ("原某卫", "市教育局副局长"))
    assert shape_of(persons).head == 0
    assert shape_of(persons).is_persons
    rows = (
        ("序号", "事项", "完成时限"),
        ("1", "规划", "6月"),
        ("序号", "事项", "完成时限"),
        ("2", "建设", "9月"),
    )
    assert shape_of(rows).heads == {0, 2}


@pytest.mark.usefixtures("qapp")
def test_merged_cells_are_merged_on_the_page_and_cut_tables_keep_them_whole():
    rows = [("类别", "事项", "单位")]
    for group in range(15):
        rows += [
            (f"第{group}类" if not at else "", f"事项{group}之{at}", "市某局") for at in range(7)
        ]
    document = page_of(of_blocks(table(*rows)))
    found = tables_on(document)
    assert len(found) > 1
    for one in found:
        top = 1 if one.cellAt(0, 0).firstCursorPosition().block().text() == "类别" else 0
        assert one.cellAt(top, 0).rowSpan() == 7
        assert one.cellAt(one.rows() - 1, 0).rowSpan() == 7
    words = document.toPlainText()
    assert all(f"事项{group}之{at}" in words for group in range(15) for at in range(7))
